//! One run: the wall is built once, and days are lost by chance.
//!
//! As in the schedule, a ring of "crews free on day d" is enough, long enough for a section that
//! loses far more days than is likely. The curve of a run is what all crews could have built,
//! less what is missing: days lost, last days that are short, crews without a section.
//!
//! Not here: what many runs amount to (the outcome).

use super::gaps::{Ahead, Gaps};
use crate::planner::Planner;

/// Columns of a run's curve at the most; an even number.
pub(super) const COLUMNS: usize = 128;

/// Runs one after another: their finish days and, of those that make bands, their curves.
#[derive(Clone, Debug, Default)]
pub(super) struct Piece {
    /// The last day of each run.
    pub(super) finishes: Vec<u64>,
    /// For each curve: a column stands for 2^shift days.
    pub(super) shifts: Vec<u32>,
    /// Feet until the end of each column, curve after curve, each up to its run's last day.
    pub(super) feet: Vec<u64>,
}

impl Piece {
    pub(super) fn append(&mut self, mut next: Self) {
        self.finishes.append(&mut next.finishes);
        self.shifts.append(&mut next.shifts);
        self.feet.append(&mut next.feet);
    }
}

/// A wall under way. Fit for another run after each.
pub(super) struct Course<'a> {
    days: &'a [u16],
    short: &'a [u16],
    rate: u64,
    crews: u32,
    gaps: &'a Gaps,
    /// Crews by the day on which they are free next; a power of two of days.
    back: Vec<u32>,
    /// The most days that one section may take.
    most: u64,
    missing: Missing,
    first_shift: u32,
}

/// Feet by column that are missing from what all crews together could have built.
struct Missing {
    feet: [u64; COLUMNS],
    shift: u32,
    /// The last day that is in a column.
    last: u64,
}

impl<'a> Course<'a> {
    pub(super) fn new(planner: &'a Planner, crews: u32, gaps: &'a Gaps, shift: u32) -> Self {
        let list = planner.list();
        let most = gaps.days_most(list.longest);
        Self {
            days: list.days(),
            short: list.short(),
            rate: list.rate,
            crews: crews.min(planner.workload().unfinished),
            gaps,
            back: vec![0; (most + 1).next_power_of_two()],
            most: most as u64,
            missing: Missing::new(shift),
            first_shift: shift,
        }
    }

    /// Builds the wall once and adds what came of it to a piece. Never inlined: a browser has fast code ready for
    /// the next call of a function, not for a loop that is under way.
    #[inline(never)]
    pub(super) fn run(&mut self, seed: u64, run: u32, with_curve: bool, piece: &mut Piece) {
        let mut gaps = Ahead::new(self.gaps, seed, run);
        if !with_curve {
            let (last_start, free) = self.place::<false>(&mut gaps);
            piece.finishes.push(self.tail::<false>(last_start, free));
            return;
        }
        self.missing = Missing::new(self.first_shift);
        let (last_start, free) = self.place::<true>(&mut gaps);
        let finish = self.tail::<true>(last_start, free);
        piece.finishes.push(finish);
        self.missing.fit(finish);
        piece.shifts.push(self.missing.shift);
        let a_day = u64::from(self.crews) * self.rate;
        piece.feet.extend(self.missing.curve(finish, a_day));
    }

    /// Sends every section of the list to the first crew that is free: the day of the last start,
    /// and the crews that are free on it.
    fn place<const CURVE: bool>(&mut self, gaps: &mut Ahead<'_>) -> (u64, u32) {
        let Self { days, short, rate, crews, most, .. } = *self;
        let (back, missing) = (self.back.as_mut_slice(), &mut self.missing);
        let mask = back.len() - 1;
        let (mut today, mut free) = (1u64, crews);
        let mut gap = gaps.next();
        let mut short = short.iter();
        for &days in days {
            while free == 0 {
                today += 1;
                free = back.get_mut(slot(today, mask)).map_or(1, std::mem::take);
            }
            free -= 1;
            let (mut left, mut day) = (u64::from(days), today);
            while gap < left {
                day += gap;
                left -= gap;
                if CURVE {
                    missing.add(day, rate);
                }
                day += 1;
                gap = gaps.next();
            }
            gap -= left;
            day = (day + left).min(today + most);
            if CURVE && let Some(&short) = short.next() {
                missing.add(day - 1, u64::from(short));
            }
            if let Some(back) = back.get_mut(slot(day, mask)) {
                *back += 1;
            }
        }
        (today, free)
    }

    /// The last day, with the crews that have no section any more.
    fn tail<const CURVE: bool>(&mut self, last_start: u64, free: u32) -> u64 {
        let mask = self.back.len() - 1;
        let (mut day, mut at_work) = (last_start, self.crews - free);
        while at_work > 0 {
            if CURVE {
                self.missing.add(day, u64::from(self.crews - at_work) * self.rate);
            }
            day += 1;
            at_work -= self.back.get_mut(slot(day, mask)).map_or(0, std::mem::take);
        }
        day - 1
    }
}

/// A day's place in the ring.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the mask keeps what is left far below 2^32")]
fn slot(day: u64, mask: usize) -> usize {
    day as usize & mask
}

impl Missing {
    fn new(shift: u32) -> Self {
        Self { feet: [0; COLUMNS], shift, last: (COLUMNS as u64) << shift }
    }

    #[inline]
    fn add(&mut self, day: u64, feet: u64) {
        self.fit(day);
        let column = (day - 1) >> self.shift;
        if let Some(sum) = usize::try_from(column).ok().and_then(|column| self.feet.get_mut(column)) {
            *sum += feet;
        }
    }

    /// Lets columns stand for more days until a day is among them.
    #[inline]
    fn fit(&mut self, day: u64) {
        while day > self.last {
            self.widen();
        }
    }

    #[cold]
    fn widen(&mut self) {
        let mut wide = [0; COLUMNS];
        for (column, pair) in wide.iter_mut().zip(self.feet.chunks(2)) {
            *column = pair.iter().sum();
        }
        *self = Self { feet: wide, ..Self::new(self.shift + 1) };
    }

    /// Feet until the end of each column, the last one's end the last day.
    fn curve(&self, finish: u64, a_day: u64) -> impl Iterator<Item = u64> + '_ {
        let columns = finish.div_ceil(1 << self.shift);
        let mut missing = 0;
        (1..=columns).zip(&self.feet).map(move |(column, feet)| {
            missing += feet;
            (a_day * finish.min(column << self.shift)).saturating_sub(missing)
        })
    }
}
