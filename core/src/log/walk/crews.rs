//! The crews on the days that a walk is at: who is at work, and how many lines that makes. While days are
//! passed only the pool knows who is where; it is written down by crew for the lines that are told.
//!
//! Not here: the place among these lines.

use std::ops::Range;

use super::super::pool::{Pool, Post, Roll, Turn, lower_bits};
use crate::schedule::{Taken, Workload};

/// The crews on days with the same of them at work.
#[derive(Clone, Debug)]
pub(super) struct Crews {
    pool: Pool,
    /// How many unfinished sections nobody has taken yet.
    left: u32,
    /// The day on which the pool's crews of today are free; none where nobody comes back.
    free_on: Option<u64>,
    posts: Posts,
    roll: Option<Roll>,
    /// The days, how many crews are at work, and the numbers (from 0) of the lines.
    days: Range<u64>,
    working: u64,
    lines: Range<u64>,
}

/// Who is at work, in ascending number of the crews: all of them, or some in a row; nobody while days are
/// passed.
#[derive(Clone, Debug, Default)]
struct Posts {
    list: Vec<Post>,
    /// How many are before these.
    before: usize,
    are_all: bool,
}

/// All crews are written down for lines of as many of them as this part.
const PART: usize = 4;

impl Crews {
    pub(super) fn new(work: &Workload, crews: u32) -> Self {
        Self {
            pool: Pool::new(crews, work),
            left: work.unfinished,
            free_on: Some(1),
            posts: Posts::default(),
            roll: None,
            days: 1..1,
            working: u64::from(crews),
            lines: 0..0,
        }
    }

    /// Whether there are days after these.
    #[inline]
    pub(super) fn goes_on(&self) -> bool {
        self.free_on.is_some()
    }

    /// The days.
    pub(super) fn days(&self) -> Range<u64> {
        self.days.clone()
    }

    /// The numbers (from 0) of their lines.
    #[inline]
    pub(super) fn lines(&self) -> Range<u64> {
        self.lines.clone()
    }

    /// How many crews are at work.
    pub(super) fn working(&self) -> u64 {
        self.working
    }

    /// So many of those that finish on the last of the days are needed after it.
    #[inline]
    pub(super) fn needed(&self) -> usize {
        self.left as usize
    }

    /// Those who are written down.
    pub(super) fn posts(&self) -> &[Post] {
        &self.posts.list
    }

    /// Nobody is asked about before days are passed.
    pub(super) fn forget(&mut self) {
        self.posts = Posts::default();
    }

    /// The crew that has a line (from 0) of a day.
    pub(super) fn turn_of(&mut self, day: u64, line: u64) -> Turn {
        let (is_last, needed) = (day + 1 == self.days.end, self.needed());
        self.roll().turn_of(line, is_last, needed)
    }

    fn roll(&mut self) -> &Roll {
        self.roll.get_or_insert_with(|| self.pool.roll())
    }

    /// The crew before which so many are at work; none after the last. So many lines will be asked for.
    #[inline]
    pub(super) fn post(&mut self, index: usize, count: usize) -> Option<Post> {
        let kept = self.posts.get(index);
        if kept.is_some() || index as u64 >= self.working {
            return kept;
        }
        self.write_down(index, count);
        self.posts.get(index)
    }

    #[inline(never)]
    fn write_down(&mut self, index: usize, count: usize) {
        self.posts = if count.saturating_mul(PART) as u64 >= self.working {
            Posts { list: self.pool.posts(1..=self.pool.crews()), before: 0, are_all: true }
        } else {
            let (before, crews) = self.roll().crews_from(index, count);
            Posts { list: self.pool.posts(crews), before, are_all: false }
        };
    }

    /// Passes days until those with a line, or until all these sections are taken; tells how many were.
    #[inline(never)]
    pub(super) fn pass_days(&mut self, sections: &[Taken], line: u64) -> usize {
        if !self.posts.are_all {
            self.posts = Posts::default();
        }
        let all = sections.len();
        let mut sections = sections.iter();
        while line >= self.lines.end && self.free_on.is_some() {
            sections = sections.as_slice()[self.send_on(sections.as_slice(), line)..].iter();
            let (posts, day, before) = (&mut self.posts.list, self.days.end, sections.len());
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

    /// Passes days with a few crews, to the end of these sections or near to those with a line; tells how
    /// many sections were taken.
    fn send_on(&mut self, sections: &[Taken], line: u64) -> usize {
        let Some(day) = self.free_on.filter(|_| self.pool.are_few() && self.posts.list.is_empty()) else {
            return 0;
        };
        let (frees, crews) = (self.pool.frees() as u64, self.working);
        // Until then each crew adds a line a day, and each section that is finished one.
        let ahead = line.saturating_sub(self.lines.end + sections.len() as u64 + crews) / crews.max(1);
        let sent = self.pool.send_on(sections, day + ahead);
        if sent > 0 {
            let next = self.pool.day();
            self.left -= u32::try_from(sent).unwrap_or(u32::MAX);
            let finished = sent as u64 + self.pool.frees() as u64 - frees;
            let end = self.lines.end + crews * (next - day) + finished;
            (self.free_on, self.days, self.lines) = (Some(next), next..next, end..end);
        }
        sent
    }

    /// Enters the days until somebody is free again.
    #[inline]
    fn enter_next(&mut self) {
        let (day, gone) = (self.days.end, self.pool.rest());
        self.working -= gone as u64;
        self.roll = None;
        if gone > 0 {
            self.posts.list.retain(|post| post.free_on != lower_bits(day));
        }
        self.free_on = self.pool.go_on(self.left > 0);
        self.days = day..self.free_on.unwrap_or(day);
        let finishing = if self.free_on.is_some() { self.pool.frees() as u64 } else { 0 };
        let relieved = finishing.saturating_sub(u64::from(self.left));
        let lines = (self.days.end - day) * self.working + finishing + relieved;
        self.lines = self.lines.end..self.lines.end + lines;
    }
}

impl Posts {
    #[inline]
    fn get(&self, index: usize) -> Option<Post> {
        self.list.get(index.wrapping_sub(self.before)).copied()
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
