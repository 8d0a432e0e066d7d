//! Days that are lost: without chance the plan itself; the same for the same seed whatever the
//! threads; and against a slow simulation of every crew-day with dice of its own.

use icewall_core::config::{Config, Dispatch, Key};
use icewall_core::control::{CancelToken, Unwatched};
use icewall_core::planner::Planner;
use icewall_core::risk::{BAND_RUNS, Outcome, RUNS_MOST, Risk};
use icewall_core::units::{Day, Fraction};
use proptest::prelude::*;

use crate::planner::{all_slow, any_config, any_dispatch, long_wall};

fn risk(config: &Config, dispatch: Dispatch, crews: u32, per_mille: u16, runs: u32) -> Risk {
    let mut risk = Risk::new(Planner::new(config, dispatch), crews, per_mille, 42);
    risk.run(runs, &Unwatched).expect("nobody cancels");
    risk
}

fn outcome(risk: &Risk) -> Outcome {
    risk.outcome().expect("some runs")
}

/// Dice of the slow side: a linear congruence, which the core does not use.
struct Dice(u64);

impl Dice {
    fn loses(&mut self, per_mille: u16) -> bool {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % 1000 < u64::from(per_mille)
    }
}

/// Feet by day of one slow run in file order: every crew on every day either works or does not.
fn slow_run(config: &Config, crews: usize, per_mille: u16, dice: &mut Dice) -> Vec<u64> {
    let (target, rate) = (config.parameters().target_height(), config.parameters().build_rate());
    let mut waiting = config.wall().heights().iter().map(|&h| u64::from(target - h)).filter(|&rest| rest > 0);
    let mut on: Vec<u64> = waiting.by_ref().take(crews).collect();
    let mut feet = Vec::new();
    while !on.is_empty() {
        let mut today = 0;
        for rest in &mut on {
            if !dice.loses(per_mille) {
                let added = u64::from(rate).min(*rest);
                (*rest, today) = (*rest - added, today + added);
            }
        }
        feet.push(today);
        let done = on.iter().filter(|&&rest| rest == 0).count();
        on.retain(|&rest| rest > 0);
        on.extend(waiting.by_ref().take(done));
    }
    feet
}

/// The nearest-rank quantile of figures.
fn quantile(figures: &mut [u64], percent: usize) -> u64 {
    figures.sort_unstable();
    figures[(percent * figures.len()).div_ceil(100) - 1]
}

/// How many of the figures are at most this, as a share: where a quantile ought to lie.
fn share_up_to(figures: &[u64], figure: u64) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).expect("few"));
    count(figures.iter().filter(|&&f| f <= figure).count()) / count(figures.len())
}

#[test]
fn quantiles_and_bands_are_those_of_the_slow_simulation() {
    const RUNS: u32 = 4000;
    for (rate, crews, per_mille) in [("1", 7, 50), ("7", 12, 200), ("1", 1, 300), ("4", 500, 100)] {
        let config = long_wall(60, 30, rate, 11);
        let outcome = outcome(&risk(&config, Dispatch::FileOrder, crews, per_mille, RUNS));
        let mut dice = Dice(u64::from(crews));
        let slow: Vec<Vec<u64>> =
            (0..RUNS).map(|_| slow_run(&config, crews as usize, per_mille, &mut dice)).collect();
        let finishes: Vec<u64> = slow.iter().map(|feet| feet.len() as u64).collect();
        let near = |figures: &[u64], figure: u64, share: f64| {
            // A quantile of whole numbers: at least its share up to it, less before it.
            let slack = 0.03;
            assert!(share_up_to(figures, figure) >= share - slack, "{crews} crews: {figure} at {share}");
            assert!(figure == 0 || share_up_to(figures, figure - 1) <= share + slack, "{figure} at {share}");
        };
        let finish = outcome.finish;
        for (figure, share) in [(finish.p10, 0.1), (finish.p50, 0.5), (finish.p80, 0.8), (finish.p90, 0.9)] {
            near(&finishes, figure, share);
        }
        let days = usize::try_from(outcome.bands.days_per_column).expect("few");
        for (column, band) in outcome.bands.feet.iter().enumerate() {
            let until: Vec<u64> =
                slow.iter().map(|feet| feet.iter().take((column + 1) * days).sum()).collect();
            for (figure, share) in [(band.p10, 0.1), (band.p50, 0.5), (band.p80, 0.8), (band.p90, 0.9)] {
                near(&until, figure, share);
            }
        }
    }
}

