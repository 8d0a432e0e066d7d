//! What the service worker brings: the API, the app without a network, threads. It is started after
//! the first result, so that a first visit waits for nothing.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{EngineStatus, State};
use crate::browser::{address, service_worker};
use crate::engine::Client;
use icewall_protocol::EngineKind;

/// What a visitor can be offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Offer {
    /// A new version of the app waits.
    NewVersion,
    /// Another tab let a new version take over: this page is still the old one.
    Replaced,
}

/// Starts it once the first result is painted.
pub(super) fn start(state: State) {
    let started = StoredValue::new(false);
    Effect::new(move |_| {
        if state.painted.with(|(results, _)| *results == 0) || started.get_value() {
            return;
        }
        started.set_value(true);
        spawn_local(run(state));
    });
}

async fn run(state: State) {
    let tell = move |word: String| {
        let offer = if word == "ready" { Offer::NewVersion } else { Offer::Replaced };
        state.offer.try_set(Some(offer));
    };
    let served = service_worker::start(tell).await;
    if !served || !wants_threads(state) {
        return;
    }
    if service_worker::isolate().await {
        state.with_client(Client::renew);
    } else if service_worker::can_reload() {
        state.can_reload.try_set(true);
    }
}

/// Whether the single engine runs though nobody asked for it.
fn wants_threads(state: State) -> bool {
    let single = state.engine.try_with_untracked(
        |engine| matches!(engine, EngineStatus::Up(ready) if ready.engine == EngineKind::Single),
    );
    single == Some(true) && address::query("engine").as_deref() != Some("single")
}
