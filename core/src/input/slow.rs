//! Reads a plain line and explains everything that is wrong with it.
//!
//! This is the rule of what a line is; the [`fast`](super::fast) reader only takes lines that are
//! free of faults, and must agree with this one.

use super::locator::{text_place, width};
use super::rows::{Limits, Rows};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Severity, shortened};

/// Reads one line, which holds no line end. Adds its heights, and ends its profile.
pub(super) fn line(text: &str, limits: Limits, rows: &mut Rows) {
    let start = rows.heights.len();
    let comment = text.bytes().position(|byte| matches!(byte, b'#' | b';')).unwrap_or(text.len());
    let (content, comment) = text.split_at_checked(comment).unwrap_or((text, ""));
    let mut line = Line { text, number: rows.lines.saturating_add(1), counted: (0, 1) };
    heights(content, limits, &mut line, rows);
    if hides_numbers(content, comment) {
        rows.diagnostics.add(Severity::Warning, || {
            line.diagnostic(
                Severity::Warning,
                content.len(),
                comment.trim_end().len(),
                DiagnosticKind::SemicolonComment,
            )
        });
    }
    rows.end_profile(start);
    rows.lines = rows.lines.saturating_add(1);
}

/// Reads the heights of a line. Too many sections are one fault, at the first too many.
fn heights(content: &str, limits: Limits, line: &mut Line<'_>, rows: &mut Rows) {
    let mut section = 0u64;
    // Whether a height stands since the last comma or the line's start.
    let mut full = false;
    let mut at = 0;
    while let Some(byte) = content.as_bytes().get(at) {
        let rest = content.get(at..).unwrap_or_default();
        let length = match byte {
            b' ' | b'\t' => 1,
            b',' => {
                if !full {
                    line.fault(at, 1, rows, || DiagnosticKind::EmptyPlace);
                }
                full = false;
                1
            }
            _ => {
                let length =
                    rest.bytes().position(|byte| matches!(byte, b' ' | b'\t' | b',')).unwrap_or(rest.len());
                if section == u64::from(limits.sections_most) {
                    let (found, most) = (section + sections(rest), limits.sections_most);
                    line.fault(at, length, rows, || DiagnosticKind::SectionsInProfile { found, most });
                }
                height(at, rest.get(..length).unwrap_or_default(), limits, line, rows);
                section += 1;
                full = true;
                length
            }
        };
        at += length;
    }
}

fn sections(content: &str) -> u64 {
    content.split([' ', '\t', ',']).filter(|place| !place.is_empty()).count() as u64
}

fn height(at: usize, found: &str, limits: Limits, line: &mut Line<'_>, rows: &mut Rows) {
    let fault = height_fault(found, limits.height_most);
    let height = match fault {
        Ok(height) => height,
        Err(too_tall) => {
            line.fault(at, found.len(), rows, || height_kind(found, limits.height_most, too_tall));
            0
        }
    };
    rows.heights.push(height);
}

/// The height in feet that a text writes; else whether it is a number, but too tall.
pub(super) fn height_fault(found: &str, most: u16) -> Result<u16, bool> {
    if found.is_empty() {
        return Err(false);
    }
    let mut height = 0u16;
    for byte in found.bytes() {
        if !byte.is_ascii_digit() {
            return Err(false);
        }
        height = height.saturating_mul(10).saturating_add(u16::from(byte - b'0'));
    }
    if height <= most { Ok(height) } else { Err(true) }
}

/// What is wrong with a height.
pub(super) fn height_kind(found: &str, most: u16, too_tall: bool) -> DiagnosticKind {
    let found = shortened(found);
    if too_tall {
        DiagnosticKind::TooTall { found, most }
    } else {
        DiagnosticKind::NotAHeight { found, most }
    }
}

/// Whether a comment is rather a list of numbers separated by semicolons: `21;25;28`.
fn hides_numbers(content: &str, comment: &str) -> bool {
    comment.starts_with(';')
        && content.ends_with(|last: char| last.is_ascii_digit())
        && comment.contains(|character: char| character.is_ascii_digit())
        && comment.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b';' | b',' | b' ' | b'\t'))
}

/// The line being read, and a column already counted: a long line with many faults is counted once.
struct Line<'t> {
    text: &'t str,
    number: u32,
    counted: (usize, u32),
}

