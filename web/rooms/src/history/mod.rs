//! The history: every state that undo and redo pass through, as a list, and a click that goes to one. Not for
//! the states, which the page keeps.

mod said;

use icewall_protocol::desk::{Step, Wish};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::browser::{clock, saved};
use crate::desk::{Desk, wish};
use crate::words;

/// A state in the list: its index, and what it says.
type Listed = (u32, String, f64);

/// The room.
#[component]
pub(crate) fn HistoryRoom() -> impl IntoView {
    let desk = Desk::get();
    wish(&Wish::Steps(true), &JsValue::UNDEFINED);
    on_cleanup(|| wish(&Wish::Steps(false), &JsValue::UNDEFINED));
    let listed = move || desk.steps.with(|steps| listed(&steps.steps));
    let present = Memo::new(move |_| desk.steps.with(|steps| steps.present));
    let count = move || desk.steps.with(|steps| steps.steps.len() as u64);
    view! {
        <section class="history" aria-labelledby="history-title">
            <h1 id="history-title">"History"</h1>
            <p class="muted">
                {move || words::counted(count(), "state", "states")}
                " of the wall and its parameters since the page was loaded, the newest first. A click goes to one; Ctrl+Z and Ctrl+Y go step by step."
            </p>
            <p role="status">{move || now(desk)}</p>
            <ol class="history-list" aria-label="States">
                <For each=listed key=|state: &Listed| (state.0, state.2.to_bits()) let:state>
                    <State state present />
                </For>
            </ol>
        </section>
    }
    .into_any()
}

/// A state.
#[component]
fn State(
    /// Its index, and what it says.
    state: Listed,
    /// The index of the one that is shown.
    present: Memo<u32>,
) -> impl IntoView {
    let (index, what, when) = state;
    let is_present = move || present.get() == index;
    view! {
        <li class:later=move || present.get() < index>
            <button
                type="button"
                aria-current=move || is_present().then_some("step")
                on:click=move |_| wish(&Wish::GoTo(index), &JsValue::UNDEFINED)
            >
                <span class="history-what">{what}</span>
                <span class="muted">{moment(when)}</span>
            </button>
        </li>
    }
    .into_any()
}

/// The states, the newest first.
fn listed(steps: &[Step]) -> Vec<Listed> {
    let before = std::iter::once(None).chain(steps.iter().map(Some));
    let said =
        steps.iter().zip(before).map(|(step, before)| (said::said(step, before, words::number), step.when));
    let mut listed: Vec<Listed> = (0..).zip(said).map(|(index, (what, when))| (index, what, when)).collect();
    listed.reverse();
    listed
}

/// A moment of the page's clock, in words.
fn moment(when: f64) -> String {
    words::time(saved::now() - clock::now() + when)
}

/// What the state that is shown gives.
fn now(desk: Desk) -> String {
    if desk.stale.get() {
        return "The wall that is shown has a fault.".to_owned();
    }
    desk.summary(|summary| {
        let profiles = words::counted(summary.profiles.into(), "profile", "profiles");
        let sections = words::counted(summary.sections.into(), "section", "sections");
        let day = words::number(summary.finish_day);
        format!("Shown now: {profiles}, {sections}, finished on day\u{a0}{day}.")
    })
}
