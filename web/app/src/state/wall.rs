//! The wall as it is taken in: typed, chosen, opened, dropped or pasted, and put back.
//!
//! A text up to 1 MB is edited; a larger one is held as a file that the engine reads. Not for what
//! a text means.

use leptos::prelude::*;

use super::{Fields, Source, State};
use crate::browser::files::Held;
use crate::editor::{place, samples};
use crate::words;

/// The largest text that is edited, in bytes.
const EDIT_MOST: u64 = 1 << 20;
/// The most lines that are edited. Browsers lay out a textarea as one piece: measured in Chromium,
/// a key takes 10 ms in 10,000 short lines, 60 ms in 50,000 and half a second in 340,000.
const EDIT_LINES: u32 = 20_000;
/// The largest file that is taken, in bytes.
const TAKE_MOST: u64 = 64 << 20;
/// How much of a file is read to show its first lines, in bytes.
const HEAD_BYTES: u64 = 4 << 10;
/// How many first lines are shown, and how many characters of each.
const HEAD_LINES: (usize, usize) = (12, 200);

/// A wall that another one took the place of.
#[derive(Clone, Debug)]
pub(crate) struct Before {
    source: Source,
    held: Option<Held>,
    /// The fields, where they were replaced as well.
    fields: Option<Fields>,
    /// Whether it came with a link: see [`State::linked`].
    linked: Option<bool>,
}

impl State {
    /// The visitor typed: `text` is what the editor holds now.
    pub(crate) fn typed(self, text: String) {
        self.source.try_set(Source::Text(text));
        self.changed.try_set(false);
        self.shared.try_set(None);
    }

    /// Takes a text in place of the wall there is.
    pub(crate) fn take_text(self, name: &str, text: &str) {
        self.take_text_then(name, text, Box::new(|| ()));
    }

    /// The same; `then` is done as soon as the text is there. It is boxed because the page must be small.
    pub(super) fn take_text_then(self, name: &str, text: &str, then: Box<dyn FnOnce()>) {
        if can_be_edited(text) {
            self.replace(Source::Text(with_plain_lines(text)), None);
            then();
        } else {
            self.open_then(Held::from_text(name, text), then);
        }
    }

    /// Takes the example of this key in place of the wall there is.
    pub(crate) fn take_example(self, key: &str) {
        if let Some(sample) = samples::SAMPLES.iter().find(|sample| sample.key == key) {
            self.take_text(sample.name, sample.text());
        }
    }

    /// Takes a file in place of the wall there is, once its first bytes are read.
    pub(crate) fn open(self, file: Held) {
        self.open_then(file, Box::new(|| ()));
    }

    /// The same; `then` is done as soon as the file is there.
    pub(super) fn open_then(self, file: Held, then: Box<dyn FnOnce()>) {
        if file.size() > TAKE_MOST {
            let (name, size) = (file.name(), words::bytes(file.size()));
            let most = words::bytes(TAKE_MOST);
            self.notice.try_set(Some(format!("{name} is too large: {size}. The most is {most}.")));
            return;
        }
        leptos::task::spawn_local(async move {
            let name = file.name().to_owned();
            match self.take_file(file).await {
                Ok(()) => then(),
                Err(_) => {
                    self.notice.try_set(Some(format!("{name} could not be read. Was it moved or changed?")));
                }
            }
        });
    }

    /// Puts the wall back that was there before; what takes its place can be put back as well.
    pub(crate) fn put_back(self) {
        if let Some(Some(before)) = self.before.try_get_untracked() {
            let own_fields = before.fields.is_some().then(|| self.fields.try_get_untracked()).flatten();
            self.replace(before.source, before.held);
            self.linked.try_set(before.linked);
            if let Some(fields) = before.fields {
                self.remember_fields(own_fields, false);
                self.fields.try_set(fields);
            }
        }
    }

    /// Keeps the fields with the wall that can be put back; `anew` where the text itself stays.
    pub(super) fn remember_fields(self, own_fields: Option<Fields>, anew: bool) {
        if anew {
            self.before.try_set(Some(self.as_it_is()));
        }
        self.before.try_update(|before| {
            if let Some(before) = before {
                before.fields = own_fields;
            }
        });
    }

