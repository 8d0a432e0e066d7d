//! The kept plan in the browser's database: one record, its text packed. Not for what is shown, nor for the saved
//! walls.

use icewall_protocol::Setting;
use idb::{Database, DatabaseEvent, Factory, ObjectStoreParams, Query, TransactionMode};
use js_sys::{Reflect, Uint8Array};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use super::plan::{NAME, Plan};
use crate::browser::files::Held;
use crate::browser::{address, saved, told};
use crate::database::{answered, committed, opened};
use crate::workshop::Brought;

const PLANS: &str = "plans";
/// The key of the only plan.
const A: &str = "a";
/// The field of the record that holds the packed text.
const TEXT: &str = "text";
/// The version of the database.
const VERSION: u32 = 1;
/// The version of [`Record`].
const SCHEMA: u32 = 1;

/// The plan without its text.
#[derive(Serialize, Deserialize)]
struct Record {
    schema: u32,
    settings: Vec<(String, String)>,
}

/// Why the database failed, as the browser says it.
type Failed = String;

/// Keeps a plan in place of the one that was kept.
pub(super) async fn put(plan: &Plan) -> Result<(), Failed> {
    let text = match plan.file() {
        Some(file) => saved::pack(&file.value()).await.map_err(|error| told(&error))?,
        None => return Err("its text is not there".to_owned()),
    };
    let settings = plan.settings().iter().map(|pair| (pair.key.clone(), pair.value.clone())).collect();
    let record = Record { schema: SCHEMA, settings };
    let value = record
        .serialize(&serde_wasm_bindgen::Serializer::json_compatible())
        .map_err(|error| error.to_string())?;
    Reflect::set(&value, &TEXT.into(), &text).map_err(|error| told(&error))?;
    change(Some(&value)).await
}

/// Forgets the plan.
pub(super) async fn delete() -> Result<(), Failed> {
    change(None).await
}

/// The kept plan, under this number; none where there is none that can be read.
pub(super) async fn read(number: u32) -> Option<Plan> {
    let database = open().await.ok()?;
    let found = async {
        let plans = database.transaction(&[PLANS], TransactionMode::ReadOnly)?.object_store(PLANS)?;
        answered(plans.get(Query::Key(A.into()))?).await
    };
    let found = found.await;
    database.close();
    let value = found.ok().filter(|value| !value.is_undefined())?;
    let text: Uint8Array = Reflect::get(&value, &TEXT.into()).ok()?.dyn_into().ok()?;
    let record: Record = serde_wasm_bindgen::from_value(value).ok()?;
    let file = Held::from_value(NAME, saved::unpack(&text).await.ok()?)?;
    let settings = record.settings.into_iter().map(|(key, value)| Setting { key, value }).collect();
    (record.schema == SCHEMA).then(|| Plan::new(number, settings, file))
}

/// Puts the record, or deletes it.
async fn change(record: Option<&JsValue>) -> Result<(), Failed> {
    let database = open().await.map_err(|error| error.to_string())?;
    let done = async {
        let transaction = database.transaction(&[PLANS], TransactionMode::ReadWrite)?;
        let plans = transaction.object_store(PLANS)?;
        match record {
            Some(record) => answered(plans.put(record, Some(&A.into()))?).await?,
            None => answered(plans.delete(Query::Key(A.into()))?).await?,
        };
        committed(transaction).await
    };
    let done = done.await;
    database.close();
    done.map_err(|error| error.to_string())
}

/// The database, opened for one deed: one that stays open would keep a newer version waiting.
async fn open() -> Result<Database, idb::Error> {
    let name = format!("icewall {} compare", address::folder());
    let mut request = Factory::new()?.open(&name, Some(VERSION))?;
    request.on_upgrade_needed(|event| {
        let made = event
            .database()
            .and_then(|database| database.create_object_store(PLANS, ObjectStoreParams::new()).map(|_| ()));
        if made.is_err() {
            log::warn!("rooms: the place of the kept plan could not be made");
        }
    });
    opened(request).await
}
