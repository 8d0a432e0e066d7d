//! What days that are lost do to a plan: what is asked, as it was typed, and what comes of it. Not for how it is
//! computed: that is the core's.

use serde::{Deserialize, Serialize};

/// What stands in the fields of the risk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskTyped {
    /// Thousandths of a crew's days that are lost.
    pub per_mille: String,
    /// What the random numbers come from.
    pub seed: String,
    /// How often the wall is built.
    pub runs: String,
    /// A day to be met, or its date; blank: that of the plan.
    pub meet: String,
}

/// A field of the risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RiskField {
    /// [`RiskTyped::per_mille`]
    PerMille,
    /// [`RiskTyped::seed`]
    Seed,
    /// [`RiskTyped::runs`]
    Runs,
    /// [`RiskTyped::meet`]
    Meet,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum RiskMade {
    /// Fields that hold something else than they may, and what each may hold.
    Wrong(Vec<(RiskField, String)>),
    /// The runs done so far.
    Runs(Box<RiskRuns>),
}

/// Of 10, 50, 80 and 90 % of the runs, the least figure that they do not exceed.
pub type Quantiles = [u64; 4];

/// What some runs amount to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RiskRuns {
    /// How many there are.
    pub runs: u32,
    /// How many were asked for.
    pub wanted: u32,
    /// The crews of the plan.
    pub crews: u32,
    /// The finish day of the plan itself, with no day lost.
    pub planned: u64,
    /// The finish day.
    pub finish: Quantiles,
    /// Dates of these, where the wall has a start date.
    pub dates: Option<[String; 4]>,
    /// The day that is to be met (where none was asked for, the plan's), and in how many thousandths of the
    /// runs it is.
    pub met: (u64, u32),
    /// Runs by finish day, each bar for as many days.
    pub bars: Vec<Bar>,
    /// Cost until the end of some days, ascending by day.
    pub bands: Vec<Band>,
}

/// A bar of the histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bar {
    /// The first finish day that it counts.
    pub first: u64,
    /// The last one.
    pub last: u64,
    /// How many runs finish on these days.
    pub runs: u32,
    /// Thousandths of all runs that are finished by the last one.
    pub by_then_permille: u32,
}

/// Cost until the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Band {
    /// The day.
    pub day: u64,
    /// Gold Dragons, of the runs.
    pub cost: Quantiles,
    /// Gold Dragons, of the plan itself.
    pub planned: u64,
}
