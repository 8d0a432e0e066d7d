//! What one crew count makes of a wall.
//!
//! Not here: how it is found (the pass), which of many is best (the staircase, the goals).

use super::pass::Pace;
use crate::config::Parameters;
use crate::schedule::Workload;
use crate::units::{AMOUNT_MOST, CubicYards, Day, Fraction, GoldDragons};

/// What one crew count makes of a wall: a point of the staircase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Crews of the pool.
    pub crews: u32,
    /// The last day on which a foot is added; 0 for a wall that starts finished.
    pub finish: Day,
    /// No order finishes earlier with so many crews.
    pub lower_bound: Day,
    /// Crew-days worked, the same with any number of crews.
    pub worked: u64,
    /// Crew-days on which a crew stands idle until the finish.
    pub idle: u64,
    /// The most ice on one day.
    pub peak: CubicYards,
    /// Wages and overhead until the finish; none where, with the cost, they are more than any
    /// configuration may total.
    pub wages: Option<GoldDragons>,
}

impl Step {
    pub(super) fn new(parameters: &Parameters, work: &Workload, crews: u32, pace: Pace) -> Self {
        Self {
            crews,
            finish: Day::new(pace.finish),
            lower_bound: Day::new(work.lower_bound(crews)),
            worked: work.crew_days,
            idle: u64::from(crews) * pace.finish - work.crew_days,
            peak: CubicYards::new(parameters.ice_of(pace.peak)),
            wages: wages(parameters, work, crews, pace.finish),
        }
    }

    /// Crew-days worked of all crew-days until the finish; none where there is nothing to build.
    pub fn utilisation(&self) -> Option<Fraction> {
        Fraction::of(self.worked, u64::from(self.crews) * self.finish.get())
    }
}

fn wages(parameters: &Parameters, work: &Workload, crews: u32, finish: u64) -> Option<GoldDragons> {
    let wages = parameters.wages_a_day(crews).checked_mul(finish)?;
    (wages.checked_add(parameters.cost_of(work.feet))? <= AMOUNT_MOST).then_some(GoldDragons::new(wages))
}
