//! The page's root: the hooks on `<html>` that tests and scripts read, the focus, and words to
//! `boot.js`.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

/// Sets `data-<name>`. One that stays as it is makes no noise for those who observe it.
pub fn set_hook(name: &str, value: &str) {
    let name = format!("data-{name}");
    let Some(root) = document().document_element() else { return };
    if root.get_attribute(&name).as_deref() != Some(value) {
        // Only an invalid name could fail, and the names are ours.
        let _ = root.set_attribute(&name, value);
    }
}

/// What `data-<name>` says.
pub fn hook(name: &str) -> Option<String> {
    document().document_element()?.get_attribute(&format!("data-{name}"))
}

/// Whether the page stands in a frame of another one: `data-embed`, by `boot.js`.
pub fn is_embedded() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-embed"))
}

/// Takes `data-<name>` away.
pub fn remove_hook(name: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.remove_attribute(&format!("data-{name}"));
    }
}

/// Gives the focus to the element of this id, and opens what it is folded into.
pub fn focus(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    if let Ok(Some(fold)) = element.closest("details") {
        // Only an invalid name could fail.
        let _ = fold.set_attribute("open", "");
    }
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// Clicks the element of this id: a picker that is not shown opens that way, while the browser still sees
/// the key or click that asked for it.
pub fn click(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Loads the page again.
pub fn reload() {
    // A page that may not be loaded again stays as it is.
    let _ = window().location().reload();
}

/// Tells `boot.js` that the page stands.
pub fn say_mounted() {
    if let Ok(event) = Event::new("icewall-mounted") {
        // Only an event that is being told already could not be told.
        let _ = window().dispatch_event(&event);
    }
}
