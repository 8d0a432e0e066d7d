//! What each crew does when, and how many are at work.
//!
//! A crew works on every day until it is relieved, one section after the other: rule 5. So its row is
//! a chain of stays without a gap. Nothing is kept by crew; rows that are seen are found in a pass
//! over the sections.

use std::ops::RangeInclusive;

use super::Columns;
use crate::ledger::Ledger;
use crate::log::{Filter, Sieve, Stay, WorkLog};
use crate::units::Day;

/// What a crew does in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrewRow {
    /// The crew, from 1.
    pub crew: u32,
    /// How many sections it builds.
    pub sections: u32,
    /// The day on which it is relieved; 1 for a crew that gets no section.
    pub relieved: Day,
    /// Days on which it works: until it is relieved, or none.
    pub worked: u64,
    /// Days until the wall is finished on which it does not.
    pub idle: u64,
}

/// A crew's stay at a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stint {
    /// The section, from 1.
    pub section: u32,
    /// Its profile, from 1.
    pub profile: u32,
    /// First day of work.
    pub first: Day,
    /// Last day of work.
    pub last: Day,
}

/// The rows of some crews over a window of days, row after row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Strips {
    /// By row and column: the section (from 1) that the crew is at when it first works in the
    /// column; 0 where it does not work.
    pub section: Vec<u32>,
    /// By row and column: how many sections it is at.
    pub stints: Vec<u32>,
}

/// Crews at work by columns of days.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resources {
    /// All crews.
    pub crews: u32,
    /// The most at work on any day of the column.
    pub most: Vec<u32>,
    /// The fewest.
    pub least: Vec<u32>,
    /// Crew-days worked on all its days.
    pub worked: Vec<u64>,
    /// Crew-days idle on all its days.
    pub idle: Vec<u64>,
}

/// The rows of some crews (from 1); those that the wall has not are left out.
pub fn rows(log: &WorkLog<'_>, crews: RangeInclusive<u32>) -> Vec<CrewRow> {
    let sieve = of_crews(log, crews);
    let makespan = log.ledger().schedule().makespan();
    let mut rows: Vec<CrewRow> = sieve
        .crews
        .clone()
        .map(|crew| CrewRow { crew, sections: 0, relieved: Day::new(1), worked: 0, idle: makespan })
        .collect();
    log.visit(log.candidates(&sieve, &sieve.days), &sieve, &sieve.days, |stay| {
        if let Some(row) = rows.get_mut((stay.crew - sieve.crews.start) as usize) {
            row.sections += 1;
            row.relieved = row.relieved.max(Day::new(stay.last));
            row.worked += stay.last - stay.first + 1;
            row.idle = makespan - row.worked;
        }
    });
    rows
}

/// The rows of some crews (from 1) over a window of days; those that the wall has not are left out.
pub fn strips(log: &WorkLog<'_>, crews: RangeInclusive<u32>, days: &Columns) -> Strips {
    let sieve = of_crews(log, crews);
    let (window, width) = (days.window(), days.len());
    let cells = sieve.crews.len() * width;
    let mut strips = Strips { section: vec![0; cells], stints: vec![0; cells] };
    let mut since = vec![u64::MAX; cells];
    log.visit(log.candidates(&sieve, &window), &sieve, &window, |stay| {
        let (first, last) = (stay.first.max(window.start), stay.last.min(window.end - 1));
        let (Some(a), Some(b)) = (days.of(first), days.of(last)) else { return };
        let row = (stay.crew - sieve.crews.start) as usize * width;
        let cells = row + a..row + b + 1;
        strips.stints[cells.clone()].iter_mut().for_each(|stints| *stints += 1);
        for (since, section) in since[cells.clone()].iter_mut().zip(&mut strips.section[cells]) {
            if stay.first < *since {
                (*since, *section) = (stay.first, stay.section + 1);
            }
        }
    });
    strips
}

/// Up to `count` of the stays of a crew (from 1), in their order from number `from` (from 0) on.
pub fn stints(log: &WorkLog<'_>, crew: u32, from: usize, count: usize) -> Vec<Stint> {
    let rota = log.rota();
    let own = |&section: &u32| rota.crew(section as usize) == crew;
    let sections = rota.sections(log.ledger(), 0..usize::MAX).filter(own).skip(from).take(count);
    sections.filter_map(|section| Some(stint(log, &log.stay(section)?))).collect()
}

/// Where a crew (from 1) is on a day; none where it does not work.
pub fn place_on(log: &WorkLog<'_>, crew: u32, day: Day) -> Option<Stint> {
    let sieve = of_crews(log, crew..=crew);
    let days = day.get()..day.get().saturating_add(1);
    let mut found = None;
    log.visit(log.candidates(&sieve, &days), &sieve, &days, |stay| found = Some(stay));
    found.map(|stay| stint(log, &stay))
}

/// Crews at work over a window of days. Beyond the last day nobody works, and nobody is idle.
pub fn resources(ledger: &Ledger, days: &Columns) -> Resources {
    let schedule = ledger.schedule();
    let mut resources = Resources { crews: schedule.crews(), ..Resources::default() };
    for column in 0..days.len() {
        let range = days.range(column);
        // Crews at work never grow in number: the first day sees the most, the last the fewest.
        resources.most.push(schedule.crews_at_work(Day::new(range.start.max(1))));
        resources.least.push(schedule.crews_at_work(Day::new(range.end - 1)));
        let before = |day| schedule.crew_days_before(Day::new(day));
        let worked = before(range.end) - before(range.start);
        let to_work = range.end.min(schedule.makespan() + 1).saturating_sub(range.start.max(1));
        resources.worked.push(worked);
        resources.idle.push(u64::from(schedule.crews()) * to_work - worked);
    }
    resources
}

fn of_crews(log: &WorkLog<'_>, crews: RangeInclusive<u32>) -> Sieve {
    Sieve::new(log, &Filter { crews: Some(crews), ..Filter::default() })
}

fn stint(log: &WorkLog<'_>, stay: &Stay) -> Stint {
    let profile = log.ledger().config().wall().profile_of(stay.section as usize).unwrap_or(0) + 1;
    Stint {
        section: stay.section + 1,
        profile: u32::try_from(profile).unwrap_or(u32::MAX),
        first: Day::new(stay.first),
        last: Day::new(stay.last),
    }
}
