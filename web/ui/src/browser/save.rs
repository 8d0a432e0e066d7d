//! A file that is written piece by piece (`js/save.js`), as a type. Not for what is in it.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/js/save.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = openFile)]
    async fn open_file(name: &str, large: bool) -> Result<JsValue, JsValue>;

    /// Takes large files away that lie in the browser's own storage and were downloaded long ago.
    pub fn tidy();

    type Writable;

    #[wasm_bindgen(method, catch)]
    async fn write(this: &Writable, bytes: &Uint8Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn close(this: &Writable) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    async fn abort(this: &Writable) -> Result<JsValue, JsValue>;
}

/// A file that is open for writing.
pub struct OpenFile(Writable);

impl OpenFile {
    /// Opens one; a `large` one where the visitor says, if the browser lets a page write there, else it is
    /// offered for download at the end. None where the visitor thinks better of it.
    pub async fn new(name: &str, large: bool) -> Option<Self> {
        let file = open_file(name, large).await.ok()?;
        (!file.is_null()).then(|| Self(file.unchecked_into()))
    }

    /// Writes the next piece.
    ///
    /// # Errors
    /// Why that failed, as the browser says it.
    pub async fn write(&self, bytes: &Uint8Array) -> Result<(), String> {
        self.0.write(bytes).await.map(|_| ()).map_err(|error| super::told(&error))
    }

    /// Ends the file: it is whole.
    ///
    /// # Errors
    /// As [`OpenFile::write`].
    pub async fn close(self) -> Result<(), String> {
        self.0.close().await.map(|_| ()).map_err(|error| super::told(&error))
    }

    /// Gives it up.
    pub async fn abort(self) {
        // What cannot even be given up is gone anyway.
        let _ = self.0.abort().await;
    }
}
