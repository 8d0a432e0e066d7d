//! The work log under filters: what a filter lets through is what is left of all lines, any line is
//! found by its number, and a log of 300 million lines is no slower to read than a short one.

use icewall_core::config::{Config, Key};
use icewall_core::control::{CancelToken, Unwatched};
use icewall_core::log::{Cursor, Event, Events, Filter, Line, Scan, Search, Selection, Walk, WorkLog};
use icewall_suite::{even_wall, heights, parameters, simulate};
use proptest::prelude::*;

use crate::properties::{any_config, ledger};

/// What the filter says of a line, word by word.
fn lets_through(filter: &Filter, line: &Line) -> bool {
    let (site, wanted) = match line.event {
        Event::Added { site, .. } => (Some(site), filter.events.added),
        Event::Completed { site, .. } => (Some(site), filter.events.completed),
        Event::Relieved => (None, filter.events.relieved),
    };
    let section = site.map(|site| site.section);
    let profile = site.map(|site| site.profile);
    let among = |range: &Option<std::ops::RangeInclusive<u32>>, number: Option<u32>| {
        range.as_ref().is_none_or(|range| number.is_some_and(|number| range.contains(&number)))
    };
    wanted
        && among(&filter.crews, Some(line.crew))
        && among(&filter.sections, section)
        && among(&filter.profiles, profile)
        && filter.days.as_ref().is_none_or(|days| days.contains(&line.day.get()))
}

prop_compose! {
    fn some_of(most: u32)(first in 0..most, count in 0..most / 2, chosen in any::<bool>())
        -> Option<std::ops::RangeInclusive<u32>> {
        chosen.then_some(first..=first + count)
    }
}

prop_compose! {
    fn any_filter()(
        crews in some_of(30),
        sections in some_of(100),
        profiles in some_of(8),
        days in some_of(60),
        (added, completed, relieved) in any::<(bool, bool, bool)>(),
    ) -> Filter {
        let days = days.map(|days| u64::from(*days.start())..=u64::from(*days.end()));
        Filter { crews, sections, profiles, days, events: Events { added, completed, relieved } }
    }
}

/// Each line by its number, from both ends and in the middle, and where each day begins.
fn check(log: &WorkLog<'_>, filter: &Filter, all: &[Line]) {
    let left: Vec<Line> = all.iter().copied().filter(|line| lets_through(filter, line)).collect();
    let mut selection = Selection::new(log, filter);
    assert_eq!(selection.len(), left.len() as u64, "{filter:?}");
    assert_eq!(selection.lines(log, 0, usize::MAX), left, "{filter:?}");
    for (index, line) in left.iter().enumerate().rev() {
        assert_eq!(selection.line(log, index as u64).as_ref(), Some(line));
    }
    assert_eq!(selection.line(log, left.len() as u64), None);
    for day in 0..=log.ledger().schedule().makespan() + 2 {
        let before = left.iter().filter(|line| line.day.get() < day).count();
        assert_eq!(selection.first_line_of(log, day), before as u64, "day {day}");
    }
    let mut before = 0;
    for line in all {
        assert_eq!(selection.lines_before(log, line), before, "{line}");
        before += u64::from(lets_through(filter, line));
    }
}

