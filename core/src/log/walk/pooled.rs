//! A walk along the log of crews that take one section after the other.
//!
//! It follows them from one day on which somebody is free to the next. On every day between two such days
//! the same crews are at work, so whole days are passed over by formula. While days are passed, only the
//! pool knows who is where; it is written down by crew for the lines that are told.

use std::ops::Range;

use super::super::pool::{Pool, Post, lower_bits};
use super::super::{Kind, Mark};
use crate::config::{Config, Wall};
use crate::gather::STRETCH;
use crate::schedule::{Effort, Queue, Taken, Ticket, Workload};

#[derive(Clone, Debug)]
pub(super) struct Pooled {
    /// The unfinished sections that are left, and some of them that come next: how many of these nobody
    /// takes any more.
    queue: Queue,
    next: Vec<Taken>,
    taken: usize,
    names: Names,
    crews: Crews,
    place: Place,
}

/// The crews on the days that the walk is at.
#[derive(Clone, Debug)]
struct Crews {
    pool: Pool,
    /// How many unfinished sections nobody has taken yet.
    left: u32,
    /// The day on which the pool's crews of today are free; none where nobody comes back.
    free_on: Option<u64>,
    /// Who is at work, in ascending number of the crews; empty while days are passed.
    posts: Vec<Post>,
    /// Days with the same crews at work, how many these are, and the numbers (from 0) of their lines.
    days: Range<u64>,
    working: u64,
    lines: Range<u64>,
}

/// Which section a ticket is: itself, but for a list that is sorted by days. That list is written down
/// where it is asked about, from a ticket on.
#[derive(Clone, Debug, Default)]
struct Names {
    from: Ticket,
    list: Option<Vec<u32>>,
}

impl Names {
    fn section(&self, ticket: Ticket) -> u32 {
        let Some(list) = &self.list else { return ticket };
        list.get(ticket.wrapping_sub(self.from) as usize).copied().unwrap_or(u32::MAX)
    }
}

/// A line that was stepped over: its day, its kind and whose it is.
type Stepped = (u64, Kind, Post);

/// The next line.
#[derive(Clone, Copy, Debug)]
struct Place {
    /// Its number, and that of the first line of its day.
    line: u64,
    first: u64,
    day: u64,
    /// Which of the day's crews, and how many before it finish a section.
    index: usize,
    finished: usize,
    kind: Kind,
}

impl Place {
    fn at(line: u64, day: u64) -> Self {
        Self { line, first: line, day, index: 0, finished: 0, kind: Kind::Added }
    }
}

impl Pooled {
    pub(super) fn new(queue: Queue, work: &Workload, crews: u32) -> Self {
        let crews = Crews {
            pool: Pool::new(crews, work),
            left: work.unfinished,
            free_on: Some(1),
            posts: Vec::new(),
            days: 1..1,
            working: u64::from(crews),
            lines: 0..0,
        };
        Self { queue, next: Vec::new(), taken: 0, names: Names::default(), crews, place: Place::at(0, 1) }
    }

    pub(super) fn line(&self) -> u64 {
        self.place.line
    }

    pub(super) fn go_to(&mut self, config: &Config, effort: &Effort, line: u64, sections: usize) -> bool {
        if line > self.place.line && line >= self.crews.lines.end {
            self.crews.posts = Vec::new();
        }
        let mut left = sections;
        while line >= self.crews.lines.end && self.crews.free_on.is_some() {
            if left == 0 {
                return false;
            }
            left -= self.pass_some(config.wall(), effort, line, left.min(STRETCH));
            self.place = Place::at(self.crews.lines.start, self.crews.days.start);
        }
        // All days but the last have as many lines as crews.
        let (place, working) = (self.place, self.crews.working);
        let ahead = self.crews.days.end.saturating_sub(place.day + 1);
        let days = (line.saturating_sub(place.first) / working.max(1)).min(ahead);
        if days > 0 {
            self.place = Place::at(place.first + days * working, place.day + days);
        }
        self.skip_to(config, effort, line);
        true
    }

    /// Skips lines; most of a day's are those of crews that are skipped as a whole.
    fn skip_to(&mut self, config: &Config, effort: &Effort, line: u64) {
        while self.place.line < line && self.step(config, effort).is_some() {
            while self.place.kind == Kind::Added && self.skip_some(line) {}
        }
    }

    /// Skips some crews of the day, as far as their lines are before `line`; tells whether there may be more.
    #[inline(never)]
    fn skip_some(&mut self, line: u64) -> bool {
        let Self { place, crews, .. } = self;
        let some = crews.posts.get(place.index..).unwrap_or_default().iter().take(STRETCH);
        let (last, all) = (lower_bits(place.day + 1), some.len());
        for (skipped, post) in some.enumerate() {
            let finishes = post.free_on == last;
            let relieved = finishes && place.finished >= crews.left as usize;
            let end = place.line + 1 + u64::from(finishes) + u64::from(relieved);
            if end > line {
                place.index += skipped;
                return false;
            }
            place.line = end;
            place.finished += usize::from(finishes);
        }
        place.index += all;
        all > 0
    }

    /// The next line, and on how many days before its section was worked on.
    #[inline]
    pub(super) fn next(&mut self, config: &Config, effort: &Effort) -> Option<(Mark, u64)> {
        let stepped = self.step(config, effort)?;
        let heights = config.wall().heights();
        let ticket = stepped.2.ticket;
        if self.names.list.is_none() || ticket < self.names.from {
            let from = self.crews.posts.iter().map(|post| post.ticket).min().unwrap_or(ticket).min(ticket);
            self.names = Names { from, list: self.queue.listed(from, heights, effort) };
        }
        Some(marked(stepped, self.names.section(ticket), heights, effort))
    }

