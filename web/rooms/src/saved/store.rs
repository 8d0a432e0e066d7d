//! The database of saved walls: records in one place, their texts, packed, in another, under the same
//! number. Every change tells the other tabs. Not for what is shown.

use icewall_ui::number::whole;
use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Query, Transaction, TransactionMode};
use js_sys::{Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use super::record::{First, Record, SCHEMA};
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
    let mut entries: Vec<Entry> = Vec::new();
    for (key, value) in kept().await? {
        if let Some(number) = number_of(&key) {
            entries.push((number, read(number, value).await));
        }
    }
    let changed = |entry: &Entry| entry.1.as_ref().map_or(0.0, |record| record.changed);
    entries.sort_by(|one, other| changed(other).total_cmp(&changed(one)));
    Ok(entries)
}

/// Every key and what lies under it.
async fn kept() -> Result<Vec<(JsValue, JsValue)>, Failed> {
    let database = open().await?;
    let read = async {
        let walls = database.transaction(&[WALLS], TransactionMode::ReadOnly)?.object_store(WALLS)?;
        let (keys, values) = (walls.get_all_keys(None, None)?, walls.get_all(None, None)?);
        Ok((keys.await?, values.await?))
    };
    let read = read.await;
    database.close();
    read.map(|(keys, values)| keys.into_iter().zip(values).collect()).map_err(failed)
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
    let key = change(async |transaction| {
        let key = number.map(JsValue::from);
        let key = transaction.object_store(WALLS)?.put(&value, key.as_ref())?.await?;
        if let Some(text) = text {
            transaction.object_store(TEXTS)?.put(text, Some(&key))?.await?;
        }
        Ok(key)
    })
    .await?;
    number_of(&key).ok_or_else(|| "The browser gave the wall no number.".to_owned())
}

/// The packed text of a wall; none where it has none.
pub(super) async fn text(number: u32) -> Result<Option<Uint8Array>, Failed> {
    let database = open().await?;
    let found = async {
        let texts = database.transaction(&[TEXTS], TransactionMode::ReadOnly)?.object_store(TEXTS)?;
        texts.get(Query::Key(number.into()))?.await
    };
    let found = found.await;
    database.close();
    Ok(found.map_err(failed)?.and_then(|text| text.dyn_into().ok()))
}

/// Deletes a wall.
pub(super) async fn delete(number: u32) -> Result<(), Failed> {
    change(async |transaction| {
        for store in [WALLS, TEXTS] {
            transaction.object_store(store)?.delete(Query::Key(number.into()))?.await?;
        }
        Ok(())
    })
    .await
}

/// Changes both places as one, and tells the other tabs. A change that fails half-way leaves no half of
/// itself: without the abort the browser would commit what came before.
async fn change<T>(deed: impl AsyncFnOnce(&Transaction) -> Result<T, idb::Error>) -> Result<T, Failed> {
    let database = open().await?;
    let done = async {
        let transaction = database.transaction(&[WALLS, TEXTS], TransactionMode::ReadWrite)?;
        match deed(&transaction).await {
            Ok(done) => transaction.commit()?.await.map(|_| done),
            Err(error) => {
                if transaction.abort().is_err() {
                    log::debug!("rooms: the browser had given the change up by itself");
                }
                Err(error)
            }
        }
    };
    let done = done.await;
    database.close();
    let done = done.map_err(failed)?;
    saved::tell_tabs(&name());
    Ok(done)
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

/// A record of this version; one of the first is renewed where it lies, as its text lies with it. None where
/// it is neither.
async fn read(number: u32, value: JsValue) -> Option<Record> {
    let schema = Reflect::get(&value, &"schema".into()).ok().and_then(|schema| schema.as_f64());
    match schema {
        None => {
            let first = serde_wasm_bindgen::from_value::<First>(value).ok()?;
            let (record, text) = first.renewed("Wall", saved::now());
            let text = packed(&JsValue::from_str(&text)).await.ok()?;
            put(Some(number), &record, Some(&text)).await.ok()?;
            Some(record)
        }
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
