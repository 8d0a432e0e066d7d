//! What the visitor chose for this browser, and not for a wall: kept where that is allowed. Reaching for the
//! storage may throw, as in a frame without an origin; then every choice is the first one.
//!
//! Not for the theme's colours nor for how a number is written: whoever reads a choice acts on it.

use leptos::prelude::window;

/// The language and region that numbers and dates are written in.
pub const LOCALE: &str = "icewall-locale";
/// How many threads an engine starts with.
pub const THREADS: &str = "icewall-threads";

/// What was chosen; none where nothing was, or nothing is kept.
pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a choice; none: there is none any more. Tells whether the browser kept it.
pub fn set(key: &str, value: Option<&str>) -> bool {
    storage().is_some_and(|storage| {
        match value {
            Some(value) => storage.set_item(key, value),
            None => storage.remove_item(key),
        }
        .is_ok()
    })
}

fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
