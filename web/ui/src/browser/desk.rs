//! Where the modules of the page meet (`js/desk.js`), as types. Not for what they say.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/desk.js")]
extern "C" {
    #[wasm_bindgen(js_name = tell)]
    fn tell_script(topic: &str, bytes: Uint8Array, beside: &JsValue);

    #[wasm_bindgen(js_name = hear)]
    fn hear_script(topic: &str, ear: &JsValue);

    #[wasm_bindgen(catch, js_name = openRooms)]
    async fn open_rooms_script(folder: &str) -> Result<JsValue, JsValue>;
}

/// Tells all who hear `topic`; `beside` crosses as it is (a file), `undefined` for none.
pub fn tell(topic: &str, bytes: &[u8], beside: &JsValue) {
    tell_script(topic, Uint8Array::from(bytes), beside);
}

/// Hears `topic` for as long as the page lives; at once where something was said already.
pub fn hear(topic: &str, ear: impl Fn(Vec<u8>, JsValue) + 'static) {
    let ear = Closure::<dyn Fn(Uint8Array, JsValue)>::new(move |bytes: Uint8Array, beside| {
        ear(bytes.to_vec(), beside);
    });
    hear_script(topic, &ear.into_js_value());
}

/// Loads and starts the rooms that stand below a folder of the site.
///
/// # Errors
/// Why that failed, as the browser says it.
pub async fn open_rooms(folder: &str) -> Result<(), String> {
    open_rooms_script(folder).await.map(|_| ()).map_err(|error| super::told(&error))
}
