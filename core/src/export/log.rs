//! The whole work log, written piece by piece.

use crate::log::{CSV_HEADING, Cursor, WorkLog};

/// How the whole log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// The lines of the log file.
    Text,
    /// Records, under a heading.
    Csv,
    /// Records, each a JSON object on a line of its own.
    JsonLines,
}

/// Writes the whole log piece by piece. It has [`WorkLog::len`] lines, a heading not among them.
#[derive(Clone, Debug)]
pub struct LogText {
    format: LogFormat,
    cursor: Cursor,
    headed: bool,
}

impl LogText {
    /// Begins before line `from` (from 0). Records as CSV that begin with the first line have a heading.
    pub fn new(log: &WorkLog<'_>, format: LogFormat, from: u64) -> Self {
        Self::of(Cursor::new(log, from), format)
    }

    /// The same from a cursor on, which may read a selection of the lines.
    pub fn of(cursor: Cursor, format: LogFormat) -> Self {
        let headed = format != LogFormat::Csv || cursor.line() > 0;
        Self { format, cursor, headed }
    }

    /// The number (from 0) of the line that comes next.
    pub fn line(&self) -> u64 {
        self.cursor.line()
    }

    /// The next piece, longer than `bytes` by a line at most; none at the end. The log must be the
    /// one that this was made for.
    pub fn piece(&mut self, log: &WorkLog<'_>, bytes: usize) -> Option<String> {
        let mut text = String::with_capacity(bytes.saturating_add(256));
        if !self.headed {
            self.headed = true;
            text.push_str(CSV_HEADING);
            text.push('\n');
        }
        while text.len() < bytes.max(1)
            && let Some(line) = self.cursor.next(log)
        {
            text.push_str(&match self.format {
                LogFormat::Text => line.text(log.ledger()),
                LogFormat::Csv => line.csv(log.ledger()),
                LogFormat::JsonLines => line.json(log.ledger()),
            });
            text.push('\n');
        }
        (!text.is_empty()).then_some(text)
    }
}
