//! The work log: page by page as JSON, or whole as a text or as records, piece by piece.

use serde::Serialize;

use super::query::Query;
use super::{Answer, Body, json, with_body, written};
use crate::ledger::Ledger;
use crate::log::{CSV_HEADING, Cursor, Rota, WorkLog};

/// How the whole log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// The lines of the log file.
    Text,
    /// Records, under a heading.
    Csv,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the names are the interface's")]
struct Logs {
    total: u64,
    offset: u64,
    logs: Vec<String>,
    next: Option<String>,
}

/// The answer of the route.
pub(super) fn answer(ledger: &Ledger, rota: Option<&Rota>, query: &Query) -> Answer {
    match query.format {
        "text" => file("text/plain; charset=utf-8", LogFormat::Text),
        "csv" => file("text/csv; charset=utf-8", LogFormat::Csv),
        _ => {
            let log = rota.map_or_else(|| WorkLog::new(ledger), |rota| WorkLog::with(ledger, rota));
            json(listed(&log, query))
        }
    }
}

fn file(media_type: &'static str, format: LogFormat) -> Answer {
    with_body(200, media_type, false, Body::Log(format))
}

fn listed(log: &WorkLog<'_>, query: &Query) -> String {
    let (offset, limit) = query.page();
    let total = log.len();
    let lines = if offset < total { log.lines(offset, limit) } else { Vec::new() };
    let end = offset.saturating_add(lines.len() as u64);
    let next = (end < total).then(|| format!("profiles/logs/?offset={end}&limit={limit}"));
    written(&Logs { total, offset, logs: lines.iter().map(ToString::to_string).collect(), next })
}

/// Writes the whole log piece by piece. It borrows nothing, so it can be held between two pieces.
#[derive(Clone, Debug)]
pub struct LogText {
    format: LogFormat,
    cursor: Cursor,
    headed: bool,
}

impl LogText {
    /// Begins before line `from` (from 0). Records that begin with the first line have a heading.
    pub fn new(log: &WorkLog<'_>, format: LogFormat, from: u64) -> Self {
        let headed = format == LogFormat::Text || from > 0;
        Self { format, cursor: Cursor::new(log, from), headed }
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
            });
            text.push('\n');
        }
        (!text.is_empty()).then_some(text)
    }
}
