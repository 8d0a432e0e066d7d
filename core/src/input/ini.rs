//! Reads an INI file: sections of `key = value` (or `key: value`), and the lines of `[Profiles]`.
//!
//! Names are matched whatever their case. A comment is a line that begins with `#` or `;`, or what
//! follows a blank and one of them after a value. A section may come in several parts, except
//! `[Profiles]`.

use super::Kind;
use super::lines;
use super::locator::{first_line, line_ends, offset_in, text_place, width};
use super::rows::{Limits, Rows};
use super::settings::{Found, Settings};
use crate::config::{IniSection, Key};
use crate::control::{Cancelled, Watch};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Near, Place, Severity, nearest, shortened};

const PROFILES: &str = "Profiles";

/// What an INI file holds.
#[derive(Debug, Default)]
pub(super) struct File<'t> {
    pub(super) settings: Settings,
    pub(super) profiles: Vec<Profiles<'t>>,
}

/// The lines of one `[Profiles]`.
#[derive(Debug)]
pub(super) struct Profiles<'t> {
    header: Place,
    /// Lines of the file before the first of these.
    lines_before: u32,
    text: &'t str,
}

/// The section that a line stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Section {
    Keys(IniSection),
    Profiles,
    Unknown,
}

/// Reads everything but the heights.
pub(super) fn scan<'t>(text: &'t str, diagnostics: &mut Diagnostics) -> File<'t> {
    let mut scan = Scan { file: File::default(), section: Section::Unknown, line: 0, text: "", diagnostics };
    let mut rest = text;
    while !rest.is_empty() {
        let (line, next) = first_line(rest);
        scan.text = line;
        scan.line = scan.line.saturating_add(1);
        rest = scan.line(next);
    }
    if scan.file.profiles.is_empty() {
        scan.diagnostics.add(Severity::Fault, || Diagnostic {
            severity: Severity::Fault,
            place: Place::Wall,
            kind: DiagnosticKind::MissingProfiles { kind: Kind::Ini },
        });
    }
    scan.file
}

