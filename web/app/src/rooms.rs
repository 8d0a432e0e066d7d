//! The place of the rooms: what is not on the first page is loaded when it is first wanted, or when the
//! first result stands. Not for what stands in a room.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{address, desk};
use crate::state::State;

/// How the rooms are.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Loaded {
    /// On their way, or not wanted yet.
    NotYet,
    /// There.
    Yes,
    /// They could not be loaded: why.
    Failed(String),
}

/// The rooms, in place of the first page where the address names one.
#[component]
pub(crate) fn Rooms() -> impl IntoView {
    let state = State::get();
    let loaded = RwSignal::new(Loaded::NotYet);
    let wanted = Memo::new(move |_| !state.at_wall() || state.is_painted());
    let load = move || {
        spawn_local(async move {
            let opened = match address::engine_folder() {
                Some(folder) => desk::open_rooms(&format!("{folder}rooms/")).await,
                None => Err("The page does not say where they are.".to_owned()),
            };
            loaded.try_set(opened.map_or_else(Loaded::Failed, |()| Loaded::Yes));
        });
    };
    Effect::new(move |_| {
        if wanted.get() {
            load();
        }
    });
    view! {
        <main class="room" hidden=move || state.at_wall()>
            <div id="rooms"></div>
            {move || match loaded.get() {
                Loaded::Yes => ().into_any(),
                Loaded::NotYet => view! { <p class="muted" role="status">"Loading…"</p> }.into_any(),
                Loaded::Failed(why) => view! {
                    <p role="alert">"This part of the page could not be loaded: " {why}</p>
                    <button type="button" on:click=move |_| load()>"Try again"</button>
                }
                .into_any(),
            }}
        </main>
    }
    .into_any()
}
