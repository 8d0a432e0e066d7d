//! What the engine answers.
//!
//! Amounts are whole numbers up to 2^53: days, feet, cubic yards of ice, Gold Dragons.

use serde::{Deserialize, Serialize};

use crate::{Bytes, View};

/// A message from the engine to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Reply {
    /// The engine is up.
    Ready(Ready),
    /// A run is on its way; also the engine's sign of life.
    Progress {
        /// Which run.
        run: u32,
        /// How much of it is done, per mille.
        permille: u32,
    },
    /// A run ended. The columns of its charts cross beside it.
    Run(Box<RunReply>),
    /// The answer to [`Request::Day`](crate::Request::Day); none where no run stands.
    Day {
        /// Which question is answered.
        ask: u32,
        /// The day's figures.
        figures: Option<DayFigures>,
    },
    /// The answer to [`Request::Profiles`](crate::Request::Profiles).
    Profiles {
        /// Which question is answered.
        ask: u32,
        /// One row a profile, in order.
        rows: Vec<ProfileRow>,
    },
    /// The answer to [`Request::Store`](crate::Request::Store); none where the last text has a fault.
    Stored {
        /// Which question is answered.
        ask: u32,
        /// As the store and the REST API know them.
        bytes: Option<Bytes>,
    },
    /// The answer to [`Request::Pack`](crate::Request::Pack); none where no run stands.
    Packed {
        /// Which question is answered.
        ask: u32,
        /// Letters, digits, `-` and `_`.
        packed: Option<String>,
    },
    /// The answer to [`Request::Unpack`](crate::Request::Unpack): the wall, or why it is none.
    Unpacked {
        /// Which question is answered.
        ask: u32,
        /// The wall, or what is wrong with the link.
        wall: Result<LinkedWall, String>,
    },
}

/// A wall that came with a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkedWall {
    /// Its heights as plain lines.
    pub text: String,
    /// The parameters that differ from the default, by JSON key.
    pub settings: Vec<(String, String)>,
}

/// Which build of the engine runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EngineKind {
    /// Shared memory and a pool of workers.
    Threads,
    /// One thread.
    Single,
}

/// The engine that came up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ready {
    /// Which build runs.
    pub engine: EngineKind,
    /// The pool's size; 1 for the single engine.
    pub threads: u32,
    /// Why it is not the engine with threads, in a sentence for the visitor.
    pub why: Option<String>,
}

/// What came of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunReply {
    /// Which run.
    pub run: u32,
    /// How long the engine computed, in milliseconds.
    pub ms: f64,
    /// What kind of text it is.
    pub kind: TextKind,
    /// Every fault and warning, in the order of the text; the first hundred.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more faults there are than told.
    pub more_faults: u32,
    /// Every parameter as it is in force, by JSON key, in the model's order.
    pub parameters: Vec<ParameterValue>,
    /// The result; none where there is a fault.
    pub outcome: Option<Outcome>,
}

/// The kind of a text, told from its first characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TextKind {
    /// One profile a line.
    Lines,
    /// An INI file.
    Ini,
    /// A JSON object.
    Json,
}

/// A parameter as it is in force.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ParameterValue {
    /// The JSON key.
    pub key: String,
    /// The value as a file would say it; empty for none.
    pub value: String,
    /// Where the value comes from.
    pub source: Source,
}

/// Where a parameter's value comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    /// The parameter field.
    Field,
    /// The wall's text says it, on this line (from 1).
    Text {
        /// The line, from 1.
        line: u32,
    },
    /// The text is an INI file that leaves it out, so the default holds.
    IniDefault,
}

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Severity {
    /// Nothing is taken over until it is mended.
    Fault,
    /// It is passed over.
    Warning,
}

/// Where a diagnostic stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Place {
    /// In the wall's text.
    Text {
        /// The line, from 1.
        line: u32,
        /// The first character of the place in its line, from 1, in Unicode scalar values.
        column: u32,
        /// How many characters it is long; at least 1.
        length: u32,
        /// For JSON, the pointer (RFC 6901).
        pointer: Option<String>,
    },
    /// In a parameter field, named by its JSON key.
    Field(String),
    /// The wall as a whole.
    Wall,
}

/// A fault or a warning, ready to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How grave it is.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// What was found and what is allowed.
    pub message: String,
    /// What might have been meant.
    pub hint: Option<String>,
}

/// A result: its figures, and what its charts show.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The figures.
    pub summary: Summary,
    /// What the columns beside the message mean.
    pub charts: Charts,
}

