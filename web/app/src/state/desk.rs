//! What the page tells the rooms that are loaded later, and what they wish of it. Not for the rooms.

use icewall_protocol::desk::{
    Figure, LookedAt, ShownDays, ShownWall, Stale, Steps, Tables, Topic, Whereabouts, Why, Wish,
};
use icewall_protocol::{from_bytes, to_bytes};
use icewall_ui::window::Window;
use leptos::prelude::*;
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::kept::is_same;
use super::{Fields, Source, State};
use crate::browser::files::Held;
use crate::browser::{address, desk, root};
use crate::editor::PICKER;

/// The fragment of the first page, where the wall is.
pub(crate) const WALL: &str = "wall";

/// Tells from now on, and hears wishes.
pub(super) fn start(state: State) {
    address::watch_fragment(move || {
        state.place.try_set(place());
    });
    Effect::new(move |_| tell(&Whereabouts(state.place.get().unwrap_or_default()), &JsValue::UNDEFINED));
    Effect::new(move |_| tell(&LookedAt(state.day.get()), &JsValue::UNDEFINED));
    Effect::new(move |_| tell(&Stale(state.stale.get()), &JsValue::UNDEFINED));
    Effect::new(move |_| {
        tell(&ShownDays(state.days.get().map(|days| (days.first, days.last))), &JsValue::UNDEFINED);
    });
    Effect::new(move |told: Option<Option<Told>>| tell_wall(state, told.flatten()));
    desk::hear(Wish::NAME, move |bytes, beside| {
        if let Ok(wish) = from_bytes(&bytes) {
            grant(state, wish, beside);
        }
    });
}

/// Where the visitor is: the fragment without `#/`; none where it names nothing.
pub(super) fn place() -> Option<String> {
    address::fragment().strip_prefix("#/").map(str::to_owned)
}

/// Tells the states that can be gone to.
pub(super) fn tell_steps(steps: &Steps) {
    tell(steps, &JsValue::UNDEFINED);
}

fn tell<T: Topic + Serialize>(message: &T, beside: &JsValue) {
    desk::tell(T::NAME, &to_bytes(message), beside);
}

/// A wall that was told, with its file where it is one.
type Told = (ShownWall, Option<Held>);

/// With every result of another wall: what it is the result of. While a newer run is under way nothing is told, so
/// what is told fits. Other days, or another view, of the one that was told are no other wall.
fn tell_wall(state: State, told: Option<Told>) -> Option<Told> {
    let Some(shown) = state.shown.get().filter(|_| !state.busy.get() && !state.stale.get()) else {
        return told;
    };
    let held = state.held.get_value();
    let text = state.source.with_untracked(|source| match source {
        Source::Text(text) => Some(text.clone()),
        Source::File { .. } => None,
    });
    let file = if text.is_none() { held } else { None };
    let wall = ShownWall {
        number: shown.number,
        text,
        settings: state.fields.with_untracked(Fields::settings),
        summary: shown.summary.clone(),
        linked: state.linked.get() == Some(true),
    };
    if told.as_ref().is_some_and(|(before, of)| before.is(&wall) && is_same(of.as_ref(), file.as_ref())) {
        return told;
    }
    tell(&wall, &file.as_ref().map_or(JsValue::UNDEFINED, Held::value));
    Some((wall, file))
}

impl State {
    /// Has it told how a figure comes about.
    #[expect(clippy::unused_self, reason = "components have one object to ask")]
    pub(crate) fn ask_why(self, figure: Figure) {
        tell(&Why(figure), &JsValue::UNDEFINED);
    }

    /// Tells which tables are open, and what they are to show. Tracks what is shown.
    pub(crate) fn tell_tables(self, daily: bool, until: bool) {
        let (view, rows) = self
            .shown
            .with(|shown| shown.as_ref().map(|shown| (shown.charts.view, shown.charts.rows.len())))
            .unzip();
        let rows = rows.and_then(|rows| u32::try_from(rows).ok()).unwrap_or_default();
        tell(&Tables { daily, until, view, rows }, &JsValue::UNDEFINED);
    }
}

fn grant(state: State, wish: Wish, beside: JsValue) {
    match wish {
        Wish::Day(day) => {
            state.pinned.try_set(day);
            state.day.try_set(day);
        }
        Wish::Days(days) => state.show_days(days.map(|(first, last)| Window { first, last })),
        Wish::Set(setting) => {
            state.fields.try_update(|fields| fields.set(&setting.key, &setting.value));
        }
        Wish::Take { name, settings } => {
            let own_fields = state.fields.try_get_untracked();
            let pairs: Vec<_> = settings.into_iter().map(|pair| (pair.key, pair.value)).collect();
            // With the wall and not before: what is shown meanwhile is still the old one.
            let then = Box::new(move || {
                state.remember_fields(own_fields, false);
                state.fields.try_set(Fields::from_settings(&pairs));
            });
            match beside.as_string() {
                Some(text) => state.take_text_then(&name, &text, then),
                None => {
                    if let Some(file) = Held::from_value(&name, beside) {
                        state.open_then(file, then);
                    }
                }
            }
        }
        Wish::Undo => state.undo(),
        Wish::Redo => state.redo(),
        Wish::Share => state.share(),
        Wish::Example(key) => state.take_example(&key),
        Wish::OpenFile => root::click(PICKER),
        Wish::View(view) => {
            state.view.try_set(view);
        }
        Wish::OpenLink => state.open_link(),
        Wish::Keep => state.keep_linked(),
        Wish::Steps(listed) => {
            state.listed.try_set(listed);
        }
        Wish::GoTo(step) => state.go_to(step),
    }
}
