//! The page's address: its query, and where the engine's files are.

use gloo::events::EventListener;
use leptos::prelude::{document, window};
use wasm_bindgen::JsValue;
use web_sys::{Url, UrlSearchParams};

use super::prefs;

/// The crate of the engine itself.
pub const ENGINE: &str = "engine";

/// The value of a parameter of the page's query.
pub fn query(name: &str) -> Option<String> {
    let search = window().location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The page's fragment, `#` included; empty where there is none.
pub fn fragment() -> String {
    window().location().hash().unwrap_or_default()
}

/// A part of an address as it was before it was written there; none where it is no such part.
pub fn decoded(part: &str) -> Option<String> {
    js_sys::decode_uri_component(&part.replace('+', " ")).ok().map(String::from)
}

/// Calls `changed` whenever the fragment changes.
pub fn watch_fragment(changed: impl Fn() + 'static) {
    EventListener::new(&window(), "hashchange", move |_| changed()).forget();
}

/// The page's address up to its fragment.
pub fn without_fragment() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// Marks the present entry of the history: its link is opened.
pub fn mark_opened() {
    if let Ok(history) = window().history() {
        // A browser may refuse too many changes in a row: then the link is opened again when it is come back to.
        let _ = history.replace_state(&JsValue::TRUE, "");
    }
}

/// Whether the present entry of the history is marked.
pub fn is_opened() -> bool {
    window().history().and_then(|history| history.state()).is_ok_and(|state| state.is_truthy())
}

/// Takes the fragment off the address, without another entry in the history.
pub fn drop_fragment() {
    if let Ok(history) = window().history() {
        // A browser may refuse too many changes in a row: then the fragment stays.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&without_fragment()));
    }
}

/// Puts another fragment (with its `#`) into the address, without another entry in the history; nobody who
/// watches the fragment hears of it.
pub fn keep_fragment(fragment: &str) {
    if self::fragment() == fragment {
        return;
    }
    if let Ok(history) = window().history() {
        // A browser may refuse too many changes in a row: then the fragment stays.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&(without_fragment() + fragment)));
    }
}

/// The folder that the site is served from, as a path.
pub fn folder() -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    Url::new_with_base("./", &base).map(|url| url.pathname()).unwrap_or_default()
}

/// The address of that folder, host and all.
pub fn folder_address() -> String {
    let base = document().base_uri().ok().flatten().unwrap_or_default();
    Url::new_with_base("./", &base).map(|url| url.origin() + &url.pathname()).unwrap_or_default()
}

/// The folder of the site that holds the engine and what is loaded later. None where the page's head
/// does not name it.
pub fn engine_folder() -> Option<String> {
    document().query_selector("meta[name='icewall-engine']").ok()??.get_attribute("content")
}

/// The address of the script of a worker that does the work of the crate `of`; `single`: without
/// threads in any case; `threads`: with so many, whatever the page's own address says. None where the page's head
/// does not say where it is.
pub fn worker_url(of: &str, single: bool, threads: Option<u32>) -> Option<String> {
    let folder = engine_folder()?;
    let query = UrlSearchParams::new().ok()?;
    // What the address says goes before what was chosen.
    let told = || self::query("threads").or_else(|| prefs::get(prefs::THREADS));
    let threads = threads.map(|threads| threads.to_string()).or_else(told);
    for (name, value) in [("threads", threads), ("log", self::query("log"))] {
        if let Some(value) = value {
            query.append(name, &value);
        }
    }
    if of != ENGINE {
        query.append("of", of);
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
