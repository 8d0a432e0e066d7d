//! The browser's own dialogs, and going to another place of the page. Not for what a dialog says.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, MouseEvent};

/// Opens a dialog over the page; one that is open stays as it is.
pub fn open(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>().filter(|dialog| !dialog.open()) {
        // Only one that is open already, or not on the page, could fail.
        let _ = dialog.show_modal();
    }
}

/// Closes a dialog.
pub fn close(dialog: &Element) {
    if let Some(dialog) = dialog.dyn_ref::<HtmlDialogElement>() {
        dialog.close();
    }
}

/// Whether a click on a dialog is one on what lies behind it.
pub fn is_outside(event: &MouseEvent) -> bool {
    event.target().is_some() && event.target() == event.current_target()
}

/// Goes to an address of the site; a fragment stays on the page.
pub fn go_to(address: &str) {
    // An address of our own is always valid.
    let _ = window().location().set_href(address);
}

/// Brings an element into sight, as little as that takes.
pub fn show(id: &str) {
    if let Some(element) = leptos::prelude::document().get_element_by_id(id) {
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
