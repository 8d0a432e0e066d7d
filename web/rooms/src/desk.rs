//! What the page tells the rooms, as signals, and what the rooms wish of it.

use std::ops::Deref;
use std::sync::Arc;

use icewall_protocol::desk::{
    LookedAt, ShownDays, ShownWall, Stale, Steps, Tables, Topic, Whereabouts, Wish,
};
use icewall_protocol::{Setting, Summary, from_bytes, to_bytes};
use icewall_ui::window::Window;
use leptos::prelude::*;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use crate::browser::desk;
use crate::browser::files::Held;
use crate::links::Links;
use crate::workshop::Brought;

/// A wall as the page shows it, with its file where it is one.
#[derive(Clone, Debug)]
pub(crate) struct Wall {
    /// What the page told.
    pub(crate) shown: ShownWall,
    /// The file that holds its text; none where the text is told.
    pub(crate) file: Option<Held>,
}

impl Brought for Wall {
    fn number(&self) -> u32 {
        self.shown.number
    }

    fn settings(&self) -> &[Setting] {
        &self.shown.settings
    }

    fn text(&self) -> Option<&str> {
        self.shown.text.as_deref()
    }

    fn file(&self) -> Option<&Held> {
        self.file.as_ref()
    }
}

/// What the page told last. It lives as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Desk(&'static Told);

/// The signals of the desk.
pub(crate) struct Told {
    /// The wall whose result is shown; none until there is one.
    pub(crate) wall: RwSignal<Option<Arc<Wall>>, LocalStorage>,
    /// The day that is looked at.
    pub(crate) day: RwSignal<Option<u64>>,
    /// The days that every day axis shows; none: all. Those that the wall has not are among them.
    shown_days: RwSignal<Option<Window>>,
    /// The section that is chosen in one of the pictures, from 1; the wall need not have it.
    pub(crate) section: RwSignal<Option<u32>>,
    /// Whether the result is not what the wall now says.
    pub(crate) stale: RwSignal<bool>,
    /// Which tables of the first page are open.
    pub(crate) tables: RwSignal<Tables>,
    /// Where the visitor is: the fragment without `#/`.
    pub(crate) place: RwSignal<String>,
    /// The states that can be gone to, for as long as a room wishes for them.
    pub(crate) steps: RwSignal<Steps>,
}

impl Deref for Desk {
    type Target = Told;

    fn deref(&self) -> &Told {
        self.0
    }
}

impl Desk {
    /// Hears the page from now on.
    pub(crate) fn start() -> Self {
        let desk = Self(Box::leak(Box::new(Told {
            wall: RwSignal::new_local(None),
            day: RwSignal::new(None),
            shown_days: RwSignal::new(None),
            section: RwSignal::new(None),
            stale: RwSignal::new(false),
            tables: RwSignal::new(Tables::default()),
            place: RwSignal::new(String::new()),
            steps: RwSignal::new(Steps::default()),
        })));
        hear(move |shown: ShownWall, beside| {
            let file = Held::from_value("wall.txt", beside);
            desk.wall.try_set(Some(Arc::new(Wall { shown, file })));
        });
        hear(move |LookedAt(day), _| {
            desk.day.try_set(day);
        });
        hear(move |ShownDays(days), _| {
            desk.shown_days.try_set(days.map(|(first, last)| Window { first, last }));
        });
        hear(move |Stale(stale), _| {
            desk.stale.try_set(stale);
        });
        hear(move |tables: Tables, _| {
            desk.tables.try_set(tables);
        });
        let links = Links::default();
        hear(move |Whereabouts(place), _| {
            desk.place.try_set(links.come_to(place));
        });
        hear(move |steps: Steps, _| {
            desk.steps.try_set(steps);
        });
        desk
    }

    /// It, from the context.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Something of the figures of the wall that is shown; the least there is while there is none. Tracks.
    pub(crate) fn summary<T: Default>(self, of: impl Fn(&Summary) -> T) -> T {
        self.wall.with(|wall| wall.as_ref().map(|wall| of(&wall.shown.summary))).unwrap_or_default()
    }

    /// The name of the room that the visitor is in: the fragment up to its query.
    pub(crate) fn room(self) -> String {
        self.place.with(|place| place.split('?').next().unwrap_or_default().to_owned())
    }

    /// The day that pictures show, from 1: the one that is looked at, else the finish day; 0 for a wall that
    /// starts finished. Tracks.
    pub(crate) fn day_shown(self) -> u64 {
        let finish = self.summary(|summary| summary.finish_day);
        self.day.get().filter(|day| (1..=finish).contains(day)).unwrap_or(finish)
    }

    /// The days that every day axis shows, of those that the wall takes. Tracks.
    pub(crate) fn days(self) -> Window {
        let finish = self.summary(|summary| summary.finish_day);
        self.shown_days.get().map_or_else(|| Window::whole(finish), |days| days.within(finish))
    }

    /// The same, without tracking.
    pub(crate) fn room_untracked(self) -> String {
        untrack(move || self.room())
    }

    /// What a field for a day says beside it, where a date may stand there as well; else nothing. Tracks.
    pub(crate) fn or_a_date(self) -> String {
        let start = self.summary(|summary| summary.start_date.clone());
        start.map(|first| format!("or a date from {first}")).unwrap_or_default()
    }

    /// Looks at a day, or lets it go.
    pub(crate) fn look_at(self, day: Option<u64>) {
        if self.day.try_get_untracked() != Some(day) {
            wish(&Wish::Day(day), &JsValue::UNDEFINED);
        }
    }
}

/// Shows these days on every day axis.
pub(crate) fn show_days(days: Window) {
    wish(&Wish::Days(Some((days.first, days.last))), &JsValue::UNDEFINED);
}

/// Sets a parameter field of the page, by JSON key.
pub(crate) fn set(key: &str, value: &str) {
    let setting = Setting { key: key.to_owned(), value: value.to_owned() };
    wish(&Wish::Set(setting), &JsValue::UNDEFINED);
}

/// Wishes something of the page; `beside` is the text or file of a wall.
pub(crate) fn wish(wish: &Wish, beside: &JsValue) {
    desk::tell(Wish::NAME, &to_bytes(wish), beside);
}

/// Hears what the page tells of a topic; whoever comes later hears the last of it.
pub(crate) fn hear<T: Topic + DeserializeOwned>(heard: impl Fn(T, JsValue) + 'static) {
    desk::hear(T::NAME, move |bytes, beside| match from_bytes(&bytes) {
        Ok(message) => heard(message, beside),
        Err(_) => log::warn!("rooms: what the page told about {} could not be read", T::NAME),
    });
}