proptest! {
    #[test]
    fn what_a_filter_lets_through_is_what_is_left_of_all_lines(
        config in any_config(), filter in any_filter(),
    ) {
        let ledger = ledger(&config);
        let log = WorkLog::new(&ledger);
        check(&log, &filter, &log.lines(0, usize::MAX));
    }

    #[test]
    fn each_single_filter_is_exact(config in any_config(), number in 0u32..40) {
        let ledger = ledger(&config);
        let log = WorkLog::new(&ledger);
        let all = log.lines(0, usize::MAX);
        let one = Some(number..=number);
        let days = Some(u64::from(number)..=u64::from(number));
        check(&log, &Filter { crews: one.clone(), ..Filter::default() }, &all);
        check(&log, &Filter { sections: one.clone(), ..Filter::default() }, &all);
        check(&log, &Filter { profiles: one, ..Filter::default() }, &all);
        check(&log, &Filter { days, ..Filter::default() }, &all);
        let events = Events { added: false, ..Events::default() };
        check(&log, &Filter { events, ..Filter::default() }, &all);
    }

    #[test]
    fn a_walk_reads_the_same_lines_in_steps_of_any_size(
        config in any_config(), from in 0u64..2000, passed in 0u64..50, step in 1usize..9,
    ) {
        let ledger = ledger(&config);
        let log = WorkLog::new(&ledger);
        let (from, mut walk) = (from.min(log.len()), Walk::new(&config));
        prop_assert_eq!(walk.len(), log.len());
        while !walk.go_to(&config, from / 2, step) {}
        let some = walk.lines(&config, from / 2, usize::try_from(passed).expect("few"));
        prop_assert_eq!(some, log.lines(from / 2, usize::try_from(passed).expect("few")));
        let from = from.max(walk.line());
        while !walk.go_to(&config, from, step) {}
        prop_assert_eq!(walk.line(), from);
        let rest: Vec<Line> = std::iter::from_fn(|| walk.next(&config)).collect();
        prop_assert_eq!(rest, log.lines(from, usize::MAX));
        prop_assert!(walk.go_to(&config, u64::MAX, 1) && walk.line() == log.len());
    }

    #[test]
    fn the_whole_selection_is_the_log(config in any_config(), from in 0u64..100) {
        let ledger = ledger(&config);
        let log = WorkLog::new(&ledger);
        let mut all = Selection::new(&log, &Filter::default());
        prop_assert_eq!(all.len(), log.len());
        let mut cursor = Cursor::new(&log, from);
        while let Some(line) = cursor.next(&log) {
            prop_assert_eq!(all.lines_before(&log, &line), cursor.line() - 1);
        }
        prop_assert_eq!(cursor.line(), log.len());
    }
}

/// Pages of a walk against the log, with few, some and many crews; each goes on from the last.
#[test]
fn pages_of_a_walk_are_those_of_the_log() {
    for (crews, target) in
        [("1", "1000"), ("3", "30"), ("64", "1000"), ("65", "30"), ("9000", "30"), ("12000", "1000")]
    {
        for dispatch in ["file_order", "longest_first", "shortest_first", "round_robin"] {
            let values = [(Key::NumTeams, crews), (Key::Dispatch, dispatch), (Key::TargetHeight, target)];
            let most = target.parse().expect("a height");
            let ledger = simulate(parameters(&values), even_wall(40, 500, heights(20_000, most, 3)));
            let log = WorkLog::new(&ledger);
            let mut walk = Walk::new(ledger.config());
            let end = log.len();
            for from in
                [0, 8_000, end / 5, end / 5 + 900, end / 2, end / 2 + 11_000, end - 12_000, end - 700, end]
            {
                let lines = walk.lines(ledger.config(), from, 900);
                assert_eq!(lines, log.lines(from, 900), "{crews} crews, {dispatch}, from {from}");
            }
        }
    }
}

/// A wall large enough for every kind of level: 60,000 sections, each filter against all lines.
fn check_large(crews: &str, dispatch: &str, most: u16) {
    let values = [(Key::NumTeams, crews), (Key::Dispatch, dispatch), (Key::BuildRate, "4")];
    let wall = even_wall(60, 1000, heights(60_000, most, 7));
    let ledger = simulate(parameters(&values), wall);
    let log = WorkLog::new(&ledger);
    let all = log.lines(0, usize::MAX);
    assert_eq!(all.len() as u64, log.len());
    assert!(all.is_sorted_by_key(|line| (line.day, line.crew)));
    let filters = [
        Filter::default(),
        Filter { profiles: Some(7..=30), ..Filter::default() },
        Filter { crews: Some(2..=20_000), ..Filter::default() },
        Filter { sections: Some(500..=40_000), crews: Some(1..=9), ..Filter::default() },
        Filter { days: Some(3..=5), profiles: Some(2..=60), ..Filter::default() },
    ];
    for filter in filters {
        let left: Vec<Line> = all.iter().copied().filter(|line| lets_through(&filter, line)).collect();
        let mut selection = Selection::new(&log, &filter);
        assert_eq!(selection.len(), left.len() as u64, "{filter:?}");
        // Far jumps to and fro, so that no piece is found because the one before was.
        for step in 0..200 {
            let index = step * 7_919_993 % left.len().max(1);
            assert_eq!(selection.line(&log, index as u64), left.get(index).copied(), "{filter:?} {index}");
        }
        let mut read = Cursor::within(selection, 0);
        assert!(left.iter().all(|line| read.next(&log) == Some(*line)), "{filter:?}");
        assert_eq!(read.next(&log), None);
    }
}

