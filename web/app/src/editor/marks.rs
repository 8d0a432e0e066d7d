//! Which lines of the text are marked, and how gravely. Pure.

use std::collections::BTreeMap;

use icewall_protocol::{Diagnostic, Place, Severity};

/// The first diagnostic's place on a line, and the gravest severity there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// How grave it is.
    pub(crate) severity: Severity,
    /// The first character, from 1.
    pub(crate) column: u32,
    /// How many characters.
    pub(crate) length: u32,
}

/// The marks by line, from 1.
pub(crate) fn marks(diagnostics: &[Diagnostic]) -> BTreeMap<u32, Mark> {
    let mut marks = BTreeMap::new();
    for diagnostic in diagnostics {
        let Place::Text { line, column, length, .. } = diagnostic.place else { continue };
        let mark = Mark { severity: diagnostic.severity, column, length };
        let there = marks.entry(line).or_insert(mark);
        if diagnostic.severity == Severity::Fault && there.severity == Severity::Warning {
            *there = mark;
        }
    }
    marks
}

/// How many faults and how many warnings.
pub(crate) fn counts(diagnostics: &[Diagnostic]) -> (u64, u64) {
    let faults = diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Fault).count();
    (faults as u64, (diagnostics.len() - faults) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn diagnostic(severity: Severity, line: u32, column: u32) -> Diagnostic {
        let place = Place::Text { line, column, length: 1, pointer: None };
        Diagnostic { severity, place, message: String::new(), hint: None }
    }

    #[test]
    fn a_line_shows_its_first_fault_before_any_warning() {
        let diagnostics = [
            diagnostic(Severity::Warning, 2, 1),
            diagnostic(Severity::Fault, 2, 5),
            diagnostic(Severity::Fault, 2, 9),
            diagnostic(Severity::Warning, 3, 1),
        ];
        let marks = marks(&diagnostics);
        assert_eq!(marks[&2], Mark { severity: Severity::Fault, column: 5, length: 1 });
        assert_eq!(marks[&3].severity, Severity::Warning);
        assert_eq!(counts(&diagnostics), (2, 2));
    }
}
