//! One pass over the list with so many crews: the finish day, the peak, the feet until a day.
//!
//! As in the schedule's ring, start days never decrease along the list, so counts of crews by the
//! day on which they are free next are all there is to know. Here a whole day is done at once: the
//! crews that are free take the next sections of the list together, and where those are many, the
//! list's tallies are added instead of the sections.
//!
//! Not here: few crews, start days of single sections, which no plan needs.

use super::few;
use super::list::List;
use crate::config::HEIGHT_MOST;

/// Days that the window holds: twice what the longest section can take, so that it moves seldom.
const SPAN: usize = 2 * (HEIGHT_MOST as usize + 1).next_power_of_two();

/// What one pass found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pace {
    /// The last day on which a foot is added.
    pub(super) finish: u64,
    /// The most feet on one day.
    pub(super) peak: u64,
    /// Feet until the end of the day asked for.
    pub(super) until: u64,
}

/// Crews by the day on which they are free next, from some day on. All zero between passes.
pub(super) struct Window {
    back: Box<[u32; SPAN]>,
    /// Feet by which the day before falls short of a full one.
    short: Box<[u64; SPAN]>,
}

impl Window {
    pub(super) fn new() -> Self {
        Self { back: Box::new([0; SPAN]), short: Box::new([0; SPAN]) }
    }

    /// Sends crews along the list.
    pub(super) fn pass(&mut self, list: &List, crews: u32, until: u64) -> Pace {
        few::pass(list, crews, until).unwrap_or_else(|| self.pass_many(list, crews, until))
    }

    fn pass_many(&mut self, list: &List, crews: u32, until: u64) -> Pace {
        let mut pace = Pace::default();
        let (mut next, mut free, mut at_work) = (0, crews as usize, 0u64);
        // Today's place in the window.
        let mut at = 0;
        loop {
            let taken = free.min(list.len() - next);
            self.start(list, next, taken, at);
            next += taken;
            at_work += taken as u64;
            if at_work == 0 {
                return pace;
            }
            let days = self.until_next(at);
            at += days;
            let back = std::mem::take(&mut self.back[at % SPAN]);
            let short = if list.short().is_empty() { 0 } else { std::mem::take(&mut self.short[at % SPAN]) };
            pace.add(list.rate * at_work, short, days as u64, until);
            at_work -= u64::from(back);
            free = back as usize;
            if at + list.longest >= SPAN {
                at = self.move_back(at);
            }
        }
    }

    /// Sections of the list start on the day at `at`.
    #[inline]
    fn start(&mut self, list: &List, from: usize, count: usize, at: usize) {
        if count < 2 * list.mark {
            return self.start_each(list.single(from, from + count), at);
        }
        let block = list.block(from, count);
        for single in block.single {
            self.start_each(single, at);
        }
        add_difference(self.back.get_mut(at + 1..), block.tally);
        add_difference(self.short.get_mut(at + 1..), block.short_tally);
    }

    #[inline]
    fn start_each(&mut self, (days, short): (&[u16], &[u16]), at: usize) {
        for &days in days {
            self.back[(at + usize::from(days)) % SPAN] += 1;
        }
        for (&days, &short) in days.iter().zip(short) {
            self.short[(at + usize::from(days)) % SPAN] += u64::from(short);
        }
    }

    /// Days until somebody is free; somebody is at work.
    #[inline]
    fn until_next(&self, at: usize) -> usize {
        let ahead = self.back.get(at + 1..).unwrap_or_default();
        ahead.iter().position(|&back| back != 0).map_or(1, |days| days + 1)
    }

    /// Brings the day at `at` to the front; its new place.
    #[cold]
    fn move_back(&mut self, at: usize) -> usize {
        let at = at % SPAN;
        self.back.copy_within(at.., 0);
        self.short.copy_within(at.., 0);
        self.back.iter_mut().skip(SPAN - at).for_each(|back| *back = 0);
        self.short.iter_mut().skip(SPAN - at).for_each(|short| *short = 0);
        0
    }
}

impl Pace {
    /// `days` more days of `full` feet each, but for the last, which is `short` of it; those up to the day `until`
    /// count towards it.
    #[inline]
    pub(super) fn add(&mut self, full: u64, short: u64, days: u64, until: u64) {
        let wanted = until.saturating_sub(self.finish);
        self.finish += days;
        self.peak = self.peak.max(if days > 1 { full } else { full - short });
        if wanted > 0 {
            self.until += full * days.min(wanted) - if wanted >= days { short } else { 0 };
        }
    }
}

/// Adds what the second row has more than the first.
#[inline]
fn add_difference<T>(sums: Option<&mut [T]>, [less, more]: [&[T]; 2])
where
    T: Copy + std::ops::AddAssign + std::ops::Sub<Output = T>,
{
    let rows = sums.unwrap_or_default().iter_mut().zip(less).zip(more);
    rows.for_each(|((sum, &less), &more)| *sum += more - less);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, Dispatch, Key, Parameters, Wall};
    use crate::planner::Planner;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn few_crews_are_passed_over_as_many_are(
            heights in prop::collection::vec(0u16..=60, 1..300),
            rate in 1u16..=7,
            crews in 1u32..600,
            until in 0u64..60,
        ) {
            let values = [(Key::TargetHeight, "60".to_owned()), (Key::BuildRate, rate.to_string())];
            let parameters = values.iter().try_fold(Parameters::default(), |set, (key, value)| set.with(*key, value));
            let ends = vec![u32::try_from(heights.len()).expect("few")];
            let wall = Wall::new(heights, ends).expect("one profile");
            let config = Config::new(parameters.expect("allowed"), wall).expect("no faults");
            let planner = Planner::new(&config, Dispatch::FileOrder);
            let few = few::pass(planner.list(), crews, until);
            if let Some(pace) = few {
                prop_assert_eq!(pace, Window::new().pass_many(planner.list(), crews, until));
            }
            prop_assert_eq!(few.is_some(), crews as usize <= 4 * planner.list().mark);
        }
    }
}
