//! From bytes to text: UTF-8, with or without a byte-order mark.
//!
//! A file that is no text has one fault, at the first byte that gives it away: a hundred faults
//! about its contents would tell nothing.

use super::Kind;
use super::locator::Locator;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Severity};

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The bytes without a byte-order mark, where their beginning tells already that they are plain
/// lines, if a text at all. Such lines are decoded piece by piece.
pub(super) fn lines(bytes: &[u8]) -> Option<&[u8]> {
    let beginning = bytes.get(..BLOCK.min(bytes.len())).unwrap_or_default().utf8_chunks().next()?.valid();
    let unmarked = beginning.strip_prefix(BYTE_ORDER_MARK).unwrap_or(beginning);
    // Two characters tell the kind; at the end of the beginning one may still be missing.
    let told = unmarked.trim_start().chars().nth(1).is_some() && Kind::of(unmarked) == Kind::Lines;
    told.then(|| bytes.get(beginning.len() - unmarked.len()..)).flatten()
}

/// The text of a piece of plain lines; none where it is no text.
pub(super) fn piece(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok().filter(|_| nul(bytes).is_none())
}

/// The text of the bytes, without its byte-order mark.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Diagnostic> {
    let (text, bad) = match std::str::from_utf8(bytes) {
        Ok(text) => (text, nul(bytes)),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let good = std::str::from_utf8(good).unwrap_or_default();
            (good, Some(good.find('\0').unwrap_or(good.len())))
        }
    };
    let unmarked = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let Some(bad) = bad else { return Ok(unmarked) };
    let mark = text.len() - unmarked.len();
    let place = Locator::new(unmarked).place(bad - mark.min(bad), 1, None);
    Err(Diagnostic {
        severity: Severity::Fault,
        place,
        kind: DiagnosticKind::NotText { utf16: utf16(bytes) },
    })
}

/// Where the first NUL stands. Block by block, each looked through to its end: a loop without a way
/// out of it compiles to wide instructions.
fn nul(bytes: &[u8]) -> Option<usize> {
    let holds_nul = |block: &[u8]| block.iter().copied().fold(u8::MAX, u8::min) == 0;
    let (index, block) = bytes.chunks(BLOCK).enumerate().find(|(_, block)| holds_nul(block))?;
    block.iter().position(|&byte| byte == 0).map(|at| index * BLOCK + at)
}

/// Bytes of a block: it fits the fastest cache.
const BLOCK: usize = 4096;

/// Whether the bytes begin with UTF-16's mark, or with an ASCII character in two bytes.
fn utf16(bytes: &[u8]) -> bool {
    matches!(bytes, [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=255, ..] | [1..=255, 0, ..])
}

#[cfg(test)]
mod tests {
    use super::super::locator::text_place;
    use super::*;

    fn check(bytes: &[u8], line: u32, column: u32, utf16: bool) {
        let fault = text(bytes).expect_err("no text");
        assert_eq!(fault.place, text_place(line, column, 1));
        assert_eq!(fault.kind, DiagnosticKind::NotText { utf16 });
    }

    #[test]
    fn utf_8_is_text_with_and_without_its_mark() {
        assert_eq!(text(b""), Ok(""));
        assert_eq!(text("21 ٣".as_bytes()), Ok("21 ٣"));
        assert_eq!(text("\u{feff}21".as_bytes()), Ok("21"));
    }

    #[test]
    fn the_first_byte_that_is_no_text_is_told() {
        check(b"\x89PNG\r\n", 1, 1, false);
        check(b"21 25\n2\xff5", 2, 2, false);
        check(b"21\n\n25 \0 26", 3, 4, false);
        check(b"21\0 \xff", 1, 3, false);
        check("٣\u{0}".as_bytes(), 1, 2, false);
        check("\u{feff}21 \u{0}".as_bytes(), 1, 4, false);
        check(b"\xef\xbb\xbf21 \xff", 1, 4, false);
        check(&[vec![b'1'; 2 * BLOCK], vec![0]].concat(), 1, 8193, false);
    }

    #[test]
    fn the_beginning_tells_plain_lines() {
        assert_eq!(lines(b"21"), Some(&b"21"[..]));
        assert_eq!(lines("\u{feff}\n 21 ٣".as_bytes()), Some("\n 21 ٣".as_bytes()));
        for bytes in [&b""[..], b" 2", b"{}", b"[a", b" [", b"\xff21", &[b' '; 2 * BLOCK]] {
            assert_eq!(lines(bytes), None, "{bytes:?}");
        }
    }

    #[test]
    fn utf_16_is_recognised() {
        check(b"\xff\xfe2\x001\x00", 1, 1, true);
        check(b"2\x001\x00", 1, 2, true);
        check(b"\x002\x001", 1, 1, true);
    }
}
