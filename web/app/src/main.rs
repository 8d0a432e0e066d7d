//! The page of Icewall: what a visitor sees and does.
//!
//! It never computes a figure: the engine does, in a worker (see `engine`), and the page shows
//! what it answers. `state` is what the page knows, `editor` and `parameters` are what the visitor
//! changes, `result` is what comes of it, `rooms` what is loaded later.

#![expect(unreachable_pub, reason = "Leptos' component macro writes `pub` whatever a component's visibility")]
#![expect(clippy::large_types_passed_by_value, reason = "`State` is a handful of handles, passed as one")]

mod app;
mod editor;
mod engine;
mod header;
mod parameters;
mod result;
mod rooms;
mod state;

use icewall_ui::{browser, words};
use leptos::prelude::*;
use wasm_bindgen::JsCast;

fn main() {
    start_log();
    browser::locale::watch();
    let Some(place) = document().get_element_by_id("app") else {
        log::error!("page: there is no place for the page");
        return;
    };
    mount_to(place.unchecked_into(), app::start).forget();
}

/// The level comes from `?log=`; without it only warnings are told.
fn start_log() {
    let level = browser::address::query("log").and_then(|level| level.parse().ok());
    // A second logger is the only thing that could fail, and there is none.
    let _ = console_log::init_with_level(level.unwrap_or(log::Level::Warn));
}
