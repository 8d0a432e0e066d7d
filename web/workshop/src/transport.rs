//! What crosses between JavaScript and Rust: the exports that `engine-worker.js` calls, and the only
//! JavaScript values of the workshop.
//!
//! A message is bytes; the text of a wall and the sheets of a result cross beside it as typed arrays.

use std::cell::Cell;

use icewall_answers::progress::told;
use icewall_protocol::workshop::{Made, Order, Outcome, Word};
use icewall_protocol::{EngineKind, Ready, from_bytes, to_bytes};
use js_sys::{Array, Function, Uint8Array};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use crate::parts;
use crate::sheets::Sheet;
use crate::workshop::Workshop;

/// Milliseconds between two words about how far a job is.
const PROGRESS_EVERY: f64 = 50.0;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds on the worker's clock.
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn now() -> f64;
}

/// The workshop as the worker's script sees it.
#[wasm_bindgen]
pub struct Worker {
    workshop: Workshop,
    post: Function,
}

#[wasm_bindgen]
impl Worker {
    /// Starts the workshop. `post` is called with a message and an array of typed arrays; `level` is a
    /// level of the `log` facade, anything else stands for `warn`.
    #[wasm_bindgen(constructor)]
    pub fn new(post: Function, level: &str) -> Self {
        // A second one in one worker would find the logger set: nothing to do then.
        let _ = console_log::init_with_level(level.parse().unwrap_or(log::Level::Warn));
        Self { workshop: Workshop::default(), post }
    }

    /// Tells the rooms that the workshop is up. `why` says why it has no threads.
    ///
    /// # Errors
    /// When the message cannot be posted.
    pub fn ready(&self, threads: u32, why: Option<String>) -> Result<(), JsError> {
        let engine = if cfg!(feature = "threads") { EngineKind::Threads } else { EngineKind::Single };
        send(&self.post, &Word::Ready(Ready { engine, threads, why }), &[])
    }

    /// Does what an order says; `text` is the wall's text where it takes one.
    ///
    /// # Errors
    /// When the order cannot be read, or a word cannot be posted.
    pub fn request(&mut self, message: &[u8], text: Option<Uint8Array>) -> Result<(), JsError> {
        let Order { number, job } = from_bytes(message)?;
        let started = now();
        let outcome = move |result: Made| Outcome { number, ms: now() - started, result };
        // A lost word on the way must not end the job.
        let post = self.post.clone();
        let say = move |word: &Word, sheets: &[Sheet]| {
            if send(&post, word, sheets).is_err() {
                log::warn!("a word from the workshop could not be posted");
            }
        };
        let (last, progress) = (Cell::new(started), say.clone());
        let tell = move |permille| {
            if now() - last.get() >= PROGRESS_EVERY {
                last.set(now());
                progress(&Word::Progress { number, permille }, &[]);
            }
        };
        let part = move |made, sheets: Vec<Sheet>| say(&Word::Part(outcome(made)), &sheets);
        let text = || text.map(|text| text.to_vec()).unwrap_or_default();
        let (made, sheets) = told(tell, || parts::told(part, || self.workshop.work(job, text)));
        send(&self.post, &Word::Done(outcome(made)), &sheets)
    }
}

fn send(post: &Function, word: &Word, sheets: &[Sheet]) -> Result<(), JsError> {
    let message = Uint8Array::from(to_bytes(word).as_slice());
    let sheets: Array = sheets.iter().map(|Sheet(bytes)| Uint8Array::from(bytes.as_slice())).collect();
    match post.call2(&JsValue::NULL, &message, &sheets) {
        Ok(_) => Ok(()),
        Err(_) => Err(JsError::new("the answer could not be posted")),
    }
}
