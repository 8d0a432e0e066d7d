//! A place in the work log from which it is read on, line by line.

use super::{Filter, Line, Selection, WorkLog};

/// A place in the log, or in a selection of its lines, before one of them. It borrows nothing: it
/// can be held between two messages.
#[derive(Clone, Debug)]
pub struct Cursor {
    selection: Selection,
    line: u64,
}

impl Cursor {
    /// The place before line `line` (from 0) of the whole log.
    pub fn new(log: &WorkLog<'_>, line: u64) -> Self {
        Self::within(Selection::new(log, &Filter::default()), line)
    }

    /// The place before line `line` (from 0) of a selection.
    pub fn within(selection: Selection, line: u64) -> Self {
        Self { line: line.min(selection.len()), selection }
    }

    /// The number (from 0) of the line that comes next.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The next line; none at the end. The log must be the one that the cursor was made for.
    pub fn next(&mut self, log: &WorkLog<'_>) -> Option<Line> {
        let line = self.selection.line(log, self.line)?;
        self.line += 1;
        Some(line)
    }
}
