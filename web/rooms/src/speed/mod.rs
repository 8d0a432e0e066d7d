//! How much faster it is with more threads: the same plan with 1, 2, … of them in this browser. Not for what is
//! computed, which the workshop knows.

mod measured;
mod taking;

use icewall_protocol::workshop::Trial;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::parts::PlannerParts;
use crate::words;
use measured::Measured;
use taking::Taking;

/// What can be run, and in words what it is.
const TRIALS: [(Trial, &str, &str); 2] = [
    (
        Trial::Counts,
        "Crew counts",
        "The finish days of 1 to 200 crews for a made-up wall of 1,000,000 sections: 200,000,000 sections placed.",
    ),
    (
        Trial::Risk,
        "Risk",
        "10,000 runs of a made-up wall of 2,000 sections, 100 crews that lose one day in twenty: 20,000,000 sections placed by chance.",
    ),
];

/// A trial, its name, and in words what it is.
fn trial(trial: Trial) -> (Trial, &'static str, &'static str) {
    TRIALS.into_iter().find(|(other, ..)| *other == trial).unwrap_or(TRIALS[0])
}

/// The room.
#[component]
pub(crate) fn SpeedRoom() -> impl IntoView {
    let taking = Taking::new(Desk::get());
    let chosen = RwSignal::new(0_usize);
    let choice = move |(at, (_, name, what)): (usize, (Trial, &'static str, &'static str))| {
        view! {
            <label class="speed-choice">
                <input
                    type="radio"
                    name="trial"
                    prop:checked=move || chosen.get() == at
                    prop:disabled=move || taking.is_running()
                    on:change=move |_| chosen.set(at)
                />
                <span><b>{name}</b><span class="muted">{what}</span></span>
            </label>
        }
    };
    let run = move |_| taking.begin(TRIALS[chosen.get_untracked()].0);
    view! {
        <section class="plan speed" aria-labelledby="speed-title">
            <h1 id="speed-title">"Do more threads make it faster?"</h1>
            <PlannerParts />
            <p class="plan-answer">
                {move || format!(
                    "The same plan is computed here, in this browser, with 1 to {}: each {} times, once more before to warm up. What counts is the median.",
                    words::counted(u64::from(taking::threads_most()), "thread", "threads"),
                    words::number(taking::RUNS as u64),
                )}
            </p>
            <fieldset class="goals">
                <legend class="unseen">"What is run"</legend>
                {TRIALS.into_iter().enumerate().map(choice).collect_view()}
                <p class="speed-do">
                    <button type="button" class="primary" prop:disabled=move || taking.is_running() on:click=run>"Measure"</button>
                    <button type="button" hidden=move || !taking.is_running() on:click=move |_| taking.cancel()>"Cancel"</button>
                    <span role="status">{move || taking.said()}</span>
                </p>
            </fieldset>
            <Show when=move || taking.rows.with(|rows| !rows.is_empty())>
                <Measured rows=taking.rows />
            </Show>
        </section>
    }
    .into_any()
}
