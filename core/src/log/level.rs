//! How many lines stand where: the lines of some days, or of one day, shared out over stretches of
//! days or of crews. Levels upon levels lead to any line without looking at the others.

use std::ops::Range;

use super::filter::Sieve;
use super::stay::Stay;
use super::{Events, WorkLog};
use crate::gather::in_order;

/// Stretches of a level that is counted in a pass over stays.
const COUNTED: u64 = 4096;
/// Stretches of a level that is counted by formula: a few more levels, each of a few formulas.
const BY_FORMULA: u64 = 64;
/// Candidates that are counted as one piece of work.
const PIECE: usize = 1 << 20;

/// A place in the log: the day, and on it the crew.
pub(super) type Key = (u64, u32);

/// Lines by stretches of equal length.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) over: Over,
    /// A stretch is of 2^shift days or crews.
    shift: u32,
    /// Lines before each stretch, and at the end those of all.
    before: Vec<u64>,
}

/// What a level is shared out over.
#[derive(Clone, Debug)]
pub(super) enum Over {
    /// Days.
    Days(Range<u64>),
    /// Crews on one day.
    Crews(u64, Range<u32>),
}

impl Over {
    /// The keys that it spans.
    pub(super) fn keys(&self) -> Range<Key> {
        match self {
            Self::Days(days) => (days.start, 0)..(days.end, 0),
            Self::Crews(day, crews) => (*day, crews.start)..(*day, crews.end),
        }
    }
}

impl Level {
    /// Lines of a sieve by days.
    pub(super) fn of_days(log: &WorkLog<'_>, sieve: &Sieve, days: Range<u64>) -> Self {
        let shift =
            shift(days.end.saturating_sub(days.start), if sieve.whole { BY_FORMULA } else { COUNTED });
        let tally = Tally::new(days.clone(), shift);
        let before = if sieve.whole {
            let lines =
                |day| log.lines_before(day, sieve.events) - log.lines_before(days.start, sieve.events);
            (0..=tally.len()).map(|i| lines((days.start + (i << shift)).min(days.end))).collect()
        } else {
            let add = |tally: &mut Tally, stay| tally.add_days(log, sieve.events, &stay);
            let mut counted = count(log, sieve, &days, tally, add);
            if sieve.events.relieved && days.contains(&1) {
                counted.add(1, u64::from(unused(log, &sieve.crews)));
            }
            counted.before()
        };
        Self { over: Over::Days(days), shift, before }
    }

    /// Lines of a sieve on one day by crews.
    fn of_crews(log: &WorkLog<'_>, sieve: &Sieve, day: u64) -> Self {
        let crews = sieve.crews.clone();
        let shift = shift(crews.len() as u64, COUNTED);
        let mut tally = Tally::new(u64::from(crews.start)..u64::from(crews.end), shift);
        let mut counted = if log.rota.in_list_order() {
            let lines = in_list_order(log, sieve, day, shift);
            tally.lines.iter_mut().zip(lines).for_each(|(sum, lines)| *sum = lines);
            tally
        } else {
            count(log, sieve, &(day..day + 1), tally, |tally, stay| {
                tally.add(u64::from(stay.crew), lines_on(log, sieve.events, &stay, day));
            })
        };
        if sieve.events.relieved && day == 1 {
            for stretch in 0..counted.len() {
                let first = crews.start + u32::try_from(stretch << shift).unwrap_or(u32::MAX);
                let end = first.saturating_add(1 << shift).min(crews.end);
                counted.add(u64::from(first), u64::from(unused(log, &(first..end))));
            }
        }
        Self { over: Over::Crews(day, crews), shift, before: counted.before() }
    }

    /// One stretch in more detail; none where it has no more.
    pub(super) fn within(&self, log: &WorkLog<'_>, sieve: &Sieve, stretch: usize) -> Option<Self> {
        match self.stretches(stretch..stretch + 1) {
            Over::Days(days) if days.end - days.start > 1 => Some(Self::of_days(log, sieve, days)),
            Over::Days(days) => Some(Self::of_crews(log, sieve, days.start)),
            Over::Crews(..) => None,
        }
    }

