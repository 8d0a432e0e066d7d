//! The page's address: its query, and where the engine's files are.

use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use web_sys::UrlSearchParams;

/// The value of a parameter of the page's query.
pub(crate) fn query(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The page's fragment, `#` included; empty where there is none.
pub(crate) fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// The page's address up to its fragment.
pub(crate) fn without_fragment() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Takes the fragment off the address, without another entry in the history.
pub(crate) fn drop_fragment() {
    if let Ok(history) = window().history() {
        // A browser may refuse too many changes in a row: then the fragment stays.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&without_fragment()));
    }
}

/// The address of the engine's worker script; `single`: without threads in any case. None where
/// the page's head does not say where the engine is.
pub(crate) fn worker_url(single: bool) -> Option<String> {
    let meta = document().query_selector("meta[name='icewall-engine']").ok()??;
    let folder = meta.get_attribute("content")?;
    let query = UrlSearchParams::new().ok()?;
    for name in ["threads", "log"] {
        if let Some(value) = self::query(name) {
            query.append(name, &value);
        }
    }
    if single {
        query.append("engine", "single");
        if self::query("engine").as_deref() != Some("single") {
            query.append("after", "stop");
        }
    }
    let query = String::from(query.to_string());
    let mark = if query.is_empty() { "" } else { "?" };
    Some(format!("{folder}worker.js{mark}{query}"))
}
