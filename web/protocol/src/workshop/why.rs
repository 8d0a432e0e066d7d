//! What the formulas behind the figures are filled in with. Not for the formulas.

use serde::{Deserialize, Serialize};

/// The numbers that the figures of a wall come from, beside those of its summary.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// The day that was asked for.
    pub day: u64,
    /// The target height in feet.
    pub target: u16,
    /// Feet that a crew adds in a day.
    pub rate: u16,
    /// Cubic yards of ice for a foot.
    pub ice_per_foot: u64,
    /// Gold Dragons for a cubic yard.
    pub cost_per_yard: u64,
    /// Gold Dragons for a crew and day, and for a day beside the crews.
    pub wage: u64,
    /// See `wage`.
    pub overhead: u64,
    /// Whether there is a pool of crews; else each section to build has one.
    pub is_pool: bool,
    /// Days of work on the longest section.
    pub longest: u16,
    /// Feet on the day with the most.
    pub peak_feet: u64,
    /// Feet on the day that was asked for, and until its end.
    pub feet_on: u64,
    /// See `feet_on`.
    pub feet_until: u64,
    /// A section that is finished last; none for a wall that starts finished.
    pub last: Option<BuiltSection>,
}

/// A section and who builds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuiltSection {
    /// Its number over the whole wall, from 1.
    pub section: u32,
    /// Who builds it, from 1.
    pub crew: u32,
    /// Its start height in feet.
    pub start: u64,
    /// Its first day of work.
    pub first: u64,
    /// Its last.
    pub last: u64,
}

/// The numbers that the milestones of a profile, or of the whole wall, come from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneTerms {
    /// The profile, from 1; none for the whole wall.
    pub profile: Option<u32>,
    /// What is true of the whole wall; its day is that of what is done.
    pub terms: Terms,
    /// How many sections there are.
    pub sections: u32,
    /// The sum of their start heights in feet.
    pub start_feet: u64,
    /// Feet to build.
    pub feet: u64,
    /// Feet until the end of the day that was asked for.
    pub done: u64,
    /// The first section that is begun, and one that is finished last; none where there is nothing to build.
    pub begun: Option<BuiltSection>,
    /// See `begun`.
    pub ended: Option<BuiltSection>,
    /// The day with the most feet, the first of such, and how many.
    pub peak: Option<(u64, u64)>,
    /// The days at whose end 25, 50 and 75 % of the feet stand.
    pub quarters: [Option<Quarter>; 3],
}

/// The day at whose end a share of the feet stands for the first time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarter {
    /// The day.
    pub day: u64,
    /// The feet of the share, rounded up.
    pub goal: u64,
    /// Feet at the end of the day before, and at the end of the day.
    pub before: u64,
    /// See `before`.
    pub until: u64,
}
