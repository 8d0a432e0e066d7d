//! From an offset in a text to the line and column that a reader sees.
//!
//! LF, CR and CRLF each end a line. Columns count Unicode scalar values.

use crate::diagnostic::Place;

/// Finds lines and columns. Offsets that rise cost one pass over the text in all.
#[derive(Clone, Debug)]
pub(super) struct Locator<'t> {
    text: &'t str,
    offset: usize,
    line: u32,
    column: u32,
}

impl<'t> Locator<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, offset: 0, line: 1, column: 1 }
    }

    /// The place of `length` bytes at an offset, cut at the line's end.
    pub(super) fn place(&mut self, offset: usize, length: usize, pointer: Option<String>) -> Place {
        let (line, column) = self.locate(offset);
        let end = offset.saturating_add(length).min(self.text.len());
        let part = self.text.get(offset..end).unwrap_or_default();
        Place::Text { line, column, length: width(first_line(part).0).max(1), pointer }
    }

    /// The place of a slice of the text.
    pub(super) fn place_of(&mut self, part: &str, pointer: Option<String>) -> Place {
        self.place(offset_in(self.text, part), part.len(), pointer)
    }

    /// Line and column of an offset, both from 1.
    pub(super) fn locate(&mut self, offset: usize) -> (u32, u32) {
        if offset < self.offset {
            *self = Self::new(self.text);
        }
        let bytes = self.text.as_bytes();
        while self.offset < offset {
            let Some(&byte) = bytes.get(self.offset) else { break };
            self.offset += 1;
            let ends_line = byte == b'\n' || (byte == b'\r' && bytes.get(self.offset) != Some(&b'\n'));
            if ends_line {
                self.line = self.line.saturating_add(1);
                self.column = 1;
            } else if !is_continuation(byte) {
                self.column = self.column.saturating_add(1);
            }
        }
        (self.line, self.column)
    }
}

/// Whether the byte goes on with a character that began before it.
fn is_continuation(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

/// Where a slice of a text begins in it, in bytes.
pub(super) fn offset_in(text: &str, part: &str) -> usize {
    part.as_ptr().addr().saturating_sub(text.as_ptr().addr()).min(text.len())
}

/// The first line of a text without its end, and what follows that end.
pub(super) fn first_line(text: &str) -> (&str, &str) {
    let bytes = text.as_bytes();
    let Some(end) = bytes.iter().position(|byte| matches!(byte, b'\n' | b'\r')) else { return (text, "") };
    let crlf = bytes.get(end) == Some(&b'\r') && bytes.get(end + 1) == Some(&b'\n');
    let next = end + if crlf { 2 } else { 1 };
    (text.get(..end).unwrap_or_default(), text.get(next..).unwrap_or_default())
}

/// How many line ends a text holds. Simple sums, which compilers turn into wide instructions.
pub(super) fn line_ends(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let ends = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
    let next = bytes.get(1..).unwrap_or_default();
    let pairs = bytes.iter().zip(next).filter(|(byte, next)| **byte == b'\r' && **next == b'\n').count();
    u32::try_from(ends - pairs).unwrap_or(u32::MAX)
}

/// How many characters a text is wide.
pub(super) fn width(text: &str) -> u32 {
    u32::try_from(text.chars().count()).unwrap_or(u32::MAX)
}

/// A place in the text without a pointer.
pub(super) fn text_place(line: u32, column: u32, length: u32) -> Place {
    Place::Text { line, column, length: length.max(1), pointer: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lf_crlf_and_cr_end_a_line() {
        let mut locator = Locator::new("a\nb\r\nc\rd");
        let lines: Vec<_> = [0, 2, 5, 7].into_iter().map(|offset| locator.locate(offset)).collect();
        assert_eq!(lines, [(1, 1), (2, 1), (3, 1), (4, 1)]);
        assert_eq!(locator.locate(0), (1, 1));
        assert_eq!(locator.locate(99), (4, 2));
    }

    #[test]
    fn columns_count_characters_not_bytes() {
        assert_eq!(Locator::new("٣٣ x").locate(5), (1, 4));
    }

    #[test]
    fn a_place_ends_with_its_line() {
        assert_eq!(Locator::new("[1,\n2]").place(0, 6, None), text_place(1, 1, 3));
    }

    #[test]
    fn line_ends_are_counted() {
        for (text, count) in [("", 0), ("a", 0), ("a\nb\r\nc\rd", 3), ("\r\r\n\n", 3)] {
            assert_eq!(line_ends(text), count, "{text:?}");
        }
    }

    #[test]
    fn the_first_line_is_cut_off() {
        assert_eq!(first_line("a\r\nb"), ("a", "b"));
        assert_eq!(first_line("a\r\rb"), ("a", "\rb"));
        assert_eq!(first_line("a"), ("a", ""));
    }
}
