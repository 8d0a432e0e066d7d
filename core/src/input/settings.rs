//! Which value each parameter takes: the text's, the base's or the default.

use super::Kind;
use super::rows::Limits;
use crate::config::{HEIGHT_MOST, Key, Parameters, SECTIONS_MOST};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Place, Severity};

/// What holds where the text says nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Base {
    /// Parameters with their values as typed, blanks around them included. An empty value stands
    /// for none where the parameter has a none, else for the default; so does a key left out.
    pub values: Vec<(Key, String)>,
}

/// Where a parameter's value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// The base.
    Base,
    /// The text.
    Text {
        /// The line of the value, from 1.
        line: u32,
    },
    /// Neither says it.
    Default,
}

/// A value found in the text.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The value as [`Parameters::set`] takes it, or why it is none.
    pub(super) value: Result<String, DiagnosticKind>,
    pub(super) place: Place,
    pub(super) line: u32,
}

/// The values found in the text.
#[derive(Clone, Debug, Default)]
pub(super) struct Settings {
    found: [Option<Found>; Key::COUNT],
}

/// The parameters that hold, and what the heights are held against.
#[derive(Clone, Debug)]
pub(super) struct InForce {
    pub(super) parameters: Parameters,
    pub(super) sources: Vec<(Key, Source)>,
    pub(super) limits: Limits,
}

impl Settings {
    /// The line of the value that the text has for a key already.
    pub(super) fn line_of(&self, key: Key) -> Option<u32> {
        self.found[key as usize].as_ref().map(|found| found.line)
    }

    /// Takes a value.
    pub(super) fn put(&mut self, key: Key, found: Found) {
        self.found[key as usize] = Some(found);
    }

    /// Decides on every parameter. A faulty value of the text gives way to what would hold without
    /// it. A faulty value of the base matters only where it would hold.
    pub(super) fn resolve(self, kind: Kind, base: &Base, diagnostics: &mut Diagnostics) -> InForce {
        let mut parameters = Parameters::default();
        let mut sources = Vec::with_capacity(Key::COUNT);
        let mut limits = Limits { height_most: HEIGHT_MOST, sections_most: SECTIONS_MOST };
        for (key, found) in Key::ALL.into_iter().zip(self.found) {
            let base = if kind == Kind::Ini { None } else { base.value(key) };
            let (source, sure) = resolve(key, found, base, &mut parameters, diagnostics);
            sources.push((key, source));
            // Against a limit that is a typing error itself, right heights would look wrong.
            match key {
                Key::TargetHeight if sure => limits.height_most = parameters.target_height(),
                Key::MaxSectionCount if sure => limits.sections_most = parameters.max_section_count(),
                _ => {}
            }
        }
        InForce { parameters, sources, limits }
    }
}

/// Decides on one parameter; tells where its value is from and whether it is one that was meant.
fn resolve(
    key: Key,
    found: Option<Found>,
    base: Option<&str>,
    parameters: &mut Parameters,
    diagnostics: &mut Diagnostics,
) -> (Source, bool) {
    let mut fault = |place, kind| {
        diagnostics.add(Severity::Fault, || Diagnostic { severity: Severity::Fault, place, kind });
    };
    let Some(Found { value, place, line }) = found else {
        return match base.map(|value| parameters.set(key, value)) {
            None => (Source::Default, true),
            Some(Ok(())) => (Source::Base, true),
            Some(Err(kind)) => {
                fault(Place::Parameter(key), kind);
                (Source::Base, false)
            }
        };
    };
    let set = value.and_then(|value| parameters.set(key, &value));
    let sure = set.is_ok();
    if let Err(kind) = set {
        fault(place, kind);
        // The base's own fault is not told: it is the text's value that has to be mended.
        let _ = base.map(|value| parameters.set(key, value));
    }
    (Source::Text { line }, sure)
}

impl Base {
    /// The base's value for a key; none where it leaves the key to its default.
    fn value(&self, key: Key) -> Option<&str> {
        let value = self.values.iter().rev().find(|(own, _)| *own == key)?.1.trim();
        (!value.is_empty() || key.has_none()).then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::super::locator::text_place;
    use super::*;

    const KEY: Key = Key::TargetHeight;

    fn check(kind: Kind, text: Option<&str>, base: Option<&str>, expected: (u16, Source, u16, usize)) {
        let mut settings = Settings::default();
        if let Some(text) = text {
            let found = Found { value: Ok(text.to_owned()), place: text_place(7, 1, 1), line: 7 };
            settings.put(KEY, found);
            assert_eq!(settings.line_of(KEY), Some(7));
        }
        let base = Base { values: base.map(|value| (KEY, value.to_owned())).into_iter().collect() };
        let mut diagnostics = Diagnostics::default();
        let InForce { parameters, sources, limits } = settings.resolve(kind, &base, &mut diagnostics);
        let source = sources[KEY as usize].1;
        assert_eq!(
            (parameters.target_height(), source, limits.height_most, diagnostics.iter().count()),
            expected
        );
    }

    #[test]
    fn the_text_goes_before_the_base_and_the_base_before_the_default() {
        check(Kind::Json, Some("40"), Some("50"), (40, Source::Text { line: 7 }, 40, 0));
        check(Kind::Json, None, Some(" 50 "), (50, Source::Base, 50, 0));
        check(Kind::Json, None, Some(" "), (30, Source::Default, 30, 0));
        check(Kind::Json, None, None, (30, Source::Default, 30, 0));
        check(Kind::Lines, None, Some("50"), (50, Source::Base, 50, 0));
    }

    #[test]
    fn an_ini_file_knows_no_base() {
        check(Kind::Ini, None, Some("50"), (30, Source::Default, 30, 0));
        check(Kind::Ini, None, Some("x"), (30, Source::Default, 30, 0));
    }

    #[test]
    fn heights_are_not_held_against_a_faulty_limit() {
        check(Kind::Json, Some("3O"), Some("50"), (50, Source::Text { line: 7 }, 1000, 1));
        check(Kind::Json, Some("3O"), Some("x"), (30, Source::Text { line: 7 }, 1000, 1));
        check(Kind::Lines, None, Some("x"), (30, Source::Base, 1000, 1));
        check(Kind::Json, Some("40"), Some("x"), (40, Source::Text { line: 7 }, 40, 0));
    }
}
