//! An element that scrolls: how high it is, how far it is scrolled, what a wheel says. Not for what is
//! shown in it.

use leptos::ev::WheelEvent;
use web_sys::Element;

/// Its height inside, without a scroll bar, in CSS pixels; 0 while it is not shown.
pub fn height(element: &Element) -> f64 {
    f64::from(element.client_height())
}

/// How far it is scrolled, in CSS pixels.
pub fn top(element: &Element) -> f64 {
    f64::from(element.scroll_top())
}

/// Scrolls it; gives how far it came.
pub fn scroll_to(element: &Element, top: f64) -> f64 {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "a scrolled element is some millions of pixels high"
    )]
    element.set_scroll_top(top as i32);
    f64::from(element.scroll_top())
}

/// How far a wheel was turned down, in CSS pixels, where a line and a page have these; none where it was
/// turned sideways or is to zoom.
pub fn wheeled(event: &WheelEvent, line: f64, page: f64) -> Option<f64> {
    if event.ctrl_key() || event.shift_key() || event.delta_y().abs() <= event.delta_x().abs() {
        return None;
    }
    Some(match event.delta_mode() {
        WheelEvent::DOM_DELTA_LINE => event.delta_y() * line,
        WheelEvent::DOM_DELTA_PAGE => event.delta_y() * page,
        _ => event.delta_y(),
    })
}
