//! Where a pointer is. Not for what it points at.

use wasm_bindgen::JsCast;
use web_sys::{Element, PointerEvent};

/// How far across the element that hears the event the pointer is: 0 at its left edge, 1 at its right.
pub fn share_across(event: &PointerEvent) -> Option<f64> {
    let element = event.current_target()?.dyn_into::<Element>().ok()?;
    let room = element.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - room.left()) / room.width();
    share.is_finite().then(|| share.clamp(0.0, 1.0))
}