/// The figures of a whole wall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Profiles of the wall.
    pub profiles: u32,
    /// Sections of the wall.
    pub sections: u32,
    /// Sections that start below the target height.
    pub unfinished: u32,
    /// The day on which the last foot is added; 0 for a wall that starts finished.
    pub finish_day: u64,
    /// The calendar date of day 1, where one is set: `2024-08-11`.
    pub start_date: Option<String>,
    /// The calendar date of the finish day, where a start date is set: `2024-08-23`.
    pub finish_date: Option<String>,
    /// Feet to build.
    pub feet: u64,
    /// Ice in all, in cubic yards.
    pub ice: u64,
    /// Cost in all, in Gold Dragons.
    pub cost: u64,
    /// The day with the most ice; none for a wall that starts finished.
    pub peak: Option<Peak>,
    /// Crews, those never used included.
    pub crews: u64,
    /// Crew-days worked.
    pub crew_days: u64,
    /// Crew-days idle.
    pub idle_crew_days: u64,
    /// Crew utilisation in tenths of a percent, half up; none where it is undefined.
    pub utilisation_permille: Option<u32>,
    /// Lower bound of the finish day with this many crews.
    pub lower_bound: u64,
    /// Wages and overhead in Gold Dragons, beside the cost.
    pub wages: u64,
}

/// The most ice on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Peak {
    /// Cubic yards on that day.
    pub ice: u64,
    /// Gold Dragons on that day.
    pub cost: u64,
    /// The first day with that much.
    pub first_day: u64,
    /// The last of the days in a row from it with as much.
    pub last_day: u64,
}

/// What the columns that cross beside a run mean.
///
/// The days that are shown are cut into columns of `days_per_column` days (the last may be shorter). Where a
/// column holds several days it shows the one with the most ice of them (the first such), so that no peak is lost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Charts {
    /// How many columns there are.
    pub columns: u32,
    /// The first day that is shown, and the last; the last is before the first where there is none.
    pub days: (u64, u64),
    /// How many days a column holds; 1: each column is a day.
    pub days_per_column: u64,
    /// Which columns by profile cross.
    pub view: View,
    /// The profiles of each row of the columns by profile: first and last, from 1.
    pub rows: Vec<(u32, u32)>,
    /// The largest value of the columns by profile: cubic yards on a day.
    pub row_peak: u64,
}

/// The typed arrays that cross beside a run's message, in this order.
///
/// All but the last are `Float64Array`s (exact up to 2^53) of `columns` values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Column {
    /// The day that the column shows.
    Day,
    /// Cubic yards of ice on that day.
    Ice,
    /// The least ice on any day of the column, in cubic yards.
    IceLeast,
    /// Gold Dragons on that day.
    Cost,
    /// Gold Dragons until the column's last day.
    CostUntil,
    /// The columns by profile, row after row (`rows × columns` values). [`View::Stacked`]: cubic
    /// yards on the column's day. [`View::Multiples`]: the most cubic yards on any day of the
    /// column. [`View::Heat`]: a `Uint8Array`, the most cubic yards of one profile of the row on
    /// any day of the column, scaled so that 255 is `row_peak`; 0 only where no foot is added.
    /// [`View::Wall`]: empty.
    Rows,
}

impl Column {
    /// How many arrays cross.
    pub const COUNT: usize = Self::Rows as usize + 1;
}

/// The exact figures of one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFigures {
    /// The day and the wall's figures.
    pub wall: DayRow,
    /// Crews at work on the day.
    pub crews_at_work: u64,
    /// The first profiles, one by one.
    pub profiles: Vec<ProfileDay>,
}

/// One profile on one day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileDay {
    /// Cubic yards of ice on the day.
    pub ice: u64,
    /// Gold Dragons on the day.
    pub cost: u64,
    /// Gold Dragons until the day.
    pub cost_until: u64,
}

/// A row of the table of days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayRow {
    /// The day, from 1.
    pub day: u64,
    /// Its calendar date, where a start date is set.
    pub date: Option<String>,
    /// Cubic yards of ice on the day.
    pub ice: u64,
    /// Gold Dragons on the day.
    pub cost: u64,
    /// Gold Dragons until the day.
    pub cost_until: u64,
    /// Cubic yards of ice on the day, of the first profiles.
    pub ice_by_profile: Vec<u64>,
}

/// A row of the table of profiles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileRow {
    /// The profile, from 1.
    pub profile: u32,
    /// Its sections.
    pub sections: u32,
    /// Start heights added up, in feet.
    pub start_feet: u64,
    /// Feet to build.
    pub feet: u64,
    /// The first day on which a foot is added to it.
    pub first_day: Option<u64>,
    /// The last such day.
    pub last_day: Option<u64>,
    /// The most cubic yards of ice on one day.
    pub peak_ice: u64,
    /// Ice in all, in cubic yards.
    pub ice: u64,
    /// Cost in all, in Gold Dragons.
    pub cost: u64,
}
