//! How a change becomes a run, a run a result, and a day its figures.
//!
//! The only effects of the state: each does something outside the reactive graph (asks the engine,
//! sets a hook on `<html>`).

use std::sync::Arc;

use gloo::timers::callback::Timeout;
use icewall_protocol::{EngineKind, Reply, Request, RunReply, View};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::link::Link;
use super::{Columns, EngineStatus, Fields, Halt, Shown, Source, State, desk, history, kept, link, offline};
use crate::browser::store::{self, Text};
use crate::browser::{address, clock, css, root};
use crate::engine::{Client, News, Order, WallText};

/// The width of a chart before it is known, in CSS pixels.
const WIDTH_AT_FIRST: u32 = 600;
/// A chart's columns: not fewer, not more.
const COLUMNS: std::ops::RangeInclusive<u32> = 200..=800;
/// A width that changes all the time (a window being dragged) is waited for, in milliseconds.
const WIDTH_REST_MS: u32 = 150;

/// Starts the engine, and the first run: with the wall that this browser keeps, else with `example`. To
/// be called once, at the root.
pub(crate) fn start(example: &str) -> State {
    let link = Link::of_address();
    // A frame in another page has a wall of its own, as one that came with a link.
    let private = link.is_some() || root::is_embedded();
    let first = store::at_first().map(kept::normal).filter(|_| !private);
    let (text, file) = match first.as_ref().map(|record| record.text.clone()) {
        None => (example.to_owned(), None),
        Some(Text::Typed(text)) => (text, None),
        Some(Text::Held(file)) => (String::new(), Some(file)),
    };
    let fields = first.as_ref().map(|record| Fields::from_settings(&record.settings)).unwrap_or_default();
    let reply = RwSignal::new(None::<Arc<RunReply>>);
    let shown = RwSignal::new(None::<Arc<Shown>>);
    let halted = RwSignal::new(None::<Halt>);
    let is_stale = Memo::new(move |_| {
        let fault = reply.with(|reply| reply.as_ref().is_some_and(|reply| reply.outcome.is_none()));
        shown.with(Option::is_some) && (fault || halted.with(Option::is_some))
    });
    let state = State {
        source: RwSignal::new(Source::Text(text)),
        fields: RwSignal::new(fields),
        view: RwSignal::new(None),
        days: RwSignal::new(None),
        reply,
        shown,
        stale: is_stale,
        engine: RwSignal::new(EngineStatus::Starting),
        progress: RwSignal::new(None),
        day: RwSignal::new(None),
        pinned: RwSignal::new(None),
        figures: RwSignal::new(None),
        halted,
        busy: RwSignal::new(true),
        typing: RwSignal::new(false),
        columns: RwSignal::new(WIDTH_AT_FIRST),
        painted: RwSignal::new((0, 0.0)),
        painting: RwSignal::new(false),
        again: RwSignal::new(0),
        edition: RwSignal::new(0),
        before: RwSignal::new_local(None),
        place: RwSignal::new(desk::place()),
        mishap: RwSignal::new(None),
        notice: RwSignal::new(None),
        linked: RwSignal::new(private.then_some(true)),
        shared: RwSignal::new(None),
        can: RwSignal::new((false, false)),
        listed: RwSignal::new(false),
        saved: RwSignal::new(None),
        changed: RwSignal::new(false),
        offer: RwSignal::new(None),
        can_reload: RwSignal::new(false),
        held: StoredValue::new_local(None),
        resting: StoredValue::new_local(None),
        history: StoredValue::new_local(history::History::default()),
        look: StoredValue::new(Look::default()),
        client: StoredValue::new_local(None),
    };
    state.client.set_value(Some(Client::start(move |news| heard(state, news))));
    if let Some(link) = link {
        address::mark_opened();
        link::start(state, link);
    }
    Effect::new(move |asked: Option<Option<(u32, Order)>>| {
        let asked = asked.flatten();
        if state.linked.get() == Some(false) {
            return asked;
        }
        let has_faults = has_faults(state);
        let wanted = (state.again.get(), order(state));
        // A wall with faults has no curves: there is nothing to compute for other days or another view of it.
        let is_known =
            has_faults && asked.is_some_and(|(again, order)| again == wanted.0 && order.same_wall(&wanted.1));
        if !is_known {
            state.with_client(|client| client.run(wanted.1.clone()));
        }
        Some(wanted)
    });
    Effect::new(move |_| follow_day(state));
    Effect::new(move |_| hold_day(state));
    Effect::new(move |_| set_hooks(state));
    if let Some(file) = file {
        state.open(file);
    }
    history::start(state);
    kept::start(state, first.as_ref());
    offline::start(state);
    desk::start(state);
    state
}

/// Whether what was wanted last is computed, and is a wall with faults.
fn has_faults(state: State) -> bool {
    let faulty =
        state.reply.with_untracked(|reply| reply.as_ref().is_some_and(|reply| reply.outcome.is_none()));
    faulty && !state.busy.get_untracked() && state.halted.with_untracked(Option::is_none)
}

/// What is wanted now. Everything read here causes a run when it changes.
fn order(state: State) -> Order {
    // A run on its way is no halted run any more.
    state.halted.set(None);
    let typed = state.source.with(|source| match source {
        Source::Text(text) => Some(Arc::<str>::from(text.as_str())),
        Source::File { .. } => None,
    });
    let text = match (typed, state.held.get_value()) {
        (None, Some(held)) => WallText::Held(held),
        (typed, _) => WallText::Typed(typed.unwrap_or_default()),
    };
    Order {
        text,
        settings: state.fields.with(Fields::settings),
        columns: state.columns.get().clamp(*COLUMNS.start(), *COLUMNS.end()),
        view: state.view.get(),
        days: state.days.get().map(|days| (days.first, days.last)),
    }
}

