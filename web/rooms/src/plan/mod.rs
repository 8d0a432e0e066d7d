//! The planner: the finish day against the number of crews, goals, wages, and the orders of the sections
//! compared. Not for the figures, which the workshop computes.

mod goals;
mod look;
mod orders;
mod stairs;
mod steps;
mod wages;

use std::sync::Arc;

use icewall_protocol::workshop::{Job, Made, PlanStep, Staircase};
use leptos::prelude::*;

use crate::browser::css::tenth;
use crate::desk::Desk;
use crate::parts::PlannerParts;
use crate::under_way::{JobLine, UnderWay};
use crate::words;
use crate::workshop::{Answered, Workshops};
use goals::GoalsPart;
pub(crate) use goals::Wanted;
use look::Look;
use orders::Orders;
use stairs::Stairs;
use steps::UsefulSteps;
use wages::Wages;

/// The room.
#[component]
pub(crate) fn PlanRoom() -> impl IntoView {
    let desk = Desk::get();
    let job = UnderWay::new(Workshops::get().planner());
    let stairs = RwSignal::new(None::<Arc<Staircase>>);
    let again = RwSignal::new(0_u32);
    Effect::new(move |_| {
        again.track();
        if desk.wall.with(Option::is_some) {
            job.start(Job::Staircase, move |answered| {
                stairs.try_set(found(answered));
            });
        }
    });
    let look = Look::new(desk, stairs);
    let compute_again = Callback::new(move |()| again.update(|again| *again += 1));
    view! {
        <section class="plan" aria-labelledby="plan-title">
            <h1 id="plan-title">"How many crews?"</h1>
            <PlannerParts />
            <p class="plan-answer">{move || stairs.with(|stairs| answer(stairs.as_deref(), desk))}</p>
            <JobLine job again=compute_again />
            <Show when=move || stairs.with(|stairs| stairs.as_ref().is_some_and(|stairs| stairs.steps.len() > 1))>
                <Stairs look />
            </Show>
            <GoalsPart />
            <Show when=move || stairs.with(|stairs| stairs.as_ref().is_some_and(|stairs| stairs.steps.len() > 1))>
                <UsefulSteps stairs />
                <Wages look />
            </Show>
            <Orders />
            <p><a href="#/export">"Save the chart as a picture"</a></p>
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
    let parts = [knee, fastest, chosen].into_iter().flatten();
    format!("{} alone finishes on day {}.", crews(one), words::number(one.finish))
        + &parts.collect::<String>()
}
