//! Keys that work anywhere on the page. Not for what they do.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Ctrl+Z, or the same with the command key.
    Undo,
    /// Ctrl+Shift+Z or Ctrl+Y.
    Redo,
}

/// Calls `pressed` with each such key; the browser does nothing about it then.
pub fn listen(pressed: impl Fn(Key) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if let Some(key) = meaning(event) {
            event.prevent_default();
            pressed(key);
        }
    })
    .forget();
}

fn meaning(event: &KeyboardEvent) -> Option<Key> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().as_str(), event.shift_key()) {
        ("z" | "Z", false) => Some(Key::Undo),
        ("z" | "Z", true) | ("y", false) => Some(Key::Redo),
        _ => None,
    }
}
