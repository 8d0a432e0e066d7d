//! The REST API as scripts call it: the service worker, and a page that has none.

use icewall_core::config::{Config, Key};
use icewall_core::output;
use icewall_core::routes::{self, Answer, Body, LogFormat, Need, Request};
use js_sys::{Array, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::{JsError, JsValue, wasm_bindgen};

use crate::desk::{Desk, WholeLog};

#[wasm_bindgen]
extern "C" {
    /// A request, as `static/api.js` describes it.
    pub type Asked;
    #[wasm_bindgen(method, getter)]
    fn method(this: &Asked) -> String;
    #[wasm_bindgen(method, getter)]
    fn path(this: &Asked) -> String;
    #[wasm_bindgen(method, getter)]
    fn query(this: &Asked) -> String;
    #[wasm_bindgen(method, getter)]
    fn accept(this: &Asked) -> String;
    #[wasm_bindgen(method, getter, js_name = contentType)]
    fn content_type(this: &Asked) -> Option<String>;
    #[wasm_bindgen(method, getter)]
    fn body(this: &Asked) -> Uint8Array;
    /// Whether the browser asks for a page.
    #[wasm_bindgen(method, getter)]
    fn page(this: &Asked) -> bool;
    /// The app's folder, and its style sheet and script for pages.
    #[wasm_bindgen(method, getter)]
    fn app(this: &Asked) -> String;
    #[wasm_bindgen(method, getter)]
    fn style(this: &Asked) -> String;
    #[wasm_bindgen(method, getter)]
    fn script(this: &Asked) -> String;
}

/// The router, and the wall that it answers about.
#[wasm_bindgen]
#[derive(Default)]
pub struct Api {
    desk: Desk,
}

#[wasm_bindgen]
#[expect(clippy::unused_self, reason = "scripts have one object to ask")]
impl Api {
    /// Holds the worked example.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Goes back to the worked example.
    #[wasm_bindgen(js_name = takeExample)]
    pub fn take_example(&mut self) {
        self.desk = Desk::default();
    }

    /// The worked example as a text.
    #[wasm_bindgen(js_name = exampleText)]
    pub fn example_text(&self) -> String {
        output::lines(Config::default().wall()).trim_end().to_owned()
    }

    /// Takes a wall: its text as UTF-8, and the parameter fields as `[key, what was typed]`.
    ///
    /// # Errors
    /// When the wall has a fault: none is kept that has.
    pub fn take(&mut self, text: &[u8], settings: &Array) -> Result<(), JsError> {
        self.desk = Desk::take(text, known(settings))
            .ok_or_else(|| JsError::new("the wall that is kept has a fault"))?;
        Ok(())
    }

    /// Takes a wall as it was stored beside its text, with the same fields; tells whether it did: other
    /// bytes change nothing.
    #[wasm_bindgen(js_name = takeStored)]
    pub fn take_stored(&mut self, bytes: &[u8], settings: &Array) -> bool {
        let desk = Desk::take_stored(bytes, known(settings));
        desk.map(|desk| self.desk = desk).is_some()
    }

    /// Simulates the wall; tells whether that was still to be done.
    pub fn simulate(&mut self) -> bool {
        self.desk.simulate()
    }

    /// Goes on to the lines of the work log that a request asks for, by so many sections at the most;
    /// tells whether there is more to do.
    pub fn walk(&mut self, asked: &Asked, sections: usize) -> bool {
        let desk = &mut self.desk;
        with(asked, |request| desk.walk(request, sections))
    }

    /// What a request needs: 0 nothing, 1 the wall read, 2 the wall simulated, 3 lines of the work log.
    pub fn needs(&self, asked: &Asked) -> u8 {
        with(asked, |request| match routes::needs(request) {
            Need::Nothing => 0,
            Need::Config => 1,
            Need::Ledger => 2,
            Need::Lines => 3,
        })
    }

    /// The answer of a request that is refused without the wall being simulated; else none.
    ///
    /// # Errors
    /// When the answer cannot be handed over.
    pub fn refused(&self, asked: &Asked) -> Result<JsValue, JsError> {
        with(asked, |request| match self.desk.refused(request) {
            Some(answer) => told(asked, request, answer),
            None => Ok(JsValue::UNDEFINED),
        })
    }

    /// Answers a request.
    ///
    /// # Errors
    /// When the answer cannot be handed over.
    pub fn answer(&mut self, asked: &Asked) -> Result<JsValue, JsError> {
        let desk = &mut self.desk;
        with(asked, |request| {
            let answer = desk.answer(request);
            told(asked, request, answer)
        })
    }

    /// Answers that computing would make the browser stand still.
    ///
    /// # Errors
    /// When the answer cannot be handed over.
    #[wasm_bindgen(js_name = tooLarge)]
    pub fn too_large(&self, asked: &Asked, sections: u32) -> Result<JsValue, JsError> {
        with(asked, |request| told(asked, request, routes::too_large(u64::from(sections))))
    }

    /// Begins to write the whole work log in the format that an answer named.
    #[wasm_bindgen(js_name = openLog)]
    pub fn open_log(&self, format: &str) -> Log {
        let formats = [LogFormat::Text, LogFormat::Csv, LogFormat::JsonLines];
        let format = formats.into_iter().find(|known| name_of(*known) == format).unwrap_or(LogFormat::Text);
        Log { whole: self.desk.whole_log(format) }
    }

    /// The next piece of a log, about `bytes` long; nothing at the end. The wall must be the one that it
    /// was begun for.
    pub fn piece(&self, log: &mut Log, bytes: usize) -> Option<String> {
        self.desk.piece(&mut log.whole, bytes)
    }
}

/// The whole work log that is being written. Whoever has it frees it.
#[wasm_bindgen]
pub struct Log {
    whole: WholeLog,
}

fn name_of(format: LogFormat) -> &'static str {
    match format {
        LogFormat::Text => "text",
        LogFormat::Csv => "csv",
        LogFormat::JsonLines => "jsonl",
    }
}

