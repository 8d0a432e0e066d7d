//! What a `<textarea>` and a `<select>` can do beside holding a value.

use leptos::ev::ClipboardEvent;
use leptos::prelude::document;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};

/// Selects the UTF-16 units from `start` to `end` and goes there.
pub fn select(area: &HtmlTextAreaElement, start: u32, end: u32) {
    // A textarea without focus shows no selection; scrolling is the caller's, who knows the lines.
    let _ = area.focus();
    let _ = area.set_selection_range(start, end);
}

/// Whether the visitor is in it.
pub fn has_focus(area: &HtmlTextAreaElement) -> bool {
    document().active_element().is_some_and(|element| &element == area.as_ref() as &web_sys::Element)
}

/// Puts another text in and goes to its beginning.
pub fn replace(area: &HtmlTextAreaElement, text: &str) {
    let is_at_beginning = area.text_length() == 0;
    area.set_value(text);
    // To scroll, the browser lays the whole page out at once.
    if !is_at_beginning {
        scroll_to(area, 0.0, 0.0);
    }
}

/// Puts another text in and leaves the caret where the texts begin to differ.
pub fn change(area: &HtmlTextAreaElement, text: &str) {
    let old = area.value();
    let same = old.encode_utf16().zip(text.encode_utf16()).take_while(|(old, new)| old == new).count();
    let after = old.encode_utf16().count() - same;
    let end = text.encode_utf16().count();
    // What follows the change is the same again, at most as much as both have.
    let tail = old.chars().rev().zip(text.chars().rev()).take_while(|(old, new)| old == new);
    let tail = tail.map(|(character, _)| character.len_utf16()).sum::<usize>().min(after).min(end - same);
    let caret = u32::try_from(end - tail).unwrap_or(u32::MAX);
    area.set_value(text);
    // Only a place past the end could fail.
    let _ = area.set_selection_range(caret, caret);
}

/// The text that is being pasted.
pub fn pasted(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}

/// Scrolls the text, in CSS pixels from its left and upper edge.
pub fn scroll_to(area: &HtmlTextAreaElement, left: f64, top: f64) {
    area.scroll_to_with_x_and_y(left.max(0.0), top.max(0.0));
}

/// Puts a select back to its first entry.
pub fn reset_select(select: &HtmlSelectElement) {
    select.set_selected_index(0);
}