#[test]
fn one_crew_loses_as_many_days_as_the_negative_binomial_says() {
    // 87 days of work of the example, each day lost with one chance in five: mean 87 × 1/4 and
    // variance 87 × 0.2 / 0.8² lost days.
    const RUNS: u32 = 40_000;
    let risk = risk(&Config::default(), Dispatch::FileOrder, 1, 200, RUNS);
    let met = |day: u64| {
        let met = risk.met(Day::new(day));
        assert_eq!(met.denominator, u64::from(RUNS));
        f64::from(u32::try_from(met.numerator).expect("few")) / f64::from(RUNS)
    };
    // P(lost ≤ n) from the probabilities themselves.
    let mut chance = 0.8f64.powi(87);
    let mut sum = chance;
    for lost in 1..60u32 {
        chance *= 0.2 * (86.0 + f64::from(lost)) / f64::from(lost);
        sum += chance;
        let found = met(87 + u64::from(lost));
        assert!((found - sum).abs() < 0.012, "{lost} days lost: {found} and not {sum}");
    }
    assert!(met(86) == 0.0 && met(10_000) > 0.999_999);
}

#[test]
fn more_runs_and_other_steps_are_the_same_runs() {
    let config = long_wall(200, 30, "1", 3);
    let at_once = risk(&config, Dispatch::RoundRobin, 9, 80, 700);
    let mut by_steps = Risk::new(Planner::new(&config, Dispatch::RoundRobin), 9, 80, 42);
    assert!(by_steps.outcome().is_none());
    for step in [1, 99, 300, 300] {
        by_steps.run(step, &Unwatched).expect("nobody cancels");
    }
    assert_eq!((by_steps.runs(), outcome(&by_steps)), (700, outcome(&at_once)));
    let mut other = Risk::new(Planner::new(&config, Dispatch::RoundRobin), 9, 80, 43);
    other.run(700, &Unwatched).expect("nobody cancels");
    assert_ne!(outcome(&other), outcome(&at_once), "another seed");
}

#[test]
fn the_figures_of_a_seed_are_the_same_for_ever() {
    // Written down once: another machine, build or number of threads must find the same.
    let outcome = outcome(&risk(&Config::default(), Dispatch::FileOrder, 4, 100, 1000));
    let finish = outcome.finish;
    let figures = (outcome.earliest, finish.p10, finish.p50, finish.p80, finish.p90, outcome.latest);
    assert_eq!(figures, (26, 27, 29, 31, 32, 35));
    assert_eq!(outcome.bands.days_per_column, 1);
}

#[cfg(feature = "parallel")]
#[test]
fn any_number_of_threads_gives_the_same() {
    let config = long_wall(300, 30, "7", 8);
    let with = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool");
        pool.install(|| outcome(&risk(&config, Dispatch::LongestFirst, 20, 60, 3000)))
    };
    assert_eq!(with(1), with(2));
    assert_eq!(with(1), with(5));
}

#[test]
fn bands_are_of_the_first_runs_and_runs_have_an_end() {
    let mut risk = Risk::new(Planner::new(&Config::default(), Dispatch::FileOrder), 4, 150, 1);
    risk.run(BAND_RUNS, &Unwatched).expect("nobody cancels");
    let first = outcome(&risk).bands;
    risk.run(u32::MAX, &Unwatched).expect("nobody cancels");
    assert_eq!((risk.runs(), outcome(&risk).bands), (RUNS_MOST, first));
    assert_eq!(outcome(&risk).histogram.runs.iter().sum::<u32>(), RUNS_MOST);
}

#[test]
fn runs_that_are_called_off_end_and_what_was_done_counts() {
    let token = CancelToken::default();
    token.cancel();
    let mut risk = Risk::new(Planner::new(&long_wall(2000, 30, "1", 1), Dispatch::FileOrder), 9, 50, 1);
    assert!(risk.run(100_000, &token).is_err());
    assert!(risk.runs() > 0 && risk.runs() < 100_000 && risk.outcome().is_some());
}

#[test]
fn days_of_a_thousand_feet_lost_nine_times_in_ten() {
    let outcome = outcome(&risk(&long_wall(50, 1000, "1", 2), Dispatch::FileOrder, 10, 900, 200));
    let plan = Planner::new(&long_wall(50, 1000, "1", 2), Dispatch::FileOrder).step(10).finish.get();
    assert!(outcome.finish.p50 > 8 * plan && outcome.finish.p50 < 12 * plan);
    assert_eq!(outcome.bands.feet.last().map(|band| band.p90), Some(feet(50, 1000, 2)));
}

fn feet(sections: usize, target: u16, seed: u32) -> u64 {
    icewall_suite::heights(sections, target, seed).iter().map(|&h| u64::from(target - h)).sum()
}

#[test]
fn a_wall_that_starts_finished_is_at_no_risk() {
    let wall = icewall_core::config::Wall::from_profiles(&[vec![30]]).expect("a wall");
    let config = crate::planner::config(&[(Key::NumTeams, "3")], wall);
    let outcome = outcome(&risk(&config, Dispatch::FileOrder, 3, 500, 1000));
    assert_eq!((outcome.finish.p90, outcome.latest, outcome.bands.feet.len()), (0, 0, 0));
}

