//! What days that are lost do to the plan: fields, the runs asked for, and what came of them. Opt-in: nothing is
//! run before somebody wants it. Not for the figures, which the workshop computes.

mod curve;
mod finishes;
mod told;

use std::sync::Arc;

use icewall_protocol::workshop::{Job, Made, RiskField, RiskMade, RiskRuns, RiskTyped};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::export::Origin;
use crate::field::{Field, fault_of};
use crate::parts::PlannerParts;
use crate::place;
use crate::under_way::{JobLine, UnderWay};
use crate::words;
use crate::workshop::Workshops;
use curve::Curve;
use finishes::Finishes;
pub(crate) use told::SHARES;
use told::Told;

/// What the address calls the fields.
const NAMES: [&str; 4] = ["lost", "seed", "runs", "by"];

/// What stands in the fields, and what was last run, for as long as the page lives.
#[derive(Clone, Copy)]
pub(crate) struct Chances {
    typed: RwSignal<RiskTyped>,
    wanted: RwSignal<Option<RiskTyped>>,
}

impl Chances {
    /// One day in twenty, and nothing is run yet.
    pub(crate) fn start() -> Self {
        let [per_mille, seed, runs, meet] = ["50", "1", "10000", ""].map(str::to_owned);
        Self { typed: RwSignal::new(RiskTyped { per_mille, seed, runs, meet }), wanted: RwSignal::new(None) }
    }

    /// They, from the context.
    fn get() -> Self {
        expect_context()
    }
}

/// The room.
#[component]
pub(crate) fn RiskRoom() -> impl IntoView {
    let desk = Desk::get();
    let Chances { typed, wanted } = Chances::get();
    let job = UnderWay::new(Workshops::get().planner());
    let wrong = RwSignal::new(Vec::<(RiskField, String)>::new());
    let (runs, origin) = (RwSignal::new(None::<Arc<RiskRuns>>), RwSignal::new(None::<Origin>));
    in_the_address(desk);
    Effect::new(move |_| {
        let Some(wanted) = wanted.get() else { return };
        if desk.wall.with(Option::is_none) {
            return;
        }
        wrong.set(Vec::new());
        let chances = chances(&wanted);
        job.start(Job::Risk(wanted), move |answered| match answered.made {
            Made::Risk(RiskMade::Wrong(found)) => {
                wrong.try_set(found);
            }
            Made::Risk(RiskMade::Runs(found)) => {
                origin.try_set(Origin::shown(desk).map(|wall| of(&found, &chances, wall)));
                runs.try_set(Some(Arc::new(*found)));
            }
            _ => {}
        });
    });
    let run = move || wanted.set(Some(typed.get_untracked()));
    let lead = move || {
        if desk.wall.with(Option::is_none) {
            "There is no result yet: mend the wall first."
        } else if desk.stale.get() {
            "The wall has changed or has a fault: the runs are of its last good result."
        } else {
            "Each day a crew may lose its day: it adds nothing, and its section takes a day longer. The wall is built many times by chance, with the crews and the order in force."
        }
    };
    view! {
        <section class="plan risk" class:stale=move || desk.stale.get() aria-labelledby="risk-title">
            <h1 id="risk-title">"What if crews lose days?"</h1>
            <PlannerParts />
            <p class="plan-answer">{lead}</p>
            <form
                class="goals"
                aria-label="What is run"
                on:submit=move |event| {
                    event.prevent_default();
                    run();
                }
            >
                <div class="goals-fields">
                    {FIELDS.map(|field| view! { <RiskInput field typed wrong /> }).collect_view()}
                    <button type="submit" class="primary" prop:disabled=move || desk.wall.with(Option::is_none)>"Run"</button>
                </div>
                <JobLine job again=Callback::new(move |()| run()) />
            </form>
            <Show when=move || runs.with(Option::is_some)>
                <Told runs />
                <Finishes runs origin=origin.into() />
                <Curve runs origin=origin.into() />
            </Show>
        </section>
    }
    .into_any()
}

/// What is run, in words.
fn chances(typed: &RiskTyped) -> String {
    format!("a crew loses its day in {} of 1,000 days, seed {}", typed.per_mille.trim(), typed.seed.trim())
}

/// What the runs are of, for a file: the wall, and what is done with it.
fn of(runs: &RiskRuns, chances: &str, wall: Origin) -> Origin {
    let done = words::counted(runs.runs.into(), "run", "runs");
    Origin { of: format!("{}; {done}, {chances}", wall.of), ..wall }
}

/// The fields, in the order in which they stand.
const FIELDS: [RiskField; 4] = [RiskField::PerMille, RiskField::Meet, RiskField::Runs, RiskField::Seed];

/// A field.
#[component]
fn RiskInput(
    field: RiskField,
    typed: RwSignal<RiskTyped>,
    wrong: RwSignal<Vec<(RiskField, String)>>,
) -> impl IntoView {
    let desk = Desk::get();
    let (id, label) = match field {
        RiskField::PerMille => ("risk-lost", "A crew loses its day in"),
        RiskField::Seed => ("risk-seed", "Seed"),
        RiskField::Runs => ("risk-runs", "Runs"),
        RiskField::Meet => ("risk-by", "Day to be met"),
    };
    let unit = Signal::derive(move || match field {
        RiskField::PerMille => "of 1,000 days".to_owned(),
        RiskField::Meet => match desk.or_a_date() {
            date if date.is_empty() => "the finish day, if blank".to_owned(),
            date => date,
        },
        RiskField::Seed => "another one, other luck".to_owned(),
        RiskField::Runs => String::new(),
    });
    let value = Signal::derive(move || typed.with(|typed| text(typed, field).clone()));
    let on_typed = Callback::new(move |value| typed.update(|typed| *text_mut(typed, field) = value));
    let fault = Memo::new(move |_| wrong.with(|wrong| fault_of(wrong, &field)));
    view! { <Field id label unit value typed=on_typed fault /> }
}

fn text(typed: &RiskTyped, field: RiskField) -> &String {
    match field {
        RiskField::PerMille => &typed.per_mille,
        RiskField::Seed => &typed.seed,
        RiskField::Runs => &typed.runs,
        RiskField::Meet => &typed.meet,
    }
}

fn text_mut(typed: &mut RiskTyped, field: RiskField) -> &mut String {
    match field {
        RiskField::PerMille => &mut typed.per_mille,
        RiskField::Seed => &mut typed.seed,
        RiskField::Runs => &mut typed.runs,
        RiskField::Meet => &mut typed.meet,
    }
}

/// Keeps what was run in the address, and runs what it brings.
fn in_the_address(desk: Desk) {
    let Chances { typed, wanted } = Chances::get();
    Effect::new(move |_| {
        let kept = desk.place.with(|place| place::kept(place, "risk", NAMES));
        if let Some([per_mille, seed, runs, meet]) = kept {
            let brought = RiskTyped { per_mille, seed, runs, meet };
            typed.set(brought.clone());
            wanted.set(Some(brought));
        }
    });
    Effect::new(move |_| {
        let Some(values) = wanted.get() else { return };
        if desk.room_untracked() == "risk" {
            place::keep(
                "risk",
                NAMES,
                [&values.per_mille, &values.seed, &values.runs, &values.meet].map(String::as_str),
            );
        }
    });
}
