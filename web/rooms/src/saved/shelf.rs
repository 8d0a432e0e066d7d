//! The saved walls as the room knows them, and what can be done with them. Each deed ends in a sentence.

use std::sync::Arc;

use icewall_protocol::Setting;
use icewall_protocol::desk::Wish;
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::record::{First, InFile, Record, Run, SCHEMA, free_name};
use super::store::{self, Entry, Failed};
use crate::browser::files::{self, Held};
use crate::browser::{dialog, saved, told};
use crate::desk::{Wall, wish};
use crate::words;

/// Texts up to so many bytes are handed over as texts, larger ones as files.
const TEXT_MOST: u64 = 1 << 20;

/// The walls, and what was said last.
#[derive(Clone, Copy)]
pub(super) struct Shelf {
    /// Every saved wall, the last changed first; none until they are read.
    pub(super) entries: RwSignal<Option<Vec<Entry>>>,
    /// What came of the last deed.
    pub(super) said: RwSignal<String>,
    /// Whether what was deleted last can be put back.
    pub(super) can_put_back: RwSignal<bool>,
    deleted: StoredValue<Option<(u32, Record, Uint8Array)>, LocalStorage>,
}

impl Shelf {
    /// Reads the walls, and again whenever another tab changes one, for as long as the room is there.
    pub(super) fn start() -> Self {
        let shelf = Self {
            entries: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            can_put_back: RwSignal::new(false),
            deleted: StoredValue::new_local(None),
        };
        let end = StoredValue::new_local(Some(saved::hear_tabs(&store::name(), move || shelf.read())));
        on_cleanup(move || {
            if let Some(end) = end.try_update_value(Option::take).flatten() {
                end();
            }
        });
        shelf.read();
        shelf
    }

    fn read(self) {
        spawn_local(async move {
            match store::all().await {
                Ok(entries) => {
                    self.entries.try_set(Some(entries));
                }
                Err(why) => {
                    self.said.try_set(why);
                }
            }
        });
    }

    /// Does a deed that gives a sentence, then reads the walls anew.
    fn act(self, deed: impl Future<Output = Result<String, Failed>> + 'static) {
        self.can_put_back.try_set(false);
        spawn_local(async move {
            let said = deed.await.unwrap_or_else(|why| why);
            self.said.try_set(said);
            self.read();
        });
    }

    fn names(self) -> Vec<String> {
        let entries = self.entries.try_get_untracked().flatten().unwrap_or_default();
        entries.into_iter().filter_map(|(_, record)| Some(record?.name)).collect()
    }

    fn record(self, number: u32) -> Option<Record> {
        let entries = self.entries.try_get_untracked().flatten()?;
        entries.into_iter().find(|(known, _)| *known == number)?.1
    }

    /// Saves the wall that is shown.
    pub(super) fn save(self, name: &str, wall: Arc<Wall>) {
        let name = free_name(name, &self.names());
        let is_first = self.names().is_empty();
        let settings =
            wall.shown.settings.iter().map(|pair| (pair.key.clone(), pair.value.clone())).collect();
        let run = Some(Run::of(&wall.shown.summary));
        let record = Record { schema: SCHEMA, name: name.clone(), changed: saved::now(), settings, run };
        self.act(async move {
            let text = match (&wall.shown.text, &wall.file) {
                (Some(text), _) => JsValue::from_str(text),
                (None, Some(file)) => file.value(),
                (None, None) => return Err("The wall's text is not there.".to_owned()),
            };
            let text = store::packed(&text).await?;
            store::put(None, &record, Some(&text)).await?;
            if is_first {
                saved::persist().await;
            }
            Ok(format!("{name} is saved in this browser."))
        });
    }

    /// Takes a wall into the page.
    pub(super) fn open(self, number: u32) {
        let Some(record) = self.record(number) else { return };
        self.can_put_back.try_set(false);
        spawn_local(async move {
            match unpacked(number).await {
                Ok(file) => {
                    let beside =
                        if file.size() <= TEXT_MOST { text_of(&file).await.map(JsValue::from) } else { None };
                    let settings =
                        record.settings.into_iter().map(|(key, value)| Setting { key, value }).collect();
                    let name = format!("{}.txt", record.name);
                    wish(&Wish::Take { name, settings }, &beside.unwrap_or_else(|| file.value()));
                    dialog::go_to("#/wall");
                }
                Err(why) => {
                    self.said.try_set(why);
                }
            }
        });
    }

    /// Calls a wall something else.
    pub(super) fn rename(self, number: u32, name: &str) {
        let Some(mut record) = self.record(number) else { return };
        if name.trim() == record.name || name.trim().is_empty() {
            return;
        }
        record.name = free_name(name, &self.names());
        self.act(async move {
            store::put(Some(number), &record, None).await?;
            Ok(format!("It is called {} now.", record.name))
        });
    }

