//! The crews of a pool by number: who is free on which day. Rule 5 of the model: crews that finish on the
//! same day choose in ascending number.
//!
//! Not here: which sections they are sent to, and in which order (the rota, the walk).

mod few;
mod marks;
mod roll;

use crate::schedule::ring::{Occupied, slot};
use crate::schedule::{Taken, Ticket, Workload};
use marks::Marks;
pub(super) use roll::{Roll, Turn};

/// Fewer crews are sorted by comparing them.
const FEW: usize = 8;

/// Crews by the day on which they are free next.
#[derive(Clone, Debug)]
pub(super) struct Pool {
    crews: u32,
    /// Whether none of them has left.
    is_complete: bool,
    day: u64,
    /// Who is, or was, free today: a few of them in ascending number, many in no order. On day 1 all are,
    /// and nobody is written down.
    back: Vec<Away>,
    /// Many of them in ascending number.
    today: Vec<u32>,
    /// How many of them have been sent.
    sent: usize,
    /// The days on which somebody is free; none where days without anybody are rare.
    occupied: Option<Occupied>,
    /// Who comes back later, by day as a ring, in no order.
    later: Vec<Vec<Away>>,
    marks: Marks,
}

/// A crew, and what it was sent to: in one number, so that crews are compared without a branch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Away(u64);

impl Away {
    #[inline]
    fn new(crew: u32, ticket: Ticket) -> Self {
        Self(u64::from(crew) << 32 | u64::from(ticket))
    }

    #[inline]
    fn crew(self) -> u32 {
        lower_bits(self.0 >> 32)
    }

    #[inline]
    fn ticket(self) -> Ticket {
        lower_bits(self.0)
    }
}

/// A crew at work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Post {
    pub(super) crew: u32,
    pub(super) ticket: Ticket,
    /// The lower bits of the day on which it is free: no section takes 2^32 days.
    pub(super) free_on: u32,
}

impl Pool {
    /// All crews free on day 1, for this work.
    pub(super) fn new(crews: u32, work: &Workload) -> Self {
        // A power of two, so that a day's place takes no division.
        let days = (usize::from(work.longest) + 1).next_power_of_two();
        let mut later = vec![Vec::new(); days];
        for days in 1..=work.longest {
            // Room for half as many again as come back from the first day: lists that grow are touched twice.
            let share =
                u64::from(crews) * u64::from(work.sections_of(days)) / u64::from(work.unfinished.max(1));
            let place = place(1 + u64::from(days), later.len());
            later[place].reserve(usize::try_from(share + share / 2).unwrap_or(0));
        }
        Self {
            crews,
            is_complete: true,
            day: 1,
            back: Vec::new(),
            today: Vec::new(),
            sent: 0,
            occupied: (crews < u32::from(work.longest) / 4).then(Occupied::default),
            later,
            marks: Marks::new(crews),
        }
    }

    /// How many crews there are.
    pub(super) fn crews(&self) -> u32 {
        self.crews
    }

    /// Today.
    pub(super) fn day(&self) -> u64 {
        self.day
    }

    /// How many crews are, or were, free today.
    #[inline]
    pub(super) fn frees(&self) -> usize {
        if self.day == 1 { self.crews as usize } else { self.back.len() }
    }

    /// How many of them were not sent.
    #[inline]
    pub(super) fn rest(&self) -> usize {
        self.frees() - self.sent
    }

    /// Sends the free crews in ascending number, each to what `take` gives it, until nobody is left today
    /// or nothing is given.
    #[inline]
    pub(super) fn send(&mut self, take: impl FnMut(u32) -> Option<Taken>) {
        if self.day == 1 || !self.today.is_empty() {
            return self.send_many(take);
        }
        let free = self.back.get(self.sent..).unwrap_or_default().iter().map(|away| away.crew());
        self.sent += send_each(free, self.day, self.occupied.as_mut(), &mut self.later, take);
    }

    /// [`Pool::send`] where many are free. Apart, so that the loop for days with a few stays small.
    #[inline(never)]
    fn send_many(&mut self, take: impl FnMut(u32) -> Option<Taken>) {
        let (day, occupied, later) = (self.day, self.occupied.as_mut(), &mut self.later);
        self.sent += if day == 1 {
            let first = u32::try_from(self.sent).unwrap_or(u32::MAX) + 1;
            send_each(first..=self.crews, day, occupied, later, take)
        } else {
            let free = self.today.get(self.sent..).unwrap_or_default();
            send_each(free.iter().copied(), day, occupied, later, take)
        };
    }

    /// Goes on to the next day on which somebody is free, and gives it; none where nobody comes back.
    /// Whoever is free today and was not sent leaves the pool. Where nobody is to be sent any more, those who
    /// are free then are put in no order.
    #[inline]
    pub(super) fn go_on(&mut self, sends: bool) -> Option<u64> {
        self.is_complete &= self.rest() == 0;
        let days = self.later.len();
        let next = match &mut self.occupied {
            Some(occupied) => occupied.take_next(self.day)?,
            None => (self.day + 1..).take(days).find(|&day| !self.later[place(day, days)].is_empty())?,
        };
        (self.day, self.sent) = (next, 0);
        self.back.clear();
        std::mem::swap(&mut self.back, &mut self.later[place(next, days)]);
        self.today.clear();
        if sends && self.back.len() >= FEW {
            self.sort_many();
        } else if sends {
            sort_few(&mut self.back);
        }
        Some(next)
    }

