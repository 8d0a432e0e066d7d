//! What pictures of the wall ask of the workshop, and what they are given. Not for colours and pixels:
//! those are the page's.

use serde::{Deserialize, Serialize};

/// What is asked for a picture. Sections are numbered from 1 over the whole wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ViewJob {
    /// The wall as a skyline at the end of a day.
    Skyline {
        /// The first section that is seen.
        first: u32,
        /// The last.
        last: u32,
        /// In how many columns at the most.
        columns: u32,
        /// The day; 0 for the start heights.
        day: u64,
    },
    /// All that is known of a section.
    Facts {
        /// Which.
        section: u32,
        /// The day of its height.
        day: u64,
    },
    /// All that is known of some sections.
    Sections {
        /// The first.
        first: u32,
        /// How many at the most.
        count: u32,
        /// The day of their heights.
        day: u64,
    },
    /// Crews at work, in columns of days.
    Resources {
        /// The first day, from 1, and the last.
        days: (u64, u64),
        /// How many columns at the most.
        columns: u32,
    },
    /// What some crews do, and when.
    Crews {
        /// The first, from 1.
        first: u32,
        /// How many at the most.
        count: u32,
        /// The first day that is seen, from 1, and the last.
        days: (u64, u64),
        /// How many columns of days at the most.
        columns: u32,
    },
    /// The sections of a crew, in the order in which it builds them.
    Stints {
        /// The crew, from 1.
        crew: u32,
        /// How many of them are left out, and how many are told at the most.
        from: u32,
        /// See `from`.
        count: u32,
    },
    /// Where a crew is on a day.
    CrewOn {
        /// The crew, from 1.
        crew: u32,
        /// The day.
        day: u64,
    },
    /// The time–location diagram.
    Diagram {
        /// The first section that is seen, from 1, and the last.
        sections: (u32, u32),
        /// The first day that is seen, from 1, and the last.
        days: (u64, u64),
        /// How many pixels for the sections at the most.
        wide: u32,
        /// How many pixels for the days at the most.
        high: u32,
        /// Whether a pixel shows the profile of its section, rather than the crew.
        by_profile: bool,
        /// Whether days go across.
        days_across: bool,
    },
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ViewMade {
    /// The wall as a skyline: [`ViewJob::Skyline`].
    Skyline(Skyline),
    /// All that is known of a section: [`ViewJob::Facts`].
    Facts(SectionFacts),
    /// The same of each: [`ViewJob::Sections`].
    Sections(Vec<SectionFacts>),
    /// Crews at work, column by column: [`ViewJob::Resources`].
    Resources(Vec<Resources>),
    /// What some crews do: [`ViewJob::Crews`].
    Crews(CrewRows),
    /// The sections of a crew: [`ViewJob::Stints`].
    Stints(Vec<Stint>),
    /// Where a crew is; none where it does not work: [`ViewJob::CrewOn`].
    CrewOn(Option<Stint>),
    /// The time–location diagram: [`ViewJob::Diagram`].
    Diagram(Diagram),
}

/// Crews on some days in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Resources {
    /// The first day and the last.
    pub days: (u64, u64),
    /// The most at work on any of them, and the fewest.
    pub most: u32,
    /// See `most`.
    pub least: u32,
    /// Crew-days worked.
    pub worked: u64,
    /// Crew-days idle.
    pub idle: u64,
}

/// What some crews do. Beside it cross two sheets, row by row, a number for each column, both
/// little-endian `u32`: the section (from 1) that the crew is at first in the column, 0 where it does not
/// work; and at how many sections it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrewRows {
    /// How many columns there are.
    pub columns: u32,
    /// The first day that is seen and the last.
    pub days: (u64, u64),
    /// A row a crew, in ascending number.
    pub rows: Vec<CrewRow>,
}

/// What a crew does in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CrewRow {
    /// The crew, from 1.
    pub crew: u32,
    /// How many sections it builds.
    pub sections: u32,
    /// The day on which it is relieved; 1 for one that gets no section.
    pub relieved: u64,
    /// Days until the wall is finished on which it works, and on which it does not.
    pub worked: u64,
    /// See `worked`.
    pub idle: u64,
}

/// A crew's stay at a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stint {
    /// The section, from 1.
    pub section: u32,
    /// Its profile, from 1.
    pub profile: u32,
    /// The first day of work and the last.
    pub days: (u64, u64),
}

/// What is true of a diagram as a whole. Beside it cross two sheets, pixel by pixel from the top left: the
/// crew or profile, from 1, that is shown, 0 where nobody works (little-endian `u32`); and how much of
/// the pixel is work, from 0 to 255.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagram {
    /// The first section that is seen and the last.
    pub sections: (u32, u32),
    /// The first day that is seen and the last.
    pub days: (u64, u64),
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Whether days go across.
    pub days_across: bool,
}

/// What is true of a skyline as a whole. Beside it cross four sheets, a row a column, all little-endian:
/// the start heights in feet and the heights on the day, each of the first section, the least, the
/// greatest, and of the last (four `u16`); crews at work (`u32`); profiles that begin (`u32`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skyline {
    /// The first section that is seen, from 1.
    pub first: u32,
    /// The last.
    pub last: u32,
    /// How many columns there are.
    pub columns: u32,
    /// The day.
    pub day: u64,
    /// The target height in feet.
    pub target: u16,
    /// Crews at work on the day in the sections that are seen.
    pub crews: u64,
    /// The seconds that playing spends on a day, in microseconds.
    pub worktime_micros: u32,
}

/// All that is known of one section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionFacts {
    /// Its number over the whole wall, from 1.
    pub section: u32,
    /// Its profile, from 1.
    pub profile: u32,
    /// Its number within the profile, from 1.
    pub position: u32,
    /// The day of the height.
    pub day: u64,
    /// Start height in feet.
    pub start: u64,
    /// Height in feet at the end of the day.
    pub height: u64,
    /// Feet to build.
    pub feet: u64,
    /// Cubic yards of ice for all of them.
    pub ice: u64,
    /// Their cost in Gold Dragons.
    pub cost: u64,
    /// First and last day of work; none for a section that starts finished.
    pub days: Option<(u64, u64)>,
    /// Who builds it, from 1; none for a section that starts finished.
    pub crew: Option<u32>,
}
