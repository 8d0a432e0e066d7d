//! What many runs amount to: quantiles and histogram of the finish day, bands around the curve.
//!
//! Not here: the runs themselves (the course).

use super::course::{COLUMNS, Piece};
use super::ranks::at_ranks;
use crate::gather::in_order;

/// Bars of the histogram at the most.
const BARS: u64 = 60;

/// What came of some runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How many runs these figures are from.
    pub runs: u32,
    /// The finish day.
    pub finish: Quantiles,
    /// The earliest finish of all runs.
    pub earliest: u64,
    /// The latest finish of all runs.
    pub latest: u64,
    /// Runs by finish day.
    pub histogram: Histogram,
    /// Feet until each day.
    pub bands: Bands,
}

/// For each share of the runs the least figure that so many of them do not exceed (the nearest
/// rank).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quantiles {
    /// Of 10 % of the runs.
    pub p10: u64,
    /// Of half of them.
    pub p50: u64,
    /// Of 80 %.
    pub p80: u64,
    /// Of 90 %.
    pub p90: u64,
}

/// Runs by finish day, each bar for as many days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Histogram {
    /// The first day of the first bar.
    pub first: u64,
    /// Days of each bar.
    pub days_per_bar: u64,
    /// Runs by bar; the first and the last have some.
    pub runs: Vec<u32>,
}

/// Feet until the end of each column, over the first [`BAND_RUNS`](super::BAND_RUNS) runs. A run
/// that is finished stays at the total.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bands {
    /// Days of each column: column c ends on day (c + 1) × `days_per_column`.
    pub days_per_column: u64,
    /// By column.
    pub feet: Vec<Quantiles>,
}

impl Outcome {
    pub(super) fn new(piece: &Piece, feet: u64) -> Option<Self> {
        let finishes = &piece.finishes;
        let (&earliest, &latest) = (finishes.iter().min()?, finishes.iter().max()?);
        Some(Self {
            runs: u32::try_from(finishes.len()).unwrap_or(u32::MAX),
            finish: Quantiles::of(finishes),
            earliest,
            latest,
            histogram: Histogram::new(finishes, earliest, latest),
            bands: Bands::new(piece, feet),
        })
    }
}

impl Quantiles {
    fn of(figures: &[u64]) -> Self {
        let rank = |percent: usize| (percent * figures.len()).div_ceil(100).saturating_sub(1);
        let [p10, p50, p80, p90] = at_ranks(figures, [10, 50, 80, 90].map(rank));
        Self { p10, p50, p80, p90 }
    }
}

impl Histogram {
    fn new(finishes: &[u64], earliest: u64, latest: u64) -> Self {
        let days_per_bar = (latest - earliest + 1).div_ceil(BARS);
        let bar = |day: u64| usize::try_from((day - earliest) / days_per_bar).unwrap_or(0);
        let mut runs = vec![0; bar(latest) + 1];
        for &finish in finishes {
            if let Some(runs) = runs.get_mut(bar(finish)) {
                *runs += 1;
            }
        }
        Self { first: earliest, days_per_bar, runs }
    }
}

impl Bands {
    fn new(piece: &Piece, total: u64) -> Self {
        let shift = piece.shifts.iter().max().copied().unwrap_or(0);
        let finishes = piece.finishes.iter().zip(&piece.shifts);
        let latest = finishes.clone().map(|(&finish, _)| finish).max().unwrap_or(0);
        // Where each curve lies, and how many of its columns make one of the widest.
        let mut from = 0usize;
        let curves: Vec<(&[u64], u32)> = finishes
            .map(|(&finish, &own)| {
                let columns = usize::try_from(finish.div_ceil(1 << own)).unwrap_or(0);
                let curve = piece.feet.get(from..from + columns).unwrap_or_default();
                from += columns;
                (curve, shift - own)
            })
            .collect();
        let columns = usize::try_from(latest.div_ceil(1 << shift)).unwrap_or(0);
        let feet = in_order(columns, |column| {
            let at = |&(curve, more): &(&[u64], u32)| {
                curve.get(((column + 1) << more) - 1).copied().unwrap_or(total)
            };
            Quantiles::of(&curves.iter().map(at).collect::<Vec<u64>>())
        });
        Self { days_per_column: 1 << shift, feet }
    }
}

/// Columns for a plan that finishes on a day: half of all, since days that are lost come on top.
pub(super) fn first_shift(finish: u64) -> u32 {
    let columns = COLUMNS as u64 / 2;
    (0..64 - 8).find(|shift| finish <= columns << shift).unwrap_or(0)
}
