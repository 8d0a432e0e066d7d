//! Keys in a column of buttons of a table: from row to row. Not for what the buttons do.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// What is looked for in a row.
const BUTTON: &str = "button.why";

/// Gives the focus to the button of the row that the key asks for, if the key was pressed on such a button; tells
/// whether there is one.
pub fn step(event: &KeyboardEvent) -> bool {
    let found = wanted(event).and_then(|button| button.dyn_into::<HtmlElement>().ok());
    found.is_some_and(|button| button.focus().is_ok())
}

fn wanted(event: &KeyboardEvent) -> Option<Element> {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return None;
    }
    let own = event.target()?.dyn_into::<Element>().ok()?;
    let row = own.closest("tr").ok()?.filter(|_| own.matches(BUTTON).unwrap_or(false))?;
    match event.key().as_str() {
        "ArrowDown" => first(row.next_element_sibling(), Element::next_element_sibling),
        "ArrowUp" => first(row.previous_element_sibling(), Element::previous_element_sibling),
        "Home" => first(row.parent_element()?.first_element_child(), Element::next_element_sibling),
        "End" => first(row.parent_element()?.last_element_child(), Element::previous_element_sibling),
        _ => None,
    }
}

/// The first button of these rows.
fn first(row: Option<Element>, next: fn(&Element) -> Option<Element>) -> Option<Element> {
    std::iter::successors(row, next).find_map(|row| row.query_selector(BUTTON).ok().flatten())
}
