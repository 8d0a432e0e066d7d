//! The crews of a pool by number: who is free on which day. Rule 5 of the model: crews that finish on the
//! same day choose in ascending number.
//!
//! Not here: which sections they are sent to, and in which order (the rota, the walk).

use crate::schedule::ring::{Occupied, slot};

/// Crews by the day on which they are free next.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    day: u64,
    /// The crews free today in ascending number; so many of them have been sent.
    today: Vec<u32>,
    sent: usize,
    occupied: Occupied,
    /// The crews that come back later, by day as a ring, in no order.
    later: Vec<Vec<u32>>,
    marks: Marks,
}

impl Pool {
    /// All crews free on day 1; no section takes more than `longest` days.
    pub(super) fn new(crews: u32, longest: u16) -> Self {
        // A power of two, so that a day's place takes no division.
        let days = (usize::from(longest) + 1).next_power_of_two();
        Self {
            day: 1,
            today: (1..=crews).collect(),
            sent: 0,
            occupied: Occupied::default(),
            later: vec![Vec::new(); days],
            marks: Marks::new(crews),
        }
    }

    /// The crews that are, or were, free today, in ascending number.
    pub(super) fn today(&self) -> &[u32] {
        &self.today
    }

    /// How many of them were not sent.
    pub(super) fn rest(&self) -> usize {
        self.today.len() - self.sent
    }

    /// Sends the free crew of the lowest number to a section of so many days of work; none where nobody is
    /// left today.
    #[inline]
    pub(super) fn send(&mut self, days: u16) -> Option<u32> {
        let crew = *self.today.get(self.sent)?;
        self.sent += 1;
        let back = self.day + u64::from(days);
        self.occupied.set(slot(back));
        let place = place(back, self.later.len());
        self.later[place].push(crew);
        Some(crew)
    }

    /// Goes on to the next day on which somebody is free, and gives it; none where nobody comes back.
    /// Whoever is free today and was not sent leaves the pool.
    #[inline]
    pub(super) fn go_on(&mut self) -> Option<u64> {
        self.day = self.occupied.take_next(self.day)?;
        self.sent = 0;
        self.today.clear();
        let place = place(self.day, self.later.len());
        std::mem::swap(&mut self.today, &mut self.later[place]);
        self.marks.sort(&mut self.today);
        Some(self.day)
    }
}

/// A bit for each crew, and one for each word of those with a bit set. Between two days all are clear.
#[derive(Clone, Debug)]
struct Marks {
    crews: Vec<u64>,
    words: Vec<u64>,
}

/// So few crews are sorted by comparing them.
const FEW: usize = 16;

impl Marks {
    fn new(crews: u32) -> Self {
        let words = crews as usize / 64 + 1;
        Self { crews: vec![0; words], words: vec![0; words / 64 + 1] }
    }

    /// Sorts crews by their number: each leaves a mark, and the marks are read in order.
    #[inline]
    fn sort(&mut self, crews: &mut Vec<u32>) {
        if crews.len() < FEW {
            crews.sort_unstable();
            return;
        }
        for crew in crews.drain(..) {
            let word = crew / 64;
            if let (Some(marks), Some(words)) =
                (self.crews.get_mut(word as usize), self.words.get_mut(word as usize / 64))
            {
                *marks |= 1 << (crew % 64);
                *words |= 1 << (word % 64);
            }
        }
        for (first, words) in (0u32..).step_by(64).zip(&mut self.words) {
            each_bit(std::mem::take(words), |bit| {
                let word = first + bit;
                let marks = self.crews.get_mut(word as usize).map(std::mem::take).unwrap_or_default();
                each_bit(marks, |bit| crews.push(word * 64 + bit));
            });
        }
    }
}

#[inline]
fn each_bit(mut bits: u64, mut deed: impl FnMut(u32)) {
    while bits != 0 {
        deed(bits.trailing_zeros());
        bits &= bits - 1;
    }
}

/// A day's place among so many, a power of two.
#[inline]
#[expect(clippy::cast_possible_truncation, reason = "the remainder is below `days`")]
fn place(day: u64, days: usize) -> usize {
    day as usize & (days - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Crews as a plain list of (day on which it is free, crew), always sorted.
    fn check(crews: u32, longest: u16) {
        let mut pool = Pool::new(crews, longest);
        let mut plain: Vec<(u64, u32)> = (1..=crews).map(|crew| (1, crew)).collect();
        let mut seed = 1u32;
        let mut day = Some(1);
        while let Some(today) = day.filter(|&day| day < 400) {
            loop {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let days = u16::try_from(seed >> 16).expect("16 bits") % longest + 1;
                let Some(crew) = pool.send(days) else { break };
                plain.sort_unstable();
                assert_eq!(plain[0], (today, crew));
                plain[0].0 += u64::from(days);
            }
            assert!(plain.iter().all(|&(free, _)| free > today), "nobody is left behind");
            day = pool.go_on();
        }
    }

    #[test]
    fn crews_come_back_in_ascending_number() {
        for (crews, longest) in [(1, 1), (1, 1000), (7, 30), (200, 30), (65, 1000)] {
            check(crews, longest);
        }
    }

    #[test]
    fn who_is_not_sent_leaves() {
        let mut pool = Pool::new(3, 5);
        assert_eq!(pool.send(2), Some(1));
        assert_eq!((pool.go_on(), pool.today()), (Some(3), &[1][..]));
        assert_eq!(pool.go_on(), None);
    }
}
