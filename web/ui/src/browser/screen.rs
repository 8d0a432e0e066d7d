//! The window the page is shown in.

use leptos::prelude::window;

/// Whether there is room for two columns.
pub fn is_wide() -> bool {
    window().match_media("(width >= 1100px)").ok().flatten().is_some_and(|query| query.matches())
}
