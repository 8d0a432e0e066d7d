//! Reads plain lines of any length, in pieces.
//!
//! The text is cut at line ends into pieces of about a mebibyte. With the feature `parallel`
//! several are read at once; the result is the same.

use super::decode;
use super::fast;
use super::locator::first_line;
use super::rows::{Limits, Rows};
use super::slow;
use crate::control::{Cancelled, Watch};
use crate::gather::in_order;

/// Bytes of a piece, at least.
const PIECE: usize = 1 << 20;
/// Pieces that are read at once. Few enough that cancelling is felt within a fraction of a second
/// and that a text is not held twice, enough to keep every core busy.
#[cfg(feature = "parallel")]
const WAVE: usize = 32;
#[cfg(not(feature = "parallel"))]
const WAVE: usize = 1;

/// Reads plain lines and adds them to `rows`, whose `lines` go before them; none where they are no
/// text. Decoding them piece by piece is part of what several threads can do.
pub(super) fn read(
    lines: &[u8],
    limits: Limits,
    rows: Rows,
    watch: &dyn Watch,
) -> Result<Option<Rows>, Cancelled> {
    read_in_pieces(lines, limits, rows, watch, PIECE)
}

pub(super) fn read_in_pieces(
    lines: &[u8],
    limits: Limits,
    rows: Rows,
    watch: &dyn Watch,
    size: usize,
) -> Result<Option<Rows>, Cancelled> {
    let mut pieces = Pieces { rest: lines, size };
    let mut parts = vec![rows];
    loop {
        let wave: Vec<&[u8]> = pieces.by_ref().take(WAVE).collect();
        if wave.is_empty() {
            return Ok(Some(Rows::join(parts)));
        }
        if !read_wave(&wave, limits, &mut parts) {
            return Ok(None);
        }
        Rows::let_go_of_all(&mut parts);
        watch.step((lines.len() - pieces.rest.len()) as u64, lines.len() as u64)?;
    }
}

/// Reads the pieces and adds their rows to the parts; false where one is no text. A piece alone goes
/// on with the last part.
fn read_wave(wave: &[&[u8]], limits: Limits, parts: &mut Vec<Rows>) -> bool {
    if let ([piece], Some(last)) = (wave, parts.last_mut()) {
        return read_piece(piece, limits, last);
    }
    let read = in_order(wave.len(), |index| {
        let mut own = Rows::default();
        read_piece(wave.get(index).copied().unwrap_or_default(), limits, &mut own).then_some(own)
    });
    let before = parts.len();
    parts.extend(read.into_iter().flatten());
    parts.len() - before == wave.len()
}

/// One piece after another, whatever the features: what reading several at once must come to.
#[cfg(test)]
pub(super) fn read_alone(lines: &[u8], limits: Limits, size: usize) -> Rows {
    let mut rows = Rows::default();
    for piece in (Pieces { rest: lines, size }) {
        assert!(read_piece(piece, limits, &mut rows), "a text");
    }
    rows
}

/// Reads a piece: the fast reader as far as it gets, the slow one for the line it gives up. False
/// where it is no text.
fn read_piece(piece: &[u8], limits: Limits, rows: &mut Rows) -> bool {
    let Some(mut rest) = decode::piece(piece) else { return false };
    let before = rows.heights.len();
    // A height takes two bytes of text at the least, so this is never too little.
    rows.heights.reserve(piece.len() / 2 + 1);
    loop {
        let taken = fast::lines(rest.as_bytes(), limits, rows);
        rest = rest.get(taken..).unwrap_or_default();
        if rest.is_empty() {
            break;
        }
        let (line, next) = first_line(rest);
        slow::line(line, limits, rows);
        rest = next;
    }
    rows.count_since(before);
    true
}

/// Cuts plain lines into pieces that end with a line.
struct Pieces<'t> {
    rest: &'t [u8],
    size: usize,
}

impl<'t> Iterator for Pieces<'t> {
    type Item = &'t [u8];

    fn next(&mut self) -> Option<&'t [u8]> {
        if self.rest.is_empty() {
            return None;
        }
        let bytes = self.rest;
        let is_end = |byte: &u8| matches!(byte, b'\n' | b'\r');
        let end = bytes.get(self.size..).and_then(|tail| tail.iter().position(is_end));
        let cut = end.map_or(bytes.len(), |end| {
            let at = self.size + end;
            let crlf = bytes.get(at) == Some(&b'\r') && bytes.get(at + 1) == Some(&b'\n');
            at + if crlf { 2 } else { 1 }
        });
        let (piece, rest) = bytes.split_at_checked(cut).unwrap_or((bytes, &[]));
        self.rest = rest;
        Some(piece)
    }
}
