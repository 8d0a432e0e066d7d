//! Crews against finish day.

use super::{all_slow, any_config, any_dispatch, config, long_wall};
use icewall_core::config::{Config, Dispatch, Key, Wall};
use icewall_core::control::{CancelToken, Unwatched};
use icewall_core::planner::{EVERY_COUNT, Planner, Step, cheapest, knee, useful};
use icewall_core::units::{CubicYards, Day, Fraction, GoldDragons};
use proptest::prelude::*;

fn staircase(planner: &Planner) -> Vec<Step> {
    planner.steps(&planner.first_counts(None), &Unwatched).expect("nobody cancels")
}

fn finishes(steps: &[Step]) -> Vec<(u32, u64)> {
    steps.iter().map(|step| (step.crews, step.finish.get())).collect()
}

#[test]
fn the_example() {
    let steps = staircase(&Planner::new(&Config::default(), Dispatch::FileOrder));
    let days: Vec<u64> = steps.iter().map(|step| step.finish.get()).collect();
    assert_eq!(days, [87, 48, 31, 26, 23, 21, 18, 15, 13]);
    assert_eq!(useful(&steps).iter().map(|step| step.crews).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6, 7, 8, 9]);
    let four = steps[3];
    assert_eq!((four.lower_bound, four.worked, four.idle), (Day::new(22), 87, 17));
    assert_eq!(
        (four.peak, four.utilisation().and_then(Fraction::permille)),
        (CubicYards::new(780), Some(837))
    );
    assert_eq!(four.wages, Some(GoldDragons::new(0)));
    assert_eq!(knee(&useful(&steps)).map(|step| step.crews), Some(3));
}

#[test]
fn with_equal_sections_a_crew_more_helps_only_where_a_round_is_saved() {
    let wall = Wall::from_profiles(&[vec![20; 12]]).expect("a wall");
    let steps = staircase(&Planner::new(&config(&[], wall), Dispatch::FileOrder));
    let expected = [(1, 120), (2, 60), (3, 40), (4, 30), (6, 20), (12, 10)];
    assert_eq!(finishes(&useful(&steps)), expected);
}

#[test]
fn a_wall_that_starts_finished_needs_no_day() {
    let wall = Wall::from_profiles(&[vec![30, 30]]).expect("a wall");
    let steps = staircase(&Planner::new(&config(&[], wall), Dispatch::LongestFirst));
    assert_eq!(finishes(&steps), [(1, 0)]);
    assert_eq!((steps[0].utilisation(), steps[0].idle, knee(&steps)), (None, 0, None));
}

#[test]
fn wages_that_no_configuration_may_total_are_none() {
    let values = [
        (Key::CrewWage, "1000000000"),
        (Key::VolumeIcePerFoot, "1"),
        (Key::CostPerVolume, "1"),
        (Key::NumTeams, "1"),
    ];
    let planner = Planner::new(&config(&values, Wall::default()), Dispatch::FileOrder);
    assert_eq!(planner.step(10_000_000).wages, None);
    assert_eq!(planner.step(2).wages, Some(GoldDragons::new(2 * 48 * 1_000_000_000)));
}

#[test]
fn a_computation_that_is_called_off_ends() {
    let token = CancelToken::default();
    token.cancel();
    let planner = Planner::new(&Config::default(), Dispatch::FileOrder);
    assert!(planner.steps(&[1, 2], &token).is_err());
}

#[test]
fn counts_of_a_large_wall_close_in_on_the_target() {
    let planner = Planner::new(&long_wall(EVERY_COUNT * 2, 30, "1", 1), Dispatch::FileOrder);
    let mut steps = planner.steps(&planner.first_counts(Some(777)), &Unwatched).expect("nobody cancels");
    assert!(steps.len() < 120 && [776, 777, 778].iter().all(|k| steps.iter().any(|step| step.crews == *k)));
    let target = Day::new(100);
    let fewest = planner.fewest_crews(target, &Unwatched).expect("nobody cancels").expect("it can be met");
    for _ in 0..12 {
        let counts = planner.next_counts(&steps, Some(target), 8);
        assert!(counts.iter().all(|k| steps.iter().all(|step| step.crews != *k)));
        steps.extend(planner.steps(&counts, &Unwatched).expect("nobody cancels"));
        steps.sort_by_key(|step| step.crews);
    }
    assert!(steps.iter().any(|step| step.crews == fewest && step.finish <= target));
    assert!(steps.iter().any(|step| step.crews == fewest - 1 && step.finish > target));
}

