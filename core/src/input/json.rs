//! Reads a JSON object, all but its heights.
//!
//! The object is visited key by key, each value as the slice of the text it stands in: so a key
//! that stands twice is seen, and every fault has its place.

use jiter::JsonErrorType;

use super::Kind;
use super::locator::Locator;
use super::settings::{Found, Settings};
use super::visit::{Broken, each_entry, unquoted};
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
/// The heights may be missing only where there are others to fall back on.
pub(super) fn scan<'t>(text: &'t str, needed: bool, diagnostics: &mut Diagnostics) -> Object<'t> {
    let object = Object { settings: Settings::default(), profiles: None };
    let mut scan = Scan { object, profiles_line: 0, locator: Locator::new(text), diagnostics };
    if let Err(broken) = each_entry(text, &mut |name, key, value| scan.entry(name, key, value)) {
        let place = scan.locator.place(offset_of(&broken, text), 1, None);
        scan.add(Severity::Fault, place, DiagnosticKind::Syntax(syntax_fault(&broken)));
    } else if needed && scan.object.profiles.is_none() {
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

impl<'t> Scan<'t, '_> {
    /// Looks at one entry; both texts are valid JSON, the key with its quotation marks.
    fn entry(&mut self, name: &str, quoted: &'t str, value: &'t str) {
        if name == PROFILES {
            return self.profiles(quoted, value);
        }
        let Some(key) = Key::from_json_name(name) else { return self.unknown(quoted, name) };
        if let Some(first_line) = self.object.settings.line_of(key) {
            return self.twice(quoted, name, first_line);
        }
        let place = self.locator.place_of(value, Some(pointer(name)));
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

/// The pointer to a key of the object (RFC 6901: `~` and `/` are written `~0` and `~1`).
fn pointer(name: &str) -> String {
    format!("/{}", name.replace('~', "~0").replace('/', "~1"))
}

/// A value as [`Parameters::set`](crate::config::Parameters) takes it. The kind of JSON value must
/// be the key's: a number in quotation marks is none.
fn setting(key: Key, value: &str) -> Result<String, DiagnosticKind> {
    let text = match value.bytes().next() {
        Some(b'n') if key.has_none() => return Ok(String::new()),
        Some(b'"') if key.is_text() => unquoted(value).unwrap_or_default(),
        Some(b'-' | b'0'..=b'9') if !key.is_text() => value.to_owned(),
        _ => String::new(),
    };
    if text.is_empty() { Err(DiagnosticKind::Value { key, found: shortened(value) }) } else { Ok(text) }
}

fn syntax_fault(broken: &Broken) -> SyntaxFault {
    use JsonErrorType::{
        EofWhileParsingList, EofWhileParsingObject, EofWhileParsingString, EofWhileParsingValue,
        RecursionLimitExceeded,
    };
    match &broken.why {
        EofWhileParsingList | EofWhileParsingObject | EofWhileParsingString | EofWhileParsingValue => {
            SyntaxFault::EndsEarly
        }
        RecursionLimitExceeded => SyntaxFault::TooDeep,
        other => SyntaxFault::Other(other.to_string()),
    }
}

/// Where the fault is shown: at the end of a line, or of the text, the last character before it.
fn offset_of(broken: &Broken, text: &str) -> usize {
    let last = text.trim_end().len().saturating_sub(1);
    let offset = broken.offset.min(last);
    let ends_line = matches!(text.as_bytes().get(offset), Some(b'\n' | b'\r'));
    text.floor_char_boundary(offset.saturating_sub(usize::from(ends_line)))
}