impl Line<'_> {
    fn fault(&mut self, at: usize, length: usize, rows: &mut Rows, kind: impl FnOnce() -> DiagnosticKind) {
        rows.diagnostics.add(Severity::Fault, || self.diagnostic(Severity::Fault, at, length, kind()));
    }

    fn diagnostic(
        &mut self,
        severity: Severity,
        at: usize,
        length: usize,
        kind: DiagnosticKind,
    ) -> Diagnostic {
        let (offset, column) = if self.counted.0 <= at { self.counted } else { (0, 1) };
        let column = column.saturating_add(width(self.text.get(offset..at).unwrap_or_default()));
        self.counted = (at, column);
        let length = width(self.text.get(at..at + length).unwrap_or_default());
        Diagnostic { severity, place: text_place(self.number, column, length), kind }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits { height_most: 30, sections_most: 5 };

    fn read(text: &str) -> Rows {
        let mut rows = Rows::default();
        line(text, LIMITS, &mut rows);
        rows
    }

    /// The heights, and the faults as `column+length`.
    fn check(text: &str, heights: &[u16], faults: &[(u32, u32)]) {
        let rows = read(text);
        assert_eq!(rows.heights, heights, "{text:?}");
        let places: Vec<_> = rows.diagnostics.iter().map(|fault| fault.place.clone()).collect();
        let expected: Vec<_> = faults.iter().map(|&(column, length)| text_place(1, column, length)).collect();
        assert_eq!(places, expected, "{text:?}");
        assert_eq!(rows.ends.len(), usize::from(!heights.is_empty()), "{text:?}");
    }

    #[test]
    fn heights_are_separated_by_blanks_or_commas() {
        check("21 25 28", &[21, 25, 28], &[]);
        check("21,25,28", &[21, 25, 28], &[]);
        check("\t21 ,\t25  ,28 ", &[21, 25, 28], &[]);
    }

    #[test]
    fn blank_lines_and_comments_are_passed_over() {
        for text in ["", " \t ", "# 21", "; 21", "  #"] {
            check(text, &[], &[]);
        }
        check("21 # 25", &[21], &[]);
        check("21#25", &[21], &[]);
        check("21 ; the old gate, 25 feet", &[21], &[]);
    }

    #[test]
    fn leading_zeros_and_a_comma_at_the_end_pass() {
        check("007 00 000000000030", &[7, 0, 30], &[]);
        check("21,", &[21], &[]);
        check("21 , # gate", &[21], &[]);
    }

    #[test]
    fn an_empty_place_is_a_fault() {
        check(",21", &[21], &[(1, 1)]);
        check("21,,25", &[21, 25], &[(4, 1)]);
        check("21, ,25", &[21, 25], &[(5, 1)]);
        check("21,,", &[21], &[(4, 1)]);
        check(",", &[], &[(1, 1)]);
    }

    #[test]
    fn what_is_no_height_is_a_fault_and_reading_goes_on() {
        check("21 3O 28", &[21, 0, 28], &[(4, 2)]);
        check("30.5 -1 1e3 ٣ +5", &[0, 0, 0, 0, 0], &[(1, 4), (6, 2), (9, 3), (13, 1), (15, 2)]);
        check("٣٣ ٣", &[0, 0], &[(1, 2), (4, 1)]);
        check("21\u{a0}25", &[0], &[(1, 5)]);
    }

    #[test]
    fn a_height_above_the_most_is_a_fault_however_long() {
        check("30 31", &[30, 0], &[(4, 2)]);
        let long = "9".repeat(1_000_000);
        check(&long, &[0], &[(1, 1_000_000)]);
    }

    #[test]
    fn too_many_sections_are_one_fault_at_the_first_too_many() {
        check("1 2 3 4 5", &[1, 2, 3, 4, 5], &[]);
        check("1 2 3 4 5 26 7", &[1, 2, 3, 4, 5, 26, 7], &[(11, 2)]);
    }

    #[test]
    fn numbers_after_a_semicolon_are_warned_of() {
        check("21;25;28", &[21], &[(3, 6)]);
        assert!(!read("21;25;28").diagnostics.has_faults());
        check("21 ;25", &[21], &[]);
        check("21;", &[21], &[]);
    }
}
