//! The browser, wrapped: the only place that names `web_sys`.
//!
//! Each module is one thing a browser offers; none knows the state or a component.

pub mod address;
pub mod canvas;
pub mod clipboard;
pub mod clock;
pub mod column;
pub mod css;
pub mod desk;
pub mod dialog;
pub mod drop;
pub mod embed;
pub mod files;
pub mod keys;
pub mod locale;
pub mod pictures;
pub mod pointer;
pub mod prefs;
pub mod root;
pub mod save;
pub mod saved;
pub mod screen;
pub mod scroller;
pub mod service_worker;
pub mod sight;
pub mod store;
pub mod textarea;
pub mod theme;
pub mod uplot;
pub mod worker;

use wasm_bindgen::{JsCast, JsValue};

/// What a JavaScript error says.
pub fn told(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_else(|| "an error without words".to_owned()),
    }
}
