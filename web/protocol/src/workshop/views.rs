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
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ViewMade {
    /// The wall as a skyline: [`ViewJob::Skyline`].
    Skyline(Skyline),
    /// All that is known of a section: [`ViewJob::Facts`].
    Facts(SectionFacts),
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
