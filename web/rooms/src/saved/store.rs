//! The database of saved walls: records in one store; their texts, packed, and what their runs gave by
//! profile in two more, under the same number, so that a list reads neither. Every change is told to all
//! tabs. Not for what is shown.
//!
//! The database is opened for one deed and closed again: one that stays open would keep a newer version
//! waiting, and the visitor's browser from clearing it.

use std::cell::RefCell;
use std::rc::Rc;

use icewall_ui::answer::promise;
use icewall_ui::number::whole;
use idb::event::VersionChangeEvent;
use idb::{
    Database, DatabaseEvent, Error, Event, Factory, ObjectStoreParams, Query, Request, Transaction,
    TransactionMode,
};
use js_sys::{Array, Reflect, Uint8Array};
use leptos::task::spawn_local;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use super::older::{Renewed, renewed};
use super::record::{Profiles, Record};
use super::{names, trouble};
use crate::browser::{address, saved, told};
use crate::database::{answered, committed, opened};

const WALLS: &str = "walls";
const TEXTS: &str = "texts";
const PROFILES: &str = "profiles";
const STORES: [&str; 3] = [WALLS, TEXTS, PROFILES];
/// The version of the database. In the first one records had version 2 and there were no profiles.
const VERSION: u32 = 2;

/// A saved wall in the list: its number, and its record; none where that cannot be read.
pub(super) type Entry = (u32, Option<Record>);

/// Why the database failed, in a sentence for the visitor.
pub(super) type Failed = String;

/// Everything that is kept of a wall, as the browser has it; `undefined` for what is not there.
#[derive(Clone, Debug)]
pub(super) struct Parts {
    /// Its record.
    pub(super) wall: JsValue,
    /// Its packed text.
    pub(super) text: JsValue,
    /// What its run gave by profile.
    pub(super) profiles: JsValue,
}

impl Parts {
    /// A record alone.
    pub(super) fn of(record: &Record) -> Self {
        Self { wall: value(record), text: JsValue::UNDEFINED, profiles: JsValue::UNDEFINED }
    }

    /// The same with a packed text.
    pub(super) fn with_text(self, text: Uint8Array) -> Self {
        Self { text: text.into(), ..self }
    }

    /// The same with what the run gave by profile.
    pub(super) fn with_profiles(self, profiles: Option<&Profiles>) -> Self {
        Self { profiles: profiles.map_or(JsValue::UNDEFINED, value), ..self }
    }

    /// The packed text; none where there is none.
    pub(super) fn packed(&self) -> Option<&Uint8Array> {
        self.text.dyn_ref()
    }

    /// What the run gave by profile; none where that is not kept, or cannot be read.
    pub(super) fn by_profile(&self) -> Option<Profiles> {
        serde_wasm_bindgen::from_value(self.profiles.clone()).ok()
    }
}

/// The name of the database: all pages of one host share an origin, the folder tells one Icewall from
/// another.
pub(super) fn name() -> String {
    format!("icewall {} walls", address::folder())
}

/// Every saved wall, the last changed first.
pub(super) async fn all() -> Result<Vec<Entry>, Failed> {
    let open = open().await?;
    let transaction = open.0.transaction(&[WALLS], TransactionMode::ReadOnly).map_err(failed)?;
    let (keys, values) = all_of(&transaction).await.map_err(failed)?;
    let mut entries: Vec<Entry> = keys
        .iter()
        .zip(values)
        .filter_map(|(key, value)| Some((number_of(&key)?, read(value).ok().map(|old| old.record))))
        .collect();
    let changed = |entry: &Entry| entry.1.as_ref().map_or(0.0, |record| record.changed);
    entries.sort_by(|one, other| changed(other).total_cmp(&changed(one)));
    Ok(entries)
}

