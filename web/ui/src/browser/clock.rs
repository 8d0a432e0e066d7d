//! Time: a steady clock, and the moment after a frame has been painted.

use gloo::timers::callback::Timeout;
use leptos::prelude::{document, request_animation_frame, window};

/// Milliseconds since the page began.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Calls `deed` after the frame that shows what has been done until now.
///
/// The callback of a frame runs before it is painted, a task from there runs after. A page in the
/// background paints no frame: there it is called at once.
pub fn after_paint(deed: impl FnOnce() + 'static) {
    let task = move || {
        Timeout::new(0, deed).forget();
    };
    if document().hidden() { task() } else { request_animation_frame(task) }
}