/// Reads the heights; tells the place of the first `[Profiles]` too.
pub(super) fn profiles(
    parts: &[Profiles<'_>],
    limits: Limits,
    watch: &dyn Watch,
) -> Result<(Rows, Place), Cancelled> {
    let mut rows = Rows::default();
    for part in parts {
        rows.lines = part.lines_before;
        rows = lines::read(part.text.as_bytes(), limits, rows, watch)?.unwrap_or_default();
    }
    Ok((rows, parts.first().map_or(Place::Wall, |part| part.header.clone())))
}

/// A file being read, and the line that is looked at.
struct Scan<'t, 'd> {
    file: File<'t>,
    section: Section,
    line: u32,
    text: &'t str,
    diagnostics: &'d mut Diagnostics,
}

impl<'t> Scan<'t, '_> {
    /// Looks at a line; `next` is the text that follows it, and what is still to be looked at is
    /// given back.
    fn line(&mut self, next: &'t str) -> &'t str {
        let line = self.text.trim_matches(BLANKS);
        match (line.bytes().next(), self.section) {
            (None | Some(b'#' | b';'), _) => {}
            (Some(b'['), _) => return self.header(line, next),
            (Some(_), Section::Keys(section)) => self.entry(section, line),
            (Some(_), Section::Profiles | Section::Unknown) => {}
        }
        next
    }

    fn header(&mut self, line: &'t str, next: &'t str) -> &'t str {
        let name = line.get(1..).and_then(|rest| rest.split_once(']'));
        let Some((name, _)) = name.filter(|(_, after)| is_comment(after)) else {
            self.section = Section::Unknown;
            self.add(Severity::Fault, line, || DiagnosticKind::NotASection { found: shortened(line) });
            return next;
        };
        let name = name.trim_matches(BLANKS);
        self.section = section_of(name);
        match self.section {
            Section::Keys(_) => {}
            Section::Profiles => return self.profiles(name, next),
            Section::Unknown => self.add(Severity::Warning, name, || DiagnosticKind::UnknownSection {
                found: shortened(name),
                near: nearest(name, SECTIONS.map(|(name, _)| name)),
            }),
        }
        next
    }

    /// Takes the lines of `[Profiles]` in one go: there may be millions.
    fn profiles(&mut self, name: &str, next: &'t str) -> &'t str {
        if let Some(first_line) = self.file.profiles.first().map(|profiles| profiles.lines_before) {
            self.add(Severity::Fault, name, || DiagnosticKind::Twice { found: name.to_owned(), first_line });
        }
        let (text, rest) = next.split_at_checked(end_of_profiles(next)).unwrap_or((next, ""));
        if self.file.profiles.len() < PARTS_MOST {
            let header = place(self.text, self.line, name);
            self.file.profiles.push(Profiles { header, lines_before: self.line, text });
        }
        self.line = self.line.saturating_add(line_ends(text));
        rest
    }

    fn entry(&mut self, section: IniSection, line: &str) {
        let Some((name, value)) = line.split_once(['=', ':']) else {
            return self.add(Severity::Fault, line, || DiagnosticKind::NotAnEntry { found: shortened(line) });
        };
        let name = name.trim_matches(BLANKS);
        let key = Key::from_ini_name(name).filter(|key| key.ini_section() == section);
        let Some(key) = key else { return self.unknown(section, name) };
        if let Some(first_line) = self.file.settings.line_of(key) {
            let twice = || DiagnosticKind::Twice { found: name.to_owned(), first_line };
            return self.add(Severity::Fault, name, twice);
        }
        let value = without_comment(value).trim_matches(BLANKS);
        let place = place(self.text, self.line, if value.is_empty() { name } else { value });
        self.file.settings.put(key, Found { value: Ok(value.to_owned()), place, line: self.line });
    }

    fn unknown(&mut self, section: IniSection, name: &str) {
        self.add(Severity::Warning, name, || {
            let near = if let Some(key) = Key::from_ini_name(name) {
                Some(Near::Section(key.ini_section().name()))
            } else {
                let own = Key::ALL.into_iter().filter(|key| key.ini_section() == section);
                nearest(name, own.flat_map(|key| key.ini_names().iter().copied())).map(Near::Name)
            };
            DiagnosticKind::UnknownKey { found: shortened(name), near }
        });
    }

    /// Adds a diagnostic at a part of the line. Its place and kind are only made where it is kept:
    /// there may be millions.
    fn add(&mut self, severity: Severity, part: &str, kind: impl FnOnce() -> DiagnosticKind) {
        let (text, line) = (self.text, self.line);
        self.diagnostics.add(severity, || Diagnostic {
            severity,
            place: place(text, line, part),
            kind: kind(),
        });
    }
}

/// The place of a part of a line.
fn place(text: &str, line: u32, part: &str) -> Place {
    let before = text.get(..offset_in(text, part)).unwrap_or_default();
    text_place(line, width(before).saturating_add(1), width(part))
}

/// More parts of `[Profiles]` than this are counted as faults but not read: one is right.
const PARTS_MOST: usize = 100;

const BLANKS: [char; 2] = [' ', '\t'];

const SECTIONS: [(&str, Section); 3] = [
    ("Construction", Section::Keys(IniSection::Construction)),
    ("Task", Section::Keys(IniSection::Task)),
    (PROFILES, Section::Profiles),
];

fn section_of(name: &str) -> Section {
    let known = SECTIONS.into_iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    known.map_or(Section::Unknown, |(_, section)| section)
}

/// Where the lines of `[Profiles]` end: before the first line that begins with `[` and a letter.
fn end_of_profiles(text: &str) -> usize {
    let headers = text.match_indices('[').filter(|(at, bracket)| {
        let after = text.get(at + bracket.len()..).unwrap_or_default();
        after.starts_with(char::is_alphabetic)
    });
    let mut starts = headers.filter_map(|(at, _)| {
        let before = text.get(..at)?.trim_end_matches(BLANKS);
        (before.is_empty() || before.ends_with(['\n', '\r'])).then_some(before.len())
    });
    starts.next().unwrap_or(text.len())
}

/// Whether nothing but a comment stands here.
fn is_comment(text: &str) -> bool {
    matches!(text.trim_matches(BLANKS).chars().next(), None | Some('#' | ';'))
}

/// The value before a comment: a blank and `#` or `;`. One that stands in the value's place leaves
/// it empty.
fn without_comment(value: &str) -> &str {
    let mut after_blank = true;
    let end = value.find(|character: char| {
        let comment = after_blank && matches!(character, '#' | ';');
        after_blank = BLANKS.contains(&character);
        comment
    });
    value.get(..end.unwrap_or(value.len())).unwrap_or_default()
}
