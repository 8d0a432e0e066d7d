//! What crosses between JavaScript and Rust: the exports that `engine-worker.js` calls, and the
//! only JavaScript values of the engine.
//!
//! A message is bytes; the text of a wall and the columns of a chart cross beside it as typed arrays.

use std::cell::Cell;

use icewall_answers::charts::{Columns, RowColumns};
use icewall_answers::progress::told;
use icewall_protocol::{Ready, Reply, Request, RunRequest, from_bytes, to_bytes};
use js_sys::{Array, Float64Array, Function, Uint8Array};
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use crate::engine::{Engine, KIND};

/// Milliseconds between two words about how far a run is.
const PROGRESS_EVERY: f64 = 50.0;

#[wasm_bindgen]
extern "C" {
    /// Milliseconds on the worker's clock.
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn now() -> f64;
}

/// The engine as the worker's script sees it.
#[wasm_bindgen]
pub struct Worker {
    engine: Engine,
    post: Function,
}

#[wasm_bindgen]
impl Worker {
    /// Starts the engine. `post` is called with a message and, for a run, an array of columns;
    /// `level` is a level of the `log` facade, anything else stands for `warn`.
    #[wasm_bindgen(constructor)]
    pub fn new(post: Function, level: &str) -> Self {
        // A second engine in one worker would find the logger set: nothing to do then.
        let _ = console_log::init_with_level(level.parse().unwrap_or(log::Level::Warn));
        announce_pool();
        Self { engine: Engine::default(), post }
    }

    /// Tells the page that the engine is up. `why` says why it has no threads.
    ///
    /// # Errors
    /// When the message cannot be posted.
    pub fn ready(&self, threads: u32, why: Option<String>) -> Result<(), JsError> {
        log::info!("the engine is up, threads: {threads}");
        send(&self.post, &Reply::Ready(Ready { engine: KIND, threads, why }), None)
    }

    /// Answers a request; `text` is the wall's text where it is a run with a new one.
    ///
    /// # Errors
    /// When the message cannot be read, or an answer cannot be posted.
    pub fn request(&mut self, message: &[u8], text: Option<Uint8Array>) -> Result<(), JsError> {
        match from_bytes(message)? {
            Request::Run(request) => self.run(&request, text),
            other => match self.engine.answer(&other) {
                Some(reply) => send(&self.post, &reply, None),
                None => Ok(()),
            },
        }
    }

    fn run(&mut self, request: &RunRequest, text: Option<Uint8Array>) -> Result<(), JsError> {
        let (post, number, started) = (self.post.clone(), request.run, now());
        let last = Cell::new(started);
        let tell = move |permille| {
            if now() - last.get() < PROGRESS_EVERY {
                return;
            }
            last.set(now());
            // A lost word about progress must not end the run.
            if send(&post, &Reply::Progress { run: number, permille }, None).is_err() {
                log::warn!("progress could not be posted");
            }
        };
        let text = text.map(|text| move || text.to_vec());
        let (mut reply, columns) = told(tell, || self.engine.run(request, text))?;
        reply.ms = now() - started;
        log::debug!("run {number} is done");
        send(&self.post, &Reply::Run(Box::new(reply)), columns)
    }
}

fn send(post: &Function, reply: &Reply, columns: Option<Columns>) -> Result<(), JsError> {
    let message = Uint8Array::from(to_bytes(reply).as_slice());
    let columns = columns.map_or(JsValue::UNDEFINED, |columns| arrays(&columns).into());
    match post.call2(&JsValue::NULL, &message, &columns) {
        Ok(_) => Ok(()),
        Err(_) => Err(JsError::new("the answer could not be posted")),
    }
}

fn arrays(columns: &Columns) -> Array {
    let arrays: Array = columns.wall.iter().map(|column| Float64Array::from(column.as_slice())).collect();
    match &columns.rows {
        RowColumns::Ice(ice) => arrays.push(&Float64Array::from(ice.as_slice())),
        RowColumns::Shades(shades) => arrays.push(&Uint8Array::from(shades.as_slice())),
    };
    arrays
}

/// Each thread of the pool says that it is there, from its own worker.
#[cfg(feature = "threads")]
fn announce_pool() {
    rayon::broadcast(|pool| log::info!("pool worker {} of {} is up", pool.index() + 1, pool.num_threads()));
}

#[cfg(not(feature = "threads"))]
fn announce_pool() {}
