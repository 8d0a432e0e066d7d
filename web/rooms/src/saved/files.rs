//! Saved walls as files: one or all of them out, any number of them in. Not for the wall that is shown.

use js_sys::{Array, Object, Reflect};
use leptos::prelude::GetUntracked;
use serde::Serialize;
use wasm_bindgen::JsValue;

use super::older::Renewed;
use super::record::{Profiles, Record};
use super::shelf::{Shelf, taken};
use super::store::{self, Failed, Parts};
use super::{names, trouble};
use crate::browser::files::{self, Held};
use crate::browser::saved;
use crate::words;

/// A wall in a file: everything that is kept of it.
#[derive(Serialize)]
struct InFile {
    #[serde(flatten)]
    record: Record,
    by_profile: Option<Profiles>,
    text: String,
}

impl Shelf {
    /// Saves one wall as a file. One that is broken goes out as it lies there.
    pub(super) fn save_one(self, number: u32) {
        let record = self.record(number);
        self.act(async move {
            let name = record.as_ref().map_or("Broken wall", |record| record.name.as_str());
            let file = format!("{name}.icewall.json");
            let wall = match record {
                Some(record) => in_file(number, record).await?,
                None => as_it_lies(number).await?,
            };
            Held::from_text(&file, &saved::print(&Array::of1(&wall))).download();
            Ok(format!("{file} is written."))
        });
    }

    /// Saves every wall as one file. What cannot be read is told, and does not keep the rest.
    pub(super) fn save_all(self) {
        let entries = self.entries.try_get_untracked().flatten().unwrap_or_default();
        self.act(async move {
            let (all, mut lost) = (Array::new(), 0);
            for (number, record) in entries {
                let wall = match record {
                    Some(record) => in_file(number, record).await,
                    None => as_it_lies(number).await,
                };
                match wall {
                    Ok(wall) => {
                        all.push(&wall);
                    }
                    Err(_) => lost += 1,
                }
            }
            let file = "walls.icewall.json";
            Held::from_text(file, &saved::print(&all)).download();
            Ok(format!("{file} is written, with {}.{}", counted(all.length().into()), unread(lost)))
        });
    }

    /// Adds the walls of a file that was chosen: what was saved here once, in any version.
    pub(super) fn add_from(self, event: &leptos::ev::Event) {
        let Some(file) = files::chosen(event) else { return };
        self.act(async move {
            let none =
                || format!("{} holds no saved walls. Open a wall itself on the first page.", file.name());
            let json = text_of(&file).await.ok_or_else(none)?;
            let parsed = saved::parse(&json).map_err(|_| none())?;
            let (mut taken, mut walls, mut lost) = (taken().await?, Vec::new(), 0_u64);
            for wall in if Array::is_array(&parsed) { Array::from(&parsed) } else { Array::of1(&parsed) } {
                let Some((renewed, text)) = read(wall) else {
                    lost += 1;
                    continue;
                };
                let mut record = renewed.record;
                let wanted = if record.name.is_empty() { stem(file.name()) } else { &record.name };
                record.name = names::free(wanted, &taken);
                if record.changed == 0.0 {
                    record.changed = saved::now();
                }
                let text = store::packed(&JsValue::from_str(&text)).await?;
                let parts = Parts::of(&record).with_text(text).with_profiles(renewed.by_profile.as_ref());
                walls.push((None, parts));
                taken.push(record.name);
            }
            if walls.is_empty() {
                return Err(none());
            }
            // All at once: where there is no room for the last one, the first is not kept either.
            store::put(&walls).await?;
            Ok(format!("{} added from {}.{}", counted(walls.len() as u64), file.name(), unread(lost)))
        });
    }
}

/// A wall of a file, and its text.
fn read(wall: JsValue) -> Option<(Renewed, String)> {
    let mut renewed = store::read(wall).ok()?;
    let text = renewed.text.take()?;
    Some((renewed, text))
}

async fn in_file(number: u32, record: Record) -> Result<JsValue, Failed> {
    let parts = store::parts(number).await?;
    let text = text_of(&unpack(&parts).await?).await.ok_or(trouble::LOST_TEXT)?;
    Ok(store::value(&InFile { record, by_profile: parts.by_profile(), text }))
}

/// A broken record and its text, in a form that is read as a wall without a name again.
async fn as_it_lies(number: u32) -> Result<JsValue, Failed> {
    let parts = store::parts(number).await?;
    let text = match unpack(&parts).await {
        Ok(file) => text_of(&file).await,
        Err(_) => None,
    };
    let wall = Object::new();
    let text = text.map_or(JsValue::NULL, JsValue::from);
    for (name, part) in [("broken", &JsValue::from(saved::print(&parts.wall))), ("text", &text)] {
        // Setting a property of a fresh object cannot fail.
        let _ = Reflect::set(&wall, &name.into(), part);
    }
    Ok(wall.into())
}

/// The text of a saved wall, as a file.
pub(super) async fn unpacked(number: u32) -> Result<Held, Failed> {
    unpack(&store::parts(number).await?).await
}

async fn unpack(parts: &Parts) -> Result<Held, Failed> {
    let packed = parts.packed().ok_or(trouble::LOST_TEXT)?;
    let file = saved::unpack(packed).await.map_err(|_| trouble::LOST_TEXT)?;
    Held::from_value("wall.txt", file).ok_or_else(|| trouble::LOST_TEXT.to_owned())
}

/// A file's text, to the last byte; none where it is no text.
pub(super) async fn text_of(file: &Held) -> Option<String> {
    String::from_utf8(file.bytes().await.ok()?.to_vec()).ok()
}

fn stem(name: &str) -> &str {
    name.split('.').next().unwrap_or_default()
}

fn counted(count: u64) -> String {
    words::counted(count, "wall", "walls")
}

fn unread(count: u64) -> String {
    if count == 0 { String::new() } else { format!(" {} could not be read.", counted(count)) }
}