    /// All lines.
    pub(super) fn lines(&self) -> u64 {
        self.before.last().copied().unwrap_or(0)
    }

    /// Lines before a stretch.
    pub(super) fn before(&self, stretch: usize) -> u64 {
        self.before.get(stretch).copied().unwrap_or_else(|| self.lines())
    }

    /// The stretch with a line.
    pub(super) fn with_line(&self, line: u64) -> usize {
        self.before.partition_point(|&before| before <= line).saturating_sub(1)
    }

    /// The stretch with a key, or the nearest one.
    pub(super) fn with_key(&self, key: Key) -> usize {
        let ahead = match &self.over {
            Over::Days(days) => key.0.saturating_sub(days.start),
            Over::Crews(_, crews) => u64::from(key.1.saturating_sub(crews.start)),
        };
        let last = self.before.len().saturating_sub(2);
        usize::try_from(ahead >> self.shift).unwrap_or(last).min(last)
    }

    /// The end of the stretches from one on that have so many lines together at most; one at least.
    pub(super) fn end_of(&self, stretch: usize, lines: u64) -> usize {
        let most = self.before(stretch) + lines;
        self.before.partition_point(|&before| before <= most).saturating_sub(1).max(stretch + 1)
    }

    /// What some stretches span.
    pub(super) fn stretches(&self, stretches: Range<usize>) -> Over {
        let (from, to) = ((stretches.start as u64) << self.shift, (stretches.end as u64) << self.shift);
        match &self.over {
            Over::Days(days) => Over::Days(days.start + from..(days.start + to).min(days.end)),
            Over::Crews(day, crews) => {
                let crew = |ahead: u64| crews.start.saturating_add(u32::try_from(ahead).unwrap_or(u32::MAX));
                Over::Crews(*day, crew(from)..crew(to).min(crews.end))
            }
        }
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(self.before.as_slice())
    }
}

/// The least shift with which `span` makes `most` stretches at most.
fn shift(span: u64, most: u64) -> u32 {
    span.div_ceil(most).max(1).next_power_of_two().trailing_zeros()
}

/// How many of some crews get no section at all.
fn unused(log: &WorkLog<'_>, crews: &Range<u32>) -> u32 {
    let unused = log.unused_crews();
    unused.end.min(crews.end).saturating_sub(unused.start.max(crews.start))
}

/// Lines that a stay gives a day on which it goes on.
fn lines_on(log: &WorkLog<'_>, events: Events, stay: &Stay, day: u64) -> u64 {
    let ends = stay.last == day;
    u64::from(events.added)
        + u64::from(events.completed && ends)
        + u64::from(events.relieved && ends && log.is_relieved_after(stay))
}

/// Lines on one day by stretches of 2^shift crews, where each section has a crew of its own: all begin
/// on day 1, so what a section adds follows from its height alone. Up to ten million are looked at
/// whenever a line of another day is asked for, so each takes no more than two look-ups.
fn in_list_order(log: &WorkLog<'_>, sieve: &Sieve, day: u64, shift: u32) -> Vec<u64> {
    let (schedule, heights) = (log.ledger.schedule(), log.ledger.config().wall().heights());
    let Events { added, completed, relieved } = sieve.events;
    let lines_of = |height: u16| {
        let days = u64::from(schedule.effort().days(height));
        u8::from(added && day <= days)
            + u8::from(completed && day == days)
            + u8::from(relieved && day == days)
    };
    let by_height: Vec<u8> = (0..=log.ledger.config().parameters().target_height()).map(lines_of).collect();
    let lines = |section: u32| {
        let height = heights.get(section as usize).map_or(0, |&height| usize::from(height));
        let chosen = u8::from(sieve.sections.contains(&section));
        u64::from(chosen * by_height.get(height).copied().unwrap_or(0))
    };
    let (first, places) = (sieve.crews.start.saturating_sub(1) as usize, log.rota.places());
    let end = places.min(first + sieve.crews.len());
    let per_piece = (PIECE >> shift).max(1) << shift;
    let pieces = in_order(end.saturating_sub(first).div_ceil(per_piece), |piece| {
        let start = first + piece * per_piece;
        let places = start..end.min(start + per_piece);
        let mut sums = vec![0; places.len().div_ceil(1 << shift)];
        log.rota.sections(log.ledger, places).map(lines).enumerate().for_each(|(place, lines)| {
            if let Some(sum) = sums.get_mut(place >> shift) {
                *sum += lines;
            }
        });
        sums
    });
    pieces.into_iter().flat_map(|lines: Vec<u64>| lines).collect()
}

