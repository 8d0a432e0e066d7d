//! Whether something has not changed for a while: then there is time for what nobody waits for. Not for what that is.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

/// Falls with every change of what `track` tracks, and rises when it has stood for so long.
pub(crate) fn rested(track: impl Fn() + 'static, after: Duration) -> RwSignal<bool> {
    let rested = RwSignal::new(false);
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        track();
        rested.set(false);
        let late = move || {
            rested.try_set(true);
        };
        let next = set_timeout_with_handle(late, after).ok();
        waiting.try_update_value(|waiting| {
            if let Some(before) = std::mem::replace(waiting, next) {
                before.clear();
            }
        });
    });
    rested
}
