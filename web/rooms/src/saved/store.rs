//! The database of saved walls: records in one place, their texts, packed, in another, under the same
//! number. Every change tells the other tabs. Not for what is shown.

use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use super::record::{First, Record, SCHEMA, whole};
use crate::browser::{address, saved, told};

const WALLS: &str = "walls";
const TEXTS: &str = "texts";
/// The version of the database.
const VERSION: u32 = 1;

/// A saved wall in the list: its number, and its record; none where that cannot be read.
pub(super) type Entry = (u32, Option<Record>);

/// Why the database failed, in a sentence for the visitor.
pub(super) type Failed = String;

/// The name of the database: all pages of one host share an origin, the folder tells one Icewall from
/// another.
pub(super) fn name() -> String {
    format!("icewall {} walls", address::folder())
}

/// Every saved wall, the last changed first.
pub(super) async fn all() -> Result<Vec<Entry>, Failed> {
    let database = open().await?;
    let transaction = database.transaction(&[WALLS], TransactionMode::ReadOnly).map_err(failed)?;
    let walls = transaction.object_store(WALLS).map_err(failed)?;
    let (keys, values) = (walls.get_all_keys(None, None), walls.get_all(None, None));
    let (keys, values) =
        (keys.map_err(failed)?.await.map_err(failed)?, values.map_err(failed)?.await.map_err(failed)?);
    database.close();
    let mut entries: Vec<Entry> =
        keys.iter().zip(values).filter_map(|(key, value)| Some((number_of(key)?, read(value)))).collect();
    let changed = |entry: &Entry| entry.1.as_ref().map_or(0.0, |record| record.changed);
    entries.sort_by(|one, other| changed(other).total_cmp(&changed(one)));
    Ok(entries)
}

/// Saves a wall, in place of the one of this number or as a new one. `text`: as [`packed`] gives it; none:
/// the text stays.
pub(super) async fn put(
    number: Option<u32>,
    record: &Record,
    text: Option<&Uint8Array>,
) -> Result<u32, Failed> {
    let value = record
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| error.to_string())?;
    let database = open().await?;
    let transaction = database.transaction(&[WALLS, TEXTS], TransactionMode::ReadWrite).map_err(failed)?;
    let key = number.map(JsValue::from);
    let walls = transaction.object_store(WALLS).map_err(failed)?;
    let key = walls.put(&value, key.as_ref()).map_err(failed)?.await.map_err(failed)?;
    if let Some(text) = text {
        let texts = transaction.object_store(TEXTS).map_err(failed)?;
        texts.put(text, Some(&key)).map_err(failed)?.await.map_err(failed)?;
    }
    transaction.commit().map_err(failed)?.await.map_err(failed)?;
    database.close();
    saved::tell_tabs(&name());
    number_of(&key).ok_or_else(|| "The browser gave the wall no number.".to_owned())
}

/// The packed text of a wall; none where it has none.
pub(super) async fn text(number: u32) -> Result<Option<Uint8Array>, Failed> {
    let database = open().await?;
    let transaction = database.transaction(&[TEXTS], TransactionMode::ReadOnly).map_err(failed)?;
    let texts = transaction.object_store(TEXTS).map_err(failed)?;
    let found = texts.get(Query::Key(number.into())).map_err(failed)?.await.map_err(failed)?;
    database.close();
    Ok(found.and_then(|text| text.dyn_into().ok()))
}

/// Deletes a wall.
pub(super) async fn delete(number: u32) -> Result<(), Failed> {
    let database = open().await?;
    let transaction = database.transaction(&[WALLS, TEXTS], TransactionMode::ReadWrite).map_err(failed)?;
    for store in [WALLS, TEXTS] {
        let store = transaction.object_store(store).map_err(failed)?;
        store.delete(Query::Key(number.into())).map_err(failed)?.await.map_err(failed)?;
    }
    transaction.commit().map_err(failed)?.await.map_err(failed)?;
    database.close();
    saved::tell_tabs(&name());
    Ok(())
}

/// A text, or a file of one, in few bytes.
pub(super) async fn packed(text: &JsValue) -> Result<Uint8Array, Failed> {
    saved::pack(text).await.map(JsCast::unchecked_into).map_err(|error| told(&error))
}

/// The database, opened for one deed: one that stays open would keep a newer version waiting.
async fn open() -> Result<Database, Failed> {
    let factory = Factory::new().map_err(failed)?;
    let mut request = factory.open(&name(), Some(VERSION)).map_err(failed)?;
    request.on_upgrade_needed(|event| {
        let Ok(database) = event.database() else { return };
        for (store, numbered) in [(WALLS, true), (TEXTS, false)] {
            let mut parameters = ObjectStoreParams::new();
            parameters.auto_increment(numbered);
            if database.create_object_store(store, parameters).is_err() {
                log::warn!("rooms: {store} could not be made");
            }
        }
    });
    request.await.map_err(failed)
}

/// A record of this version or of an older one; none where it is neither.
fn read(value: JsValue) -> Option<Record> {
    let schema = Reflect::get(&value, &"schema".into()).ok().and_then(|schema| schema.as_f64());
    match schema {
        None => serde_wasm_bindgen::from_value::<First>(value).ok().map(|first| first.renewed("Wall", 0.0).0),
        Some(_) => {
            serde_wasm_bindgen::from_value::<Record>(value).ok().filter(|record| record.schema == SCHEMA)
        }
    }
}

/// The number that a wall is kept under.
fn number_of(key: &JsValue) -> Option<u32> {
    u32::try_from(whole(key.as_f64()?)).ok()
}

#[expect(clippy::needless_pass_by_value, reason = "as `map_err` hands it over")]
fn failed(error: idb::Error) -> Failed {
    let said = error.to_string();
    if said.contains("QuotaExceeded") {
        return "This browser has no room left for it. Delete a saved wall, or save this one as a file."
            .to_owned();
    }
    format!("This browser does not let the page keep walls: {said}. Export saves them as files.")
}
