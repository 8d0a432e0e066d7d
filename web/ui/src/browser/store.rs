//! The visitor's own wall as this browser keeps it (`static/store.js`), as types. Not for when it is
//! kept.

use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;

use super::files::Held;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = icewallStore, catch, js_name = read)]
    async fn read_record() -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = icewallStore, catch, js_name = write)]
    async fn write_record(wall: &JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = icewallStore, js_name = watch)]
    fn watch_records(changed: &JsValue);
}

/// The text of a kept wall.
#[derive(Clone, Debug)]
pub enum Text {
    /// A text that may be edited.
    Typed(String),
    /// One that is too large for that.
    Held(Held),
}

/// A kept wall.
#[derive(Clone, Debug)]
pub struct Record {
    /// Its text.
    pub text: Text,
    /// What the parameter fields hold, by JSON key.
    pub settings: Vec<(String, String)>,
}

/// The wall that was kept when the page was opened: `boot.js` read it before the page stood.
pub fn at_first() -> Option<Record> {
    unpack(&Reflect::get(&js_sys::global(), &"icewallKept".into()).ok()?)
}

/// The wall that is kept now; none where there is none, or none can be read.
pub async fn read() -> Option<Record> {
    let record = read_record().await.inspect_err(warn).ok()?;
    unpack(&record)
}

/// Keeps a wall, and beside it what the engine made of it for the REST API; every other tab hears of
/// it. Tells whether it is kept.
pub async fn write(record: &Record, sections: u32, stored: Option<&[u8]>) -> bool {
    let settings: Array =
        record.settings.iter().map(|(key, value)| Array::of2(&key.into(), &value.into())).collect();
    let text = match &record.text {
        Text::Typed(text) => JsValue::from(text),
        Text::Held(held) => held.value(),
    };
    let wall = Object::new();
    let stored = stored.map_or(JsValue::UNDEFINED, |bytes| Uint8Array::from(bytes).into());
    let parts =
        [("text", text), ("settings", settings.into()), ("sections", sections.into()), ("stored", stored)];
    for (name, value) in parts {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&wall, &name.into(), &value);
    }
    write_record(&wall).await.inspect_err(warn).is_ok()
}

/// Calls `changed` whenever another tab, or the service worker, has kept a wall.
pub fn watch(changed: impl Fn() + 'static) {
    watch_records(&Closure::<dyn Fn()>::new(changed).into_js_value());
}

fn warn(error: &JsValue) {
    log::warn!("page: the store failed: {}", super::told(error));
}

fn unpack(record: &JsValue) -> Option<Record> {
    let part = |name: &str| Reflect::get(record, &name.into()).ok();
    let text = part("text")?;
    let text = match text.as_string() {
        Some(text) => Text::Typed(text),
        None => Text::Held(Held::from_blob(text.dyn_into().ok()?)),
    };
    let settings = Array::from(&part("settings")?);
    let pairs = settings.iter().filter_map(|pair| {
        let pair = Array::from(&pair);
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    });
    Some(Record { text, settings: pairs.collect() })
}