    #[inline(never)]
    fn sort_many(&mut self) {
        self.today.extend(self.back.iter().map(|away| away.crew()));
        self.marks.sort(&mut self.today);
    }

    /// Those who were at work yesterday, by the day on which they are free.
    fn at_work(&self) -> impl Iterator<Item = (u64, &[Away])> {
        let days = self.later.len();
        let later = (self.day + 1..).take(days).map(move |day| (day, &self.later[place(day, days)][..]));
        std::iter::once((self.day, &self.back[..])).chain(later)
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the lower bits are meant")]
pub(super) fn lower_bits(day: u64) -> u32 {
    day as u32
}

/// Sends crews in turn; tells how many.
#[inline]
fn send_each(
    crews: impl Iterator<Item = u32>,
    day: u64,
    mut occupied: Option<&mut Occupied>,
    later: &mut [Vec<Away>],
    mut take: impl FnMut(u32) -> Option<Taken>,
) -> usize {
    let mut sent = 0;
    for crew in crews {
        let Some((days, ticket)) = take(crew) else { break };
        let back = day + u64::from(days);
        if let Some(occupied) = &mut occupied {
            occupied.set(slot(back));
        }
        let place = place(back, later.len());
        later[place].push(Away::new(crew, ticket));
        sent += 1;
    }
    sent
}

/// Sorts a few crews by their number. A comparison too many costs less than a guess that goes wrong.
#[inline]
fn sort_few(crews: &mut [Away]) {
    for end in (1..crews.len()).rev() {
        for place in 0..end {
            let (one, other) = (crews[place], crews[place + 1]);
            (crews[place], crews[place + 1]) = (one.min(other), one.max(other));
        }
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
    use crate::config::{Key, Parameters, Wall};
    use crate::schedule::Effort;

    /// A section of each number of days up to the longest.
    pub(in crate::log) fn work(longest: u16) -> Workload {
        let parameters =
            Parameters::default().with(Key::TargetHeight, &longest.to_string()).expect("allowed");
        let wall = Wall::from_profiles(&[(0..longest).collect()]).expect("a wall");
        Workload::new(&Effort::new(&parameters), &wall)
    }

    /// Crews as a plain list of (day on which it is free, crew), always sorted.
    fn check(crews: u32, longest: u16) {
        let mut pool = Pool::new(crews, &work(longest));
        let mut plain: Vec<(u64, u32)> = (1..=crews).map(|crew| (1, crew)).collect();
        let mut seed = 1u32;
        let mut day = Some(1);
        while let Some(today) = day.filter(|&day| day < 400) {
            pool.send(|crew| {
                seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let days = u16::try_from(seed >> 16).expect("16 bits") % longest + 1;
                plain.sort_unstable();
                assert_eq!(plain[0], (today, crew));
                plain[0].0 += u64::from(days);
                Some((days, crew))
            });
            assert!(plain.iter().all(|&(free, _)| free > today), "nobody is left behind");
            day = pool.go_on(true);
            let mut posts: Vec<Post> = plain
                .iter()
                .map(|&(free, crew)| Post { crew, ticket: crew, free_on: lower_bits(free) })
                .collect();
            posts.sort_unstable_by_key(|post| post.crew);
            assert_eq!(pool.posts(1..=crews), posts);
            check_roll(&pool, &posts, pool.day());
        }
    }

    /// Who is at work by marks, against who is written down: all of them, and some in a row.
    fn check_roll(pool: &Pool, posts: &[Post], today: u64) {
        let roll = pool.roll();
        for (is_last, needed) in [(false, 0), (true, 0), (true, 2)] {
            let (mut turn, is_over) =
                (Turn::default(), |post: &Post| is_last && u64::from(post.free_on) == today);
            for post in posts {
                let lines =
                    1 + u64::from(is_over(post)) + u64::from(is_over(post) && turn.finished >= needed);
                (turn.lines..turn.lines + lines)
                    .for_each(|line| assert_eq!(roll.turn_of(line, is_last, needed), turn));
                let finished = turn.finished + usize::from(is_over(post));
                turn = Turn { index: turn.index + 1, finished, lines: turn.lines + lines };
            }
            assert_eq!(roll.turn_of(turn.lines, is_last, needed), turn, "the end of the day");
        }
        for (index, count) in [(0, 1), (posts.len() / 2, 3), (posts.len() - 1, 9)] {
            let (before, crews) = roll.crews_from(index, count);
            let some = pool.posts(crews);
            assert_eq!(some, posts[before..before + some.len()]);
            assert!(before <= index && before + some.len() >= posts.len().min(index + count));
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
        let mut pool = Pool::new(3, &work(5));
        let mut sections = [(2, 0)].into_iter();
        pool.send(|_| sections.next());
        assert_eq!(pool.rest(), 2);
        assert_eq!((pool.go_on(true), pool.frees(), pool.posts(1..=3).len()), (Some(3), 1, 1));
        assert_eq!(pool.go_on(true), None);
    }
}
