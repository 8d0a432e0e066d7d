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
    /// Wages and overhead in Gold Dragons; none where, with the cost, they would pass 2^53.
    pub wages: Option<u64>,
}

/// The finish day against the number of crews.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Staircase {
    /// The steps, by number of crews; every one where there are not too many, else chosen ones.
    pub steps: Vec<PlanStep>,
    /// The fewest crews for each finish day.
    pub useful: Vec<PlanStep>,
    /// Where the staircase bends.
    pub knee: Option<PlanStep>,
    /// The least wages and overhead.
    pub cheapest: Option<PlanStep>,
    /// Useful numbers of crews around that one, with what each costs over it; none where no wages are set.
    pub wages: Vec<WageRow>,
}

/// What a number of crews costs in wages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WageRow {
    /// The number of crews and all about it.
    pub step: PlanStep,
    /// Gold Dragons over the least wages.
    pub over: u64,
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
    /// How many crews fewer these are than the order in force needs for it; below 0: so many more.
    pub saved: Option<i64>,
}
