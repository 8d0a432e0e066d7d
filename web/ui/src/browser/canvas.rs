//! Pixels onto a canvas, and the milliseconds they took. Not for what the pixels show.

use wasm_bindgen::{Clamped, JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement, ImageData};

/// Puts a picture (red, green, blue, alpha, `width` pixels a line) onto a canvas, which takes
/// the picture's size.
///
/// # Errors
/// The browser's, where the canvas is too large for it.
pub fn paint(canvas: &HtmlCanvasElement, picture: &[u8], width: u32) -> Result<(), JsValue> {
    let line = usize::try_from(width).unwrap_or(0) * 4;
    if line == 0 || picture.len() < line {
        return Ok(());
    }
    let height = u32::try_from(picture.len() / line).unwrap_or(0);
    let pixels = ImageData::new_with_u8_clamped_array_and_sh(Clamped(picture), width, height)?;
    canvas.set_width(width);
    canvas.set_height(height);
    let pen = canvas.get_context("2d")?.and_then(|pen| pen.dyn_into::<CanvasRenderingContext2d>().ok());
    pen.map_or(Ok(()), |pen| pen.put_image_data(&pixels, 0.0, 0.0))
}
