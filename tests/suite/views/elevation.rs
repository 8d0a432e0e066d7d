//! The skyline, who works where, and the facts of a section.

use icewall_core::log::WorkLog;
use icewall_core::units::Day;
use icewall_core::views::Columns;
use icewall_core::views::elevation::{self, Worker};
use icewall_core::views::facts::Facts;
use proptest::prelude::*;

use super::{Built, any_built};

fn window(built: &Built, from: usize, to: usize) -> (usize, usize) {
    let (a, b) = (from % built.sections(), to % built.sections());
    (a.min(b), a.max(b) + 1)
}

proptest! {
    #[test]
    fn every_section_is_as_high_on_every_day_as_the_slow_simulator_has_it(built in any_built()) {
        let all = Columns::new(0..built.sections() as u64, u32::MAX);
        for day in 0..=built.seen.makespan + 1 {
            let heights = elevation::heights(&built.ledger, &built.outline, &all, day);
            for section in 0..built.sections() {
                let height = built.height(section, day);
                prop_assert_eq!(built.ledger.height_on(section, Day::new(day)).get(), height);
                let binned = [&heights.first, &heights.least, &heights.most, &heights.last];
                prop_assert_eq!(binned.map(|heights| u64::from(heights[section])), [height; 4]);
            }
        }
    }

    #[test]
    fn a_column_has_the_first_the_least_the_greatest_and_the_last_of_its_sections(
        built in any_built(), from in 0usize..1000, to in 0usize..1000, width in 1u32..40, day in 0u64..80,
    ) {
        let (a, b) = window(&built, from, to);
        let columns = Columns::new(a as u64..b as u64, width);
        let heights = elevation::heights(&built.ledger, &built.outline, &columns, day);
        let shown = |heights: &[u16], column: usize| u64::from(heights[column]);
        prop_assert_eq!(heights.first.len(), columns.len());
        for column in 0..columns.len() {
            let of: Vec<u64> = columns.range(column)
                .map(|section| built.height(usize::try_from(section).expect("small"), day)).collect();
            prop_assert_eq!(Some(shown(&heights.first, column)), of.first().copied());
            prop_assert_eq!(Some(shown(&heights.least, column)), of.iter().min().copied());
            prop_assert_eq!(Some(shown(&heights.most, column)), of.iter().max().copied());
            prop_assert_eq!(Some(shown(&heights.last, column)), of.last().copied());
        }
    }

    #[test]
    fn whoever_works_in_the_window_is_counted_and_named(
        built in any_built(), from in 0usize..1000, to in 0usize..1000, width in 1u32..40, day in 0u64..80, most in 0usize..60,
    ) {
        let (a, b) = window(&built, from, to);
        let columns = Columns::new(a as u64..b as u64, width);
        let log = WorkLog::with(&built.ledger, &built.rota);
        let found = elevation::at_work(&log, &built.outline, &columns, day, most);
        let worker = |&section: &usize| Worker {
            section: u32::try_from(section + 1).expect("small"),
            crew: u32::try_from(built.seen.crew_of[section]).expect("small"),
        };
        let mut expected: Vec<Worker> =
            built.at_work(day).iter().filter(|section| (a..b).contains(section)).map(worker).collect();
        expected.sort_unstable();
        let mut by_column = vec![0; columns.len()];
        for worker in &expected {
            by_column[columns.of(u64::from(worker.section - 1)).expect("in the window")] += 1;
        }
        prop_assert_eq!(found.crews, expected.len() as u64);
        prop_assert_eq!(found.by_column, by_column);
        prop_assert_eq!(found.each, if expected.len() > most { Vec::new() } else { expected });
    }

    #[test]
    fn every_profile_begins_in_its_column(
        built in any_built(), from in 0usize..1000, to in 0usize..1000, width in 1u32..40,
    ) {
        let (a, b) = window(&built, from, to);
        let columns = Columns::new(a as u64..b as u64, width);
        let mut begun = vec![0; columns.len()];
        for profile in 0..built.config.wall().profiles() {
            let first = built.config.wall().profile(profile).start as u64;
            columns.of(first).into_iter().for_each(|column| begun[column] += 1);
        }
        prop_assert_eq!(elevation::profiles_begun(&built.ledger, &columns), begun);
    }

    #[test]
    fn the_facts_of_every_section_are_those_of_the_slow_simulator(built in any_built(), day in 0u64..80) {
        let mut section = 0;
        for (profile, heights) in (1..).zip(built.config.wall().iter()) {
            for (position, &start) in (1..).zip(heights) {
                let facts = Facts::new(&built.ledger, &built.rota, section, Day::new(day)).expect("a section");
                prop_assert_eq!((facts.section as usize, facts.profile, facts.position), (section + 1, profile, position));
                let feet = u64::from(built.config.parameters().target_height() - start);
                prop_assert_eq!(facts.feet.get(), feet);
                prop_assert_eq!(facts.height.get(), built.height(section, day));
                prop_assert_eq!(facts.cost.get(), facts.ice.get() * 1900);
                prop_assert_eq!((facts.start.get(), facts.ice.get()), (u64::from(start), feet * 195));
                prop_assert_eq!(facts.days.map(|(first, last)| (first.get(), last.get())), built.days_of(section));
                prop_assert_eq!(facts.crew.map_or(0, u64::from), built.seen.crew_of[section]);
                section += 1;
            }
        }
        prop_assert_eq!(Facts::new(&built.ledger, &built.rota, section, Day::new(day)), None);
    }
}