/// Sets a signal that may be gone: a worker's message or a timer may outlive it.
fn put<T: Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    signal.try_set(value);
}

fn heard(state: State, news: News) {
    match news {
        News::Status(status) => {
            if let EngineStatus::Restarting { why } = &status {
                state.mishap.try_set(Some(why.clone()));
            }
            state.engine.try_set(status);
        }
        News::Progress(progress) => put(state.progress, progress),
        News::Busy(busy) => put(state.busy, busy),
        News::Halted(halt) => put(state.halted, Some(halt)),
        News::Run(reply, columns) => ran(state, *reply, columns),
    }
}

fn ran(state: State, reply: RunReply, columns: Option<Columns>) {
    if let (Some(outcome), Some(columns)) = (reply.outcome.clone(), columns) {
        let number = state.shown.with_untracked(|shown| shown.as_ref().map_or(0, |shown| shown.number)) + 1;
        let (summary, charts) = (outcome.summary, outcome.charts);
        state.painting.try_set(true);
        state.shown.try_set(Some(Arc::new(Shown { summary, charts, columns, number })));
        let ms = reply.ms;
        clock::after_paint(move || painted(state, number, ms));
    }
    state.reply.try_set(Some(Arc::new(reply)));
}

fn painted(state: State, number: u32, ms: f64) {
    state.painted.try_set((number, ms));
    let latest = state.shown.try_with_untracked(|shown| shown.as_ref().map(|shown| shown.number));
    if latest.flatten() == Some(number) {
        state.painting.try_set(false);
    }
}

fn set_hooks(state: State) {
    let engine = state.engine.get();
    let (kind, threads) = match &engine {
        EngineStatus::Up(ready) => match ready.engine {
            EngineKind::Threads => ("threads", ready.threads),
            EngineKind::Single => ("single", 1),
        },
        _ => ("none", 0),
    };
    let (painted, ms) = state.painted.get();
    let busy = state.busy.get() || state.typing.get() || state.painting.get();
    let page = match engine {
        EngineStatus::Down { .. } => "failed",
        _ if busy && painted == 0 => "loading",
        _ if busy => "running",
        _ => "idle",
    };
    root::set_hook("engine", kind);
    root::set_hook("threads", &threads.to_string());
    root::set_hook("run", &painted.to_string());
    if painted > 0 {
        root::set_hook("run-ms", &css::tenth(ms));
    }
    root::set_hook("state", page);
}

/// Whether the figures of a day are being asked for, and whether another day is wanted since.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    asking: bool,
    moved: bool,
}

/// Asks for the day that is looked at. One question at a time: of the days passed over meanwhile
/// only the last is asked for.
fn follow_day(state: State) {
    let day = state.day.get();
    state.shown.track();
    if day.is_none() {
        state.figures.set(None);
        return;
    }
    let asking = state
        .look
        .try_update_value(|look| std::mem::replace(look, Look { asking: true, moved: true }).asking);
    if asking == Some(false) {
        spawn_local(async move { while ask_day(state).await {} });
    }
}

/// Moves the days that the charts show along with the day that is chosen.
fn hold_day(state: State) {
    let Some((day, days)) = state.pinned.get().zip(state.days.get_untracked()) else { return };
    let finish =
        state.shown.with_untracked(|shown| shown.as_ref().map_or(0, |shown| shown.summary.finish_day));
    state.show_days(Some(days.holding(day.clamp(1, finish.max(1)), finish)));
}

/// Asks once; answers whether another day is wanted since.
async fn ask_day(state: State) -> bool {
    state.look.try_update_value(|look| look.moved = false);
    if let Some(Some(day)) = state.day.try_get_untracked() {
        let profiles = profiles_told(state);
        let answer = state.ask(|ask| Request::Day { ask, day, profiles });
        let figures = match answer {
            Some(answer) => answer.await.ok(),
            None => None,
        };
        if state.day.try_get_untracked().flatten().is_some() {
            let figures = match figures {
                Some(Reply::Day { figures, .. }) => figures.map(Arc::new),
                _ => None,
            };
            state.figures.try_set(figures);
        }
    }
    state
        .look
        .try_update_value(|look| {
            look.asking = look.moved;
            look.moved
        })
        .unwrap_or(false)
}

fn profiles_told(state: State) -> u32 {
    let view = state
        .shown
        .try_with_untracked(|shown| shown.as_ref().map(|shown| (shown.charts.view, shown.summary.profiles)));
    match view.flatten() {
        None | Some((View::Wall, _)) => 0,
        Some((View::Stacked, profiles)) => profiles.min(View::STACKED_MOST),
        Some((View::Multiples | View::Heat, profiles)) => profiles.min(View::MULTIPLES_MOST),
    }
}

/// See [`State::set_width`]. The first width counts at once: the first run waits for nothing.
pub(super) fn set_width(state: State, px: u32) {
    let px = px.clamp(*COLUMNS.start(), *COLUMNS.end());
    let Some(old) = state.columns.try_get_untracked() else { return };
    if old.abs_diff(px) * 10 <= old {
        state.resting.set_value(None);
        return;
    }
    if state.shown.try_with_untracked(Option::is_none) == Some(true) {
        state.columns.try_set(px);
        return;
    }
    let timer = Timeout::new(WIDTH_REST_MS, move || put(state.columns, px));
    state.resting.try_update_value(|resting| *resting = Some(timer));
}
