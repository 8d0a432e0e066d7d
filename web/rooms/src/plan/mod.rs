//! The planner: the finish day against the number of crews, goals, wages, and the orders of the sections
//! compared. Not for the figures, which the workshop computes.

mod goals;
mod look;
mod orders;
mod stairs;
mod steps;
mod wages;

use std::sync::Arc;

use icewall_protocol::workshop::{GoalsTyped, Job, Made, PlanStep, Staircase};
use leptos::prelude::*;

use crate::browser::css::tenth;
use crate::desk::Desk;
use crate::export::Origin;
use crate::parts::PlannerParts;
use crate::under_way::{JobLine, UnderWay};
use crate::words;
use crate::workshop::{Answered, Workshops};
use goals::GoalsPart;
pub(crate) use goals::Wanted;
use look::Look;
use orders::Orders;
use stairs::Stairs;
pub(crate) use stairs::plotted;
use steps::UsefulSteps;
use wages::Wages;

/// The room.
#[component]
pub(crate) fn PlanRoom() -> impl IntoView {
    let desk = Desk::get();
    let job = UnderWay::new(Workshops::get().planner());
    let asked = Wanted::asked(desk);
    let again = RwSignal::new(0_u32);
    let Known { stairs, origin, is_old } = staircase(desk, job, asked, again);
    let is_stale = move || desk.stale.get() || is_old.get() && job.is_spoken_of();
    let look = Look::new(desk, stairs, origin);
    let compute_again = Callback::new(move |()| again.update(|again| *again += 1));
    view! {
        <section class="plan" class:stale=is_stale aria-labelledby="plan-title">
            <h1 id="plan-title">"How many crews?"</h1>
            <PlannerParts />
            <p class="plan-answer">{move || stairs.with(|stairs| answer(stairs.as_deref(), desk))}</p>
            <JobLine job again=compute_again />
            <Show when=move || stairs.with(|stairs| stairs.as_ref().is_some_and(|stairs| stairs.steps.len() > 1))>
                <Stairs look />
            </Show>
            <GoalsPart asked />
            <Show when=move || stairs.with(|stairs| stairs.as_ref().is_some_and(|stairs| stairs.steps.len() > 1))>
                <UsefulSteps stairs />
                <Wages look />
            </Show>
            <Orders />
        </section>
    }
    .into_any()
}

/// A staircase.
#[derive(Clone, Copy)]
struct Known {
    stairs: RwSignal<Option<Arc<Staircase>>>,
    /// What it is of.
    origin: RwSignal<Option<Origin>>,
    /// Whether it is still that of the wall before.
    is_old: RwSignal<bool>,
}

/// The staircase of the wall that is shown. It is computed anew for another wall; for another finish day only where
/// not every number of crews was tried.
fn staircase(desk: Desk, job: UnderWay, asked: RwSignal<GoalsTyped>, again: RwSignal<u32>) -> Known {
    let known =
        Known { stairs: RwSignal::new(None), origin: RwSignal::new(None), is_old: RwSignal::new(false) };
    let Known { stairs, origin, is_old } = known;
    Effect::new(move |last: Option<(u32, Option<u32>)>| {
        let now = (again.get(), desk.wall.with(|wall| wall.as_ref().map(|wall| wall.shown.number)));
        let by = asked.with(|asked| asked.finish_by.clone());
        let is_whole = stairs.with_untracked(|all| all.as_ref().is_some_and(|all| tried(all).is_none()));
        if now.1.is_some() && !(is_whole && last == Some(now)) {
            is_old.set(stairs.with_untracked(Option::is_some));
            job.start(Job::Staircase { by }, move |answered| {
                is_old.try_set(false);
                origin.try_set(Origin::shown(desk));
                stairs.try_set(found(answered));
            });
        }
        now
    });
    known
}

/// How many numbers of crews were tried; none where every one was.
fn tried(stairs: &Staircase) -> Option<u64> {
    let tried = stairs.steps.len();
    stairs.steps.last().is_some_and(|last| last.crews as usize > tried).then_some(tried as u64)
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
    let day = words::number(fastest.finish);
    let fastest = format!(" More than {} make it no earlier than day {day}.", crews(fastest));
    let chosen = tried(stairs).map(|tried| {
        format!(" Only {} numbers of crews were tried, and this is true of them.", words::number(tried))
    });
    let stale = desk
        .stale
        .get()
        .then(|| " It is the last good result: the wall has changed or has a fault.".to_owned());
    let parts = [knee, Some(fastest), chosen, stale].into_iter().flatten();
    format!("{} alone finishes on day {}.", crews(one), words::number(one.finish))
        + &parts.collect::<String>()
}
