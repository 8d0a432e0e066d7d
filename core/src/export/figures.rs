//! The figures of a whole run as JSON, and what is remembered of a run beside a saved wall.

use serde::Serialize;

use crate::calendar::Date;
use crate::ledger::Ledger;
use crate::output::written;
use crate::units::Day;

/// Profiles that are remembered one by one: a wall may have ten million.
pub const PROFILES_REMEMBERED: usize = 100;

/// The figures of a whole wall.
#[derive(Serialize)]
pub(super) struct Figures {
    profiles: usize,
    sections: usize,
    unfinished: u32,
    finish_day: u64,
    finish_date: Option<String>,
    feet: u64,
    ice: u64,
    cost: u64,
    peak: Option<Peak>,
    crews: u32,
    crew_days: u64,
    idle_crew_days: u64,
    utilisation_permille: Option<u32>,
    lower_bound: u64,
    wages: u64,
}

/// The most ice on one day, and the first days in a row that take as much.
#[derive(Serialize)]
struct Peak {
    first_day: u64,
    last_day: u64,
    ice: u64,
    cost: u64,
}

impl Figures {
    pub(super) fn of(ledger: &Ledger) -> Self {
        let (wall, schedule) = (ledger.config().wall(), ledger.schedule());
        let workload = schedule.workload();
        Self {
            profiles: wall.profiles(),
            sections: wall.heights().len(),
            unfinished: workload.unfinished,
            finish_day: schedule.makespan(),
            finish_date: on(ledger, Some(schedule.makespan())),
            feet: workload.feet,
            ice: ledger.ice().get(),
            cost: ledger.cost().get(),
            peak: ledger.peak().map(|run| Peak {
                first_day: run.first,
                last_day: run.last(),
                ice: ledger.to_ice(run.feet).get(),
                cost: ledger.to_cost(run.feet).get(),
            }),
            crews: schedule.crews(),
            crew_days: workload.crew_days,
            idle_crew_days: schedule.idle_crew_days(),
            utilisation_permille: schedule.utilisation_permille(),
            lower_bound: schedule.lower_bound(),
            wages: ledger.wages().get(),
        }
    }
}

/// The figures of one profile.
#[derive(Serialize)]
pub(super) struct OfProfile {
    profile: usize,
    sections: u32,
    start_feet: u64,
    feet: u64,
    first_day: Option<u64>,
    last_day: Option<u64>,
    first_date: Option<String>,
    last_date: Option<String>,
    ice: u64,
    cost: u64,
}

impl OfProfile {
    /// Of a profile by its index (from 0).
    pub(super) fn of(ledger: &Ledger, index: usize) -> Option<Self> {
        let figures = ledger.profile(index)?;
        let (feet, days) = (figures.feet.get(), [figures.first_day, figures.last_day]);
        let [first, last] = days.map(|day| day.map(Day::get));
        Some(Self {
            profile: index + 1,
            sections: figures.sections,
            start_feet: figures.start.get(),
            feet,
            first_day: first,
            last_day: last,
            first_date: on(ledger, first),
            last_date: on(ledger, last),
            ice: ledger.to_ice(feet).get(),
            cost: ledger.to_cost(feet).get(),
        })
    }
}

/// The date of a day as JSON has it.
fn on(ledger: &Ledger, day: Option<u64>) -> Option<String> {
    ledger.date_of(Day::new(day?)).as_ref().map(Date::to_string)
}

#[derive(Serialize)]
struct Remembered {
    figures: Figures,
    by_profile: Vec<OfProfile>,
}

/// What is remembered of a run beside a saved wall, as JSON: `figures` of the whole, and `by_profile` the
/// first [`PROFILES_REMEMBERED`] one by one. A few kilobytes at the most.
pub fn remembered(ledger: &Ledger) -> String {
    let by_profile = (0..PROFILES_REMEMBERED).map_while(|index| OfProfile::of(ledger, index)).collect();
    written(&Remembered { figures: Figures::of(ledger), by_profile })
}
