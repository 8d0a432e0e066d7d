//! Where a pointer is, and what its wheel says. Not for what it points at.

use wasm_bindgen::JsCast;
use web_sys::{Element, MouseEvent, PointerEvent, WheelEvent};

/// How far across the element that hears the event the pointer is: 0 at its left edge, 1 at its right.
pub fn share_across(event: &MouseEvent) -> Option<f64> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let room = element.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - room.left()) / room.width();
    share.is_finite().then(|| share.clamp(0.0, 1.0))
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
