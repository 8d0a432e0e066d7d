//! The service worker and the hidden frame for threads (`js/worker.js`), as types.

use wasm_bindgen::prelude::*;
use web_sys::Worker;

#[wasm_bindgen(module = "/js/worker.js")]
extern "C" {
    /// Starts a module worker, in the frame where there is one.
    ///
    /// # Errors
    /// The browser's own.
    #[wasm_bindgen(catch, js_name = openWorker)]
    pub fn open_worker(url: &str) -> Result<Worker, JsValue>;

    #[wasm_bindgen(js_name = startServiceWorker)]
    async fn start_service_worker(tell: &JsValue) -> JsValue;

    #[wasm_bindgen(js_name = isolate)]
    async fn isolate_in_frame() -> JsValue;

    /// Lets a new version of the app take over.
    #[wasm_bindgen(js_name = takeOver)]
    pub fn take_over();

    /// Whether loading the page again could give it threads.
    #[wasm_bindgen(js_name = canReload)]
    pub fn can_reload() -> bool;

    /// Loads the page again, once, for its threads.
    #[wasm_bindgen(js_name = reloadIsolated)]
    pub fn reload_isolated();
}

/// Registers the service worker; tells once it serves this page, or that none does. `tell` hears `ready` when a new
/// version of the app waits, `changed` when one took over.
pub async fn start(tell: impl Fn(String) + 'static) -> bool {
    let tell = Closure::<dyn Fn(String)>::new(tell).into_js_value();
    start_service_worker(&tell).await.is_truthy()
}

/// Looks for threads in a hidden frame; tells whether they are there.
pub async fn isolate() -> bool {
    isolate_in_frame().await.is_truthy()
}
