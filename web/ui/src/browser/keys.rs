//! Keys that work anywhere on the page. Not for what they do.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Ctrl+Z, or the same with the command key.
    Undo,
    /// Ctrl+Shift+Z or Ctrl+Y.
    Redo,
    /// Ctrl+K, or the same with the command key.
    Commands,
    /// A question mark, where nothing is being typed.
    Help,
}

/// Calls `pressed` with each of these keys; the browser does nothing about it then.
pub fn listen(keys: &'static [Key], pressed: impl Fn(Key) + 'static) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&window(), "keydown", options, move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if let Some(key) = meaning(event).filter(|key| keys.contains(key)) {
            event.prevent_default();
            pressed(key);
        }
    })
    .forget();
}

fn meaning(event: &KeyboardEvent) -> Option<Key> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return (event.key() == "?" && !event.alt_key() && !is_typing()).then_some(Key::Help);
    }
    match (event.key().as_str(), event.shift_key()) {
        ("z" | "Z", false) => Some(Key::Undo),
        ("z" | "Z", true) | ("y", false) => Some(Key::Redo),
        ("k", false) => Some(Key::Commands),
        _ => None,
    }
}

/// Whether a field has the focus in which a key is a letter.
fn is_typing() -> bool {
    let field = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=range])";
    document().active_element().is_some_and(|element| element.matches(field).unwrap_or(false))
}
