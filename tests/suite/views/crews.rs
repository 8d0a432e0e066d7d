//! Rows of crews, where each is, and how many are at work.

use icewall_core::log::WorkLog;
use icewall_core::units::Day;
use icewall_core::views::Columns;
use icewall_core::views::crews::{self, Stint};
use proptest::prelude::*;

use super::{Built, any_built};

/// The sections of a crew, in the order in which it builds them.
fn stints(built: &Built, crew: u32) -> Vec<Stint> {
    let own = (0..built.sections()).filter(|&section| built.seen.crew_of[section] == u64::from(crew));
    let number = |index: usize| u32::try_from(index + 1).expect("small");
    let mut stints: Vec<Stint> = own
        .map(|section| {
            let (first, last) = built.days_of(section).expect("a section with a crew");
            let profile = built.config.wall().profile_of(section).expect("a section");
            let (first, last) = (Day::new(first), Day::new(last));
            Stint { section: number(section), profile: number(profile), first, last }
        })
        .collect();
    stints.sort_by_key(|stint| stint.first);
    stints
}

fn all_crews(built: &Built) -> u32 {
    u32::try_from(built.seen.crews).expect("small")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn each_row_is_what_the_crew_did(built in any_built(), from in 0u32..40, count in 1u32..40) {
        let log = WorkLog::with(&built.ledger, &built.rota);
        let rows = crews::rows(&log, from..=from + count);
        let expected: Vec<u32> = (from.max(1)..=(from + count).min(all_crews(&built))).collect();
        prop_assert_eq!(rows.iter().map(|row| row.crew).collect::<Vec<_>>(), expected);
        for row in rows {
            let stints = stints(&built, row.crew);
            prop_assert_eq!(row.sections as usize, stints.len());
            let relieved = stints.last().map_or(1, |stint| stint.last.get());
            prop_assert_eq!(row.relieved.get(), relieved);
            let line = format!("Crew-{} - Relieved on day {relieved}", row.crew);
            prop_assert!(built.seen.log.contains(&line), "{}", line);
            let worked = stints.iter().map(|stint| stint.last.get() - stint.first.get() + 1).sum::<u64>();
            prop_assert_eq!((row.worked, row.idle), (worked, built.seen.makespan - worked));
            prop_assert_eq!(&crews::stints(&log, row.crew, 0, usize::MAX), &stints);
            prop_assert_eq!(&crews::stints(&log, row.crew, 1, 2), &stints[stints.len().min(1)..stints.len().min(3)]);
            for day in 0..=built.seen.makespan + 1 {
                let there = |stint: &&Stint| (stint.first.get()..=stint.last.get()).contains(&day);
                prop_assert_eq!(crews::place_on(&log, row.crew, Day::new(day)), stints.iter().find(there).copied());
            }
        }
    }

    #[test]
    fn a_strip_shows_where_each_crew_begins_each_column(
        built in any_built(), from in 1u32..20, first in 1u64..40, days in 1u64..60, width in 1u32..20,
    ) {
        let log = WorkLog::with(&built.ledger, &built.rota);
        let columns = Columns::new(first..first + days, width);
        let rows: Vec<u32> = (from..=(from + 9).min(all_crews(&built))).collect();
        let strips = crews::strips(&log, from..=from + 9, &columns);
        prop_assert_eq!(strips.section.len(), rows.len() * columns.len());
        for (row, &crew) in rows.iter().enumerate() {
            let stints = stints(&built, crew);
            for column in 0..columns.len() {
                let days = columns.range(column);
                let met: Vec<&Stint> = stints.iter()
                    .filter(|stint| stint.first.get() < days.end && stint.last.get() >= days.start).collect();
                let at = row * columns.len() + column;
                prop_assert_eq!(strips.stints[at] as usize, met.len());
                prop_assert_eq!(strips.section[at], met.first().map_or(0, |stint| stint.section));
            }
        }
    }

    #[test]
    fn crews_at_work_lose_no_peak_and_no_pause(
        built in any_built(), first in 1u64..40, days in 1u64..80, width in 1u32..20,
    ) {
        let columns = Columns::new(first..first + days, width);
        let resources = crews::resources(&built.ledger, &columns);
        prop_assert_eq!(u64::from(resources.crews), built.seen.crews);
        for column in 0..columns.len() {
            let at_work: Vec<usize> = columns.range(column).map(|day| built.at_work(day).len()).collect();
            prop_assert_eq!(Some(resources.most[column] as usize), at_work.iter().copied().max());
            prop_assert_eq!(Some(resources.least[column] as usize), at_work.iter().copied().min());
            prop_assert_eq!(resources.worked[column], at_work.iter().sum::<usize>() as u64);
            let days = columns.range(column).filter(|&day| day <= built.seen.makespan).count() as u64;
            prop_assert_eq!(resources.idle[column], days * built.seen.crews - resources.worked[column]);
        }
    }
}
