//! What somebody wants of a plan, and what they are told.
//!
//! Not here: how a plan is found (the search).

use super::Step;
use crate::units::{CubicYards, Day, Fraction, GoldDragons};

/// What is wanted, each alone or together with others. With a finish day the fewest crews are
/// sought that meet all; without, the earliest finish that meets all, ties to the fewest crews.
/// On a wall that starts finished every goal is met.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Goals {
    /// Finished by the end of this day.
    pub finish_by: Option<Day>,
    /// At most so much ice on any day.
    pub ice_a_day: Option<CubicYards>,
    /// At most so much gold until a day.
    pub budget: Option<Budget>,
    /// Crews at work on at least this share of their days until the finish.
    pub utilisation: Option<Fraction>,
}

/// At most so much until the end of a day. It is the cost of the ice: wages stand beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    /// The most that may be spent.
    pub most: GoldDragons,
    /// Until the end of this day.
    pub until: Day,
}

/// One kind of goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Goal {
    /// [`Goals::finish_by`]
    FinishBy,
    /// [`Goals::ice_a_day`]
    IceADay,
    /// [`Goals::budget`]
    Budget,
    /// [`Goals::utilisation`]
    Utilisation,
}

/// A crew count, what it makes of the wall, and what it costs until the day of the budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// What the crews make of the wall.
    pub step: Step,
    /// Cost until the day of the budget; none where no budget was asked for.
    pub cost_until: Option<GoldDragons>,
}

/// What came of the goals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// All goals can be met.
    Possible {
        /// The best plan that meets them.
        plan: Plan,
        /// Why there is no better one.
        binding: Binding,
    },
    /// No number of crews meets all goals.
    Impossible {
        /// By goal that was asked for: the plan that comes nearest to it, all others left aside.
        alone: Vec<Relaxed>,
        /// By goal: the plan that comes nearest to it of those that meet all others. Without those
        /// goals that would not make the rest possible either.
        instead: Vec<Relaxed>,
    },
}

/// Why no plan is better than the one found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Binding {
    /// There are no fewer crews than one.
    OneCrew,
    /// However many crews there are, the longest section takes as long.
    LongestSection,
    /// The next better plan would break goals.
    Goals {
        /// With a finish day asked for, one crew fewer; else the fewest crews that finish earlier.
        instead: Plan,
        /// The goals that it breaks, at least one.
        broken: Vec<Goal>,
    },
}

/// A goal, and the plan that comes nearest to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Relaxed {
    /// The goal.
    pub goal: Goal,
    /// The plan with the best figure of that goal, ties to the fewest crews.
    pub plan: Plan,
}

impl Goals {
    /// The goals that are asked for.
    pub fn asked(&self) -> Vec<Goal> {
        let asked = [
            (Goal::FinishBy, self.finish_by.is_some()),
            (Goal::IceADay, self.ice_a_day.is_some()),
            (Goal::Budget, self.budget.is_some()),
            (Goal::Utilisation, self.utilisation.is_some()),
        ];
        asked.into_iter().filter_map(|(goal, asked)| asked.then_some(goal)).collect()
    }

    /// The goals that a plan breaks.
    pub fn broken_by(&self, plan: &Plan) -> Vec<Goal> {
        self.asked().into_iter().filter(|&goal| self.is_broken(goal, plan)).collect()
    }

    pub(super) fn is_broken(&self, goal: Goal, plan: &Plan) -> bool {
        let step = &plan.step;
        match goal {
            Goal::FinishBy => self.finish_by.is_some_and(|day| step.finish > day),
            Goal::IceADay => self.ice_a_day.is_some_and(|most| step.peak > most),
            Goal::Budget => {
                let cost = plan.cost_until.unwrap_or_default();
                self.budget.is_some_and(|budget| cost > budget.most)
            }
            Goal::Utilisation => {
                let reached = step.utilisation();
                self.utilisation.zip(reached).is_some_and(|(least, reached)| !reached.is_at_least(least))
            }
        }
    }

    /// The same goals without one.
    pub(super) fn without(mut self, goal: Goal) -> Self {
        match goal {
            Goal::FinishBy => self.finish_by = None,
            Goal::IceADay => self.ice_a_day = None,
            Goal::Budget => self.budget = None,
            Goal::Utilisation => self.utilisation = None,
        }
        self
    }
}
