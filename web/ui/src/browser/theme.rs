//! The theme: kept in the browser where that is allowed, and set on `<html>`.
//!
//! `static/boot.js` sets the same attribute from the same key before the first paint.

use wasm_bindgen::JsValue;

use super::{desk, prefs, root};

const KEY: &str = "icewall-theme";
/// Under this topic the modules of the page tell each other which theme was chosen.
const TOPIC: &str = "theme";

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
        match prefs::get(KEY).as_deref() {
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

    /// Shows it and keeps it; whoever watches hears of it.
    pub fn choose(self) {
        match self {
            Self::Auto => root::remove_hook("theme"),
            Self::Light | Self::Dark => root::set_hook("theme", self.name()),
        }
        // A browser that keeps nothing still shows the theme.
        prefs::set(KEY, Some(self.name()));
        desk::tell(TOPIC, &[self as u8], &JsValue::UNDEFINED);
    }

    /// Calls `chosen` with each theme that is chosen from now on, wherever in the page.
    pub fn watch(chosen: impl Fn(Self) + 'static) {
        desk::hear(TOPIC, move |told, _| {
            let theme =
                [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| told == [*theme as u8]);
            theme.into_iter().for_each(&chosen);
        });
    }
}
