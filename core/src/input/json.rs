//! Reads a JSON object, all but its heights.
//!
//! The object is visited key by key, each value as the slice of the text it stands in: so a key
//! that stands twice is seen, and every fault has its place. Slices are skipped without recursion,
//! however deep they nest.

use std::fmt;

use serde::Deserializer;
use serde::de::{MapAccess, Visitor};
use serde_json::value::RawValue;

use super::Kind;
use super::locator::Locator;
use super::settings::{Found, Settings};
use crate::config::Key;
use crate::diagnostic::{
    Diagnostic, DiagnosticKind, Diagnostics, Near, Place, Severity, SyntaxFault, nearest, shortened,
};

const PROFILES: &str = "profiles";

/// What a JSON object holds.
#[derive(Debug)]
pub(super) struct Object<'t> {
    pub(super) settings: Settings,
    /// The value of `profiles`, which is valid JSON but not looked into.
    pub(super) profiles: Option<&'t str>,
}

/// Reads everything but the heights. A text that breaks the rules of JSON is read up to there.
pub(super) fn scan<'t>(text: &'t str, diagnostics: &mut Diagnostics) -> Object<'t> {
    let object = Object { settings: Settings::default(), profiles: None };
    let mut scan = Scan { object, profiles_line: 0, locator: Locator::new(text), diagnostics };
    let mut parser = serde_json::Deserializer::from_str(text);
    let outcome = parser.deserialize_map(Entries(&mut scan)).and_then(|()| parser.end());
    if let Err(error) = outcome {
        let place = scan.locator.place(offset_of(&error, text), 1, None);
        scan.add(Severity::Fault, place, DiagnosticKind::Syntax(syntax_fault(&error)));
    } else if scan.object.profiles.is_none() {
        scan.add(Severity::Fault, Place::Wall, DiagnosticKind::MissingProfiles { kind: Kind::Json });
    }
    scan.object
}

/// An object being read.
struct Scan<'t, 'd> {
    object: Object<'t>,
    profiles_line: u32,
    locator: Locator<'t>,
    diagnostics: &'d mut Diagnostics,
}

/// The visitor that hands on each entry.
struct Entries<'s, 't, 'd>(&'s mut Scan<'t, 'd>);

impl<'t> Visitor<'t> for Entries<'_, 't, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut entries: A) -> Result<(), A::Error> {
        while let Some(key) = entries.next_key::<&'t RawValue>()? {
            let value = entries.next_value::<&'t RawValue>()?;
            self.0.entry(key.get(), value.get());
        }
        Ok(())
    }
}

impl<'t> Scan<'t, '_> {
    /// Looks at one entry; both texts are valid JSON, the key with its quotation marks.
    fn entry(&mut self, quoted: &'t str, value: &'t str) {
        let name = unquoted(quoted);
        if name == PROFILES {
            return self.profiles(quoted, value);
        }
        let Some(key) = Key::from_json_name(&name) else { return self.unknown(quoted, &name) };
        if let Some(first_line) = self.object.settings.line_of(key) {
            return self.twice(quoted, &name, first_line);
        }
        let place = self.locator.place_of(value, Some(pointer(&name)));
        let line = if let Place::Text { line, .. } = place { line } else { 0 };
        self.object.settings.put(key, Found { value: setting(key, value), place, line });
    }

    fn profiles(&mut self, quoted: &str, value: &'t str) {
        if self.object.profiles.is_some() {
            return self.twice(quoted, PROFILES, self.profiles_line);
        }
        self.object.profiles = Some(value);
        if let Place::Text { line, .. } = self.locator.place_of(value, None) {
            self.profiles_line = line;
        }
    }

    fn twice(&mut self, quoted: &str, name: &str, first_line: u32) {
        self.at_key(Severity::Fault, quoted, name, || DiagnosticKind::Twice {
            found: name.to_owned(),
            first_line,
        });
    }

    fn unknown(&mut self, quoted: &str, name: &str) {
        self.at_key(Severity::Warning, quoted, name, || {
            let near = match Key::from_ini_name(name) {
                Some(key) => Some(key.json_name()),
                None => nearest(name, Key::ALL.map(Key::json_name).into_iter().chain([PROFILES])),
            };
            DiagnosticKind::UnknownKey { found: shortened(name), near: near.map(Near::Name) }
        });
    }

    /// Adds a diagnostic at a key. Its place and kind are only made where it is kept: there may be
    /// millions, and to go back in the text costs.
    fn at_key(
        &mut self,
        severity: Severity,
        quoted: &str,
        name: &str,
        kind: impl FnOnce() -> DiagnosticKind,
    ) {
        let locator = &mut self.locator;
        self.diagnostics.add(severity, || {
            let place = locator.place_of(quoted, Some(pointer(&shortened(name))));
            Diagnostic { severity, place, kind: kind() }
        });
    }

    fn add(&mut self, severity: Severity, place: Place, kind: DiagnosticKind) {
        self.diagnostics.add(severity, || Diagnostic { severity, place, kind });
    }
}

/// The text of a JSON string; as it stands where its escapes write no text.
fn unquoted(quoted: &str) -> String {
    serde_json::from_str(quoted).unwrap_or_else(|_| quoted.to_owned())
}

/// The pointer to a key of the object (RFC 6901: `~` and `/` are written `~0` and `~1`).
fn pointer(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// A value as [`Parameters::set`](crate::config::Parameters) takes it. The kind of JSON value must
/// be the key's: a number in quotation marks is none.
fn setting(key: Key, value: &str) -> Result<String, DiagnosticKind> {
    let text = match value.bytes().next() {
        Some(b'n') if key.has_none() => return Ok(String::new()),
        Some(b'"') if key.is_text() => unquoted(value),
        Some(b'-' | b'0'..=b'9') if !key.is_text() => value.to_owned(),
        _ => String::new(),
    };
    if text.is_empty() { Err(DiagnosticKind::Value { key, found: shortened(value) }) } else { Ok(text) }
}

fn syntax_fault(error: &serde_json::Error) -> SyntaxFault {
    if error.is_eof() {
        return SyntaxFault::EndsEarly;
    }
    let words = error.to_string();
    SyntaxFault::Other(words.split(" at line ").next().unwrap_or_default().to_owned())
}

/// Where the parser stopped. It counts lines by LF alone and columns in bytes, from 1; at a text's
/// end the last character that is not blank is meant.
fn offset_of(error: &serde_json::Error, text: &str) -> usize {
    let line = error.line().checked_sub(2).and_then(|before| text.match_indices('\n').nth(before));
    let start = line.map_or(0, |(end, _)| end + 1);
    let last = text.trim_end().len().saturating_sub(1);
    let offset = (start + error.column().saturating_sub(1)).min(last);
    (0..=offset).rev().find(|&offset| text.is_char_boundary(offset)).unwrap_or(0)
}
