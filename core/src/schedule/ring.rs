//! The ring of crews by the day on which they are free next.
//!
//! It spans one more day than the longest section can take, so whoever starts today comes back to
//! a day within it. Not here: which crew it is.

use crate::config::HEIGHT_MOST;

/// Days in the ring: a power of two, so that a masked day is always an index.
pub(crate) const DAYS: usize = (HEIGHT_MOST as usize + 1).next_power_of_two();

/// A day's place in a ring.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the remainder is below `DAYS`")]
pub(crate) fn slot(day: u64) -> usize {
    (day % DAYS as u64) as usize
}

/// A bit for each day of the ring on which somebody is free, and one for each word with such a day.
#[derive(Clone, Debug)]
pub(crate) struct Occupied {
    days: Box<[u64; WORDS]>,
    words: u16,
}

/// Words of 64 days.
const WORDS: usize = DAYS / 64;

impl Default for Occupied {
    fn default() -> Self {
        const { assert!(WORDS == u16::BITS as usize) };
        Self { days: Box::new([0; WORDS]), words: 0 }
    }
}

impl Occupied {
    /// Marks the day at a place.
    #[inline]
    pub(crate) fn set(&mut self, slot: usize) {
        let word = slot / 64 % WORDS;
        self.days[word] |= 1 << (slot % 64);
        self.words |= 1 << word;
    }

    /// Clears the mark of the next day after today that has one, and gives that day.
    #[inline]
    pub(crate) fn take_next(&mut self, today: u64) -> Option<u64> {
        let from = slot(today + 1);
        let mut word = from / 64;
        let mut ahead = self.days[word] >> (from % 64) << (from % 64);
        if ahead == 0 {
            // The words after it in turn, and at last its own days before `from`.
            let after = self.words >> word >> 1 | (self.words << (WORDS - 1 - word));
            if after == 0 {
                return None;
            }
            word = (word + 1 + after.trailing_zeros() as usize) % WORDS;
            ahead = self.days[word];
        }
        let bit = ahead.trailing_zeros() as usize;
        self.days[word] &= !(1 << bit);
        if self.days[word] == 0 {
            self.words &= !(1 << word);
        }
        Some(today + 1 + ((word * 64 + bit + DAYS - from) % DAYS) as u64)
    }
}

/// Crews by the day on which they are free, from tomorrow to the longest section's end, and those
/// who are free today.
pub(super) struct Ring {
    later: Box<[u32; DAYS]>,
    /// A bit for each day that somebody is free on; none where days without anybody are rare.
    occupied: Option<Occupied>,
    today: u64,
    free: u32,
}

impl Ring {
    /// All crews free on day 1.
    pub(super) fn new(longest: u16, crews: u32) -> Self {
        // With fewer crews than this, most days free nobody, and the bits leap over them.
        let sparse = crews < u32::from(longest) / 4;
        Self { later: Box::new([0; DAYS]), occupied: sparse.then(Occupied::default), today: 1, free: crews }
    }

    /// Sends a free crew to each section in turn, by its days of work; `started` hears the day on
    /// which it starts. A section of no days takes nobody.
    #[inline]
    pub(super) fn place(&mut self, sections: impl Iterator<Item = u16>, mut started: impl FnMut(u64)) {
        // In locals, not behind `self`: most sections in a row start on the same day, and a count
        // that goes through memory would make each wait for the one before.
        let (mut today, mut free) = (self.today, self.free);
        for days in sections {
            if days > 0 {
                while free == 0 {
                    today = self.next_occupied(today);
                    free = std::mem::take(&mut self.later[slot(today)]);
                }
                free -= 1;
                let back = slot(today + u64::from(days));
                self.later[back] += 1;
                if let Some(occupied) = &mut self.occupied {
                    occupied.set(back);
                }
            }
            started(today);
        }
        (self.today, self.free) = (today, free);
    }

    /// The day of the last start and, for it and each day after it, the crews still at work.
    pub(super) fn tail(&self, used: u32) -> (u64, Vec<u32>) {
        let mut at_work = used - self.free;
        let mut tail = Vec::new();
        for day in self.today + 1.. {
            if at_work == 0 {
                break;
            }
            tail.push(at_work);
            at_work -= self.later[slot(day)];
        }
        (self.today, tail)
    }

    /// The next day on which somebody may be free: exact with the bits, else tomorrow.
    #[inline]
    fn next_occupied(&mut self, today: u64) -> u64 {
        self.occupied.as_mut().and_then(|occupied| occupied.take_next(today)).unwrap_or(today + 1)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn marks_are_taken_in_the_order_of_their_days(
            steps in prop::collection::vec((1..=u64::from(HEIGHT_MOST), any::<bool>()), 1..200),
        ) {
            let (mut occupied, mut marked, mut today) = (Occupied::default(), BTreeSet::new(), 1);
            for (ahead, takes) in steps {
                occupied.set(slot(today + ahead));
                marked.insert(today + ahead);
                if takes && let Some(day) = marked.pop_first() {
                    prop_assert_eq!(occupied.take_next(today), Some(day));
                    today = day;
                }
            }
            for day in marked {
                prop_assert_eq!(occupied.take_next(today), Some(day));
                today = day;
            }
            prop_assert_eq!(occupied.take_next(today), None);
        }
    }
}
