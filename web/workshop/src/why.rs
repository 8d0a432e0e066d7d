//! What the figures come from: parameters, and the section that is finished last. No rule of the model stands here.

use icewall_core::ledger::Scope;
use icewall_core::log::{Event, Events, Filter, Selection};
use icewall_core::units::Day;
use icewall_core::views::facts::Facts;
use icewall_protocol::workshop::{LastSection, Terms};

use crate::wall::Wall;

/// The numbers that the formulas behind the figures are filled in with.
pub(crate) fn terms(wall: &Wall, day: u64) -> Terms {
    let ledger = wall.ledger();
    let (parameters, schedule) = (ledger.config().parameters(), ledger.schedule());
    Terms {
        day,
        target: parameters.target_height(),
        rate: parameters.build_rate(),
        ice_per_foot: parameters.ice_per_foot(),
        cost_per_yard: parameters.cost_per_yard(),
        wage: parameters.crew_wage(),
        overhead: parameters.overhead_per_day(),
        is_pool: parameters.crews().is_some(),
        longest: schedule.workload().longest,
        peak_feet: ledger.peak().map_or(0, |run| run.feet),
        feet_on: ledger.feet_on(Scope::Wall, Day::new(day)).get(),
        feet_until: ledger.feet_until(Scope::Wall, Day::new(day)).get(),
        last: last(wall),
    }
}

/// The first section in the log that is finished on the last day.
fn last(wall: &Wall) -> Option<LastSection> {
    let (ledger, log) = (wall.ledger(), wall.log());
    let makespan = ledger.schedule().makespan();
    let events = Events { added: false, completed: true, relieved: false };
    let filter = Filter { days: Some(makespan..=makespan), events, ..Filter::default() };
    let line = Selection::new(&log, &filter).line(&log, 0)?;
    let Event::Completed { site, .. } = line.event else { return None };
    let facts = Facts::new(ledger, wall.rota(), site.section as usize - 1, line.day)?;
    let (first, _) = facts.days?;
    Some(LastSection { section: site.section, crew: line.crew, start: facts.start.get(), first: first.get() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use icewall_core::config::Config;
    use icewall_core::control::Unwatched;
    use icewall_core::ledger::Ledger;

    #[test]
    fn the_example_s_figures_come_from_these() {
        let wall = Wall::new(Ledger::new(Config::default(), &Unwatched).expect("not called off"));
        let terms = terms(&wall, 3);
        assert_eq!((terms.target, terms.rate, terms.ice_per_foot, terms.cost_per_yard), (30, 1, 195, 1900));
        assert_eq!((terms.is_pool, terms.longest, terms.peak_feet), (false, 13, 9));
        assert_eq!((terms.feet_on, terms.feet_until), (8, 26));
        assert_eq!(terms.last, Some(LastSection { section: 4, crew: 4, start: 17, first: 1 }));
    }
}
