//! A walk along the log of crews that take one section after the other.
//!
//! It follows them from one day on which somebody is free to the next. On every day between two such days
//! the same crews are at work, so whole days are passed over by formula.

use std::ops::Range;

use super::super::pool::Pool;
use super::super::{Kind, Mark};
use crate::config::Config;
use crate::gather::STRETCH;
use crate::schedule::{Effort, Workload};

#[derive(Clone, Debug)]
pub(super) struct Pooled {
    /// The sections in the order in which they are taken; none where that is the wall's own order.
    list: Option<Vec<u32>>,
    /// How many of them were looked at, and how many unfinished ones are left.
    looked_at: usize,
    left: u32,
    pool: Pool,
    /// The day on which the pool's crews of today are free; none where nobody comes back.
    free_on: Option<u64>,
    /// By crew from 1: where it works, or worked last.
    posts: Vec<Post>,
    workers: Workers,
    /// Days with the same crews at work, how many these are, and the numbers (from 0) of their lines.
    days: Range<u64>,
    working: u64,
    lines: Range<u64>,
    place: Place,
}

#[derive(Clone, Copy, Debug, Default)]
struct Post {
    section: u32,
    /// The lower bits of its first day there: no section takes 2^32 days.
    first: u32,
}

/// The crews at work on the days that the walk is at.
#[derive(Clone, Debug)]
enum Workers {
    /// All.
    All,
    /// Some; nobody asked yet which.
    Some,
    /// These, in ascending number.
    These(Vec<u32>),
}

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
    pub(super) fn new(list: Option<Vec<u32>>, work: &Workload, crews: u32) -> Self {
        Self {
            list,
            looked_at: 0,
            left: work.unfinished,
            pool: Pool::new(crews, work.longest),
            free_on: Some(1),
            posts: vec![Post::default(); crews as usize],
            workers: Workers::All,
            days: 1..1,
            working: u64::from(crews),
            lines: 0..0,
            place: Place::at(0, 1),
        }
    }

    pub(super) fn line(&self) -> u64 {
        self.place.line
    }

    pub(super) fn go_to(&mut self, config: &Config, effort: &Effort, line: u64, sections: usize) -> bool {
        let until = self.looked_at.saturating_add(sections);
        while line >= self.lines.end && self.free_on.is_some() {
            if self.looked_at >= until {
                return false;
            }
            self.pass_days(config, effort, line, until.min(self.looked_at + STRETCH));
            self.place = Place::at(self.lines.start, self.days.start);
        }
        // All days but the last have as many lines as crews.
        let place = self.place;
        let ahead = self.days.end.saturating_sub(place.day + 1);
        let days = (line.saturating_sub(place.first) / self.working.max(1)).min(ahead);
        if days > 0 {
            self.place = Place::at(place.first + days * self.working, place.day + days);
        }
        while self.place.line < line && self.next(config, effort).is_some() {}
        true
    }

    /// The next line, and on how many days before its section was worked on.
    #[inline]
    pub(super) fn next(&mut self, config: &Config, effort: &Effort) -> Option<(Mark, u64)> {
        loop {
            if self.place.line >= self.lines.end {
                self.free_on?;
                self.go_to(config, effort, self.lines.end, usize::MAX);
                continue;
            }
            if matches!(self.workers, Workers::Some) {
                self.workers = Workers::These(self.at_work(
                    config,
                    effort,
                    self.place.day,
                    1..=number(self.posts.len() - 1),
                ));
            }
            if let Some(told) = self.told() {
                return Some(told);
            }
            self.place = Place::at(self.place.line, self.place.day + 1);
        }
    }

    /// Passes days until those with a line, or until so many sections were looked at.
    #[inline(never)]
    fn pass_days(&mut self, config: &Config, effort: &Effort, line: u64, until: usize) {
        while line >= self.lines.end && self.looked_at < until && self.free_on.is_some() {
            if self.send(config.wall().heights(), effort, until) {
                self.enter_next(config, effort);
            }
        }
    }

    /// Sends the crews that are free to the next sections; tells whether nobody more can be sent, which
    /// takes another call where so many sections were looked at.
    #[inline]
    fn send(&mut self, heights: &[u16], effort: &Effort, until: usize) -> bool {
        while self.left > 0 {
            let section = match &self.list {
                Some(list) => list.get(self.looked_at).copied(),
                None => u32::try_from(self.looked_at).ok(),
            };
            let section = section.unwrap_or(u32::MAX);
            let days = heights.get(section as usize).map_or(0, |&height| effort.days(height));
            if days > 0 {
                let Some(crew) = self.pool.send(days) else { break };
                if let Some(post) = self.posts.get_mut(crew as usize - 1) {
                    *post = Post { section, first: lower_bits(self.days.end) };
                }
                self.left -= 1;
            }
            self.looked_at += 1;
            if self.looked_at >= until {
                return false;
            }
        }
        true
    }

    /// Enters the days until somebody is free again.
    #[inline]
    fn enter_next(&mut self, config: &Config, effort: &Effort) {
        let (day, gone) = (self.days.end, self.pool.rest());
        if gone > 0 {
            self.working -= gone as u64;
            self.workers = match std::mem::replace(&mut self.workers, Workers::Some) {
                Workers::These(crews) => Workers::These(self.at_work(config, effort, day, crews.into_iter())),
                Workers::All | Workers::Some => Workers::Some,
            };
        }
        self.free_on = self.pool.go_on();
        self.days = day..self.free_on.unwrap_or(day);
        let finishing = if self.free_on.is_some() { self.pool.today().len() as u64 } else { 0 };
        let relieved = finishing.saturating_sub(u64::from(self.left));
        let lines = (self.days.end - day) * self.working + finishing + relieved;
        self.lines = self.lines.end..self.lines.end + lines;
    }

    /// The line at the place, which moves on; none at the end of the day.
    #[inline]
    fn told(&mut self) -> Option<(Mark, u64)> {
        let place = &mut self.place;
        let crew = match &self.workers {
            Workers::These(crews) => crews.get(place.index).copied(),
            Workers::All | Workers::Some => (place.index < self.posts.len()).then(|| number(place.index)),
        }?;
        let post = self.posts.get(crew as usize - 1).copied().unwrap_or_default();
        let mark = Mark { day: place.day, crew, kind: place.kind, section: post.section };
        let finishes = place.day + 1 == self.days.end && self.pool.today().get(place.finished) == Some(&crew);
        place.line += 1;
        // While sections are left the lowest numbers take them.
        place.kind = place.kind.next(finishes, place.finished >= self.left as usize).unwrap_or_else(|| {
            place.index += 1;
            place.finished += usize::from(finishes);
            Kind::Added
        });
        Some((mark, post.days_before(mark.day)))
    }

    fn at_work(
        &self,
        config: &Config,
        effort: &Effort,
        day: u64,
        crews: impl Iterator<Item = u32>,
    ) -> Vec<u32> {
        let heights = config.wall().heights();
        let is_at_work = |&crew: &u32| {
            let post = self.posts.get(crew as usize - 1).copied().unwrap_or_default();
            let days = heights.get(post.section as usize).map_or(0, |&height| effort.days(height));
            post.days_before(day) < u64::from(days)
        };
        crews.filter(is_at_work).collect()
    }
}

impl Post {
    /// Days on which its crew worked there before a day.
    fn days_before(self, day: u64) -> u64 {
        u64::from(lower_bits(day).wrapping_sub(self.first))
    }
}

/// The number of the crew at an index.
fn number(index: usize) -> u32 {
    u32::try_from(index + 1).unwrap_or(u32::MAX)
}

#[expect(clippy::cast_possible_truncation, reason = "the lower bits are meant")]
fn lower_bits(day: u64) -> u32 {
    day as u32
}
