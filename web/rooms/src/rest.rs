//! Whether something has not changed for a while: then there is time for what nobody waits for. Not for what that is.

use icewall_ui::rest::when_rested;
use leptos::prelude::*;

/// Falls with every change of what `track` tracks, and rises when it has stood for so many milliseconds.
pub(crate) fn rested(track: impl Fn() + 'static, milliseconds: u32) -> RwSignal<bool> {
    let rested = RwSignal::new(false);
    let watched = move || {
        track();
        rested.set(false);
    };
    when_rested(watched, milliseconds, move |()| {
        rested.try_set(true);
    });
    rested
}
