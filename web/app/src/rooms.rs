//! The place of the rooms: what is not on the first page is loaded when it is first wanted, or when the
//! first result or the first faults stand. Not for what stands in a room.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{address, desk};
use crate::state::State;

/// The rooms, in place of the first page where the address names one.
#[component]
pub(crate) fn Rooms(
    /// Whether all parts of the page are there: rooms are mounted into some.
    is_whole: RwSignal<bool>,
) -> impl IntoView {
    let state = State::get();
    let (loaded, failed) = (RwSignal::new(false), RwSignal::new(None::<String>));
    let wanted =
        Memo::new(move |_| is_whole.get() && (!state.at_wall() || state.is_painted() || state.is_faulty()));
    let load = move || {
        spawn_local(async move {
            let opened = match address::engine_folder() {
                Some(folder) => desk::open_rooms(&format!("{folder}rooms/")).await,
                None => Err("The page does not say where they are.".to_owned()),
            };
            loaded.try_set(opened.is_ok());
            failed.try_set(opened.err());
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
            <div hidden=move || loaded.get()>
                <p role="status">
                    {move || match failed.get() {
                        Some(why) => format!("This part of the page could not be loaded: {why}"),
                        None => "Loading…".to_owned(),
                    }}
                </p>
                <button type="button" hidden=move || failed.with(Option::is_none) on:click=move |_| load()>
                    "Try again"
                </button>
            </div>
        </main>
        <div id="commands"></div>
        <div id="why"></div>
    }
    .into_any()
}
