//! Files: read by pieces as they are needed, offered for download, taken from a picker.
//!
//! The bytes of a file stay with the browser until the engine wants them. Nothing here knows what
//! a wall is.

use std::time::Duration;

use gloo::file::{Blob, ObjectUrl};
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlElement, HtmlInputElement};

use super::clock::later;

/// What a browser is given to begin a download.
const DOWNLOAD: Duration = Duration::from_secs(30);

/// A file that the browser holds.
#[derive(Clone, Debug)]
pub struct Held {
    blob: web_sys::Blob,
    name: String,
}

impl Held {
    /// A file that somebody opened or dropped.
    pub fn from_file(file: web_sys::File) -> Self {
        Self { name: file.name(), blob: file.into() }
    }

    /// A text of this page, as a file.
    pub fn from_text(name: &str, text: &str) -> Self {
        Self::of_kind(name, text, "text/plain")
    }

    /// A text of this page in a language of its own, as a file.
    pub fn of_kind(name: &str, text: &str, kind: &str) -> Self {
        let blob = Blob::new_with_options(text, Some(kind));
        Self { name: name.to_owned(), blob: blob.into() }
    }

    /// A file without a name.
    pub fn from_blob(blob: web_sys::Blob) -> Self {
        Self { name: "wall.txt".to_owned(), blob }
    }

    /// A file that somebody else handed over; none where the value is no file.
    pub fn from_value(name: &str, value: JsValue) -> Option<Self> {
        Some(Self { name: name.to_owned(), blob: value.dyn_into().ok()? })
    }

    /// The browser's own value.
    pub fn value(&self) -> JsValue {
        self.blob.clone().into()
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its size in bytes.
    pub fn size(&self) -> u64 {
        Blob::from(self.blob.clone()).size()
    }

    /// Whether both are the very same file.
    pub fn is(&self, other: &Self) -> bool {
        self.blob == other.blob
    }

    /// All its bytes.
    ///
    /// # Errors
    /// The browser's own, where the file has changed or gone since it was opened.
    pub async fn bytes(&self) -> Result<Uint8Array, JsValue> {
        read(&self.blob).await
    }

    /// Its first `most` bytes, as text; what is no text is shown by a mark of its own.
    ///
    /// # Errors
    /// As [`Held::bytes`].
    pub async fn head(&self, most: u64) -> Result<String, JsValue> {
        let piece = Blob::from(self.blob.clone()).slice(0, most.min(self.size()));
        let bytes = read(piece.as_ref()).await?.to_vec();
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    /// Offers it for download, under its name.
    pub fn download(&self) {
        let url = ObjectUrl::from(Blob::from(self.blob.clone()));
        let Ok(link) = document().create_element("a") else { return };
        let named = link.set_attribute("href", &url).and(link.set_attribute("download", &self.name));
        if let (Ok(()), Some(link)) = (named, link.dyn_ref::<HtmlElement>()) {
            link.click();
        }
        // The address must live until the browser has begun to read it.
        later(Box::new(move || drop(url)), DOWNLOAD);
    }
}

/// The file chosen in a picker. The picker is emptied, so that the same file can be chosen again.
pub fn chosen(event: &Event) -> Option<Held> {
    let picker = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let file = picker.files()?.get(0);
    picker.set_value("");
    file.map(Held::from_file)
}

async fn read(blob: &web_sys::Blob) -> Result<Uint8Array, JsValue> {
    let buffer = JsFuture::from(blob.array_buffer()).await?;
    Ok(Uint8Array::new(buffer.unchecked_ref::<ArrayBuffer>()))
}
