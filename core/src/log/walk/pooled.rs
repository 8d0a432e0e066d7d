//! A walk along the log of crews that take one section after the other.
//!
//! It follows them from one day on which somebody is free to the next. On every day between two such days
//! the same crews are at work, so whole days are passed over by formula.
//!
//! Not here: who these crews are.

use super::super::pool::{Post, lower_bits};
use super::super::{Kind, Mark};
use super::crews::Crews;
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

    /// The line of a crew, after which the place moves on.
    #[inline]
    fn tell(&mut self, post: Post, crews: &Crews) -> Stepped {
        let told = (self.day, self.kind, post);
        let finishes = post.free_on == lower_bits(self.day + 1);
        self.line += 1;
        self.kind = self.next_kind(finishes, crews).unwrap_or_else(|| {
            self.index += 1;
            self.finished += usize::from(finishes);
            Kind::Added
        });
        told
    }

    /// What the same crew tells next. While sections are left the lowest numbers take them.
    #[inline]
    fn next_kind(&self, finishes: bool, crews: &Crews) -> Option<Kind> {
        self.kind.next(finishes, self.finished >= crews.needed())
    }
}

impl Pooled {
    pub(super) fn new(queue: Queue, work: &Workload, crews: u32) -> Self {
        let crews = Crews::new(work, crews);
        Self { queue, next: Vec::new(), taken: 0, names: Names::default(), crews, place: Place::at(0, 1) }
    }

    pub(super) fn line(&self) -> u64 {
        self.place.line
    }

    pub(super) fn go_to(&mut self, config: &Config, effort: &Effort, line: u64, sections: usize) -> bool {
        if line > self.place.line && line >= self.crews.lines().end {
            self.crews.forget();
        }
        let mut left = sections;
        while line >= self.crews.lines().end && self.crews.goes_on() {
            if left == 0 {
                return false;
            }
            left -= self.pass_some(config.wall(), effort, line, left.min(STRETCH));
            self.place = Place::at(self.crews.lines().start, self.crews.days().start);
        }
        self.skip_to(line);
        true
    }

    /// Skips lines of days with the same crews at work.
    fn skip_to(&mut self, line: u64) {
        // All days but the last have as many lines as crews.
        let (place, working) = (self.place, self.crews.working());
        let ahead = self.crews.days().end.saturating_sub(place.day + 1);
        let days = (line.saturating_sub(place.first) / working.max(1)).min(ahead);
        if days > 0 {
            self.place = Place::at(place.first + days * working, place.day + days);
        }
        if line <= self.place.line {
            return;
        }
        let Place { first, day, .. } = self.place;
        let turn = self.crews.turn_of(day, line - first);
        let (index, finished) = (turn.index, turn.finished);
        self.place = Place { line: first + turn.lines, first, day, index, finished, kind: Kind::Added };
        // Who has a line after its first finishes.
        while self.place.line < line && self.place.line < self.crews.lines().end {
            self.place.line += 1;
            self.place.kind = self.place.next_kind(true, &self.crews).unwrap_or(Kind::Relieved);
        }
    }

    /// The next line, and on how many days before its section was worked on.
    #[inline]
    pub(super) fn next(&mut self, config: &Config, effort: &Effort) -> Option<(Mark, u64)> {
        let stepped = self.step(config, effort, usize::MAX)?;
        let heights = config.wall().heights();
        let ticket = stepped.2.ticket;
        if self.names.list.is_none() || ticket < self.names.from {
            let from = self.crews.posts().iter().map(|post| post.ticket).min().unwrap_or(ticket).min(ticket);
            self.names = Names { from, list: self.queue.listed(from, heights, effort) };
        }
        Some(marked(stepped, self.names.section(ticket), heights, effort))
    }

    /// The next lines, so many at the most.
    pub(super) fn lines(&mut self, config: &Config, effort: &Effort, count: usize) -> Vec<(Mark, u64)> {
        let heights = config.wall().heights();
        let mut stepped: Vec<Stepped> = Vec::new();
        while stepped.len() < count {
            let Some(told) = self.step(config, effort, count - stepped.len()) else { break };
            stepped.push(told);
        }
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

    /// Steps over the next line, of so many that will be asked for.
    #[inline]
    fn step(&mut self, config: &Config, effort: &Effort, count: usize) -> Option<Stepped> {
        loop {
            if self.place.line >= self.crews.lines().end {
                if !self.crews.goes_on() {
                    return None;
                }
                self.go_to(config, effort, self.crews.lines().end, usize::MAX);
                continue;
            }
            if let Some(post) = self.crews.post(self.place.index, count) {
                return Some(self.place.tell(post, &self.crews));
            }
            self.place = Place::at(self.place.line, self.place.day + 1);
        }
    }

    /// Passes days until those with a line, or until so many sections were taken; tells how many were.
    fn pass_some(&mut self, wall: &Wall, effort: &Effort, line: u64, most: usize) -> usize {
        let mut passed = 0;
        while passed < most && line >= self.crews.lines().end && self.crews.goes_on() {
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
