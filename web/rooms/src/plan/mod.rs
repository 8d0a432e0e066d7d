//! The planner: the finish day against the number of crews, and the orders of the sections compared. Not
//! for the figures, which the workshop computes.

mod orders;
mod stairs;
mod steps;

use std::sync::Arc;

use icewall_protocol::workshop::{Job, Made, PlanStep, Staircase};
use leptos::prelude::*;

use crate::browser::css::tenth;
use crate::desk::Desk;
use crate::words;
use crate::workshop::{Answered, Client, Running, State, Step, Workshops};
use orders::Orders;
use stairs::Stairs;
use steps::UsefulSteps;

/// The room.
#[component]
pub(crate) fn PlanRoom() -> impl IntoView {
    let (desk, planner) = (Desk::get(), Workshops::get().planner());
    let stairs = RwSignal::new(None::<Arc<Staircase>>);
    let permille = RwSignal::new(None::<u32>);
    let ended = RwSignal::new(None::<&'static str>);
    let again = RwSignal::new(0_u32);
    let running = StoredValue::new_local(None::<Running>);
    let state = StoredValue::new_local(planner.clone());
    Effect::new(move |_| {
        again.track();
        if desk.wall.with(Option::is_none) {
            return;
        }
        permille.set(Some(0));
        ended.set(None);
        let job = planner.run(Job::Staircase, move |step| match step {
            Step::Progress(done) => {
                permille.try_set(Some(done));
            }
            Step::Part(answered) => {
                stairs.try_set(found(answered));
            }
            Step::Done(answered) => {
                stairs.try_set(found(answered));
                permille.try_set(None);
            }
            Step::Lost => {
                permille.try_set(None);
                ended.try_set(Some("It stopped before it was done."));
            }
        });
        // The one before is ended where it is still under way.
        running.set_value(Some(job));
    });
    let cancel = move |_| {
        running.set_value(None);
        permille.set(None);
        ended.set(Some("Cancelled; what was found stays."));
    };
    let is_running = Memo::new(move |_| permille.with(Option::is_some));
    let down = move || if let State::Down(why) = state.with_value(Client::state) { Some(why) } else { None };
    view! {
        <section class="plan" aria-labelledby="plan-title">
            <h1 id="plan-title">"How many crews?"</h1>
            <p class="plan-answer">{move || stairs.with(|stairs| answer(stairs.as_deref(), desk))}</p>
            <p class="plan-status" role="status">
                {move || is_running.get().then_some("Computing… ")}
                <progress max="1000" hidden=move || !is_running.get() prop:value=move || permille.get().unwrap_or(0).to_string()></progress>
                <button type="button" class="quiet" hidden=move || !is_running.get() on:click=cancel>"Cancel"</button>
                {move || ended.get()}
                {move || down().map(|why| format!("The planner stopped: {why}."))}
                <button type="button" class="quiet" hidden=move || ended.with(Option::is_none) on:click=move |_| again.update(|again| *again += 1)>
                    "Compute again"
                </button>
            </p>
            <Show when=move || stairs.with(|stairs| stairs.as_ref().is_some_and(|stairs| stairs.steps.len() > 1))>
                <Stairs stairs />
                <UsefulSteps stairs />
            </Show>
            <Orders />
        </section>
    }
    .into_any()
}

/// The staircase that was answered.
fn found(answered: Answered) -> Option<Arc<Staircase>> {
    log::debug!("rooms: a staircase after {} ms", tenth(answered.ms));
    if let Made::Staircase(stairs) = answered.made { Some(Arc::new(stairs)) } else { None }
}

/// What the staircase says, in a sentence.
fn answer(stairs: Option<&Staircase>, desk: Desk) -> String {
    if desk.wall.with(Option::is_none) {
        return "There is no result yet: mend the wall first.".to_owned();
    }
    let Some(stairs) = stairs else { return String::new() };
    let ends = stairs.steps.first().zip(stairs.useful.last()).filter(|(one, _)| one.finish > 0);
    let Some((one, fastest)) = ends else {
        return "Every section already stands at its height: no crew is needed.".to_owned();
    };
    let crews = |step: &PlanStep| words::counted(step.crews.into(), "crew", "crews");
    let told = |step: &PlanStep| format!("{} (day {})", crews(step), words::number(step.finish));
    let knee = stairs
        .knee
        .as_ref()
        .map(|knee| format!(" The bend is at {}: from there each further crew gains less.", told(knee)));
    let cheapest = stairs.cheapest.as_ref().filter(|step| step.wages.is_some_and(|wages| wages > 0));
    let cheapest = cheapest.map(|step| {
        format!(" Wages are least with {}: {}.", told(step), words::gold(step.wages.unwrap_or_default()))
    });
    let fastest = (stairs.useful_count as usize == stairs.useful.len()).then(|| {
        let day = words::number(fastest.finish);
        format!(" More than {} make it no earlier than day {day}.", crews(fastest))
    });
    let tried = stairs.steps.len();
    let chosen = stairs.steps.last().is_some_and(|last| last.crews as usize > tried).then(|| {
        format!(
            " Only {} numbers of crews were tried, and this is true of them.",
            words::number(tried as u64)
        )
    });
    let parts = [knee, fastest, cheapest, chosen].into_iter().flatten();
    format!("{} alone finishes on day {}.", crews(one), words::number(one.finish))
        + &parts.collect::<String>()
}
