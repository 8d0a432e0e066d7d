//! What somebody wants of a plan, as it was typed, and what comes of it. Not for how it is read or found:
//! that is the core's.

use serde::{Deserialize, Serialize};

use super::PlanStep;

/// What stands in the fields of the goals; blank: not asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalsTyped {
    /// A day or, with a start date, its date.
    pub finish_by: String,
    /// Cubic yards.
    pub ice_a_day: String,
    /// Gold Dragons.
    pub budget: String,
    /// A day or a date.
    pub budget_until: String,
    /// Percent.
    pub utilisation: String,
}

/// A field of the goals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GoalField {
    /// [`GoalsTyped::finish_by`]
    FinishBy,
    /// [`GoalsTyped::ice_a_day`]
    IceADay,
    /// [`GoalsTyped::budget`]
    Budget,
    /// [`GoalsTyped::budget_until`]
    BudgetUntil,
    /// [`GoalsTyped::utilisation`]
    Utilisation,
}

/// A kind of goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Goal {
    /// Finished by a day.
    FinishBy,
    /// At most so much ice on any day.
    IceADay,
    /// At most so much gold until a day.
    Budget,
    /// Crews at work on at least a share of their days.
    Utilisation,
}

/// What came of the goals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum GoalsMade {
    /// Fields that hold something else than they may, and what each may hold.
    Wrong(Vec<(GoalField, String)>),
    /// All goals can be met.
    Possible(Box<Best>),
    /// No number of crews meets all goals: for each that was asked for, what comes nearest to it.
    Impossible(Vec<Unmet>),
}

/// The best plan that meets all goals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Best {
    /// The plan.
    pub plan: GoalPlan,
    /// Why there is no better one.
    pub binding: Binding,
}

/// A number of crews that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoalPlan {
    /// The number of crews and all about it.
    pub step: PlanStep,
    /// The date of the finish day (`2024-08-11`), where the wall has a start date.
    pub finish_date: Option<String>,
    /// Gold Dragons until the day of the budget, where one was asked for.
    pub cost_until: Option<u64>,
}

/// Why there is no better plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Binding {
    /// There are no fewer crews than one.
    OneCrew,
    /// However many crews there are, the longest section takes as long.
    LongestSection,
    /// The next better plan would break goals.
    Goals {
        /// That plan.
        instead: GoalPlan,
        /// The goals that it breaks.
        broken: Vec<Goal>,
    },
}

/// A goal, and what comes nearest to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unmet {
    /// The goal.
    pub goal: Goal,
    /// Nearest to it, whatever becomes of the others.
    pub alone: Option<GoalPlan>,
    /// Nearest to it with all others met; none where they cannot be met either.
    pub instead: Option<GoalPlan>,
}
