//! The formulas behind figures that are counted: the lines of the work log, and what a saved wall's last run adds up
//! to. Every value comes from the core.

use icewall_protocol::Summary;

use super::formulas::{COSTS, Formula, IDLE, Part, SCHEDULE, idle};
use crate::words::{self, number};

/// The lines of the work log, and how many of them a filter lets through.
pub(super) fn lines(matches: u64, all: u64, summary: &Summary) -> Formula {
    let [worked, completed, relieved] =
        [summary.crew_days, summary.unfinished.into(), summary.crews].map(number);
    let mut parts = vec![Part::new(
        "All lines",
        "one for each day of a crew at work, one for each section completed, one for each crew relieved",
        vec![format!("{worked} + {completed} + {relieved} = {}", words::counted(all, "line", "lines"))],
    )];
    if matches != all {
        parts.push(Part::new(
            "Let through",
            "the lines of the crews, sections, profiles, days and events that are wanted, counted",
            vec![format!("{} of {}", number(matches), words::counted(all, "line", "lines"))],
        ));
    }
    Formula { title: "Lines of the work log".to_owned(), chapter: SCHEDULE, parts }
}

/// What a run adds up to that was counted when its wall was saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Sums {
    /// The finish day.
    pub(crate) finish: u64,
    /// Feet to build.
    pub(crate) feet: u64,
    /// Ice in cubic yards, and its cost in Gold Dragons.
    pub(crate) ice: u64,
    /// See `ice`.
    pub(crate) cost: u64,
    /// Crews, and the crew-days that they worked and were idle.
    pub(crate) crews: u64,
    /// See `crews`.
    pub(crate) worked: u64,
    /// See `crews`.
    pub(crate) idle: u64,
}

/// The figures of a saved wall.
pub(super) fn saved(of: &Sums) -> Formula {
    // What a foot took and a cubic yard cost is not kept: every one took and cost the same.
    let each = |sum: u64, of: u64| sum.checked_div(of).unwrap_or(0);
    let ice = format!(
        "{} × {} = {}",
        words::counted(of.feet, "foot", "feet"),
        words::ice(each(of.ice, of.feet)),
        words::ice(of.ice)
    );
    let cost = format!(
        "{} × {} = {}",
        words::ice(of.ice),
        words::gold_short(each(of.cost, of.ice)),
        words::gold_short(of.cost)
    );
    let parts = vec![
        Part::new("Ice", "feet to build × ice for a foot", vec![ice]),
        Part::new("Cost", "ice × price of a cubic yard", vec![cost]),
        Part::new("Idle crew-days", IDLE, vec![idle(of.crews, of.finish, of.worked, of.idle)]),
    ];
    Formula { title: "The last run of the saved wall".to_owned(), chapter: COSTS, parts }
}
