//! What a `<textarea>` and a `<select>` can do beside holding a value.

use leptos::ev::ClipboardEvent;
use web_sys::{HtmlSelectElement, HtmlTextAreaElement};

/// Selects the UTF-16 units from `start` to `end` and goes there.
pub(crate) fn select(area: &HtmlTextAreaElement, start: u32, end: u32) {
    // A textarea without focus shows no selection; scrolling is the caller's, who knows the lines.
    let _ = area.focus();
    let _ = area.set_selection_range(start, end);
}

/// The text that is being pasted.
pub(crate) fn pasted(event: &ClipboardEvent) -> Option<String> {
    event.clipboard_data()?.get_data("text/plain").ok()
}

/// Scrolls the text, in CSS pixels from its left and upper edge.
pub(crate) fn scroll_to(area: &HtmlTextAreaElement, left: f64, top: f64) {
    area.scroll_to_with_x_and_y(left.max(0.0), top.max(0.0));
}

/// Puts a select back to its first entry.
pub(crate) fn reset_select(select: &HtmlSelectElement) {
    select.set_selected_index(0);
}
