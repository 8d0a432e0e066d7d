//! The visitor's own wall is kept whenever it has a result, and taken over when another tab or the
//! REST API has changed it. A text with a fault is never kept: the last good wall stays.

use std::future::Future;

use gloo::timers::callback::Timeout;
use icewall_protocol::{Reply, Request};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Fields, Source, State, can_be_edited};
use crate::browser::files::Held;
use crate::browser::store::{self, Record, Text};
use crate::editor::samples::SAMPLES;

/// How long after a result it is kept, in milliseconds: a slider being moved has many.
const REST_MS: u32 = 100;

/// Sections up to which the REST API computes a wall: `SECTIONS_MOST` of `static/api.js`.
const STORED_MOST: u32 = 2_000_000;

/// What is kept, to be compared with what the page shows.
#[derive(Clone, Debug, PartialEq)]
struct Same {
    text: Option<String>,
    settings: Vec<(String, String)>,
}

/// Keeps the wall from now on, and hears of changes. `first` is what was kept before.
pub(super) fn start(state: State, first: Option<&Record>) {
    let last = StoredValue::new_local(match first {
        Some(record) => same(record),
        // Nobody's own: what the API says where nothing is kept.
        None => same(&Record {
            text: Text::Typed(SAMPLES[0].text().to_owned()),
            settings: settings(&Fields::default()),
        }),
    });
    let held = StoredValue::new_local(first.and_then(file));
    let resting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        let sections = state.shown.with(|shown| shown.as_ref().map(|shown| shown.summary.sections));
        let settled = !state.busy.get() && !state.typing.get() && !state.stale.get();
        state.reply.track();
        let own = state.linked.get().is_none();
        // Else what is waited for would keep a wall that came with a link since.
        resting.set_value(None);
        let Some(sections) = sections.filter(|_| settled && own) else { return };
        let timer = Timeout::new(REST_MS, move || {
            let Some(record) = now(state) else { return };
            let own = same(&record);
            let file = file(&record);
            let as_kept = last.try_with_value(|last| *last == own) == Some(true)
                && held.try_with_value(|held| is_same(held.as_ref(), file.as_ref())) == Some(true);
            if as_kept {
                return;
            }
            // Between two keystrokes of a large text the engine's wall is not that of the text.
            let waits = [state.busy.try_get_untracked(), state.typing.try_get_untracked()];
            if waits != [Some(false); 2] || state.stale.try_get_untracked() != Some(false) {
                return;
            }
            let bytes = state.ask_stored(sections);
            last.try_set_value(own);
            held.try_set_value(file);
            spawn_local(async move {
                let bytes = bytes.await;
                let written = store::write(&record, sections, bytes.as_deref()).await;
                state.saved.try_set(Some(written));
            });
        });
        resting.try_update_value(|resting| *resting = Some(timer));
    });
    store::watch(move || {
        if state.linked.try_get_untracked().flatten().is_some() {
            return;
        }
        spawn_local(async move {
            let Some(record) = store::read().await.map(normal) else { return };
            if last.try_with_value(|last| *last == same(&record)) == Some(true)
                && same(&record).text.is_some()
            {
                return;
            }
            last.try_set_value(same(&record));
            held.try_set_value(file(&record));
            state.take_over(record);
        });
    });
}

impl State {
    /// The wall of the last run as the REST API reads it quickest; none where it would not read it.
    fn ask_stored(self, sections: u32) -> impl Future<Output = Option<Vec<u8>>> {
        let small = sections <= STORED_MOST;
        let answer = small.then(|| self.ask(|ask| Request::Store { ask })).flatten();
        async move {
            match answer?.await {
                Ok(Reply::Stored { bytes, .. }) => bytes.map(|bytes| bytes.0),
                _ => None,
            }
        }
    }

    /// Takes the wall that another tab or the API has set; what was here can be put back.
    fn take_over(self, record: Record) {
        let fields = Fields::from_settings(&record.settings);
        let own_fields = self.fields.try_get_untracked();
        let same_text = self.source.try_with_untracked(
            |source| matches!((source, &record.text), (Source::Text(own), Text::Typed(text)) if own == text),
        );
        match record.text {
            _ if same_text == Some(true) => {}
            Text::Typed(text) => self.take_text("wall.txt", &text),
            Text::Held(file) => self.open(file),
        }
        self.remember_fields(own_fields, same_text == Some(true));
        self.fields.try_set(fields);
        self.changed.try_set(true);
    }
}

/// The record with a text that is too large to edit as a file.
pub(super) fn normal(record: Record) -> Record {
    match record.text {
        Text::Typed(text) if !can_be_edited(&text) => {
            Record { text: Text::Held(Held::from_text("wall.txt", &text)), ..record }
        }
        _ => record,
    }
}

fn file(record: &Record) -> Option<Held> {
    if let Text::Held(file) = &record.text { Some(file.clone()) } else { None }
}

/// Whether both are the same file, or neither is one.
pub(super) fn is_same(one: Option<&Held>, other: Option<&Held>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.is(other),
        (None, None) => true,
        _ => false,
    }
}

fn same(record: &Record) -> Same {
    let text = if let Text::Typed(text) = &record.text { Some(text.clone()) } else { None };
    Same { text, settings: settings(&Fields::from_settings(&record.settings)) }
}

/// What the page holds now.
fn now(state: State) -> Option<Record> {
    let typed = state.source.try_with_untracked(|source| match source {
        Source::Text(text) => Some(text.clone()),
        Source::File { .. } => None,
    })?;
    let text = match typed {
        Some(text) => Text::Typed(text),
        None => Text::Held(state.held.try_get_value()??),
    };
    Some(Record { text, settings: settings(&state.fields.try_get_untracked()?) })
}

fn settings(fields: &Fields) -> Vec<(String, String)> {
    fields.settings().into_iter().map(|setting| (setting.key, setting.value)).collect()
}
