//! What is done once something has not changed for a while. Not for what that is.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// Calls `deed` with what `watched` gives, as soon as nothing that it tracks has changed for so many milliseconds.
pub fn when_rested<T: 'static>(
    watched: impl Fn() -> T + 'static,
    milliseconds: u32,
    deed: impl Fn(T) + Copy + 'static,
) {
    let waiting = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        let now = watched();
        waiting.set_value(Some(Timeout::new(milliseconds, move || deed(now))));
    });
}
