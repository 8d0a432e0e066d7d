//! A worker and what is heard of it. Not for what is said.
//!
//! To a worker goes `{message, text?}`, the text's buffer handed over. From it comes `{message, columns?}`, or
//! `{failed}`: why it cannot go on. A message is bytes (`static/engine-worker.js` is the other end).

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use super::service_worker::open_worker;

/// The most threads that a worker starts with: `poolSize` of `static/engine-worker.js`.
pub const THREADS_MOST: u32 = 8;

/// How many processors the browser says there are.
pub fn cores() -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small whole number")]
    let cores = leptos::prelude::window().navigator().hardware_concurrency() as u32;
    cores.max(1)
}

/// A worker and the ears on it; dropped, it is terminated.
pub struct Running {
    worker: Worker,
    _ears: [EventListener; 3],
}

/// What is heard of a worker.
#[derive(Debug)]
pub enum Heard {
    /// A message, and the typed arrays beside it, if there are any.
    Message(Vec<u8>, Option<Array>),
    /// It failed: why.
    Failed(String),
    /// A message that could not be read.
    Garbled,
}

impl Running {
    /// Starts a worker, in the frame where there is one.
    ///
    /// # Errors
    /// The browser's own.
    pub fn start(url: &str, heard: impl Fn(Heard) + 'static) -> Result<Self, JsValue> {
        log::debug!("page: starts {url}");
        let worker = open_worker(url)?;
        let heard: Rc<dyn Fn(Heard)> = Rc::new(heard);
        let ear = |kind: &'static str, meaning: fn(&Event) -> Heard| {
            let heard = Rc::clone(&heard);
            EventListener::new(&worker, kind, move |event| heard(meaning(event)))
        };
        let ears = [
            ear("message", |event| {
                let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data);
                data.as_ref().and_then(unpacked).unwrap_or(Heard::Garbled)
            }),
            ear("error", |event| Heard::Failed(error_text(event))),
            ear("messageerror", |_| Heard::Garbled),
        ];
        Ok(Self { worker, _ears: ears })
    }

    /// Sends a message, and beside it a text, which is handed over.
    ///
    /// # Errors
    /// The browser's own.
    pub fn post(&self, message: &[u8], text: Option<&Uint8Array>) -> Result<(), JsValue> {
        let parcel = Object::new();
        let transferred = Array::new();
        Reflect::set(&parcel, &"message".into(), &Uint8Array::from(message))?;
        if let Some(text) = text {
            Reflect::set(&parcel, &"text".into(), text)?;
            transferred.push(&text.buffer());
        }
        self.worker.post_message_with_transfer(&parcel, &transferred)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

/// What a worker sent; none where it is nothing that a worker of ours sends.
fn unpacked(parcel: &JsValue) -> Option<Heard> {
    if let Some(why) = Reflect::get(parcel, &"failed".into()).ok()?.as_string() {
        return Some(Heard::Failed(why));
    }
    let message: Uint8Array = Reflect::get(parcel, &"message".into()).ok()?.dyn_into().ok()?;
    let columns = Reflect::get(parcel, &"columns".into()).ok()?;
    Some(Heard::Message(message.to_vec(), columns.dyn_into().ok()))
}

fn error_text(event: &Event) -> String {
    event.prevent_default();
    let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).filter(|text| !text.is_empty());
    message.unwrap_or_else(|| "its script could not be loaded".to_owned())
}