    /// Saves a wall once more under another name.
    pub(super) fn duplicate(self, number: u32) {
        let Some(mut record) = self.record(number) else { return };
        record.name = free_name(&record.name, &self.names());
        record.changed = saved::now();
        self.act(async move {
            let text = store::text(number).await?.ok_or_else(lost_text)?;
            store::put(None, &record, Some(&text)).await?;
            Ok(format!("{} is saved.", record.name))
        });
    }

    /// Deletes a wall; it can be put back until something else is done.
    pub(super) fn delete(self, number: u32) {
        let record = self.record(number);
        self.can_put_back.try_set(false);
        spawn_local(async move {
            let text = store::text(number).await.ok().flatten();
            let said = match store::delete(number).await {
                Ok(()) => {
                    let name = record.as_ref().map_or("The broken record", |record| record.name.as_str());
                    let said = format!("{name} is deleted.");
                    let kept = record.zip(text).map(|(record, text)| (number, record, text));
                    self.can_put_back.try_set(kept.is_some());
                    self.deleted.try_update_value(|deleted| *deleted = kept);
                    said
                }
                Err(why) => why,
            };
            self.said.try_set(said);
            self.read();
        });
    }

    /// Puts back what was deleted last.
    pub(super) fn put_back(self) {
        let Some((number, record, text)) = self.deleted.try_update_value(Option::take).flatten() else {
            return;
        };
        self.act(async move {
            store::put(Some(number), &record, Some(&text)).await?;
            Ok(format!("{} is back.", record.name))
        });
    }

    /// Saves one wall as a file.
    pub(super) fn save_one(self, number: u32) {
        let Some(record) = self.record(number) else { return };
        let name = format!("{}.icewall.json", record.name);
        self.save_file(name, vec![(number, record)]);
    }

    /// Saves every wall as one file.
    pub(super) fn save_all(self) {
        let entries = self.entries.try_get_untracked().flatten().unwrap_or_default();
        let whole = entries.into_iter().filter_map(|(number, record)| Some((number, record?))).collect();
        self.save_file("walls.icewall.json".to_owned(), whole);
    }

    fn save_file(self, name: String, walls: Vec<(u32, Record)>) {
        self.act(async move {
            let all = Array::new();
            let mut lost = 0;
            for (number, record) in walls {
                let text = match unpacked(number).await {
                    Ok(file) => text_of(&file).await,
                    Err(_) => None,
                };
                let Some(text) = text else {
                    lost += 1;
                    continue;
                };
                let wall = InFile { record, text };
                let value = wall.serialize(&serde_wasm_bindgen::Serializer::json_compatible());
                all.push(&value.map_err(|error| error.to_string())?);
            }
            if all.length() == 0 {
                return Err(lost_text());
            }
            let json = saved::print(&all).map_err(|error| told(&error))?;
            Held::from_text(&name, &json).download();
            if lost == 0 {
                return Ok(format!("{name} is saved as a file."));
            }
            let lost = words::counted(lost, "wall", "walls");
            Ok(format!("{name} is saved as a file, without {lost} that cannot be read."))
        });
    }

    /// Adds the walls of a file that was chosen: one that was saved here, or a wall of the first version.
    pub(super) fn add_from(self, event: &leptos::ev::Event) {
        let Some(file) = files::chosen(event) else { return };
        let mut names = self.names();
        self.act(async move {
            let none =
                || format!("{} holds no saved walls. Open a wall itself on the first page.", file.name());
            let json = text_of(&file).await.ok_or_else(none)?;
            let parsed = saved::parse(&json).map_err(|_| none())?;
            let walls = walls_of(parsed, file.name()).ok_or_else(none)?;
            let count = walls.len();
            for (mut record, text) in walls {
                record.name = free_name(&record.name, &names);
                names.push(record.name.clone());
                let text = store::packed(&JsValue::from_str(&text)).await?;
                store::put(None, &record, Some(&text)).await?;
            }
            Ok(format!("{count} added from {}.", file.name()))
        });
    }
}

/// The walls of a file.
fn walls_of(parsed: JsValue, name: &str) -> Option<Vec<(Record, String)>> {
    if Array::is_array(&parsed) {
        let walls: Vec<InFile> = serde_wasm_bindgen::from_value(parsed).ok()?;
        let known = walls.iter().all(|wall| wall.record.schema == SCHEMA);
        return known.then(|| walls.into_iter().map(|wall| (wall.record, wall.text)).collect());
    }
    let first: First = serde_wasm_bindgen::from_value(parsed).ok()?;
    let name = name.split('.').next().unwrap_or_default();
    Some(vec![first.renewed(name, saved::now())])
}

async fn unpacked(number: u32) -> Result<Held, Failed> {
    let packed = store::text(number).await?.ok_or_else(lost_text)?;
    let file = saved::unpack(&packed).await.map_err(|_| lost_text())?;
    Held::from_value("wall.txt", file).ok_or_else(lost_text)
}

async fn text_of(file: &Held) -> Option<String> {
    String::from_utf8(file.bytes().await.ok()?.to_vec()).ok()
}

fn lost_text() -> Failed {
    "The text of this wall cannot be read any more.".to_owned()
}
