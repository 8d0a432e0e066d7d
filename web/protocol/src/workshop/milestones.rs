//! What the room of milestones asks of the workshop, and what it is given. Not for which days matter: the core
//! tells.

use serde::{Deserialize, Serialize};

/// What profiles are put in order by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MilestoneColumn {
    /// Their number.
    Profile,
    /// What is done on the day that is asked about.
    Done,
    /// The first day of work.
    Start,
    /// The day at whose end 25 % of the feet stand.
    Quarter,
    /// The day at whose end 50 % of the feet stand.
    Half,
    /// The day at whose end 75 % of the feet stand.
    ThreeQuarters,
    /// The last day of work.
    Finish,
    /// The day with the most ice.
    Peak,
    /// Ice on that day.
    PeakIce,
    /// How many sections there are.
    Sections,
    /// Feet to build; by ice and by cost is the same order.
    Feet,
    /// Ice for all of them.
    Ice,
    /// Their cost.
    Cost,
}

/// An order of the profiles, on a day. Those that have no such day come last; those alike in wall order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneOrder {
    /// What decides.
    pub by: MilestoneColumn,
    /// Whether the greatest is the first.
    pub greatest_first: bool,
    /// The day of what is done.
    pub day: u64,
}

/// What is asked about the profiles in an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MilestoneJob {
    /// Some of them in a row.
    Rows {
        /// The first, by its place from 1.
        from: u32,
        /// How many.
        count: u32,
    },
    /// The place of a profile, both from 1.
    Place(u32),
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum MilestoneMade {
    /// [`MilestoneJob::Rows`].
    Rows(MilestoneRows),
    /// [`MilestoneJob::Place`]; none where the wall has no such profile.
    Place(Option<u32>),
}

/// Rows of the table of milestones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneRows {
    /// The day of what is done.
    pub day: MilestoneDay,
    /// The whole wall, then profiles in order.
    pub rows: Vec<MilestoneRow>,
    /// What stands of each row at the end of the day, in per mille of its feet, rounded down.
    pub done: Vec<u32>,
}

/// A day and its calendar date, where a start date is set: `2024-08-11`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneDay {
    /// The day.
    pub day: u64,
    /// Its date.
    pub date: Option<String>,
}

/// The days that matter of a profile or of the whole wall; none where there is nothing to build.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MilestoneRow {
    /// The profile, from 1; none for the whole wall.
    pub profile: Option<u32>,
    /// How many sections it has.
    pub sections: u32,
    /// The first day of work.
    pub start: Option<MilestoneDay>,
    /// The days at whose end 25, 50 and 75 % of the feet stand.
    pub quarters: [Option<MilestoneDay>; 3],
    /// The last day of work.
    pub finish: Option<MilestoneDay>,
    /// The day with the most ice, the first of such.
    pub peak: Option<MilestoneDay>,
    /// Cubic yards of ice on that day.
    pub peak_ice: u64,
    /// Feet to build.
    pub feet: u64,
    /// Cubic yards of ice for all of them.
    pub ice: u64,
    /// Their cost in Gold Dragons.
    pub cost: u64,
}
