//! What the page knows: the one context every component reads.
//!
//! The visitor writes `source`, `fields`, `view` and `day`; the engine's answers come in as
//! `reply`, `shown` and `figures`. What follows from these is derived. How a change becomes a run
//! stands in `state/wiring.rs`. No figure of the model is computed here.

mod desk;
mod edit;
mod fields;
mod history;
mod kept;
mod link;
mod offline;
mod wall;
mod wiring;

use std::future::Future;
use std::sync::Arc;

use gloo::timers::callback::Timeout;
use icewall_protocol::{Charts, DayFigures, ProfileRow, Reply, Request, RunReply, Summary, View};
use icewall_ui::window::Window;
use leptos::prelude::*;

use crate::browser::files::Held;
use crate::engine::{Answer, Client};

pub(crate) use crate::engine::{Columns, EngineStatus, Halt, Lost, Rows};
pub(crate) use fields::{Crews, Fields};
pub(crate) use link::Shared;
pub(crate) use offline::Offer;
pub(crate) use wall::{Before, can_be_edited};
pub(crate) use wiring::start;

/// The wall as the visitor gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The text in the editor.
    Text(String),
    /// A file too large to edit; its bytes stay with the browser.
    File {
        /// Its name.
        name: String,
        /// Its size in bytes.
        bytes: u64,
        /// Its first lines, as text.
        head: String,
    },
}

/// A result as it is shown: what the engine answered to a run without faults.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// The figures of the whole wall.
    pub(crate) summary: Summary,
    /// What the columns mean.
    pub(crate) charts: Charts,
    /// The numbers of the charts.
    pub(crate) columns: Columns,
    /// Rises with every result, from 1.
    pub(crate) number: u32,
}

/// The signals of the page. Every one lives as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct State {
    /// What the visitor edits.
    pub(crate) source: RwSignal<Source>,
    /// What the parameter fields hold, as typed.
    pub(crate) fields: RwSignal<Fields>,
    /// The chosen view; none: as suits the wall.
    pub(crate) view: RwSignal<Option<View>>,
    /// The days that the charts show; none: all.
    pub(crate) days: RwSignal<Option<Window>>,
    /// The latest reply, faults included.
    pub(crate) reply: RwSignal<Option<Arc<RunReply>>>,
    /// The last good result; it stays on a fault.
    pub(crate) shown: RwSignal<Option<Arc<Shown>>>,
    /// Whether `shown` is not what `source` and `fields` now say: a fault, a cancelled run, an
    /// engine that is down.
    pub(crate) stale: Memo<bool>,
    /// How the engine is.
    pub(crate) engine: RwSignal<EngineStatus>,
    /// How far a run is, per mille, once it has taken 200 ms.
    pub(crate) progress: RwSignal<Option<u32>>,
    /// The one day that is looked at; none: nothing is pointed at.
    pub(crate) day: RwSignal<Option<u64>>,
    /// The day that was chosen; pointing elsewhere passes, this stays.
    pub(crate) pinned: RwSignal<Option<u64>>,
    /// The exact figures of a day. They come a moment after `day` changed: compare
    /// `figures.wall.day` with `day` where it matters.
    pub(crate) figures: RwSignal<Option<Arc<DayFigures>>>,
    /// Why the last run wanted has no answer; none where it has one or is on its way.
    pub(crate) halted: RwSignal<Option<Halt>>,
    /// Whether a run is under way or waits.
    pub(crate) busy: RwSignal<bool>,
    /// Whether the visitor types in a text so large that the run waits for a pause.
    pub(crate) typing: RwSignal<bool>,
    /// The most columns a chart has: its width in CSS pixels, 200 … 800.
    columns: RwSignal<u32>,
    /// Counted up when the source changes other than by typing: the editor takes it over then.
    pub(crate) edition: RwSignal<u32>,
    /// The visitor's own wall that another one took the place of.
    pub(crate) before: RwSignal<Option<Before>, LocalStorage>,
    /// Where the visitor is: the fragment of the address without `#/`.
    place: RwSignal<Option<String>>,
    /// Why the engine was started again, in a sentence, until the visitor puts it away.
    pub(crate) mishap: RwSignal<Option<String>>,
    /// What the page has to say about the last file, in a sentence; none: nothing.
    pub(crate) notice: RwSignal<Option<String>>,
    /// Whether a link was opened (none: no link), and whether its wall is there already.
    linked: RwSignal<Option<bool>>,
    /// What came of sharing the wall last.
    pub(crate) shared: RwSignal<Option<Shared>>,
    /// Whether something can be taken back, and done again.
    pub(crate) can: RwSignal<(bool, bool)>,
    /// Whether a room lists the states that can be gone to.
    listed: RwSignal<bool>,
    /// Whether the wall as it is shown is kept in this browser.
    pub(crate) saved: RwSignal<Option<bool>>,
    /// Whether another tab or the API changed the wall, until the visitor changes it.
    pub(crate) changed: RwSignal<bool>,
    /// What the visitor can be offered about the app itself.
    pub(crate) offer: RwSignal<Option<Offer>>,
    /// Whether loading the page again would give it threads.
    pub(crate) can_reload: RwSignal<bool>,
    /// How many results were painted, and what the engine took for the last, in milliseconds.
    painted: RwSignal<(u32, f64)>,
    /// Whether a result came in that no frame has shown yet.
    painting: RwSignal<bool>,
    /// Counted up to have the same run once more.
    again: RwSignal<u32>,
    /// The file behind [`Source::File`].
    held: StoredValue<Option<Held>, LocalStorage>,
    resting: StoredValue<Option<Timeout>, LocalStorage>,
    history: StoredValue<history::History, LocalStorage>,
    look: StoredValue<wiring::Look>,
    client: StoredValue<Option<Client>, LocalStorage>,
}

