//! Drawings as files (`js/pictures.js`), as functions. Not for what is drawn.

use js_sys::Array;
use wasm_bindgen::prelude::*;

use super::files::Held;

#[wasm_bindgen(module = "/js/pictures.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = png)]
    async fn png_script(svg: &str, width: f64, height: f64, ratio: f64) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_name = pixels)]
    fn pixels_script(picture: &[u8], width: u32) -> String;

    #[wasm_bindgen(js_name = light)]
    fn light_script(names: Array) -> Array;
}

/// An SVG as a file.
pub fn svg(name: &str, svg: &str) -> Held {
    Held::of_kind(name, svg, "image/svg+xml")
}

/// An SVG of a width and height as a PNG, `ratio` pixels to one of its own.
///
/// # Errors
/// Why the browser made none, as it says it.
pub async fn png(name: &str, svg: &str, [width, height]: [f64; 2], ratio: f64) -> Result<Held, String> {
    let blob = png_script(svg, width, height, ratio).await.map_err(|error| super::told(&error))?;
    Held::from_value(name, blob).ok_or_else(|| "the browser made something else".to_owned())
}

/// Pixels (red, green, blue, alpha), `width` a line, as the address of a PNG.
pub fn address(picture: &[u8], width: u32) -> String {
    pixels_script(picture, width)
}

/// The values of custom properties in the light theme, whatever theme is on.
pub fn light(names: &[&str]) -> Vec<String> {
    let names = names.iter().map(|name| JsValue::from_str(name)).collect();
    light_script(names).iter().filter_map(|value| value.as_string()).collect()
}
