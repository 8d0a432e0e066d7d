//! A worker and what is heard of it. Not for what is said.

use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

use super::service_worker::open_worker;

/// A worker and the ears on it; dropped, it is terminated.
pub struct Running {
    worker: Worker,
    _ears: [EventListener; 3],
}

/// What is heard of a worker.
#[derive(Debug)]
pub enum Heard {
    /// A message.
    Message(JsValue),
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
                Heard::Message(data.unwrap_or_default())
            }),
            ear("error", |event| Heard::Failed(error_text(event))),
            ear("messageerror", |_| Heard::Garbled),
        ];
        Ok(Self { worker, _ears: ears })
    }

    /// Sends a message; what stands in `transferred` is handed over.
    ///
    /// # Errors
    /// The browser's own.
    pub fn post(&self, message: &JsValue, transferred: &Array) -> Result<(), JsValue> {
        self.worker.post_message_with_transfer(message, transferred)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.terminate();
    }
}

fn error_text(event: &Event) -> String {
    event.prevent_default();
    let message = event.dyn_ref::<ErrorEvent>().map(ErrorEvent::message).filter(|text| !text.is_empty());
    message.unwrap_or_else(|| "its script could not be loaded".to_owned())
}
