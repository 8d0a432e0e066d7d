//! Time: a steady clock, the moment after a frame has been painted, and a task of one's own.

use std::time::Duration;

use leptos::prelude::{document, request_animation_frame, set_timeout, window};

use crate::answer::promise;

/// Milliseconds since the page began.
pub fn now() -> f64 {
    window().performance().map_or(0.0, |performance| performance.now())
}

/// Calls `deed` after the frame that shows what has been done until now.
///
/// The callback of a frame runs before it is painted, a task from there runs after. A page in the
/// background paints no frame: there it is called at once.
pub fn after_paint(deed: impl FnOnce() + 'static) {
    framed(Box::new(deed));
}

/// For every deed the same code: the page is small.
fn framed(deed: Box<dyn FnOnce()>) {
    let then = move || later(deed, Duration::ZERO);
    if document().hidden() { then() } else { request_animation_frame(then) }
}

/// Calls `deed` after a while.
pub(super) fn later(deed: Box<dyn FnOnce()>, after: Duration) {
    // Not a timeout that is forgotten: its callback would be kept for as long as the page lives.
    set_timeout(deed, after);
}

/// Goes on in a task of its own, so that the page hears its visitor before. A page in the background has no visitor,
/// and its timers are slow: there it goes on at once.
pub async fn own_task() {
    if document().hidden() {
        return;
    }
    let (promise, end) = promise::<()>();
    later(Box::new(move || drop(promise)), Duration::ZERO);
    // It has no answer, only an end.
    let _: Result<(), _> = end.await;
}