proptest! {
    #[test]
    fn without_a_probability_every_run_is_the_plan(
        config in any_config(), dispatch in any_dispatch(), crews in 1u32..25,
    ) {
        let risk = risk(&config, dispatch, crews, 0, 40);
        let all = all_slow(&config, dispatch);
        let plan = &all[(crews as usize).min(all.len()) - 1];
        let outcome = outcome(&risk);
        let finish = outcome.finish;
        prop_assert_eq!([finish.p10, finish.p50, finish.p80, finish.p90, outcome.earliest, outcome.latest], [plan.finish; 6]);
        prop_assert_eq!(outcome.histogram.runs, vec![40]);
        prop_assert_eq!(outcome.bands.feet.len() as u64, plan.finish.div_ceil(outcome.bands.days_per_column));
        for (column, band) in (1..).zip(outcome.bands.feet) {
            let until = plan.until(column * outcome.bands.days_per_column);
            prop_assert_eq!([band.p10, band.p50, band.p80, band.p90], [until; 4]);
        }
        let all_met = Fraction { numerator: 40, denominator: 40 };
        prop_assert_eq!(risk.met(Day::new(plan.finish)), all_met);
        prop_assert_eq!(risk.met(Day::new(plan.finish.saturating_sub(1))).numerator, if plan.finish == 0 { 40 } else { 0 });
    }

    #[test]
    fn histogram_quantiles_and_chances_are_of_the_same_runs(seed in 1u32.., crews in 1u32..40) {
        let config = long_wall(80, 30, "2", seed);
        let risk = risk(&config, Dispatch::FileOrder, crews, 120, 500);
        let outcome = outcome(&risk);
        let finish = outcome.finish;
        let ranks = [outcome.earliest, finish.p10, finish.p50, finish.p80, finish.p90, outcome.latest];
        prop_assert!(ranks.is_sorted());
        prop_assert_eq!(outcome.histogram.runs.iter().sum::<u32>(), 500);
        for (figure, share) in [(finish.p10, 50), (finish.p50, 250), (finish.p80, 400), (finish.p90, 450)] {
            prop_assert!(risk.met(Day::new(figure)).numerator >= share);
            prop_assert!(risk.met(Day::new(figure - 1)).numerator < share);
        }
        let plan = Planner::new(&config, Dispatch::FileOrder).step(crews).finish.get();
        prop_assert!(outcome.earliest >= plan, "a day lost never helps");
        for bands in outcome.bands.feet.windows(2) {
            prop_assert!(bands[0].p10 <= bands[1].p10 && bands[0].p90 <= bands[1].p90);
        }
    }

    #[test]
    fn crew_counts_are_compared_with_equal_luck(seed in 1u32.., crews in 1u32..60, per_mille in 1u16..500) {
        // In each run every section loses as many days whoever builds it, so one crew more never
        // finishes later in any of them.
        let config = long_wall(70, 30, "2", seed);
        let [fewer, more] = [crews, crews + 1]
            .map(|crews| risk(&config, Dispatch::LongestFirst, crews, per_mille, 60));
        for day in 1..=outcome(&fewer).latest {
            prop_assert!(more.met(Day::new(day)).numerator >= fewer.met(Day::new(day)).numerator);
        }
        prop_assert!(outcome(&more).latest <= outcome(&fewer).latest);
    }

    #[test]
    fn the_bands_end_with_the_whole_wall(seed in 1u32.., per_mille in 0u16..900) {
        let config = long_wall(40, 30, "3", seed);
        let outcome = outcome(&risk(&config, Dispatch::FileOrder, 3, per_mille, 200));
        let total = feet(40, 30, seed);
        let last = outcome.bands.feet.last().expect("a column");
        prop_assert_eq!(last.p90, total);
        prop_assert!(outcome.bands.feet.len() <= 128);
        prop_assert!(outcome.bands.feet.len() as u64 * outcome.bands.days_per_column >= outcome.latest);
    }
}

#[test]
fn a_quantile_of_a_few_is_the_nearest_rank() {
    assert_eq!(quantile(&mut [5, 1, 4, 2, 3], 50), 3);
    let mut risk = Risk::new(Planner::new(&long_wall(60, 30, "1", 4), Dispatch::FileOrder), 5, 200, 9);
    let mut finishes = Vec::new();
    for run in 1..=7 {
        // A run more meets a day more where its finish lies.
        risk.run(1, &Unwatched).expect("nobody cancels");
        let day = (0..100_000).find(|&day| risk.met(Day::new(day)).numerator > met(&finishes, day));
        finishes.push(day.expect("a day"));
        let finish = outcome(&risk).finish;
        for (figure, percent) in [(finish.p10, 10), (finish.p50, 50), (finish.p80, 80), (finish.p90, 90)] {
            assert_eq!(figure, quantile(&mut finishes.clone(), percent), "{percent} % of {run} runs");
        }
    }
}

fn met(finishes: &[u64], day: u64) -> u64 {
    finishes.iter().filter(|&&finish| finish <= day).count() as u64
}
