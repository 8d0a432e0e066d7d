//! What the planner tells: one wall under many numbers of crews, and in every order.

use serde::{Deserialize, Serialize};

/// A wall with so many crews.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanStep {
    /// How many crews.
    pub crews: u32,
    /// The finish day.
    pub finish: u64,
    /// The lower bound of the finish day.
    pub lower_bound: u64,
    /// Crew-days idle.
    pub idle: u64,
    /// Crew utilisation in per mille, half up; none where it is undefined.
    pub utilisation_permille: Option<u32>,
    /// The most ice on one day, in cubic yards.
    pub peak: u64,
    /// Wages and overhead in Gold Dragons; none where they would pass 2^53.
    pub wages: Option<u64>,
}

/// The finish day against the number of crews.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staircase {
    /// The steps, by number of crews; every one where there are not too many, else chosen ones.
    pub steps: Vec<PlanStep>,
    /// The fewest crews for each finish day, those of the first hundred.
    pub useful: Vec<PlanStep>,
    /// How many useful numbers of crews there are.
    pub useful_count: u32,
    /// Where the staircase bends.
    pub knee: Option<PlanStep>,
    /// The least wages and overhead.
    pub cheapest: Option<PlanStep>,
}

/// What an order of the sections makes of a wall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderRow {
    /// The order, as the parameter calls it.
    pub order: String,
    /// With the crews asked about.
    pub step: PlanStep,
    /// The fewest crews that finish no later than the order in force does.
    pub crews_for_same: Option<u32>,
}
