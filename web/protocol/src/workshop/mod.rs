//! The words that the rooms and their workshop exchange: jobs and what comes of them.
//!
//! A workshop is a worker that holds the wall that is shown and does what takes long, or what only a
//! room shows. It does one job after another; a job that is not wanted any more is ended by ending the
//! worker. Pixels and columns cross beside the message as transferred typed arrays, in the order that
//! the result says.

mod charts;
mod compare;
mod export;
mod goals;
mod log;
mod milestones;
mod plan;
mod risk;
mod speed;
mod views;
mod why;

use serde::{Deserialize, Serialize};

use crate::{Charts, DayRow, ProfileRow, Ready, Setting};

pub use charts::{ChartsJob, Cut};
pub use compare::{CompareJob, CompareMade, WallFigures};
pub use export::Export;
pub use goals::{Best, Binding, Goal, GoalField, GoalPlan, GoalsMade, GoalsTyped, Unmet};
pub use log::{LogFile, LogFilter, LogJob, LogLine, LogMade};
pub use milestones::{
    MilestoneColumn, MilestoneDay, MilestoneJob, MilestoneMade, MilestoneOrder, MilestoneRow, MilestoneRows,
};
pub use plan::{OrderRow, PlanStep, Staircase, WageRow};
pub use risk::{Band, Bar, Quantiles, RiskField, RiskMade, RiskRuns, RiskTyped};
pub use speed::Trial;
pub use views::{CrewRow, CrewRows, Diagram, Resources, SectionFacts, Skyline, Stint, ViewJob, ViewMade};
pub use why::{BuiltSection, MilestoneTerms, Quarter, Terms};

/// A job for the workshop, under a number that comes back with every word about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// Rises with every order.
    pub number: u32,
    /// What is to be done.
    pub job: Job,
}

/// What the workshop does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Job {
    /// Takes a wall and simulates it; its text crosses beside the message.
    Wall {
        /// What the parameter fields hold.
        settings: Vec<Setting>,
    },
    /// Makes what every picture and the log rest on, so that whichever is opened first finds it.
    Prepare,
    /// Rows of the table of days.
    Days {
        /// The first day, from 1.
        from: u64,
        /// How many.
        count: u32,
        /// Of how many profiles each row tells the ice.
        profiles: u32,
    },
    /// The finish day against the number of crews. Its first steps come as parts.
    Staircase {
        /// The finish day asked for, as it was typed: where not every number of crews is tried, more are
        /// tried around it. Else around the finish day in force.
        by: String,
    },
    /// Every order of the sections with so many crews.
    Orders {
        /// How many, from 1.
        crews: u32,
    },
    /// The number of crews that meets some goals best.
    Goals(GoalsTyped),
    /// The plan in force under days that are lost. The first runs come as parts.
    Risk(RiskTyped),
    /// A plan that is computed to see how long it takes; it has nothing to do with the wall.
    Speed(Trial),
    /// Begins a file about the wall: its first piece.
    Export(Export),
    /// The next piece of the file that was begun.
    MoreOfExport,
    /// Something about the lines of the work log that a filter lets through.
    Log(LogFilter, LogJob),
    /// Begins a file of the lines that a filter lets through: its first piece.
    LogFile(LogFilter, LogFile),
    /// Something about the days that matter of the profiles in an order.
    Milestones(MilestoneOrder, MilestoneJob),
    /// Begins a file of them: its first piece.
    MilestonesFile {
        /// In which order.
        order: MilestoneOrder,
        /// How many profiles at the most.
        most: u32,
    },
    /// The wall and its parameters in the few characters of a link.
    Link,
    /// Something that a picture of the wall is drawn from.
    View(ViewJob),
    /// What the figures come from.
    Terms {
        /// The day whose figures are asked about; 0 for none.
        day: u64,
    },
    /// What the milestones of a profile, or of the wall, come from.
    MilestoneTerms {
        /// The profile, from 1; none for the whole wall.
        profile: Option<u32>,
        /// The day of what is done.
        day: u64,
    },
    /// The columns of a chart.
    Charts(ChartsJob),
    /// Something about the wall beside another one.
    Compare(CompareJob),
    /// Rows of the table of profiles.
    Profiles {
        /// The first profile, from 1.
        from: u32,
        /// How many.
        count: u32,
    },
}

/// A word from the workshop.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Word {
    /// The workshop is up.
    Ready(Ready),
    /// A job is on its way; also the workshop's sign of life.
    Progress {
        /// Which order.
        number: u32,
        /// How much of it is done, per mille.
        permille: u32,
    },
    /// A part of what a job gives, before all of it is there.
    Part(Outcome),
    /// A job is done.
    Done(Outcome),
}

/// What came of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Which order.
    pub number: u32,
    /// How long it took until now, in milliseconds.
    pub ms: f64,
    /// The result.
    pub result: Made,
}

/// The result of a job.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Made {
    /// The wall is there: [`Job::Wall`].
    Wall {
        /// Whether it has no fault; without a wall every other job gives [`Made::Nothing`].
        faultless: bool,
    },
    /// All that views share is there: [`Job::Prepare`].
    Prepared,
    /// Rows of the table of days, in order; none after the wall is finished: [`Job::Days`].
    Days(Vec<DayRow>),
    /// Rows of the table of profiles, in order: [`Job::Profiles`].
    Profiles(Vec<ProfileRow>),
    /// The finish day against the number of crews: [`Job::Staircase`].
    Staircase(Staircase),
    /// A row for each order: [`Job::Orders`].
    Orders(Vec<OrderRow>),
    /// What came of the goals: [`Job::Goals`].
    Goals(GoalsMade),
    /// What days that are lost do to the plan: [`Job::Risk`].
    Risk(RiskMade),
    /// The sum of the days that were found: [`Job::Speed`].
    Speed(u64),
    /// A piece of a file, as UTF-8 in the first sheet: [`Job::Export`], [`Job::LogFile`],
    /// [`Job::MilestonesFile`], [`Job::MoreOfExport`].
    Piece,
    /// The file is whole.
    WholeFile,
    /// What was asked about the work log: [`Job::Log`].
    Log(LogMade),
    /// What was asked about the days that matter: [`Job::Milestones`].
    Milestones(MilestoneMade),
    /// What stands after `w=` in a link: [`Job::Link`].
    Link(String),
    /// What a picture of the wall is drawn from: [`Job::View`].
    View(ViewMade),
    /// What the figures come from: [`Job::Terms`].
    Terms(Terms),
    /// What the milestones come from: [`Job::MilestoneTerms`].
    MilestoneTerms(Box<MilestoneTerms>),
    /// What the columns beside it mean: [`Job::Charts`].
    Charts(Charts),
    /// What was asked for a comparison: [`Job::Compare`].
    Compare(CompareMade),
    /// There is no wall, or the wall has not what was asked for.
    Nothing,
}
