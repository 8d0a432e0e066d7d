//! Reads plain lines that are free of faults, and nothing else, as fast as it can.
//!
//! Not the rule of what a line is: that is the [`slow`](super::slow) reader's. Where this one is
//! not sure it gives the line up.

use super::rows::{Limits, Rows};

/// Reads lines from the start of `bytes` for as long as it can; tells how many bytes they take,
/// their line ends included.
///
/// One loop with its state in registers: a call for each line would halve the speed where lines
/// are short.
pub(super) fn lines(bytes: &[u8], limits: Limits, rows: &mut Rows) -> usize {
    let mut line = Line { start: rows.heights.len(), full: false };
    let mut taken = 0;
    let mut at = 0;
    let all = loop {
        let Some(&byte) = bytes.get(at) else { break true };
        if byte.is_ascii_digit() {
            let Some((height, next)) = height(bytes, at, limits.height_most) else { break false };
            rows.heights.push(height);
            line.full = true;
            at = next;
            continue;
        }
        at += 1;
        match byte {
            b' ' | b'\t' => {}
            b',' if line.full => line.full = false,
            b'\n' | b'\r' => {
                if byte == b'\r' && bytes.get(at) == Some(&b'\n') {
                    at += 1;
                }
                if !line.end(limits, rows) {
                    break false;
                }
                taken = at;
            }
            // A semicolon right after a height may be meant to separate: the slow reader warns.
            b'#' | b';' if byte == b'#' || !follows_digit(bytes, at - 1) => at = line_end(bytes, at),
            _ => break false,
        }
    };
    if all && taken < at && line.end(limits, rows) {
        taken = at;
    }
    rows.heights.truncate(line.start);
    taken
}

/// The line being read.
struct Line {
    /// How many heights there were before it.
    start: usize,
    /// Whether a height stands since its last comma.
    full: bool,
}

impl Line {
    /// Ends the line's profile and begins the next; false, and nothing done, where it is too long.
    fn end(&mut self, limits: Limits, rows: &mut Rows) -> bool {
        if rows.heights.len() - self.start > limits.sections_most as usize {
            return false;
        }
        rows.end_profile(self.start);
        rows.lines = rows.lines.saturating_add(1);
        *self = Self { start: rows.heights.len(), full: false };
        true
    }
}

/// Reads a height that begins at `at`; tells what comes after it and after one blank.
///
/// Heights of one and of two digits come in no order that a processor could learn, so what tells
/// them apart is a sum and no branch: 1.5 times as fast.
fn height(bytes: &[u8], at: usize, most: u16) -> Option<(u16, usize)> {
    let Some(&[first, second, third, _]) = bytes.get(at..).and_then(<[u8]>::first_chunk::<4>) else {
        return long_height(bytes, at, most);
    };
    let (ones, tens) = (u16::from(second.wrapping_sub(b'0')), u16::from(first.wrapping_sub(b'0')));
    let two = u16::from(ones < 10);
    let height = tens + two * (9 * tens + ones);
    let after = if two == 1 { third } else { second };
    if after.is_ascii_digit() {
        return long_height(bytes, at, most);
    }
    let next = at + 1 + usize::from(two) + usize::from(after == b' ');
    (height <= most).then_some((height, next))
}

/// Reads a height of any number of digits.
#[cold]
fn long_height(bytes: &[u8], mut at: usize, most: u16) -> Option<(u16, usize)> {
    let mut height = 0u16;
    while let Some(byte) = bytes.get(at).filter(|byte| byte.is_ascii_digit()) {
        // No more than 1000 × 10 + 9: a height above `most` ends the loop.
        height = height * 10 + u16::from(byte - b'0');
        if height > most {
            return None;
        }
        at += 1;
    }
    Some((height, at))
}

fn follows_digit(bytes: &[u8], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| bytes.get(before)).is_some_and(u8::is_ascii_digit)
}

/// Where the line ends that `at` stands in.
fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(rest.len())
}