#[test]
fn a_large_log_with_a_crew_for_each_section() {
    check_large("", "file_order", 30);
}

#[test]
fn a_large_log_of_a_large_pool() {
    check_large("25000", "longest_first", 30);
}

#[test]
fn a_large_log_of_a_small_pool() {
    check_large("3", "round_robin", 30);
}

#[test]
fn a_large_log_of_crews_that_nobody_needs() {
    check_large("100000", "shortest_first", 25);
}

#[test]
fn a_selection_holds_little_of_300_million_lines() {
    let values = [(Key::MaxSectionCount, "10000000"), (Key::TargetHeight, "60")];
    let wall = even_wall(100, 100_000, heights(10_000_000, 60, 1));
    let config = Config::new(parameters(&values), wall).expect("a configuration");
    let ledger = ledger(&config);
    let log = WorkLog::new(&ledger);
    assert!(log.len() > 300_000_000);
    let mut all = Selection::new(&log, &Filter::default());
    let last = all.line(&log, log.len() - 1).expect("a line");
    assert_eq!(last.day.get(), 60);
    assert_eq!(all.lines_before(&log, &last), log.len() - 1);
    let middle = all.line(&log, 150_000_000).expect("a line");
    assert_eq!(all.lines_before(&log, &middle), 150_000_000);
    assert!(all.bytes() < 1 << 20, "{} bytes", all.bytes());
    assert!(log.rota().bytes() <= 8 * 10_000_000);
}

proptest! {
    #[test]
    fn a_scan_finds_every_line_with_the_words(config in any_config(), height in 1u64..40, crew in 1u32..9) {
        let ledger = ledger(&config);
        let log = WorkLog::new(&ledger);
        let search = Search::new(&format!("crew {crew} reach {height} feet"), None);
        let (crew, reach) = (format!("Crew-{crew} "), format!(" reach {height} feet "));
        let lines = log.lines(0, usize::MAX);
        let found = |line: &&Line| {
            let line = line.to_string();
            // A word is found wherever it stands: the height may be the number of a section.
            let words = || line.split(' ');
            line.starts_with(&crew) && ["reach", "feet", &height.to_string()].iter().all(|w| words().any(|v| v == *w))
        };
        let expected: Vec<Line> = lines.iter().filter(found).copied().collect();
        prop_assert!(lines.iter().filter(|line| line.to_string().contains(&reach) && line.to_string().starts_with(&crew)).all(|line| expected.contains(line)));
        let mut scan = Scan::new(&log, search, 0);
        let mut ahead = Vec::new();
        while let Some((_, line)) = scan.next(&log, &Unwatched).expect("nobody cancels") {
            ahead.push(line);
        }
        prop_assert_eq!(&ahead, &expected);
        let mut back = Vec::new();
        while let Some((_, line)) = scan.previous(&log, &Unwatched).expect("nobody cancels") {
            back.push(line);
        }
        back.reverse();
        prop_assert_eq!(&back, &expected);
    }
}

#[test]
fn a_scan_that_is_called_off_goes_on_where_it_was() {
    let wall = even_wall(2, 1000, heights(2000, 29, 4));
    let ledger = simulate(parameters(&[]), wall);
    let log = WorkLog::new(&ledger);
    let mut scan = Scan::new(&log, Search::new("day 29 nowhere", None), 0);
    let many = Scan::new(&log, Search::new("nowhere", None), 0);
    assert_eq!(scan.next(&log, &Unwatched), Ok(None));
    let token = CancelToken::default();
    token.cancel();
    let (mut scan, mut calls) = (many, 0);
    while scan.next(&log, &token).is_err() {
        calls += 1;
        assert_eq!(scan.at(), calls * 4096);
    }
    assert_eq!((calls, scan.at()), (log.len() / 4096, log.len()));
}
