//! Where each room stands. Not for what is in it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::desk::Desk;

/// Mounts the rooms; what they share lives as long as the page.
pub(crate) fn mount() {
    let owner = Owner::new();
    let desk = owner.with(Desk::start);
    // Nothing ends it but the page's own end.
    std::mem::forget(owner);
    if let Some(place) = document().get_element_by_id("rooms") {
        mount_to(place.unchecked_into(), move || {
            provide_context(desk);
            view! { <Room /> }
        })
        .forget();
    }
}

/// The room that the address names.
#[component]
fn Room() -> impl IntoView {
    let desk = Desk::get();
    let room = Memo::new(move |_| desk.room());
    move || match room.get().as_str() {
        "" | "wall" => ().into_any(),
        _ => view! {
            <h1>"There is no such page"</h1>
            <p>
                "The address names a part that Icewall has not. "
                <a href="#/wall">"Back to the wall"</a>
            </p>
        }
        .into_any(),
    }
}