/// An answer as scripts see it.
#[derive(Serialize)]
struct Told {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Option<String>,
    /// The log's format, where the body is the log.
    log: Option<&'static str>,
    change: Option<Change>,
}

/// What a POST takes over.
#[derive(Serialize)]
struct Change {
    text: Option<String>,
    settings: Vec<(&'static str, String)>,
    sections: usize,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    stored: Uint8Array,
}

/// Does something with a request in the core's words.
fn with<T>(asked: &Asked, deed: impl FnOnce(&Request<'_>) -> T) -> T {
    let (method, path, query, accept) = (asked.method(), asked.path(), asked.query(), asked.accept());
    let (content_type, body) = (asked.content_type(), asked.body().to_vec());
    deed(&Request {
        method: &method,
        path: &path,
        query: &query,
        accept: &accept,
        content_type: content_type.as_deref(),
        body: &body,
    })
}

fn told(asked: &Asked, request: &Request<'_>, mut answer: Answer) -> Result<JsValue, JsError> {
    let is_file = matches!(answer.body, Body::Log(_));
    if asked.page() && !is_file && routes::wants_page(request) {
        let page = routes::page(request, &answer, &asked.app(), &asked.style(), &asked.script());
        answer.body = Body::Text(page);
        answer.headers.retain(|(name, _)| *name != "Content-Type");
        answer.headers.push(("Content-Type", "text/html; charset=utf-8".to_owned()));
    }
    let (body, log) = match answer.body {
        Body::Empty => (None, None),
        Body::Text(text) => (Some(text), None),
        Body::Log(format) => (None, Some(name_of(format))),
    };
    let change = answer.change.map(|change| Change {
        text: change.text,
        settings: change.settings.into_iter().map(|(key, value)| (key.json_name(), value)).collect(),
        sections: change.sections,
        stored: Uint8Array::from(change.stored.as_slice()),
    });
    Ok(serde_wasm_bindgen::to_value(&Told {
        status: answer.status,
        headers: answer.headers,
        body,
        log,
        change,
    })?)
}

fn known(settings: &Array) -> Vec<(Key, String)> {
    settings.iter().filter_map(|pair| setting(&Array::from(&pair))).collect()
}

fn setting(pair: &Array) -> Option<(Key, String)> {
    Some((Key::from_json_name(&pair.get(0).as_string()?)?, pair.get(1).as_string()?))
}