    fn as_it_is(self) -> Before {
        Before {
            source: self.source.try_get_untracked().unwrap_or(Source::Text(String::new())),
            held: self.held.try_get_value().flatten(),
            fields: None,
            linked: self.linked.try_get_untracked().flatten(),
        }
    }

    /// The wall as a file to be saved.
    pub(crate) fn wall_file(self) -> Option<Held> {
        let text = self.source.try_with_untracked(|source| match source {
            Source::Text(text) => Some(Held::from_text("wall.txt", text)),
            Source::File { .. } => None,
        });
        text.flatten().or_else(|| self.held.try_get_value().flatten())
    }

    async fn take_file(self, file: Held) -> Result<(), wasm_bindgen::JsValue> {
        let text = if file.size() <= EDIT_MOST { as_text(file.bytes().await?.to_vec()) } else { None };
        if let Some(text) = text.filter(|text| can_be_edited(text)) {
            self.replace(Source::Text(with_plain_lines(&text)), None);
            return Ok(());
        }
        let head = first_lines(&file.head(HEAD_BYTES).await?);
        let source = Source::File { name: file.name().to_owned(), bytes: file.size(), head };
        self.replace(source, Some(file));
        Ok(())
    }

    fn replace(self, source: Source, held: Option<Held>) {
        let before = self.as_it_is();
        let worth_keeping = !matches!(&before.source, Source::Text(text) if samples::is_nobodys(text));
        self.before.try_set(worth_keeping.then_some(before));
        self.notice.try_set(None);
        self.changed.try_set(false);
        self.held.try_update_value(|old| *old = held);
        self.source.try_set(source);
        self.edition.try_update(|edition| *edition += 1);
    }
}

/// Whether an editor copes with a text.
pub(crate) fn can_be_edited(text: &str) -> bool {
    text.len() as u64 <= EDIT_MOST && place::line_count(text) <= EDIT_LINES
}

/// The text, where the bytes are one that an editor can show.
fn as_text(bytes: Vec<u8>) -> Option<String> {
    String::from_utf8(bytes).ok().filter(|text| !text.contains('\0'))
}

/// A textarea holds no carriage return: it would turn them into line feeds unasked.
fn with_plain_lines(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

fn first_lines(head: &str) -> String {
    let (lines, characters) = HEAD_LINES;
    let shown: Vec<String> = head
        .lines()
        .take(lines)
        .map(|line| {
            line.chars().map(|c| if c.is_control() && c != '\t' { '·' } else { c }).take(characters).collect()
        })
        .collect();
    shown.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_not_edited() {
        assert_eq!(as_text(b"21 25".to_vec()), Some("21 25".to_owned()));
        assert_eq!(as_text(vec![0xff, 0xfe]), None);
        assert_eq!(as_text(b"21\0".to_vec()), None);
    }

    #[test]
    fn a_text_is_edited_up_to_a_megabyte_and_twenty_thousand_lines() {
        assert!(can_be_edited(&"7 ".repeat(1 << 19)));
        assert!(!can_be_edited(&"7 ".repeat((1 << 19) + 1)));
        assert!(can_be_edited(&"7\n".repeat(19_999)));
        assert!(!can_be_edited(&"7\n".repeat(20_000)));
    }

    #[test]
    fn every_kind_of_line_end_becomes_the_one_a_textarea_has() {
        assert_eq!(with_plain_lines("1\r\n2\r3\n4"), "1\n2\n3\n4");
    }

    #[test]
    fn of_a_large_file_the_first_lines_are_shown_cut_to_a_readable_width() {
        let head = first_lines(&format!("{}\n1\u{1}2\n{}", "7 ".repeat(300), "5\n".repeat(40)));
        let lines: Vec<&str> = head.lines().collect();
        assert_eq!((lines.len(), lines[0].chars().count(), lines[1]), (12, 200, "1·2"));
    }
}
