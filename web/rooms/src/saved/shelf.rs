//! The saved walls as the page knows them, and what can be done with them. Each deed ends in a sentence. Not
//! for files of them (`files`).

use std::sync::Arc;

use icewall_protocol::Setting;
use icewall_protocol::desk::Wish;
use icewall_protocol::workshop::{Job, Made};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::record::{PROFILES_MOST, Profiles, Record};
use super::store::{self, Entry, Failed, Parts};
use super::{files, names, trouble};
use crate::browser::{clock, dialog, root, saved};
use crate::desk::{Wall, wish};
use crate::workshop::{self, Answered};

/// Texts up to so many bytes are handed over as texts, larger ones as files.
const TEXT_MOST: u64 = 1 << 20;
/// So many deleted walls can be put back at the most.
const BACK_MOST: usize = 50;

/// A wall that was deleted, or that another one took the place of.
#[derive(Clone, Debug)]
struct Gone {
    number: u32,
    name: String,
    parts: Parts,
}

/// The walls, and what was said last.
#[derive(Clone, Copy)]
pub(crate) struct Shelf {
    /// Every saved wall, the last changed first; none until they are read.
    pub(super) entries: RwSignal<Option<Vec<Entry>>>,
    /// What came of the last deed.
    pub(super) said: RwSignal<String>,
    /// The name that the wall that is shown was saved under, or opened from.
    pub(super) current: RwSignal<String>,
    /// Which wall is told more of.
    pub(super) unfolded: RwSignal<Option<u32>>,
    /// The name of the wall that can be put back next.
    pub(super) back: RwSignal<Option<String>>,
    /// Whether the browser may clear the walls away when room gets scarce.
    pub(super) is_at_risk: RwSignal<bool>,
    gone: StoredValue<Vec<Gone>, LocalStorage>,
    /// The id of the element that takes the focus once the walls are read anew.
    focus: StoredValue<Option<String>>,
}

impl Shelf {
    /// An empty one; nothing is read before somebody wants to know.
    pub(crate) fn start() -> Self {
        Self {
            entries: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            current: RwSignal::new(String::new()),
            unfolded: RwSignal::new(None),
            back: RwSignal::new(None),
            is_at_risk: RwSignal::new(false),
            gone: StoredValue::new_local(Vec::new()),
            focus: StoredValue::new(None),
        }
    }

    /// It, from the context.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Reads the walls, and again whenever one is changed, in this tab or another, for as long as the room is
    /// there.
    pub(super) fn attend(self) {
        let end = StoredValue::new_local(Some(saved::hear(&store::name(), move || self.read())));
        on_cleanup(move || {
            if let Some(end) = end.try_update_value(Option::take).flatten() {
                end();
            }
            self.said.try_set(String::new());
        });
        self.read();
        spawn_local(async move {
            self.is_at_risk.try_set(!saved::persisted().await);
        });
    }

    /// The numbers and names of all walls that can be opened. Tracks.
    pub(crate) fn names(self) -> Vec<(u32, String)> {
        self.entries.with(|entries| {
            let entries = entries.iter().flatten();
            entries.filter_map(|(number, record)| Some((*number, record.as_ref()?.name.clone()))).collect()
        })
    }

    /// Reads the walls as they are now.
    pub(crate) fn read(self) {
        spawn_local(async move {
            match store::all().await {
                Ok(entries) => {
                    self.entries.try_set(Some(entries));
                    if self.said.try_with_untracked(|said| said == trouble::HELD) == Some(true) {
                        self.said.try_set(String::new());
                    }
                    if let Some(Some(id)) = self.focus.try_update_value(Option::take) {
                        clock::after_paint(move || root::focus(&id));
                    }
                }
                Err(why) => {
                    self.said.try_set(why);
                }
            }
        });
    }

    /// Does a deed that gives a sentence.
    pub(super) fn act(self, deed: impl Future<Output = Result<String, Failed>> + 'static) {
        spawn_local(async move {
            let said = deed.await.unwrap_or_else(|why| {
                self.focus.try_set_value(None);
                why
            });
            self.said.try_set(said);
        });
    }

    /// Once the walls are read anew, this element takes the focus.
    pub(super) fn focus_next(self, id: String) {
        self.focus.try_set_value(Some(id));
    }

    pub(super) fn record(self, number: u32) -> Option<Record> {
        self.entries.try_with_untracked(|entries| {
            entries.iter().flatten().find(|(known, _)| *known == number)?.1.clone()
        })?
    }

    /// Whether a wall of this name is there already. Tracks.
    pub(super) fn has(self, name: &str) -> bool {
        self.entries.with(|entries| number_of(entries.iter().flatten(), names::plain(name)).is_some())
    }

