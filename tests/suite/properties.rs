//! The rules of the model as properties of random walls, against the slow simulator.

use icewall_core::config::{Config, Dispatch, Key, Parameters, Wall};
use icewall_core::ledger::{Ledger, Scope};
use icewall_core::log::WorkLog;
use icewall_core::series::Series;
use icewall_core::units::Day;
use icewall_suite::{parameters, simulate, slow};
use proptest::prelude::*;

/// Walls of up to 8 profiles of up to 24 sections, targets to 40, rates that leave short days.
fn any_wall() -> impl Strategy<Value = (u16, Wall)> {
    (1u16..=40).prop_flat_map(|target| {
        let profile = prop::collection::vec(0..=target, 1..24);
        let profiles = prop::collection::vec(profile, 1..8);
        profiles.prop_map(move |profiles| (target, Wall::from_profiles(&profiles).expect("a wall")))
    })
}

fn any_dispatch() -> impl Strategy<Value = Dispatch> {
    prop::sample::select(Dispatch::ALL.to_vec())
}

prop_compose! {
    pub(crate) fn any_config()(
        (target, wall) in any_wall(),
        rate in 1u16..=9,
        crews in prop::option::of(1u32..60),
        dispatch in any_dispatch(),
    ) -> Config {
        let values = [
            (Key::TargetHeight, target.to_string()),
            (Key::BuildRate, rate.to_string()),
            (Key::NumTeams, crews.map(|crews| crews.to_string()).unwrap_or_default()),
            (Key::Dispatch, dispatch.name().to_owned()),
        ];
        let values: Vec<(Key, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        Config::new(parameters(&values), wall).expect("a configuration")
    }
}

pub(crate) fn ledger(config: &Config) -> Ledger {
    simulate(config.parameters().clone(), config.wall().clone())
}

fn with(parameters: &Parameters, key: Key, value: &str) -> Parameters {
    parameters.clone().with(key, value).expect("a value")
}

fn feet_by_day(ledger: &Ledger, scope: Scope) -> Vec<u64> {
    (1..=ledger.schedule().makespan()).map(|day| ledger.feet_on(scope, Day::new(day)).get()).collect()
}

proptest! {
    #[test]
    fn every_day_of_every_profile_is_that_of_the_slow_simulator(config in any_config()) {
        let (ledger, seen) = (ledger(&config), slow::build(&config));
        prop_assert_eq!(ledger.schedule().makespan(), seen.makespan);
        prop_assert_eq!(u64::from(ledger.schedule().crews()), seen.crews);
        for (profile, feet) in seen.feet.iter().enumerate() {
            prop_assert_eq!(&feet_by_day(&ledger, Scope::Profile(profile)), feet);
        }
        let wall: Vec<u64> = (0..seen.feet[0].len()).map(|day| seen.feet.iter().map(|feet| feet[day]).sum()).collect();
        prop_assert_eq!(feet_by_day(&ledger, Scope::Wall), wall);
    }

    #[test]
    fn every_line_of_the_work_log_is_that_of_the_slow_simulator(config in any_config()) {
        let ledger = ledger(&config);
        let log = WorkLog::new(&ledger);
        let lines: Vec<String> = log.lines(0, usize::MAX).iter().map(ToString::to_string).collect();
        prop_assert_eq!(&lines, &slow::build(&config).log);
        prop_assert_eq!(log.len(), lines.len() as u64);
        for (index, line) in (0..).zip(&lines) {
            prop_assert_eq!(&log.line(index).expect("a line").to_string(), line);
        }
    }

    #[test]
    fn crews_at_work_are_those_of_the_slow_simulator(config in any_config()) {
        let (ledger, seen) = (ledger(&config), slow::build(&config));
        for (day, at_work) in (1..=seen.makespan).zip(&seen.at_work) {
            prop_assert_eq!(ledger.schedule().crews_at_work(Day::new(day)) as usize, at_work.len());
        }
    }

    #[test]
    fn each_day_the_first_k_unfinished_sections_grow(config in any_config(), k in 1u32..60) {
        // A rule of its own, and simpler than handing sections to crews: in file order, whoever
        // is not finished and stands among the first k of those grows.
        let parameters = with(config.parameters(), Key::Dispatch, "file_order");
        let parameters = with(&parameters, Key::NumTeams, &k.to_string());
        let ledger = simulate(parameters.clone(), config.wall().clone());
        let mut rest: Vec<u64> = config.wall().heights().iter()
            .map(|&height| u64::from(parameters.target_height() - height)).collect();
        let rate = u64::from(parameters.build_rate());
        let mut day = 0;
        while rest.iter().any(|&feet| feet > 0) {
            day += 1;
            let mut added = 0;
            for feet in rest.iter_mut().filter(|feet| **feet > 0).take(k as usize) {
                added += rate.min(*feet);
                *feet -= rate.min(*feet);
            }
            prop_assert_eq!(ledger.feet_on(Scope::Wall, Day::new(day)).get(), added, "day {}", day);
        }
        prop_assert_eq!(ledger.schedule().makespan(), day);
    }

    #[test]
    fn the_total_does_not_depend_on_the_crews(config in any_config(), k in 1u32..100) {
        let other = with(config.parameters(), Key::NumTeams, &k.to_string());
        let other = simulate(other, config.wall().clone());
        let ledger = ledger(&config);
        prop_assert_eq!(ledger.cost(), other.cost());
        prop_assert_eq!(ledger.cost_until(Scope::Wall, Day::new(1 << 53)), ledger.cost());
    }

    #[test]
    fn crews_for_every_section_are_as_good_as_one_each(config in any_config(), more in 0u32..50) {
        let one_each = simulate(with(config.parameters(), Key::NumTeams, ""), config.wall().clone());
        let k = one_each.schedule().crews().max(1) + more;
        let pool = simulate(with(config.parameters(), Key::NumTeams, &k.to_string()), config.wall().clone());
        for scope in (0..config.wall().profiles()).map(Scope::Profile).chain([Scope::Wall]) {
            prop_assert_eq!(feet_by_day(&one_each, scope), feet_by_day(&pool, scope));
        }
    }

    #[test]
    fn the_makespan_keeps_within_its_bounds(config in any_config()) {
        let ledger = ledger(&config);
        let schedule = ledger.schedule();
        let (work, crews) = (schedule.workload(), u64::from(schedule.crews()));
        prop_assert!(schedule.makespan() >= schedule.lower_bound());
        // Graham 1966: at most (2 − 1/k) times the bound; in whole numbers, work ÷ k and the rest
        // of the longest section.
        let longest = u64::from(work.longest);
        prop_assert!(schedule.makespan() * crews <= work.crew_days + longest * crews.saturating_sub(1));
        prop_assert_eq!(crews * schedule.makespan(), work.crew_days + schedule.idle_crew_days());
    }

    #[test]
    fn the_finish_day_alone_is_that_of_the_schedule(config in any_config()) {
        let alone = icewall_core::schedule::finish_day(config.parameters(), config.wall());
        prop_assert_eq!(alone, ledger(&config).schedule().makespan());
    }

    #[test]
    fn a_series_loses_no_peak_and_no_foot(config in any_config(), width in 1u32..40) {
        let ledger = ledger(&config);
        let series = Series::new(&ledger, width);
        let feet = feet_by_day(&ledger, Scope::Wall);
        prop_assert!(series.len() <= width as usize);
        let columns = feet.chunks(usize::try_from(series.days_per_column).expect("small"));
        prop_assert_eq!(columns.len(), series.len());
        let mut until = 0;
        for (column, days) in columns.enumerate() {
            until += days.iter().sum::<u64>();
            prop_assert_eq!(Some(series.feet[column]), days.iter().copied().max());
            prop_assert_eq!(Some(series.least[column]), days.iter().copied().min());
            prop_assert_eq!(series.until[column], until);
            let shown = usize::try_from(series.day[column]).expect("small");
            prop_assert_eq!(feet[shown - 1], series.feet[column]);
            prop_assert_eq!(series.column_of(Day::new(series.day[column])), Some(column));
        }
        prop_assert_eq!(ledger.peak().map(|run| run.feet), feet.iter().copied().max());
        for profile in 0..config.wall().profiles() {
            let feet = feet_by_day(&ledger, Scope::Profile(profile));
            let most = series.most(&ledger, profile..profile + 1);
            prop_assert_eq!(most.iter().max(), feet.iter().max());
            let shown: Vec<u64> = series.day.iter()
                .map(|&day| feet[usize::try_from(day).expect("small") - 1]).collect();
            prop_assert_eq!(series.on_shown_days(&ledger, profile), shown);
        }
    }

    #[test]
    fn some_days_have_the_columns_that_they_have_among_all(
        config in any_config(), width in 1u32..40, first in 0u64..60, days in 0u64..60,
    ) {
        let ledger = ledger(&config);
        let (last, makespan) = (first + days, ledger.schedule().makespan());
        let series = Series::of_days(&ledger, width, (first, last));
        let whole = first.max(1) > last.min(makespan);
        prop_assert_eq!(series.days, if whole { (1, makespan) } else { (first.max(1), last.min(makespan)) });
        let feet = feet_by_day(&ledger, Scope::Wall);
        let index = |day: u64| usize::try_from(day).expect("small");
        let seen = &feet[index(series.days.0 - 1)..index(series.days.1)];
        prop_assert!(series.len() <= width as usize);
        let columns = seen.chunks(index(series.days_per_column));
        prop_assert_eq!(columns.len(), series.len());
        let mut until = feet[..index(series.days.0 - 1)].iter().sum::<u64>();
        for (column, days) in columns.enumerate() {
            until += days.iter().sum::<u64>();
            prop_assert_eq!(Some(series.feet[column]), days.iter().copied().max());
            prop_assert_eq!(Some(series.least[column]), days.iter().copied().min());
            prop_assert_eq!(series.until[column], until);
            prop_assert_eq!(feet[index(series.day[column]) - 1], series.feet[column]);
        }
        for profile in 0..config.wall().profiles() {
            let feet = feet_by_day(&ledger, Scope::Profile(profile));
            let shown: Vec<u64> = series.day.iter().map(|&day| feet[index(day) - 1]).collect();
            prop_assert_eq!(series.on_shown_days(&ledger, profile), shown);
        }
    }

    #[test]
    fn profiles_too_large_to_sum_have_the_same_figures(seed in 1u32.., crews in 1u32..300, rate in 1u16..9) {
        // Above 256 sections a profile keeps steps; below it is summed. One wall cut both ways.
        let heights = icewall_suite::heights(1200, 30, seed);
        let values = [(Key::NumTeams, crews.to_string()), (Key::BuildRate, rate.to_string())];
        let values: Vec<(Key, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        let large = simulate(parameters(&values), icewall_suite::even_wall(2, 600, heights.clone()));
        let small = simulate(parameters(&values), icewall_suite::even_wall(12, 100, heights));
        for profile in 0..2 {
            let summed: Vec<u64> = (1..=small.schedule().makespan())
                .map(|day| (profile * 6..profile * 6 + 6)
                    .map(|p| small.feet_on(Scope::Profile(p), Day::new(day)).get()).sum())
                .collect();
            prop_assert_eq!(feet_by_day(&large, Scope::Profile(profile)), summed);
        }
    }
}
