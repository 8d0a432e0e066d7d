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
    pub last: Option<LastSection>,
}

/// A section that is finished on the last day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastSection {
    /// Its number over the whole wall, from 1.
    pub section: u32,
    /// Who builds it, from 1.
    pub crew: u32,
    /// Its start height in feet.
    pub start: u64,
    /// Its first day of work.
    pub first: u64,
}
