//! Where a pointer is, and what its wheel says. Not for what it points at.

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent, WheelEvent};

/// How far across the element that hears the event the pointer is: 0 at its left edge, 1 at its right.
pub fn share_across(event: &MouseEvent) -> Option<f64> {
    shares(event).map(|(across, _)| across)
}

/// The same, and how far down: 0 at its upper edge, 1 at its lower.
pub fn shares(event: &MouseEvent) -> Option<(f64, f64)> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let room = element.get_bounding_client_rect();
    let across = (f64::from(event.client_x()) - room.left()) / room.width();
    let down = (f64::from(event.client_y()) - room.top()) / room.height();
    (across.is_finite() && down.is_finite()).then(|| (across.clamp(0.0, 1.0), down.clamp(0.0, 1.0)))
}

/// Lets the element that hears the event hear all of this pointer until it is released.
pub fn capture(event: &PointerEvent) {
    let element = event.current_target().and_then(|element| element.dyn_into::<Element>().ok());
    if let Some(element) = element {
        // A pointer that is gone already has nothing more to be heard of.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

/// Whether a wheel is turned to zoom in (with Ctrl, or by two fingers); none where it is to scroll.
pub fn zooms_in(event: &WheelEvent) -> Option<bool> {
    (event.ctrl_key() && event.delta_y() != 0.0).then(|| event.delta_y() < 0.0)
}
