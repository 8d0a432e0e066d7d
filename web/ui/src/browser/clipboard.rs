//! The clipboard. Not for pasting, which a textarea does by itself.

use leptos::prelude::window;
use wasm_bindgen_futures::JsFuture;

/// Copies a text; tells whether the browser let it.
pub async fn write(text: &str) -> bool {
    // Without a secure context there is no clipboard, and calling it would end the page.
    if !window().is_secure_context() {
        return false;
    }
    JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok()
}
