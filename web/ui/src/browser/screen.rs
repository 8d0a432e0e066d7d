//! The window the page is shown in.

use leptos::prelude::window;

/// Whether there is room for two columns.
pub fn is_wide() -> bool {
    matches("(width >= 1100px)")
}

/// Whether the visitor wants nothing to move by itself.
pub fn is_still() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}