    /// Saves the wall that is shown; one of the same name gives way, and can be put back.
    pub(super) fn save(self, name: &str, wall: Arc<Wall>) {
        let name = names::plain(name).to_owned();
        self.act(async move {
            let settings = &wall.shown.settings;
            let settings = settings.iter().map(|pair| (pair.key.clone(), pair.value.clone())).collect();
            let record = Record::of(&name, saved::now(), settings, &wall.shown.summary);
            let text = match (&wall.shown.text, &wall.file) {
                (Some(text), _) => JsValue::from_str(text),
                (None, Some(file)) => file.value(),
                (None, None) => return Err(trouble::LOST_TEXT.to_owned()),
            };
            let parts = Parts::of(&record).with_text(store::packed(&text).await?);
            let entries = store::all().await?;
            let old = number_of(entries.iter(), &name);
            let gone = match old {
                Some(number) => Some(Gone { number, name: name.clone(), parts: store::parts(number).await? }),
                None => None,
            };
            let numbers = store::put(&[(old, parts)]).await?;
            if let Some(&number) = numbers.first() {
                keep_profiles(number, record, wall);
            }
            self.current.try_set(name.clone());
            if entries.is_empty() {
                self.is_at_risk.try_set(!saved::persist().await);
            }
            Ok(match gone {
                Some(gone) => {
                    self.can_be_put_back(gone);
                    format!("{name} is saved in place of the one before.")
                }
                None => format!("{name} is saved in this browser."),
            })
        });
    }

    /// Takes a wall into the page.
    pub(crate) fn open(self, number: u32) {
        let Some(record) = self.record(number) else { return };
        spawn_local(async move {
            match files::unpacked(number).await {
                Ok(file) => {
                    let text = if file.size() <= TEXT_MOST { files::text_of(&file).await } else { None };
                    let pairs = record.settings.into_iter();
                    let settings = pairs.map(|(key, value)| Setting { key, value }).collect();
                    let name = format!("{}.txt", record.name);
                    let beside = text.map_or_else(|| file.value(), JsValue::from);
                    wish(&Wish::Take { name, settings }, &beside);
                    self.current.try_set(record.name);
                    self.said.try_set(String::new());
                    dialog::go_to("#/wall");
                }
                Err(why) => {
                    self.said.try_set(why);
                    dialog::go_to("#/saved");
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
        let old = std::mem::take(&mut record.name);
        let name = name.to_owned();
        self.act(async move {
            record.name = names::free(&name, &taken().await?);
            store::put_record(number, &record).await?;
            if self.current.try_get_untracked().as_ref() == Some(&old) {
                self.current.try_set(record.name.clone());
            }
            Ok(format!("{old} is called {} now.", record.name))
        });
    }

    /// Saves a wall once more under another name.
    pub(super) fn duplicate(self, number: u32) {
        let Some(mut record) = self.record(number) else { return };
        self.act(async move {
            let parts = store::parts(number).await?;
            record.name = names::free(&record.name, &taken().await?);
            record.changed = saved::now();
            store::put(&[(None, Parts { wall: store::value(&record), ..parts })]).await?;
            Ok(format!("{} is saved.", record.name))
        });
    }

    /// Deletes a wall; it can be put back for as long as the page is open.
    pub(super) fn delete(self, number: u32) {
        let name = self.record(number).map_or_else(|| "The broken wall".to_owned(), |record| record.name);
        self.focus_next("saved-back".to_owned());
        self.act(async move {
            let parts = store::parts(number).await?;
            store::delete(number).await?;
            let said = format!("{name} is deleted.");
            self.can_be_put_back(Gone { number, name, parts });
            Ok(said)
        });
    }

    /// Puts back what was deleted or replaced last.
    pub(super) fn put_back(self) {
        let Some(gone) = self.gone.try_update_value(Vec::pop).flatten() else { return };
        self.tell_back();
        self.focus_next(name_id(gone.number));
        self.act(async move {
            let said = format!("{} is back.", gone.name);
            if let Err(why) = store::put(&[(Some(gone.number), gone.parts.clone())]).await {
                self.can_be_put_back(gone);
                return Err(why);
            }
            Ok(said)
        });
    }

    fn can_be_put_back(self, gone: Gone) {
        self.gone.try_update_value(|all| {
            if all.len() == BACK_MOST {
                all.remove(0);
            }
            all.push(gone);
        });
        self.tell_back();
    }

    fn tell_back(self) {
        let name = self.gone.try_with_value(|all| all.last().map(|gone| gone.name.clone()));
        self.back.try_set(name.flatten());
    }
}

/// Keeps what the run gave by profile as soon as a workshop says it: the wall is saved before, and without where none
/// comes up. The workshop is one of its own, for the page may show another wall by then.
fn keep_profiles(number: u32, record: Record, wall: Arc<Wall>) {
    spawn_local(async move {
        let workshop = workshop::of(wall);
        let answer = workshop.ask(Job::Profiles { from: 1, count: PROFILES_MOST }).await;
        // It holds the wall as well.
        drop(workshop);
        let Ok(Answered { made: Made::Profiles(rows), .. }) = answer else { return };
        if let Err(why) = store::put_profiles(number, &record, &Profiles::of(&rows)).await {
            log::warn!("rooms: {} is kept without its profiles: {why}", record.name);
        }
    });
}

/// The id of a wall's name in the list.
pub(super) fn name_id(number: u32) -> String {
    format!("saved-{number}")
}

/// The names that are taken, in the database as it is now: another tab may have changed it.
pub(super) async fn taken() -> Result<Vec<String>, Failed> {
    let entries = store::all().await?;
    Ok(entries.into_iter().filter_map(|(_, record)| Some(record?.name)).collect())
}

fn number_of<'a>(mut entries: impl Iterator<Item = &'a Entry>, name: &str) -> Option<u32> {
    entries.find(|(_, record)| record.as_ref().is_some_and(|record| record.name == name)).map(|entry| entry.0)
}