    /// The next lines, so many at the most.
    pub(super) fn lines(&mut self, config: &Config, effort: &Effort, count: usize) -> Vec<(Mark, u64)> {
        let heights = config.wall().heights();
        let stepped: Vec<Stepped> = std::iter::from_fn(|| self.step(config, effort)).take(count).collect();
        let mut tickets: Vec<Ticket> = stepped.iter().map(|(_, _, post)| post.ticket).collect();
        tickets.sort_unstable();
        tickets.dedup();
        let sections = self.queue.sections_of(tickets.clone(), heights, effort);
        let section = |post: &Post| tickets.binary_search(&post.ticket).ok().and_then(|at| sections.get(at));
        let marks = stepped
            .iter()
            .map(|&told| marked(told, section(&told.2).copied().unwrap_or(u32::MAX), heights, effort));
        marks.collect()
    }

    /// Steps over the next line.
    #[inline]
    fn step(&mut self, config: &Config, effort: &Effort) -> Option<Stepped> {
        loop {
            if self.place.line >= self.crews.lines.end {
                self.crews.free_on?;
                self.go_to(config, effort, self.crews.lines.end, usize::MAX);
                continue;
            }
            if self.crews.posts.is_empty() {
                self.crews.posts = self.crews.pool.posts();
            }
            if let Some(told) = self.told() {
                return Some(told);
            }
            self.place = Place::at(self.place.line, self.place.day + 1);
        }
    }

    /// The line at the place, which moves on; none at the end of the day.
    #[inline]
    fn told(&mut self) -> Option<Stepped> {
        let (place, crews) = (&mut self.place, &self.crews);
        let post = *crews.posts.get(place.index)?;
        let told = (place.day, place.kind, post);
        let finishes = post.free_on == lower_bits(place.day + 1);
        place.line += 1;
        // While sections are left the lowest numbers take them.
        place.kind = place.kind.next(finishes, place.finished >= crews.left as usize).unwrap_or_else(|| {
            place.index += 1;
            place.finished += usize::from(finishes);
            Kind::Added
        });
        Some(told)
    }

    /// Passes days until those with a line, or until so many sections were taken; tells how many were.
    fn pass_some(&mut self, wall: &Wall, effort: &Effort, line: u64, most: usize) -> usize {
        let mut passed = 0;
        while passed < most && line >= self.crews.lines.end && self.crews.free_on.is_some() {
            if self.taken == self.next.len() {
                self.next.clear();
                self.queue.take_some(wall, effort, &mut self.next);
                self.taken = 0;
            }
            let end = self.next.len().min(self.taken + most - passed);
            let next = self.next.get(self.taken..end).unwrap_or_default();
            let taken = self.crews.pass_days(next, line);
            self.taken += taken;
            passed += taken;
        }
        passed
    }
}

/// A line in full, and on how many days before its section was worked on.
fn marked((day, kind, post): Stepped, section: u32, heights: &[u16], effort: &Effort) -> (Mark, u64) {
    let days = heights.get(section as usize).map_or(0, |&height| effort.days(height));
    let left = u64::from(post.free_on.wrapping_sub(lower_bits(day)));
    (Mark { day, crew: post.crew, kind, section }, u64::from(days).saturating_sub(left))
}

impl Crews {
    /// Passes days until those with a line, or until all these sections are taken; tells how many were.
    #[inline(never)]
    fn pass_days(&mut self, sections: &[Taken], line: u64) -> usize {
        let mut sections = sections.iter();
        let all = sections.len();
        while line >= self.lines.end && self.free_on.is_some() {
            let (posts, day, before) = (&mut self.posts, self.days.end, sections.len());
            self.pool.send(|crew| {
                let &(days, ticket) = sections.next()?;
                if !posts.is_empty() {
                    replace(posts, Post { crew, ticket, free_on: lower_bits(day + u64::from(days)) });
                }
                Some((days, ticket))
            });
            self.left -= u32::try_from(before - sections.len()).unwrap_or(u32::MAX);
            if self.left > 0 && self.pool.rest() > 0 {
                break;
            }
            self.enter_next();
        }
        all - sections.len()
    }

    /// Enters the days until somebody is free again.
    #[inline]
    fn enter_next(&mut self) {
        let (day, gone) = (self.days.end, self.pool.rest());
        self.working -= gone as u64;
        if gone > 0 {
            self.posts.retain(|post| post.free_on != lower_bits(day));
        }
        self.free_on = self.pool.go_on(self.left > 0);
        self.days = day..self.free_on.unwrap_or(day);
        let finishing = if self.free_on.is_some() { self.pool.frees() as u64 } else { 0 };
        let relieved = finishing.saturating_sub(u64::from(self.left));
        let lines = (self.days.end - day) * self.working + finishing + relieved;
        self.lines = self.lines.end..self.lines.end + lines;
    }
}

/// Puts a post in the place of the same crew's last one.
#[inline(never)]
fn replace(posts: &mut [Post], post: Post) {
    let place = posts.partition_point(|before| before.crew < post.crew);
    if let Some(last) = posts.get_mut(place) {
        *last = post;
    }
}
