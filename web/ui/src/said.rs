//! Words for a live region: they are read out when they have come to rest. Not for which words.

use leptos::prelude::*;

use crate::rest::when_rested;

/// How long they must rest before they are read out, in milliseconds.
const REST_MS: u32 = 1200;

/// A text that follows another one once it has rested.
pub fn debounced(text: impl Fn() -> String + 'static) -> RwSignal<String> {
    let said = RwSignal::new(String::new());
    when_rested(text, REST_MS, move |text| {
        said.try_set(text);
    });
    said
}
