//! A list of diagnostics that stays short however many there are.

use super::{Diagnostic, Place, Severity};

/// The first hundred faults and the first hundred warnings, and how many more there are.
///
/// The two are kept apart so that a flood of warnings never hides a fault.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics {
    kept: Vec<Diagnostic>,
    faults: u64,
    warnings: u64,
}

impl Diagnostics {
    /// How many faults, and how many warnings, are kept.
    pub const KEPT: u64 = 100;

    /// Whether there is any fault.
    pub fn has_faults(&self) -> bool {
        self.faults > 0
    }

    /// The kept ones: faults and warnings among one another, parameters first, then in the order
    /// of the text, then what concerns the whole wall.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.kept.iter()
    }

    /// How many faults there are beyond those kept.
    pub fn more(&self) -> u64 {
        self.faults.saturating_sub(Self::KEPT)
    }

    /// How many warnings there are beyond those kept.
    pub fn more_warnings(&self) -> u64 {
        self.warnings.saturating_sub(Self::KEPT)
    }

    /// Adds one. It is only made where there is room for it: making one costs, and there may be
    /// millions.
    pub(crate) fn add(&mut self, severity: Severity, make: impl FnOnce() -> Diagnostic) {
        let count = self.count(severity);
        *count += 1;
        if *count <= Self::KEPT {
            self.kept.push(make());
        }
    }

    /// Adds those of another list, and puts all in order.
    pub(crate) fn merge(&mut self, other: Self) {
        self.faults += other.faults;
        self.warnings += other.warnings;
        self.kept.extend(other.kept);
        self.kept.sort_by(|one, other| one.place.cmp(&other.place));
        let (mut faults, mut warnings) = (0, 0);
        self.kept.retain(|diagnostic| {
            let count = match diagnostic.severity {
                Severity::Fault => &mut faults,
                Severity::Warning => &mut warnings,
            };
            *count += 1;
            *count <= Self::KEPT
        });
    }

    fn count(&mut self, severity: Severity) -> &mut u64 {
        match severity {
            Severity::Fault => &mut self.faults,
            Severity::Warning => &mut self.warnings,
        }
    }

    /// Moves every place in the text down by so many lines, for a text that was read in pieces.
    pub(crate) fn move_down(&mut self, lines: u32) {
        for diagnostic in &mut self.kept {
            if let Place::Text { line, .. } = &mut diagnostic.place {
                *line = line.saturating_add(lines);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{DiagnosticKind, Place};
    use super::*;

    fn on_line(line: u32, severity: Severity) -> Diagnostic {
        let place = Place::Text { line, column: 1, length: 1, pointer: None };
        Diagnostic { severity, place, kind: DiagnosticKind::EmptyPlace }
    }

    fn list(lines: impl Iterator<Item = u32>, severity: Severity) -> Diagnostics {
        let mut list = Diagnostics::default();
        lines.for_each(|line| list.add(severity, || on_line(line, severity)));
        list
    }

    #[test]
    fn a_hundred_are_kept_and_the_rest_is_counted() {
        let list = list(1..=250, Severity::Fault);
        assert_eq!((list.iter().count(), list.more(), list.more_warnings()), (100, 150, 0));
    }

    #[test]
    fn warnings_do_not_hide_faults() {
        let mut all = list(1..=250, Severity::Warning);
        assert!(!all.has_faults());
        all.add(Severity::Fault, || on_line(251, Severity::Fault));
        assert!(all.has_faults());
        assert_eq!((all.iter().count(), all.more(), all.more_warnings()), (101, 0, 150));
    }

    #[test]
    fn merged_lists_keep_the_first_in_the_text() {
        let mut all = list(101..=250, Severity::Fault);
        all.merge(list(1..=40, Severity::Fault));
        assert_eq!((all.iter().count(), all.more()), (100, 90));
        assert_eq!(all.iter().next(), Some(&on_line(1, Severity::Fault)));
        assert_eq!(all.iter().last(), Some(&on_line(160, Severity::Fault)));
    }
}