#[test]
fn in_the_end_nothing_is_left_to_find() {
    let planner = Planner::new(&long_wall(300, 30, "1", 5), Dispatch::FileOrder);
    let every = staircase(&planner);
    let mut steps = planner.steps(&[1, planner.most_crews()], &Unwatched).expect("nobody cancels");
    loop {
        let counts = planner.next_counts(&steps, None, 1000);
        if counts.is_empty() {
            break;
        }
        steps.extend(planner.steps(&counts, &Unwatched).expect("nobody cancels"));
        steps.sort_by_key(|step| step.crews);
    }
    assert_eq!(finishes(&useful(&steps)), finishes(&useful(&every)));
}

proptest! {
    #[test]
    fn every_step_is_that_of_the_slow_simulator(config in any_config(), dispatch in any_dispatch()) {
        let planner = Planner::new(&config, dispatch);
        let (steps, slow) = (staircase(&planner), all_slow(&config, dispatch));
        prop_assert_eq!(steps.len(), slow.len());
        let parameters = config.parameters();
        for (step, slow) in steps.iter().zip(&slow) {
            prop_assert_eq!((step.crews, step.finish.get()), (slow.crews, slow.finish));
            prop_assert_eq!(step.peak.get(), slow.peak() * parameters.ice_per_foot());
            prop_assert_eq!(step.worked, slow.crew_days);
            let crews = u64::from(step.crews);
            prop_assert_eq!(step.idle, crews * slow.finish - slow.crew_days);
            let a_day = parameters.crew_wage() * crews + parameters.overhead_per_day();
            prop_assert_eq!(step.wages, Some(GoldDragons::new(a_day * slow.finish)));
        }
        let least = steps.iter().map(|step| (step.wages, step.finish, step.crews)).min();
        prop_assert_eq!(cheapest(&steps).map(|step| (step.wages, step.finish, step.crews)), least);
    }

    #[test]
    fn with_more_crews_no_day_sees_less_built(config in any_config(), dispatch in any_dispatch()) {
        // So the finish never comes later either, and both can be searched by halves.
        for pair in all_slow(&config, dispatch).windows(2) {
            prop_assert!(pair[1].finish <= pair[0].finish);
            for day in 1..=pair[0].finish {
                prop_assert!(pair[1].until(day) >= pair[0].until(day), "day {}", day);
            }
        }
    }

    #[test]
    fn useful_counts_are_the_fewest_for_each_finish_day(config in any_config(), dispatch in any_dispatch()) {
        let steps = staircase(&Planner::new(&config, dispatch));
        let mut days: Vec<u64> = steps.iter().map(|step| step.finish.get()).collect();
        days.dedup();
        let fewest: Vec<(u32, u64)> = days.iter()
            .map(|&day| (steps.iter().find(|step| step.finish.get() == day).expect("a step").crews, day))
            .collect();
        prop_assert_eq!(finishes(&useful(&steps)), fewest);
    }

    #[test]
    fn long_walls_have_the_schedules_finish_days(
        seed in 1u32.., crews in 1u32..1700, target in 1u16..200, rate in 1u16..8, dispatch in any_dispatch(),
    ) {
        // Long enough for the tallies along the list, sections longer and shorter than 64 days.
        let config = long_wall(1500, target, &rate.to_string(), seed);
        let step = Planner::new(&config, dispatch).step(crews);
        let ledger = icewall_core::ledger::Ledger::new(super::with(&config, crews, dispatch), &Unwatched);
        let ledger = ledger.expect("nobody cancels");
        prop_assert_eq!(step.finish.get(), ledger.schedule().makespan());
        prop_assert_eq!(step.lower_bound.get(), ledger.schedule().lower_bound());
        prop_assert_eq!(step.idle, ledger.schedule().idle_crew_days());
        let peak = ledger.peak().map_or(0, |run| run.feet) * ledger.config().parameters().ice_per_foot();
        prop_assert_eq!(step.peak.get(), peak);
    }

    #[test]
    fn counts_at_once_are_counts_one_by_one(seed in 1u32.., rate in 1u16..8) {
        // With the feature `parallel` the left side runs on a pool.
        let planner = Planner::new(&long_wall(400, 50, &rate.to_string(), seed), Dispatch::FileOrder);
        let counts = planner.first_counts(None);
        let one_by_one: Vec<Step> = counts.iter().map(|&crews| planner.step(crews)).collect();
        prop_assert_eq!(planner.steps(&counts, &Unwatched).expect("nobody cancels"), one_by_one);
    }
}

#[test]
fn sections_of_a_thousand_days_move_the_window() {
    let config = long_wall(3000, 1000, "1", 9);
    let planner = Planner::new(&config, Dispatch::ShortestFirst);
    for crews in [1, 2, 3, 50, 2999] {
        let slow = icewall_core::ledger::Ledger::new(
            super::with(&config, crews, Dispatch::ShortestFirst),
            &Unwatched,
        );
        let makespan = slow.expect("nobody cancels").schedule().makespan();
        assert_eq!(planner.step(crews).finish.get(), makespan, "{crews} crews");
    }
}
