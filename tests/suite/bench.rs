//! How fast the core is, natively: `cargo xtask bench native`.
//!
//! Every figure is the best of several runs, its result is asserted, and what must be reached
//! stands beside it. Where `ICEWALL_BENCH_OUT` names a file, the figures go there as JSON too, for
//! the comparison with the engine in a page.

#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

#[path = "bench/figures.rs"]
mod figures;
#[path = "bench/log.rs"]
mod log;
#[path = "bench/planner.rs"]
mod planner;
#[path = "bench/views.rs"]
mod views;

use std::fmt::Write as _;

use icewall_core::config::{Config, Key};
use icewall_core::control::Unwatched;
use icewall_core::input::{self, Base};
use icewall_core::ledger::Ledger;
use icewall_suite::{even_wall, heights, parameters};

use figures::{Figures, best, in_pool};

fn main() {
    let simulated = simulate();
    let read = read();
    let seen = [views::million(), views::ten_million(), log::one_each(), log::pool()];
    println!("{}{}", simulated.table, read.table);
    for figures in &seen {
        println!("{}", figures.table);
    }
    let planned = [planner::counts(), planner::risk(), planner::python()];
    for figures in &planned {
        println!("{}", figures.table);
    }
    if let Some(path) = std::env::var_os("ICEWALL_BENCH_OUT") {
        let [counts, risk, _] = planned.each_ref().map(|figures| figures.figure);
        let json = format!(
            "{{\"simulate_ms\":{},\"read_mb_s\":{},\"staircase_ms\":{counts},\"risk_ns\":{risk}}}\n",
            simulated.figure, read.figure
        );
        std::fs::write(path, json).expect("ICEWALL_BENCH_OUT names a file that can be written");
    }
    let later = seen.iter().chain(&planned).all(|figures| figures.reached);
    let reached = simulated.reached && read.reached && later;
    assert!(reached, "a figure misses what must be reached");
}

/// 500 profiles of 2,000 sections, heights 0 to 30, 1,000 crews: one thread.
fn simulate() -> Figures {
    const SECTIONS: u32 = 1_000_000;
    let config = Config::new(
        parameters(&[(Key::NumTeams, "1000")]),
        even_wall(500, SECTIONS / 500, heights(SECTIONS as usize, 30, 1)),
    )
    .expect("a configuration");
    let (took, ledger) = in_pool(1, || {
        best(|| config.clone(), |config| Ledger::new(config, &Unwatched).expect("nobody cancels"))
    });
    assert_eq!(ledger.schedule().makespan(), 15_020, "the result that is timed");
    let mut figures = Figures::new("schedule and ledger, 500 × 2,000 sections, 1,000 crews, one thread");
    figures.figure = took.as_secs_f64() * 1e3;
    figures.row("a section", took.as_secs_f64() * 1e9 / f64::from(SECTIONS), "ns", 5.0, true);
    let bytes = u32::try_from(ledger.bytes()).expect("a small ledger");
    figures.row("memory held by a section", f64::from(bytes) / f64::from(SECTIONS), "bytes", 16.0, true);
    figures
}

/// 10,000,000 heights as plain lines.
fn read() -> Figures {
    const SECTIONS: usize = 10_000_000;
    let text = heights(SECTIONS, 30, 1).chunks(2000).fold(String::new(), |mut text, line| {
        for height in line {
            write!(text, "{height} ").expect("a string");
        }
        text.push('\n');
        text
    });
    let time = |threads| {
        in_pool(threads, || {
            let read =
                |()| input::read(text.as_bytes(), &Base::default(), &Unwatched).expect("nobody cancels");
            let (took, reading) = best(|| (), read);
            assert_eq!(reading.config.expect("no faults").wall().heights().len(), SECTIONS);
            took.as_secs_f64()
        })
    };
    let (one, two) = (time(1), time(2));
    let megabytes = f64::from(u32::try_from(text.len()).expect("small")) / 1e6;
    let mut figures = Figures::new("reading 10,000,000 heights as plain lines");
    figures.figure = megabytes / one;
    figures.row("one thread", megabytes / one, "MB/s", 150.0, false);
    figures.row("two threads against one", one / two, "times", 1.6, false);
    figures
}
