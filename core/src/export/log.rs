//! The work log, written piece by piece.

use crate::config::Parameters;
use crate::log::{CSV_HEADING, Line};

/// How the log is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// The lines of the log file.
    Text,
    /// Records, under a heading.
    Csv,
    /// Records, each a JSON object on a line of its own.
    JsonLines,
}

/// Writes lines of the log piece by piece, wherever they come from. Records as CSV have a heading.
#[derive(Clone, Copy, Debug)]
pub struct LogText {
    format: LogFormat,
    headed: bool,
}

impl LogText {
    /// Begins.
    pub fn new(format: LogFormat) -> Self {
        Self { format, headed: format != LogFormat::Csv }
    }

    /// The next piece, longer than `bytes` by a line at most; none at the end, when `next` has no more
    /// lines.
    pub fn piece(
        &mut self,
        parameters: &Parameters,
        mut next: impl FnMut() -> Option<Line>,
        bytes: usize,
    ) -> Option<String> {
        let mut text = String::with_capacity(bytes.saturating_add(256));
        if !self.headed {
            self.headed = true;
            text.push_str(CSV_HEADING);
            text.push('\n');
        }
        while text.len() < bytes.max(1)
            && let Some(line) = next()
        {
            text.push_str(&match self.format {
                LogFormat::Text => line.text(parameters),
                LogFormat::Csv => line.csv(parameters),
                LogFormat::JsonLines => line.json(parameters),
            });
            text.push('\n');
        }
        (!text.is_empty()).then_some(text)
    }
}
