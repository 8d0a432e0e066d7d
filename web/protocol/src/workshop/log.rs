//! What the log room asks of the workshop, and what it is given. Not for how a line is found or
//! written: that is the core's.

use serde::{Deserialize, Serialize};

/// Which lines of the work log are wanted. Ranges are first and last, both from 1; the default lets
/// no kind of line through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogFilter {
    /// Crews.
    pub crews: Option<(u32, u32)>,
    /// Sections, numbered over the whole wall.
    pub sections: Option<(u32, u32)>,
    /// Profiles.
    pub profiles: Option<(u32, u32)>,
    /// Days.
    pub days: Option<(u64, u64)>,
    /// Feet added.
    pub added: bool,
    /// Sections completed.
    pub completed: bool,
    /// Crews relieved.
    pub relieved: bool,
}

/// What is asked about the lines that a filter lets through. Lines are numbered from 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogJob {
    /// Some lines in a row.
    Lines {
        /// The first.
        from: u64,
        /// How many.
        count: u32,
    },
    /// The number of the first line of a day, or of a later one.
    OfDay(u64),
    /// The nearest line with these words.
    Find {
        /// As the core's search reads them: “crew 4”, “day 5”, “18 feet”.
        words: String,
        /// Ahead: the first line that is looked at. Back: the one before which it is looked.
        from: u64,
        /// Whether to look ahead.
        ahead: bool,
    },
}

/// How the log is written to a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogFile {
    /// The lines of the log file.
    Text,
    /// Records under a heading.
    Csv,
    /// Records, each a JSON object on a line of its own.
    JsonLines,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LogMade {
    /// Lines: [`LogJob::Lines`].
    Lines {
        /// How many the filter lets through.
        matches: u64,
        /// How many there are without a filter.
        all: u64,
        /// Those that were asked for, as far as there are.
        lines: Vec<LogLine>,
    },
    /// The number of a line; none where none is found: [`LogJob::OfDay`], [`LogJob::Find`].
    Place(Option<u64>),
}

/// A line of the work log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LogLine {
    /// The day that it tells of.
    pub day: u64,
    /// Its date (`2024-08-11`), where the wall has a start date.
    pub date: Option<String>,
    /// The bare line.
    pub line: String,
}
