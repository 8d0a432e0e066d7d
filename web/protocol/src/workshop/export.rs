//! What can be taken along as a file.

use serde::{Deserialize, Serialize};

/// A file to be made of the wall that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Export {
    /// Ice and cost by runs of days that are alike, as CSV.
    ResultsBySteps,
    /// Ice and cost day by day, as CSV.
    ResultsByDay,
    /// Parameters, figures and steps of the whole run, as JSON.
    Run,
    /// The work log as a log file.
    LogText,
    /// The work log as records, CSV.
    LogCsv,
    /// The work log as records, a JSON object a line.
    LogLines,
    /// The wall and its parameters as an INI file.
    WallIni,
    /// The same as JSON.
    WallJson,
    /// The wall alone, a profile a line.
    WallLines,
}
