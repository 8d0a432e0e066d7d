//! The theme: kept in the browser where that is allowed, and set on `<html>`.
//!
//! `static/boot.js` sets the same attribute from the same key before the first paint.

use leptos::prelude::window;

use super::root;

const KEY: &str = "icewall-theme";

/// The colours of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The one that was chosen last.
    pub fn kept() -> Self {
        match storage().and_then(|storage| storage.get_item(KEY).ok().flatten()).as_deref() {
            Some("light") => Self::Light,
            Some("dark") => Self::Dark,
            _ => Self::Auto,
        }
    }

    /// The next one in turn.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }

    /// Its name, as the visitor reads it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// Shows it and keeps it.
    pub fn choose(self) {
        match self {
            Self::Auto => root::remove_hook("theme"),
            Self::Light | Self::Dark => root::set_hook("theme", self.name()),
        }
        if let Some(storage) = storage() {
            // A browser that keeps nothing still shows the theme.
            let _ = storage.set_item(KEY, self.name());
        }
    }
}

/// The browser's storage; reaching for it may throw, as in a frame without an origin.
fn storage() -> Option<web_sys::Storage> {
    window().local_storage().ok().flatten()
}
