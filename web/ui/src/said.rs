//! Words for a live region: they are read out when they have come to rest. Not for which words.

use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;

/// How long they must rest before they are read out.
const REST: Duration = Duration::from_millis(1200);

/// A text that follows another one once it has rested.
pub fn debounced(text: impl Fn() -> String + Send + Sync + 'static) -> RwSignal<String> {
    let said = RwSignal::new(String::new());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let text = text();
        let late = move || {
            said.try_set(text);
        };
        let handle = set_timeout_with_handle(late, REST).ok();
        waiting.try_update_value(|waiting| {
            if let Some(before) = std::mem::replace(waiting, handle) {
                before.clear();
            }
        });
    });
    said
}
