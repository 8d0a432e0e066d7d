//! The browser, wrapped: the only place beside the engine's client that names `web_sys`.
//!
//! Each module is one thing a browser offers; none knows the state or a component.

pub(crate) mod address;
pub(crate) mod canvas;
pub(crate) mod clipboard;
pub(crate) mod clock;
pub(crate) mod drop;
pub(crate) mod files;
pub(crate) mod keys;
pub(crate) mod locale;
pub(crate) mod root;
pub(crate) mod screen;
pub(crate) mod service_worker;
pub(crate) mod store;
pub(crate) mod textarea;
pub(crate) mod theme;
pub(crate) mod uplot;

use wasm_bindgen::{JsCast, JsValue};

/// What a JavaScript error says.
pub(crate) fn told(error: &JsValue) -> String {
    match error.dyn_ref::<js_sys::Error>() {
        Some(error) => String::from(error.message()),
        None => error.as_string().unwrap_or_else(|| "an error without words".to_owned()),
    }
}
