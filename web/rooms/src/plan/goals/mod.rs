//! What a plan must keep to: fields, and the number of crews that meets them. Not for how it is found, nor for
//! how a field is read: the workshop does both.

mod answer;
mod field;

use icewall_protocol::workshop::{GoalField, GoalsMade, GoalsTyped, Job, Made};
use icewall_ui::rest::when_rested;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::place;
use crate::under_way::{JobLine, UnderWay};
use crate::workshop::Workshops;
use answer::GoalsAnswer;
use field::GoalInput;

/// What the address calls the fields, in the order of [`FIELDS`].
const NAMES: [&str; 5] = ["by", "ice", "gold", "until", "busy"];
/// The fields, in the order in which they stand.
pub(super) const FIELDS: [GoalField; 5] = [
    GoalField::FinishBy,
    GoalField::IceADay,
    GoalField::Budget,
    GoalField::BudgetUntil,
    GoalField::Utilisation,
];
/// Somebody who types is given so long before the goals are sought, in milliseconds.
const TYPING_MS: u32 = 250;

/// What stands in the fields, for as long as the page lives.
#[derive(Clone, Copy)]
pub(crate) struct Wanted(RwSignal<GoalsTyped>);

impl Wanted {
    /// Nothing is wanted yet.
    pub(crate) fn start() -> Self {
        Self(RwSignal::new(GoalsTyped::default()))
    }

    /// It, from the context.
    fn get() -> Self {
        expect_context()
    }

    /// What is asked for, once nobody types any more; kept in the address.
    pub(super) fn asked(desk: Desk) -> RwSignal<GoalsTyped> {
        let Self(typed) = Self::get();
        in_the_address(desk, typed);
        settled(typed)
    }
}

/// The fields and what comes of them.
#[component]
pub(super) fn GoalsPart(
    /// What is asked for: [`Wanted::asked`].
    asked: RwSignal<GoalsTyped>,
) -> impl IntoView {
    let (desk, Wanted(typed)) = (Desk::get(), Wanted::get());
    let job = UnderWay::new(Workshops::get().planner());
    let made = RwSignal::new(None::<GoalsMade>);
    let again = RwSignal::new(0_u32);
    Effect::new(move |_| {
        again.track();
        let typed = asked.get();
        if desk.wall.with(Option::is_none) || typed == GoalsTyped::default() {
            job.stop();
            made.set(None);
            return;
        }
        job.start(Job::Goals(typed), move |answered| {
            made.try_set(if let Made::Goals(goals) = answered.made { Some(goals) } else { None });
        });
    });
    let clear = move |_| typed.set(GoalsTyped::default());
    view! {
        <div class="goals" aria-labelledby="goals-title" role="group">
            <h2 id="goals-title">"What must it keep to?"</h2>
            <p class="muted">"Fill in what you want, one goal or several. With a finish day the fewest crews are sought, without one the earliest finish."</p>
            <div class="goals-fields">
                {FIELDS.map(|field| view! { <GoalInput field typed made /> }).collect_view()}
                <button
                    type="button"
                    class="quiet"
                    hidden=move || typed.with(|typed| *typed == GoalsTyped::default())
                    on:click=clear
                >
                    "No goals"
                </button>
            </div>
            <JobLine job again=Callback::new(move |()| again.update(|again| *again += 1)) />
            <GoalsAnswer made />
        </div>
    }
    .into_any()
}

/// What is typed, once nobody types any more.
fn settled(typed: RwSignal<GoalsTyped>) -> RwSignal<GoalsTyped> {
    let asked = RwSignal::new(typed.get_untracked());
    let typed = move || typed.get();
    when_rested(typed, TYPING_MS, move |now| {
        if asked.try_get_untracked().is_some_and(|asked| asked != now) {
            asked.try_set(now);
        }
    });
    asked
}

/// Keeps the goals in the address, and takes those that it brings.
fn in_the_address(desk: Desk, typed: RwSignal<GoalsTyped>) {
    Effect::new(move |_| {
        let kept = desk.place.with(|place| place::kept(place, "plan", NAMES));
        if let Some([finish_by, ice_a_day, budget, budget_until, utilisation]) = kept {
            typed.set(GoalsTyped { finish_by, ice_a_day, budget, budget_until, utilisation });
        }
    });
    Effect::new(move |_| {
        let values = typed.get();
        if desk.room_untracked() == "plan" {
            place::keep("plan", NAMES, FIELDS.map(|field| field::text(&values, field)));
        }
    });
}
