//! A few crews that are sent on section after section, where nobody asks who is where until many sections
//! are taken: all that one section waits for is the day on which the one before it sets somebody free.
//!
//! Not here: what of it is told (the walk).

use super::marks::each_bit;
use super::{Away, Occupied, Pool, lower_bits, place, slot};
use crate::config::HEIGHT_MOST;
use crate::schedule::{Taken, Ticket};

/// So many crews are few: a bit for each.
const MOST: u32 = u64::BITS;

/// A few crews by the day on which they are free next.
struct Few {
    today: u64,
    /// Who is free today and was not sent: a bit for each.
    free: u64,
    /// Who is free later, by day as a ring.
    later: Vec<u64>,
    days: Days,
    tickets: [Ticket; MOST as usize],
}

/// The days after today on which somebody is free, by words of 64. That of today is held apart: it is the only
/// thing for which the next section waits, so no memory is in between.
#[derive(Default)]
struct Days {
    /// Which word of all days is that of today, and those of its days that are ahead.
    word: u64,
    ahead: u64,
    /// A bit for each day of the words after it as a ring, and one for each word with such a day.
    words: [u64; WORDS],
    later: u16,
}

/// Words of a ring that is longer than any section takes.
const WORDS: usize = u16::BITS as usize;
const _: () = assert!(WORDS * 64 > HEIGHT_MOST as usize);

impl Days {
    /// Marks a day.
    #[inline]
    fn set(&mut self, day: u64) {
        let (word, bit) = (day / 64, day % 64);
        // Without a branch: where sections are short it is one word as often as another.
        let here = u64::from(word == self.word);
        let place = place(word, WORDS);
        self.ahead |= here << bit;
        self.words[place] |= (1 - here) << bit;
        self.later |= u16::from(here == 0) << place;
    }

    /// The next day that is marked, which is not marked any more; today where there is none.
    #[inline]
    fn take_next(&mut self, today: u64) -> u64 {
        if self.ahead == 0 {
            // In turn from the next one on.
            let words = self.later.rotate_right(lower_bits(self.word + 1) % u16::BITS);
            if words == 0 {
                return today;
            }
            self.word += 1 + u64::from(words.trailing_zeros());
            let place = place(self.word, WORDS);
            self.ahead = std::mem::take(&mut self.words[place]);
            self.later &= !(1 << place);
        }
        let day = self.word * 64 + u64::from(self.ahead.trailing_zeros());
        self.ahead &= self.ahead - 1;
        day
    }
}

impl Few {
    /// As [`Pool::send_on`], with `most` sections, and those that others need who are free on the same day.
    #[inline(never)]
    fn send_each(&mut self, sections: &[Taken], most: usize, until: u64) -> usize {
        let mut taken = 0;
        for &(days, ticket) in sections {
            if self.free == 0 {
                self.go_on();
                if self.today > until || taken >= most {
                    break;
                }
            }
            let crew = self.free.trailing_zeros();
            self.free &= self.free - 1;
            let back = self.today + u64::from(days);
            self.add(back, 1 << crew);
            self.tickets[crew as usize] = ticket;
            taken += 1;
        }
        if self.free == 0 {
            self.go_on();
        }
        taken
    }

    #[inline]
    fn go_on(&mut self) {
        self.today = self.days.take_next(self.today);
        let place = place(self.today, self.later.len());
        self.free = std::mem::take(&mut self.later[place]);
    }

    /// Adds crews that are free on a later day.
    #[inline]
    fn add(&mut self, day: u64, crews: u64) {
        let place = place(day, self.later.len());
        self.later[place] |= crews;
        self.days.set(day);
    }
}

impl Pool {
    /// Whether [`Pool::send_on`] can do anything.
    #[inline]
    pub(in crate::log) fn are_few(&self) -> bool {
        self.crews <= MOST
    }

    /// Sends the crews to sections in turn, as far as all these go and while it is sure that somebody is free
    /// again by `until`; tells how many were sent. After it nobody is sent yet on the day that the pool is
    /// at. It does nothing where there are more than a few crews, or some were sent today.
    pub(in crate::log) fn send_on(&mut self, sections: &[Taken], until: u64) -> usize {
        let until = until.saturating_sub(self.later.len() as u64);
        let others = self.crews as usize - 1;
        if !self.are_few() || self.sent > 0 || self.day > until || sections.len() <= others {
            return 0;
        }
        let mut few = self.few();
        // One who is free on the same day as the last that was sent must have a section, too.
        let taken = few.send_each(sections, sections.len() - others, until);
        self.put(&few);
        taken
    }

