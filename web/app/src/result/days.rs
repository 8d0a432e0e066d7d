//! The days that the charts show: nearer, further, earlier, later, all. Every day axis shows the same days. Not
//! for choosing them with the pointer: that is the plot's.

use icewall_ui::window::Window;
use leptos::prelude::*;

use super::pane::Pane;
use crate::state::State;
use crate::words;

/// What a button or a key does to the days that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zoom {
    /// Half as many.
    In,
    /// Twice as many.
    Out,
    /// Half a length earlier.
    Earlier,
    /// Half a length later.
    Later,
    /// All.
    All,
}

const BUTTONS: [(&str, Zoom); 5] = [
    ("Zoom in", Zoom::In),
    ("Zoom out", Zoom::Out),
    ("Earlier", Zoom::Earlier),
    ("Later", Zoom::Later),
    ("All days", Zoom::All),
];

/// Which days are shown, and the buttons.
#[component]
pub(crate) fn ShownDays() -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let off = move |what: Zoom| {
        let axis = pane.axis.get();
        match what {
            Zoom::In => axis.days <= 1,
            Zoom::Out | Zoom::All => axis.days >= axis.finish,
            Zoom::Earlier => axis.before == 0,
            Zoom::Later => axis.before + axis.days >= axis.finish,
        }
    };
    let told = move || {
        let axis = pane.axis.get();
        let (first, last) = (words::number(axis.before + 1), words::number(axis.before + axis.days));
        (axis.days < axis.finish).then(|| format!("days {first}–{last} of {}", words::number(axis.finish)))
    };
    let button = |(word, what): (&'static str, Zoom)| {
        view! {
            <button type="button" class="quiet" prop:disabled=move || off(what) on:click=move |_| zoom(state, pane, what)>
                {word}
            </button>
        }
    };
    view! {
        <p class="shown-days" role="group" aria-label="Days that are shown">
            {BUTTONS.map(button).collect_view()}
            <span class="shown-days-words" role="status">{told}</span>
        </p>
    }
    .into_any()
}

/// Does it; the day that is looked at stays where it is, else the middle.
fn zoom(state: State, pane: Pane, what: Zoom) {
    let axis = pane.axis.get_untracked();
    let days = Window { first: axis.before + 1, last: axis.before + axis.days };
    let looked_at = pane.day.get_untracked().and_then(|day| days.place(day));
    let share = looked_at.map_or(0.5, |(from, wide)| from + wide / 2.0);
    state.show_days(match what {
        Zoom::In | Zoom::Out => Some(days.zoomed(what == Zoom::In, share, axis.finish)),
        Zoom::Earlier => Some(days.moved(-0.5, axis.finish)),
        Zoom::Later => Some(days.moved(0.5, axis.finish)),
        Zoom::All => None,
    });
}

/// Does what a key asks for; tells whether it asks for anything.
pub(crate) fn pressed(state: State, pane: Pane, key: &str) -> bool {
    let what = match key {
        "+" | "=" => Zoom::In,
        "-" => Zoom::Out,
        "0" => Zoom::All,
        _ => return false,
    };
    zoom(state, pane, what);
    true
}
