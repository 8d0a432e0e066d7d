//! What saved walls need of the browser beside its database (`js/saved.js`), as functions. Not for the
//! database.

use js_sys::{Function, Uint8Array};
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/saved.js")]
extern "C" {
    /// A text, or a file of one, in few bytes.
    ///
    /// # Errors
    /// The browser's own.
    #[wasm_bindgen(catch)]
    pub async fn pack(text: &JsValue) -> Result<JsValue, JsValue>;

    /// What [`pack`] was given, as a file.
    ///
    /// # Errors
    /// The browser's own, where the bytes are none of [`pack`]'s.
    #[wasm_bindgen(catch)]
    pub async fn unpack(bytes: &Uint8Array) -> Result<JsValue, JsValue>;

    /// Tells every tab, this one too, that something changed.
    pub fn tell(name: &str);

    #[wasm_bindgen(js_name = hear)]
    fn hear_script(name: &str, ear: &Closure<dyn Fn()>) -> Function;

    #[wasm_bindgen(js_name = persist)]
    async fn persist_script() -> JsValue;

    #[wasm_bindgen(js_name = persisted)]
    async fn persisted_script() -> JsValue;

    /// Reads JSON.
    ///
    /// # Errors
    /// The browser's own.
    #[wasm_bindgen(catch)]
    pub fn parse(text: &str) -> Result<JsValue, JsValue>;

    /// Writes JSON, whatever the value is.
    pub fn print(value: &JsValue) -> String;

    /// Milliseconds of the calendar.
    pub fn now() -> f64;
}

/// Hears that something changed, in this tab or another. Gives back what ends that.
pub fn hear(name: &str, changed: impl Fn() + 'static) -> impl FnOnce() + 'static {
    let changed = Closure::<dyn Fn()>::new(changed);
    let end = hear_script(name, &changed);
    move || {
        // Only a script of our own could fail here.
        let _ = end.call0(&JsValue::NULL);
        drop(changed);
    }
}

/// Asks that what is saved is not cleared away; whether the browser promises it.
pub async fn persist() -> bool {
    persist_script().await.is_truthy()
}

/// Whether the browser promised it already.
pub async fn persisted() -> bool {
    persisted_script().await.is_truthy()
}
