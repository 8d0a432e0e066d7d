//! Time: a steady clock, and the moment after a frame has been painted.

use std::time::Duration;

use leptos::prelude::{document, request_animation_frame, set_timeout, window};

/// Milliseconds since the page began.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Calls `deed` after the frame that shows what has been done until now.
///
/// The callback of a frame runs before it is painted, a task from there runs after. A page in the
/// background paints no frame: there it is called at once.
pub fn after_paint(deed: impl FnOnce() + 'static) {
    // Not a timeout that is forgotten: its callback would be kept for as long as the page lives.
    let task = move || set_timeout(deed, Duration::ZERO);
    if document().hidden() { task() } else { request_animation_frame(task) }
}
