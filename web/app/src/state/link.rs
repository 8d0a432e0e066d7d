//! A wall in a link: made of what the page shows, opened without touching the visitor's own wall.
//!
//! `#/wall?v=1&w=…&view=…&day=…`, or with the wall as it was typed and parameters by their JSON keys:
//! `#/wall?text=…&num_teams=…`. `#/compare?v=1&w=…&a=…` brings another plan beside it, which that room reads.
//! The fragment never leaves the browser. A link that comes into the address of a page that is open already is opened
//! when a room wishes for it; undo brings the wall back that was there.

use icewall_protocol::{LINK_LENGTH_MOST, LINK_VERSION, LinkedWall, Reply, Request, View};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{EngineStatus, Fields, State};
use crate::browser::{address, clipboard};
use crate::words;

/// The wall of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wall {
    Packed(String),
    /// As it was typed, faults and all, with the fields by JSON key.
    Typed(LinkedWall),
}

/// What a link holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    wall: Wall,
    view: Option<View>,
    day: Option<u64>,
}

impl Link {
    /// The link that the address is; none where it is none.
    pub(super) fn of_address() -> Option<Self> {
        let fragment = address::fragment();
        let query = ["#/wall?", "#/compare?"].into_iter().find_map(|start| fragment.strip_prefix(start))?;
        let part = |name: &str| query.split('&').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
        let wall = match part("text").and_then(address::decoded) {
            Some(text) => Wall::Typed(LinkedWall { text, settings: settings(query) }),
            None if part("v") == Some(LINK_VERSION) => Wall::Packed(part("w").unwrap_or_default().to_owned()),
            None => Wall::Packed(String::new()),
        };
        let view = part("view").and_then(|name| View::ALL.into_iter().find(|view| view.name() == name));
        let day = part("day").and_then(|day| day.parse().ok());
        Some(Self { wall, view, day })
    }
}

/// Every part of a fragment as a field; the page passes over those that it does not know.
fn settings(query: &str) -> Vec<(String, String)> {
    let pairs = query.split('&').filter_map(|part| part.split_once('='));
    pairs.filter_map(|(key, value)| Some((key.to_owned(), address::decoded(value)?))).collect()
}

/// The fragment that opens a packed wall.
fn fragment(packed: &str, view: Option<View>, day: Option<u64>) -> String {
    let view = view.map(|view| format!("&view={}", view.name())).unwrap_or_default();
    let day = day.map(|day| format!("&day={day}")).unwrap_or_default();
    format!("#/wall?v={LINK_VERSION}&w={packed}{view}{day}")
}

/// What came of sharing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Shared {
    /// The link is in the clipboard.
    Copied(String),
    /// The link, which the clipboard did not take.
    Made(String),
    /// There is none: why, and what to do.
    Not(String),
    /// The wall is too large for one: how large. A file can be sent instead.
    Large(String),
}

/// Opens the link that the page was opened with once the engine is up; the first run waits for it.
pub(super) fn start(state: State, link: Link) {
    state.linked.set(Some(false));
    Effect::new(move |_| {
        let up = state.engine.with(|engine| matches!(engine, EngineStatus::Up(_)));
        if up && state.linked.get_untracked() == Some(false) {
            spawn_local(open(state, link.clone()));
        }
    });
}

async fn open(state: State, link: Link) {
    let wall = match link.wall {
        Wall::Typed(wall) => Ok(wall),
        Wall::Packed(packed) => {
            let Some(answer) = state.ask(|ask| Request::Unpack { ask, packed }) else { return };
            // Lost: the engine is started again, and this with it.
            let Ok(Reply::Unpacked { wall, .. }) = answer.await else { return };
            wall
        }
    };
    // What stood here until the page's own link was nobody's.
    let is_first = state.linked.try_get_untracked() == Some(Some(false));
    match wall {
        Ok(wall) => {
            let own_fields = state.fields.try_get_untracked();
            let then = Box::new(move || {
                if is_first {
                    state.forget_steps();
                }
                state.remember_fields(own_fields, false);
                state.view.try_set(link.view);
                state.fields.try_set(Fields::from_settings(&wall.settings));
                state.day.try_set(link.day);
                state.linked.try_set(Some(true));
            });
            state.take_text_then("wall.txt", &wall.text, then);
        }
        Err(mut why) => {
            why.get_mut(..1).map(str::make_ascii_uppercase);
            let instead = if is_first { "This is the example instead." } else { "The wall is as it was." };
            state.notice.try_set(Some(format!("{why}. {instead}")));
            if is_first {
                // The visitor's own wall is not touched, whatever is done with the example.
                state.linked.try_set(Some(true));
            }
        }
    }
}

impl State {
    /// Whether what is shown came with a link, and so is not the visitor's own.
    pub(crate) fn is_linked(self) -> bool {
        self.linked.get() == Some(true)
    }

    /// Opens the link that has come into the address.
    pub(super) fn open_link(self) {
        if let Some(link) = Link::of_address() {
            spawn_local(open(self, link));
        }
    }

    /// Makes the wall of a link the visitor's own.
    pub(crate) fn keep_linked(self) {
        self.linked.try_set(None);
        self.keep_steps();
        address::drop_fragment();
    }

    /// Makes a link of what is shown, and copies it.
    pub(crate) fn share(self) {
        spawn_local(async move {
            let shared = self.shared_link().await;
            let shared = match shared {
                Ok(link) if clipboard::write(&link).await => Shared::Copied(link),
                Ok(link) => Shared::Made(link),
                Err(instead) => instead,
            };
            self.shared.try_set(Some(shared));
        });
    }

    async fn shared_link(self) -> Result<String, Shared> {
        let none = || Shared::Not("There is no result to share: mend the wall first.".to_owned());
        if self.stale.try_get_untracked() != Some(false) {
            return Err(none());
        }
        let answer = self.ask(|ask| Request::Pack { ask }).ok_or_else(none)?;
        let Ok(Reply::Packed { packed: Some(packed), .. }) = answer.await else { return Err(none()) };
        let view = self.view.try_get_untracked().flatten();
        let day = self.day.try_get_untracked().flatten();
        let link = address::without_fragment() + &fragment(&packed, view, day);
        if link.len() > LINK_LENGTH_MOST {
            let (length, most) = (words::number(link.len() as u64), words::number(LINK_LENGTH_MOST as u64));
            return Err(Shared::Large(format!(
                "This wall is too large for a link: {length} characters, and {most} is the most."
            )));
        }
        Ok(link)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fragment_says_what_is_shown() {
        assert_eq!(fragment("1AB-_", Some(View::Heat), Some(5)), "#/wall?v=1&w=1AB-_&view=heat&day=5");
        assert_eq!(fragment("1AB", None, None), "#/wall?v=1&w=1AB");
    }
}
