//! The rooms: the parts of the page that are loaded later. A module of its own, started by the page
//! that stands first (`js/desk.js` of `icewall-ui`).
//!
//! ```text
//! page ◀─ desk ─▶ rooms ◀─ workshop ─▶ worker
//! ```
//! `desk` is what the page tells and is wished for, `workshop` the worker that does what takes long.
//! The rooms compute no figure: the workshop does.

#![expect(unreachable_pub, reason = "Leptos' component macro writes `pub` whatever a component's visibility")]

mod app;
mod commands;
mod compare;
mod crews;
mod database;
mod day;
mod desk;
mod diagram;
mod drawing;
mod elevation;
mod embed;
mod export;
mod field;
mod history;
mod links;
mod milestones;
mod parts;
mod place;
mod plan;
mod plot;
mod rest;
mod risk;
mod saved;
mod scroll;
mod settings;
mod speed;
mod table;
mod tables;
mod under_way;
mod why;
mod worklog;
mod workshop;

use icewall_ui::{browser, words};
use wasm_bindgen::prelude::wasm_bindgen;

/// Mounts the rooms into the places that the page keeps for them. To be called once.
#[wasm_bindgen]
pub fn start() {
    let level = browser::address::query("log").and_then(|level| level.parse().ok());
    // A second logger is the only thing that could fail, and this module has one of its own.
    let _ = console_log::init_with_level(level.unwrap_or(log::Level::Warn));
    app::mount();
}
