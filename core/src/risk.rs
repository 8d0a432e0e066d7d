//! What days that are lost do to a plan: the same wall built many times by chance.
//!
//! **Losing a day.** On each day on which a crew is at work it loses that day with a given
//! probability: it adds nothing, and its section takes one day longer. All crew-days are
//! independent. So a section of n days loses a number of days with the negative binomial
//! distribution, on any of its days but the last. The list, its order and the rules stay: a crew
//! takes the next section when it is free. `docs/planner.md` has the rest.
//!
//! The random numbers come from the seed, the run and the number of the draw alone, in whole
//! numbers: the same seed gives the same result with any number of threads, and in every build.
//!
//! Not here: plans without chance (the [`planner`](crate::planner)).

mod asked;
mod course;
mod gaps;
mod outcome;
mod ranks;

use std::ops::Range;

use crate::control::{Cancelled, Watch};
use crate::gather::in_order;
use crate::planner::Planner;
use crate::units::{Day, Fraction};

pub use asked::{RiskAsked, RiskField, TypedRisk};
use course::{Course, Piece};
use gaps::Gaps;
pub use outcome::{Bands, Histogram, Outcome, Quantiles};

/// The greatest probability, per mille, that a crew loses a day.
pub const PER_MILLE_MOST: u16 = 900;
/// The most runs of one risk.
pub const RUNS_MOST: u32 = 100_000;
/// So many runs, the first ones, make the bands around the curve.
pub const BAND_RUNS: u32 = 20_000;
/// Sections times runs between two looks at the watch.
const STRIDE: u32 = 1 << 22;
/// Pieces for the threads between two looks at the watch, each of at least one run.
const PIECES: u32 = 16;

/// A plan that is run by chance, as often as one likes.
#[derive(Clone, Debug)]
pub struct Risk {
    planner: Planner,
    crews: u32,
    seed: u64,
    gaps: Gaps,
    /// Columns of the curves stand for 2^shift days at first.
    shift: u32,
    runs: Piece,
}

impl Risk {
    /// The plan of so many crews (0 counts as 1), whose crews lose a day with `per_mille`
    /// thousandths probability, at most [`PER_MILLE_MOST`]. No run is done yet.
    pub fn new(planner: Planner, crews: u32, per_mille: u16, seed: u64) -> Self {
        let per_mille = per_mille.min(PER_MILLE_MOST);
        let shift = outcome::first_shift(planner.step(crews).finish.get());
        Self { planner, crews: crews.max(1), seed, gaps: Gaps::new(per_mille), shift, runs: Piece::default() }
    }

    /// Runs done.
    pub fn runs(&self) -> u32 {
        u32::try_from(self.runs.finishes.len()).unwrap_or(u32::MAX)
    }

    /// Does so many more runs, up to [`RUNS_MOST`] in all. With the feature `parallel` they share
    /// rayon's current pool. Whatever the steps in which runs are added, the result is the same.
    ///
    /// # Errors
    /// [`Cancelled`] when `watch` says so, which hears how many of the new runs are done; those
    /// count.
    pub fn run(&mut self, more: u32, watch: &dyn Watch) -> Result<(), Cancelled> {
        let (from, until) = (self.runs(), self.runs().saturating_add(more).min(RUNS_MOST));
        let at_once = STRIDE / self.planner.most_crews();
        let at_once = at_once.clamp(PIECES, 1 << 12);
        while self.runs() < until {
            let first = self.runs();
            let end = until.min(first + at_once);
            let each = (end - first).div_ceil(PIECES);
            let pieces = in_order((end - first).div_ceil(each) as usize, |index| {
                let first = first + u32::try_from(index).unwrap_or(0) * each;
                self.piece(first..end.min(first + each))
            });
            for piece in pieces {
                self.runs.append(piece);
            }
            watch.step(u64::from(end - from), u64::from(until - from))?;
        }
        Ok(())
    }

    /// The runs of these numbers.
    fn piece(&self, runs: Range<u32>) -> Piece {
        let mut course = Course::new(&self.planner, self.crews, &self.gaps, self.shift);
        let mut piece = Piece::default();
        for run in runs {
            course.run(self.seed, run, run < BAND_RUNS, &mut piece);
        }
        piece
    }

    /// In how many of the runs the wall was finished by the end of a day.
    pub fn met(&self, day: Day) -> Fraction {
        let met = self.runs.finishes.iter().filter(|&&finish| finish <= day.get()).count();
        Fraction { numerator: met as u64, denominator: u64::from(self.runs()) }
    }

    /// What came of the runs done so far; none before the first.
    pub fn outcome(&self) -> Option<Outcome> {
        Outcome::new(&self.runs, self.planner.workload().feet)
    }
}