/// Everything that is kept of a wall.
pub(super) async fn parts(number: u32) -> Result<Parts, Failed> {
    let open = open().await?;
    let transaction = open.0.transaction(&STORES, TransactionMode::ReadOnly).map_err(failed)?;
    let get = async |store: &str| -> Result<JsValue, Error> {
        answered(transaction.object_store(store)?.get(Query::Key(number.into()))?).await
    };
    let all = async {
        Ok::<_, Error>(Parts {
            wall: get(WALLS).await?,
            text: get(TEXTS).await?,
            profiles: get(PROFILES).await?,
        })
    };
    all.await.map_err(failed)
}

/// Saves walls, each in place of the one of its number or as a new one: all of them, or none. Gives their
/// numbers.
pub(super) async fn put(walls: &[(Option<u32>, Parts)]) -> Result<Vec<u32>, Failed> {
    change(async |transaction| {
        let mut numbers = Vec::new();
        for (number, parts) in walls {
            let number = number.map(JsValue::from);
            let walls = transaction.object_store(WALLS)?;
            let key = answered(walls.put(&parts.wall, number.as_ref())?).await?;
            for (store, part) in [(TEXTS, &parts.text), (PROFILES, &parts.profiles)] {
                let store = transaction.object_store(store)?;
                if part.is_undefined() {
                    answered(store.delete(Query::Key(key.clone()))?).await?;
                } else {
                    answered(store.put(part, Some(&key))?).await?;
                }
            }
            numbers.extend(number_of(&key));
        }
        Ok(numbers)
    })
    .await
}

/// Puts a record in place of the one of this number; all else of the wall stays.
pub(super) async fn put_record(number: u32, record: &Record) -> Result<(), Failed> {
    change(async |transaction| {
        let walls = transaction.object_store(WALLS)?;
        answered(walls.put(&value(record), Some(&number.into()))?).await?;
        Ok(())
    })
    .await
}

/// Keeps what the run of a wall gave by profile, where this is still the wall of that number.
pub(super) async fn put_profiles(number: u32, of: &Record, profiles: &Profiles) -> Result<(), Failed> {
    change(async |transaction| {
        let there = answered(transaction.object_store(WALLS)?.get(Query::Key(number.into()))?).await?;
        let there = read(there).ok();
        if there.is_some_and(|there| there.record.changed.total_cmp(&of.changed).is_eq()) {
            let store = transaction.object_store(PROFILES)?;
            answered(store.put(&value(profiles), Some(&number.into()))?).await?;
        }
        Ok(())
    })
    .await
}

/// Deletes a wall.
pub(super) async fn delete(number: u32) -> Result<(), Failed> {
    change(async |transaction| {
        for store in STORES {
            answered(transaction.object_store(store)?.delete(Query::Key(number.into()))?).await?;
        }
        Ok(())
    })
    .await
}

/// A text, or a file of one, in few bytes.
pub(super) async fn packed(text: &JsValue) -> Result<Uint8Array, Failed> {
    saved::pack(text).await.map(JsCast::unchecked_into).map_err(|error| told(&error))
}

/// Reads a record of any version, from the database or a file.
pub(super) fn read(value: JsValue) -> Result<Renewed, serde_wasm_bindgen::Error> {
    let schema = Reflect::get(&value, &"schema".into()).ok().and_then(|schema| schema.as_f64());
    renewed(schema, serde_wasm_bindgen::Deserializer::from(value))
}

/// A plain value of the browser's.
pub(super) fn value(of: &impl Serialize) -> JsValue {
    // Numbers, texts and lists always are plain values.
    of.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap_or_default()
}

/// The database for as long as a deed takes.
struct Open(Database);

impl Drop for Open {
    fn drop(&mut self) {
        self.0.close();
    }
}