/// Counts all stays of a sieve that touch some days, piece by piece.
fn count(
    log: &WorkLog<'_>,
    sieve: &Sieve,
    days: &Range<u64>,
    empty: Tally,
    add: impl Fn(&mut Tally, Stay) + Sync,
) -> Tally {
    let candidates = log.candidates(sieve, days);
    let pieces = in_order(candidates.len().div_ceil(PIECE), |piece| {
        let mut tally = empty.clone();
        log.visit(candidates.part(piece, PIECE), sieve, days, |stay| add(&mut tally, stay));
        tally
    });
    pieces.iter().fold(empty, Tally::plus)
}

/// Lines by stretch, being counted.
#[derive(Clone, Debug)]
struct Tally {
    span: Range<u64>,
    shift: u32,
    lines: Vec<u64>,
    /// How many more lines than the stretch before each day of a stretch has.
    change: Vec<i64>,
}

impl Tally {
    fn new(span: Range<u64>, shift: u32) -> Self {
        let len = span.end.saturating_sub(span.start).div_ceil(1 << shift);
        let len = usize::try_from(len).unwrap_or(0);
        Self { span, shift, lines: vec![0; len], change: vec![0; len] }
    }

    fn len(&self) -> u64 {
        self.lines.len() as u64
    }

    fn stretch(&self, at: u64) -> usize {
        usize::try_from(at.saturating_sub(self.span.start) >> self.shift).unwrap_or(usize::MAX)
    }

    fn add(&mut self, at: u64, lines: u64) {
        let stretch = self.stretch(at);
        if let Some(sum) = self.lines.get_mut(stretch) {
            *sum += lines;
        }
    }

    fn add_days(&mut self, log: &WorkLog<'_>, events: Events, stay: &Stay) {
        if events.added {
            let (first, last) = (stay.first.max(self.span.start), stay.last.min(self.span.end - 1));
            self.add_each(first, last);
        }
        if self.span.contains(&stay.last) && (events.completed || events.relieved) {
            self.add(stay.last, lines_on(log, Events { added: false, ..events }, stay, stay.last));
        }
    }

    /// A line on each day from `first` to `last`.
    fn add_each(&mut self, first: u64, last: u64) {
        let (a, b) = (self.stretch(first), self.stretch(last));
        if a == b {
            return self.add(first, last - first + 1);
        }
        let start = |stretch: usize| self.span.start + ((stretch as u64) << self.shift);
        let (after_a, start_b) = (start(a + 1), start(b));
        self.add(first, after_a - first);
        self.add(last, last - start_b + 1);
        for (stretch, change) in [(a + 1, 1), (b, -1)] {
            if let Some(sum) = self.change.get_mut(stretch) {
                *sum += change;
            }
        }
    }

    fn plus(mut self, other: &Self) -> Self {
        self.lines.iter_mut().zip(&other.lines).for_each(|(sum, lines)| *sum += lines);
        self.change.iter_mut().zip(&other.change).for_each(|(sum, change)| *sum += change);
        self
    }

    /// Lines before each stretch, and of all.
    fn before(&self) -> Vec<u64> {
        let (mut before, mut sum, mut each) = (vec![0], 0, 0);
        for (lines, change) in self.lines.iter().zip(&self.change) {
            each += change;
            sum += lines + (each.unsigned_abs() << self.shift);
            before.push(sum);
        }
        before
    }
}