impl State {
    /// The state, from the context.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Whether the visitor is where the wall is, the first page.
    pub(crate) fn at_wall(self) -> bool {
        self.is_at(desk::WALL)
    }

    /// Whether the visitor is in this part of the page.
    pub(crate) fn is_at(self, part: &str) -> bool {
        self.place.with(|place| {
            let name = place.as_deref().unwrap_or_default().split('?').next();
            name.filter(|name| !name.is_empty()).unwrap_or(desk::WALL) == part
        })
    }

    /// Whether a result was painted already.
    pub(crate) fn is_painted(self) -> bool {
        self.painted.with(|(results, _)| *results > 0)
    }

    /// Whether the latest reply has no result, because the wall has a fault.
    pub(crate) fn is_faulty(self) -> bool {
        self.reply.with(|reply| reply.as_ref().is_some_and(|reply| reply.outcome.is_none()))
    }

    /// Shows these days in the charts; all of them where they are all that there are.
    pub(crate) fn show_days(self, days: Option<Window>) {
        let finish =
            self.shown.with_untracked(|shown| shown.as_ref().map_or(0, |shown| shown.summary.finish_day));
        let days = days.map(|days| days.within(finish)).filter(|days| *days != Window::whole(finish));
        if self.days.try_get_untracked() != Some(days) {
            self.days.try_set(days);
        }
    }

    /// Tells how wide a chart is, in CSS pixels. A change of less than a tenth is passed over.
    pub(crate) fn set_width(self, px: u32) {
        wiring::set_width(self, px);
    }

    /// Rows of the table of profiles, from the profile `from` (from 1), of the last run without
    /// faults.
    ///
    /// # Errors
    /// [`Lost`] where the engine was started again before it answered.
    pub(crate) fn ask_profiles(
        self,
        from: u32,
        count: u32,
    ) -> impl Future<Output = Result<Vec<ProfileRow>, Lost>> {
        let answer = self.ask(move |ask| Request::Profiles { ask, from, count });
        async move {
            match answer.ok_or(Lost)?.await? {
                Reply::Profiles { rows, .. } => Ok(rows),
                _ => Err(Lost),
            }
        }
    }

    /// Ends the run under way and drops the one that waits; the last good result stays.
    pub(crate) fn cancel(self) {
        self.with_client(Client::cancel);
    }

    /// Computes once more what `source` and `fields` say, and starts an engine that is down.
    pub(crate) fn run_again(self) {
        self.with_client(Client::revive);
        self.again.try_update(|again| *again = again.wrapping_add(1));
    }

    fn ask(self, request: impl FnOnce(u32) -> Request) -> Option<Answer<Reply>> {
        self.with_client(|client| client.ask(request))
    }

    fn with_client<T>(self, call: impl FnOnce(&Client) -> T) -> Option<T> {
        self.client.try_with_value(|client| client.as_ref().map(call)).flatten()
    }
}