    /// All crews, where none has left.
    fn few(&mut self) -> Few {
        let mut tickets = [0; MOST as usize];
        let mut bits = |crews: &[Away]| {
            crews.iter().fold(0, |bits, away| {
                tickets[away.crew() as usize - 1] = away.ticket();
                bits | 1 << (away.crew() - 1)
            })
        };
        let days = self.later.len();
        let mut few = Few {
            today: self.day,
            free: if self.day == 1 { u64::MAX >> (MOST - self.crews) } else { bits(&self.back) },
            later: vec![0; days],
            days: Days { word: self.day / 64, ..Days::default() },
            tickets: [0; MOST as usize],
        };
        for day in (self.day + 1..).take(days) {
            let later = &mut self.later[place(day, days)];
            if !later.is_empty() {
                few.add(day, bits(later));
                later.clear();
            }
        }
        few.tickets = tickets;
        few
    }

    fn put(&mut self, few: &Few) {
        self.day = few.today;
        self.today.clear();
        self.back.clear();
        let away = |bit: u32| Away::new(bit + 1, few.tickets[bit as usize]);
        each_bit(few.free, |bit| self.back.push(away(bit)));
        let mut occupied = self.occupied.take().map(|_| Occupied::default());
        for day in (few.today + 1..).take(few.later.len()) {
            let place = place(day, few.later.len());
            each_bit(few.later[place], |bit| self.later[place].push(away(bit)));
            if let Some(occupied) = occupied.as_mut().filter(|_| few.later[place] != 0) {
                occupied.set(slot(day));
            }
        }
        self.occupied = occupied;
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::work;
    use super::*;

    /// Sends to all of some sections, day by day.
    fn send_slowly(pool: &mut Pool, sections: &[Taken]) {
        let mut sections = sections.iter();
        while sections.len() > 0 {
            pool.send(|_| sections.next().copied());
            assert_eq!(pool.rest(), 0, "whoever is free on the last day has a section");
            pool.go_on(true);
        }
    }

    /// Crews that are sent on, against the same that are sent day by day.
    fn check(crews: u32, longest: u16) {
        let mut seed = 1u32;
        let mut random = |below: u16| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            u16::try_from(seed >> 16).expect("16 bits") % below
        };
        let sections: Vec<Taken> = (0..6000).map(|ticket| (random(longest) + 1, ticket)).collect();
        let (mut quick, mut slow) = (Pool::new(crews, &work(longest)), Pool::new(crews, &work(longest)));
        let (mut taken, mut on) = (0, 0);
        while let Some(some) = sections.get(taken..taken + 300) {
            let until = quick.day + u64::from(random(20) * longest);
            let sent = quick.send_on(&some[..usize::from(random(300))], until);
            assert!(sent == 0 || quick.day <= until, "somebody is free again by then");
            send_slowly(&mut slow, &some[..sent]);
            (taken, on) = (taken + sent, on + sent);
            for _ in 0..2 {
                let state = |pool: &Pool| (pool.day, pool.frees(), pool.posts(1..=crews));
                assert_eq!(state(&quick), state(&slow));
                // Some more by hand: where one leaves off the other goes on.
                let day = &sections[taken..taken + quick.frees()];
                taken += day.len();
                send_slowly(&mut quick, day);
                send_slowly(&mut slow, day);
            }
        }
        assert!(on > 1000, "{crews} crews were sent on to {on} sections");
    }

    #[test]
    fn crews_that_are_sent_on_go_where_they_go_day_by_day() {
        for (crews, longest) in [(1, 1), (1, 1000), (2, 30), (7, 1000), (16, 63), (63, 64), (64, 1000)] {
            check(crews, longest);
        }
    }

    #[test]
    fn many_are_not_sent_on() {
        let mut pool = Pool::new(65, &work(30));
        assert_eq!(pool.send_on(&[(1, 0); 900], u64::MAX), 0);
    }
}