/// Opens the database. Where another tab keeps it from being renewed that is told at once, and to all who
/// listen once it is renewed.
async fn open() -> Result<Open, Failed> {
    let mut request =
        Factory::new().and_then(|factory| factory.open(&name(), Some(VERSION))).map_err(failed)?;
    request.on_upgrade_needed(|event| {
        if let Err(error) = upgrade(&event) {
            log::warn!("rooms: the saved walls could not be renewed: {error}");
        }
    });
    let (promise, answer) = promise();
    let promise = Rc::new(RefCell::new(Some(promise)));
    let blocked = Rc::clone(&promise);
    request.on_blocked(move |_| {
        if let Some(promise) = blocked.take() {
            promise.keep(Err(trouble::HELD.to_owned()));
        }
    });
    spawn_local(async move {
        let opened = opened(request).await.map(Open).map_err(failed);
        match promise.take() {
            Some(promise) => promise.keep(opened),
            None => saved::tell(&name()),
        }
    });
    answer.await.unwrap_or_else(|_| Err(trouble::words("no answer")))
}

/// Makes what is missing, and renews the records of an older version in the same transaction: either all of
/// it is done, or nothing.
fn upgrade(event: &VersionChangeEvent) -> Result<(), Error> {
    let database = event.database()?;
    let there = database.store_names();
    for store in STORES.into_iter().filter(|store| !there.iter().any(|name| name == store)) {
        let mut parameters = ObjectStoreParams::new();
        parameters.auto_increment(store == WALLS);
        database.create_object_store(store, parameters)?;
    }
    if let Some(transaction) = event.target()?.transaction().filter(|_| !there.is_empty()) {
        spawn_local(async move {
            if let Err(error) = renew_all(&transaction).await {
                log::warn!("rooms: the saved walls stay as they were: {error}");
                // One that has failed is given up by the browser already.
                let _ = transaction.abort();
            }
        });
    }
    Ok(())
}

/// Puts every record that can be read in its version of today. One that is broken stays as it is.
async fn renew_all(transaction: &Transaction) -> Result<(), Error> {
    let (keys, values) = all_of(transaction).await?;
    for (key, old) in keys.iter().zip(values) {
        let Ok(Renewed { mut record, text, .. }) = read(old) else { continue };
        record.name = names::plain(&record.name).to_owned();
        answered(transaction.object_store(WALLS)?.put(&value(&record), Some(&key))?).await?;
        if let Some(text) = text {
            // Not packed: that would take longer than a transaction waits.
            let bytes = Uint8Array::from(text.as_bytes());
            answered(transaction.object_store(TEXTS)?.put(&bytes, Some(&key))?).await?;
        }
    }
    Ok(())
}

/// The keys of all records, and the records.
async fn all_of(transaction: &Transaction) -> Result<(Array, Array), Error> {
    let walls = transaction.object_store(WALLS)?;
    let (keys, values) = (walls.get_all_keys(None, None)?, walls.get_all(None, None)?);
    Ok((answered(keys).await?.into(), answered(values).await?.into()))
}

/// Changes all stores as one, and tells all tabs. A change that fails half-way leaves no half of itself: without
/// the abort the browser would commit what came before.
async fn change<T>(deed: impl AsyncFnOnce(&Transaction) -> Result<T, Error>) -> Result<T, Failed> {
    let open = open().await?;
    let transaction = open.0.transaction(&STORES, TransactionMode::ReadWrite).map_err(failed)?;
    let done = match deed(&transaction).await {
        Ok(done) => done,
        Err(error) => {
            if transaction.abort().is_err() {
                log::debug!("rooms: the browser had given the change up by itself");
            }
            return Err(failed(error));
        }
    };
    committed(transaction).await.map_err(failed)?;
    saved::tell(&name());
    Ok(done)
}

/// The number that a wall is kept under.
fn number_of(key: &JsValue) -> Option<u32> {
    u32::try_from(whole(key.as_f64()?)).ok()
}

#[expect(clippy::needless_pass_by_value, reason = "as `map_err` hands it over")]
fn failed(error: Error) -> Failed {
    trouble::words(&error.to_string())
}
