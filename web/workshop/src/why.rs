//! What the figures come from: parameters, sections that are begun first or finished last, feet until a day. No rule
//! of the model stands here.

use std::ops::Range;

use icewall_core::ledger::{Ledger, Scope};
use icewall_core::log::{Event, Events, Filter, Selection};
use icewall_core::units::Day;
use icewall_core::views::facts::Facts;
use icewall_core::views::milestones::Milestones;
use icewall_protocol::workshop::{BuiltSection, MilestoneTerms, Quarter, Terms};

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

/// The numbers that the milestones of a profile (from 1), or of the whole wall, come from; none where the wall has no
/// such profile.
pub(crate) fn milestone_terms(wall: &Wall, profile: Option<u32>, day: u64) -> Option<MilestoneTerms> {
    let ledger = wall.ledger();
    let (scope, sections) = match profile {
        Some(profile) => {
            let index = profile.checked_sub(1)? as usize;
            (Scope::Profile(index), ledger.config().wall().profile(index))
        }
        None => (Scope::Wall, 0..ledger.config().wall().heights().len()),
    };
    let milestones = Milestones::new(ledger, scope, Day::new(day))?;
    let start_feet =
        ledger.config().wall().heights().get(sections.clone())?.iter().map(|&height| u64::from(height));
    let (begun, ended) = first_and_last(wall, sections);
    let feet_on = |day: Day| ledger.feet_on(scope, day).get();
    let [quarter, half, three_quarters, _] = milestones.quarters;
    let mut share = 0;
    Some(MilestoneTerms {
        profile,
        terms: terms(wall, day),
        sections: milestones.sections,
        start_feet: start_feet.sum(),
        feet: milestones.feet.get(),
        done: ledger.feet_until(scope, Day::new(day)).get(),
        begun,
        ended,
        peak: milestones.peak.map(|day| (day.get(), feet_on(day))),
        quarters: [quarter, half, three_quarters].map(|day| {
            share += 1;
            day.map(|day| quarter_of(ledger, scope, milestones.feet.get() * share, day))
        }),
    })
}

/// The day at whose end so many quarters of feet stand.
fn quarter_of(ledger: &Ledger, scope: Scope, quarters: u64, day: Day) -> Quarter {
    let until = |day| ledger.feet_until(scope, Day::new(day)).get();
    let day = day.get();
    Quarter { day, goal: quarters.div_ceil(4), before: until(day - 1), until: until(day) }
}

/// Of some sections (indices from 0) the first in wall order that is begun earliest, and that is finished last.
fn first_and_last(wall: &Wall, sections: Range<usize>) -> (Option<BuiltSection>, Option<BuiltSection>) {
    let (config, schedule) = (wall.ledger().config(), wall.ledger().schedule());
    let days = |section| schedule.days_of(config.wall(), section);
    let (mut begun, mut ended) = (None::<(Day, usize)>, None::<(Day, usize)>);
    for section in sections {
        let Some((first, last)) = days(section) else { continue };
        if begun.is_none_or(|(day, _)| first < day) {
            begun = Some((first, section));
        }
        if ended.is_none_or(|(day, _)| last > day) {
            ended = Some((last, section));
        }
    }
    (begun.and_then(|(_, section)| built(wall, section)), ended.and_then(|(_, section)| built(wall, section)))
}

/// A section (index from 0) that is built.
fn built(wall: &Wall, section: usize) -> Option<BuiltSection> {
    let facts = Facts::new(wall.ledger(), wall.rota(), section, Day::new(0))?;
    let (first, last) = facts.days?;
    let (section, crew, start) = (facts.section, facts.crew?, facts.start.get());
    Some(BuiltSection { section, crew, start, first: first.get(), last: last.get() })
}

/// The first section in the log that is finished on the last day.
fn last(wall: &Wall) -> Option<BuiltSection> {
    let log = wall.log();
    let makespan = wall.ledger().schedule().makespan();
    let events = Events { added: false, completed: true, relieved: false };
    let filter = Filter { days: Some(makespan..=makespan), events, ..Filter::default() };
    let line = Selection::new(&log, &filter).line(&log, 0)?;
    let Event::Completed { site, .. } = line.event else { return None };
    built(wall, site.section as usize - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use icewall_core::config::Config;
    use icewall_core::control::Unwatched;

    fn example() -> Wall {
        Wall::new(Ledger::new(Config::default(), &Unwatched).expect("not called off"))
    }

    #[test]
    fn the_example_s_figures_come_from_these() {
        let terms = terms(&example(), 3);
        assert_eq!((terms.target, terms.rate, terms.ice_per_foot, terms.cost_per_yard), (30, 1, 195, 1900));
        assert_eq!((terms.is_pool, terms.longest, terms.peak_feet), (false, 13, 9));
        assert_eq!((terms.feet_on, terms.feet_until), (8, 26));
        assert_eq!(terms.last, Some(BuiltSection { section: 4, crew: 4, start: 17, first: 1, last: 13 }));
    }

    #[test]
    fn milestones_of_a_profile_come_from_these() {
        // 21 25 28: nine, five and two feet, a crew for each.
        let found = milestone_terms(&example(), Some(1), 3).expect("a profile");
        assert_eq!((found.sections, found.start_feet, found.feet, found.done), (3, 74, 16, 8));
        let built =
            |section, start, last| Some(BuiltSection { section, crew: section, start, first: 1, last });
        assert_eq!((found.begun, found.ended), (built(1, 21, 9), built(1, 21, 9)));
        assert_eq!(found.peak, Some((1, 3)));
        let quarter = |day, goal, before, until| Some(Quarter { day, goal, before, until });
        assert_eq!(found.quarters, [quarter(2, 4, 3, 6), quarter(3, 8, 6, 8), quarter(5, 12, 10, 12)]);
    }

    #[test]
    fn the_wall_has_such_terms_and_a_profile_that_is_not_there_has_none() {
        let found = milestone_terms(&example(), None, 5).expect("the wall");
        assert_eq!((found.profile, found.sections, found.feet, found.terms.day), (None, 9, 87, 5));
        assert_eq!((found.done, found.ended.map(|built| built.section)), (42, Some(4)));
        for profile in [0, 4] {
            assert_eq!(milestone_terms(&example(), Some(profile), 1), None);
        }
    }
}
