//! How fast plans and risks are: the planner's part of the benchmark.

use std::process::Command;

use icewall_core::config::{Config, Dispatch, Key};
use icewall_core::control::Unwatched;
use icewall_core::planner::{Planner, Step};
use icewall_core::risk::{Outcome, Risk};
use icewall_suite::{even_wall, heights, parameters};

use super::figures::{Figures, best, in_pool, timed};

/// A wall in profiles of 2,000 sections, heights 0 to 30.
fn wall(sections: u32) -> Config {
    let profiles = sections.div_ceil(2000);
    let wall = even_wall(profiles, sections / profiles, heights(sections as usize, 30, 1));
    Config::new(parameters(&[(Key::NumTeams, "1")]), wall).expect("a configuration")
}

fn sum_of_days(steps: &[Step]) -> u64 {
    steps.iter().map(|step| step.finish.get()).sum()
}

/// Seconds for these counts with so many threads, and the sum of their finish days.
fn time_counts(planner: &Planner, counts: &[u32], threads: usize) -> (f64, u64) {
    let steps = || planner.steps(counts, &Unwatched).expect("nobody cancels");
    let (took, steps) = in_pool(threads, || timed(steps));
    (took.as_secs_f64(), sum_of_days(&steps))
}

/// Crew counts over one wall: the staircase, and many counts on many sections.
pub(crate) fn counts() -> Figures {
    let mut figures = Figures::new("crew counts, heights 0 to 30, file order");
    let config = wall(2000);
    let whole = |()| {
        let planner = Planner::new(&config, Dispatch::FileOrder);
        let counts = planner.first_counts(None);
        planner.steps(&counts, &Unwatched).expect("nobody cancels")
    };
    let (took, steps) = in_pool(1, || best(|| (), whole));
    assert_eq!((steps.len(), sum_of_days(&steps)), (1931, 278_071), "the result that is timed");
    let millis = took.as_secs_f64() * 1e3;
    figures.figure = millis;
    figures.row("whole staircase, 2,000 sections, one thread", millis, "ms", 20.0, true);
    let million = Planner::new(&wall(1_000_000), Dispatch::FileOrder);
    // With few crews nearly each section is a day of its own: the slowest counts there are.
    let few: Vec<u32> = (1..=200).collect();
    let ((one, first), (two, second)) = (time_counts(&million, &few, 1), time_counts(&million, &few, 2));
    assert_eq!((first, second), (88_177_635, 88_177_635), "the result that is timed");
    figures.row("1 to 200 crews × 1,000,000, a section and count", one * 1e9 / 2e8, "ns", 3.0, true);
    figures.row("the same with two threads, against one", one / two, "times", 1.8, false);
    // Many crews take a millisecond in all, too short for a second thread to be measured.
    let many: Vec<u32> = (1..=200).map(|i| i * 5000).collect();
    let (one, sum) = time_counts(&million, &many, 1);
    assert_eq!(sum, 21_438, "the result that is timed");
    figures.row("5,000 to 1,000,000 crews, the same", one * 1e9 / 2e8, "ns", 3.0, true);
    figures
}

/// 10,000 runs of 2,000 sections, 100 crews, one day in twenty lost.
pub(crate) fn risk() -> Figures {
    const RUNS: u32 = 10_000;
    let planner = Planner::new(&wall(2000), Dispatch::FileOrder);
    let time = |threads| {
        let run = |mut risk: Risk| {
            risk.run(RUNS, &Unwatched).expect("nobody cancels");
            risk.outcome().expect("some runs")
        };
        let (took, outcome) = in_pool(threads, || best(|| Risk::new(planner.clone(), 100, 50, 1), run));
        (took.as_secs_f64(), outcome)
    };
    let ((one, first), (two, second)) = (time(1), time(2));
    assert_eq!(first, second, "threads change nothing");
    let brief = |o: &Outcome| (o.earliest, o.finish.p10, o.finish.p50, o.finish.p90, o.latest);
    assert_eq!(brief(&first), (329, 331, 333, 335, 341), "the result that is timed");
    let mut figures = Figures::new("risk, 10,000 runs × 2,000 sections, 100 crews, 50 ‰, with bands");
    figures.figure = one * 1e9 / 2e7;
    figures.row("a section and run, one thread", figures.figure, "ns", 15.0, true);
    figures.row("two threads against one", one / two, "times", 1.8, false);
    figures
}

/// The same finish days in Python, where `ICEWALL_PYTHON` names one: 2,000 counts × 2,000 sections.
pub(crate) fn python() -> Figures {
    let mut figures = Figures::new("finish days for 2,000 crew counts × 2,000 sections, against Python");
    let Some(python) = std::env::var_os("ICEWALL_PYTHON") else {
        figures.say("no Python: not compared");
        return figures;
    };
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/../bench/python_baselines.py");
    let output = Command::new(python).args([script, "2000", "2000"]).output().expect("Python starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    let counts: Vec<u32> = (1..=2000).collect();
    let config = wall(2000);
    let steps = |()| {
        let planner = Planner::new(&config, Dispatch::FileOrder);
        planner.steps(&counts, &Unwatched).expect("nobody cancels")
    };
    let (took, steps) = in_pool(1, || best(|| (), steps));
    let own = took.as_secs_f64() * 1e9 / 4e6;
    figures.say(&format!("here {own:.2} ns a section and count"));
    for (name, bound) in [("numpy", 20.0), ("heapq", 30.0)] {
        let line = said.lines().find_map(|line| line.strip_prefix(name));
        let words: Vec<&str> = line.unwrap_or_default().split_whitespace().collect();
        let [nanoseconds, sum] = words.as_slice() else {
            figures.say(&format!("no {name}: not compared"));
            continue;
        };
        assert_eq!(sum.parse(), Ok(sum_of_days(&steps)), "the same finish days as {name}");
        let theirs: f64 = nanoseconds.parse().expect("nanoseconds");
        figures.row(&format!("as fast as {name} ({nanoseconds} ns)"), theirs / own, "times", bound, false);
    }
    figures
}
