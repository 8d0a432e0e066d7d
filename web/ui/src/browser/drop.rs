//! Files dragged over the page and dropped anywhere on it.

use gloo::events::{EventListener, EventListenerOptions};
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event};

use super::files::Held;

/// What somebody who drags a file does.
#[derive(Debug)]
pub enum Drag {
    /// It is over the page.
    Over,
    /// It left the page.
    Away,
    /// It was let go.
    Dropped(Held),
}

/// Listens as long as the page lives. Where several files are dropped, the first one counts.
pub fn listen(hear: impl Fn(Drag) + Clone + 'static) {
    for kind in ["dragenter", "dragover", "dragleave", "drop"] {
        let hear = hear.clone();
        // Without preventDefault the browser would leave the page and open the file.
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window(), kind, options, move |event| {
            if let Some(drag) = drag(kind, event) {
                hear(drag);
            }
        })
        .forget();
    }
}

fn drag(kind: &str, event: &Event) -> Option<Drag> {
    let event = event.dyn_ref::<DragEvent>()?;
    let files = event.data_transfer().filter(|data| data.types().includes(&"Files".into(), 0))?;
    match kind {
        "dragleave" => event.related_target().is_none().then_some(Drag::Away),
        "drop" => {
            event.prevent_default();
            let first = files.files().and_then(|list| list.get(0));
            Some(first.map_or(Drag::Away, |file| Drag::Dropped(Held::from_file(file))))
        }
        _ => {
            event.prevent_default();
            Some(Drag::Over)
        }
    }
}
