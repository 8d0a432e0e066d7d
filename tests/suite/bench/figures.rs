//! The tables of the benchmark, and the clock.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

const RUNS: usize = 15;

/// A table of what was measured.
pub(crate) struct Figures {
    pub(crate) table: String,
    /// The one figure that others are held against.
    pub(crate) figure: f64,
    pub(crate) reached: bool,
}

impl Figures {
    pub(crate) fn new(heading: &str) -> Self {
        Self { table: format!("{heading}\n"), figure: 0.0, reached: true }
    }

    pub(crate) fn row(&mut self, what: &str, value: f64, unit: &str, bound: f64, at_most: bool) {
        let reached = if at_most { value <= bound } else { value >= bound };
        let sign = if at_most { '≤' } else { '≥' };
        let verdict = if reached { "reached" } else { "MISSED" };
        writeln!(self.table, "  {what:<48} {value:>9.2} {unit:<12} {sign} {bound:<6} {verdict}")
            .expect("a string");
        self.reached &= reached;
    }

    /// A line without a bound.
    pub(crate) fn say(&mut self, what: &str) {
        writeln!(self.table, "  {what}").expect("a string");
    }

    /// A row of milliseconds, which must not be more than so many.
    pub(crate) fn ms(&mut self, what: &str, took: Duration, most: f64) {
        self.row(what, took.as_secs_f64() * 1e3, "ms", most, true);
    }
}

pub(crate) fn in_pool<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool").install(work)
}

/// The shortest of several runs, what each needs made outside the clock, and the last result.
pub(crate) fn best<I, T>(prepare: impl Fn() -> I, run: impl Fn(I) -> T) -> (Duration, T) {
    let once = || {
        let prepared = prepare();
        let start = Instant::now();
        let result = run(prepared);
        (start.elapsed(), result)
    };
    (1..RUNS).fold(once(), |(best, last), _| {
        drop(last);
        let (took, result) = once();
        (best.min(took), result)
    })
}

/// The shortest of three runs, for what takes long or is measured at many places, and the last
/// result.
pub(crate) fn timed<T>(mut run: impl FnMut() -> T) -> (Duration, T) {
    let mut once = || {
        let start = Instant::now();
        let result = run();
        (start.elapsed(), result)
    };
    (1..3).fold(once(), |(best, last), _| {
        drop(last);
        let (took, result) = once();
        (best.min(took), result)
    })
}
