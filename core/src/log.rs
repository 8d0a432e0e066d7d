//! The work log: line k of it, computed when it is asked for.
//!
//! A wall of 10 million sections has some 300 million lines, so none is kept. What is kept is the
//! crew of each section, 8 bytes a section: with start days that never decrease along the list, the
//! lines before a day follow from one binary search.
//!
//! Not here: the ways to write a line down (the submodule `format`).

mod crews;
mod cursor;
mod format;

use std::borrow::Cow;
use std::ops::Range;

use crate::ledger::Ledger;
use crate::units::{Day, Feet};

use crews::{Crews, Sending};
pub use cursor::Cursor;
pub use format::CSV_HEADING;

/// Which crew builds which section. It costs a pass over all sections, so it is kept by who asks
/// for line after line.
#[derive(Clone, Debug)]
pub struct Rota {
    /// Unfinished sections (indices from 0, wall order) in the order in which they are taken.
    list: Vec<u32>,
    /// By place in the list: the crew, from 1.
    crews: Crews,
}

impl Rota {
    /// The crews of a simulated wall.
    pub fn new(ledger: &Ledger) -> Self {
        let mut begun = BegunRota::new(ledger);
        while !begun.step(ledger, usize::MAX) {}
        begun.done()
    }
}

/// A rota being made bit by bit, for those who must not stand still for long. Every step needs the
/// ledger that it was begun with.
#[derive(Clone, Debug)]
pub struct BegunRota {
    list: Vec<u32>,
    sending: Sending,
}

impl BegunRota {
    /// Begins.
    pub fn new(ledger: &Ledger) -> Self {
        let list = crate::schedule::listed(ledger.config(), ledger.schedule().effort());
        let sending = Sending::new(ledger, &list);
        Self { list, sending }
    }

    /// Goes on by so many sections; tells whether it is complete.
    pub fn step(&mut self, ledger: &Ledger, sections: usize) -> bool {
        self.sending.step(ledger, &self.list, sections)
    }

    /// The rota; a part of one before it is complete.
    pub fn done(self) -> Rota {
        Rota { list: self.list, crews: self.sending.done() }
    }
}

/// The work log of a simulated wall.
#[derive(Clone, Debug)]
pub struct WorkLog<'a> {
    ledger: &'a Ledger,
    rota: Cow<'a, Rota>,
}

/// One line of the work log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The day, from 1.
    pub day: Day,
    /// The crew, from 1.
    pub crew: u32,
    /// What happened.
    pub event: Event,
}

/// A section and its profile, both numbered from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Site {
    /// The section, numbered over the whole wall.
    pub section: u32,
    /// Its profile.
    pub profile: u32,
}

/// What a line of the work log tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Feet were added to a section.
    Added {
        /// Where.
        site: Site,
        /// How many.
        feet: Feet,
        /// The height reached.
        height: Feet,
    },
    /// A section was finished.
    Completed {
        /// Where.
        site: Site,
        /// The height reached: the target.
        height: Feet,
    },
    /// The crew has no section left to take.
    Relieved,
}

/// A crew at work on a day.
#[derive(Clone, Copy, Debug)]
struct AtWork {
    crew: u32,
    section: u32,
    /// Whether it is the section's last day.
    ends: bool,
}

impl<'a> WorkLog<'a> {
    /// Prepares the log: which crew builds which section.
    pub fn new(ledger: &'a Ledger) -> Self {
        Self { ledger, rota: Cow::Owned(Rota::new(ledger)) }
    }

    /// The log with a rota that was made of the same ledger before.
    pub fn with(ledger: &'a Ledger, rota: &'a Rota) -> Self {
        Self { ledger, rota: Cow::Borrowed(rota) }
    }

    /// What the log is of.
    pub fn ledger(&self) -> &'a Ledger {
        self.ledger
    }

    /// How many lines there are.
    pub fn len(&self) -> u64 {
        let schedule = self.ledger.schedule();
        // A day's line for each, one for each finished section, one for each crew's relief.
        schedule.workload().crew_days + self.rota.list.len() as u64 + u64::from(schedule.crews())
    }

    /// Whether there is no line: a finished wall without a pool.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Line `index` (from 0); none past the end.
    pub fn line(&self, index: u64) -> Option<Line> {
        self.lines(index, 1).pop()
    }

    /// Up to `count` lines from line `from` (from 0) on.
    pub fn lines(&self, from: u64, count: usize) -> Vec<Line> {
        let mut cursor = Cursor::new(self, from);
        std::iter::from_fn(|| cursor.next(self)).take(count).collect()
    }

    /// The number (from 0) of the first line of a day, or of the next day that has one.
    pub fn first_line_of(&self, day: Day) -> u64 {
        self.lines_before(day.get())
    }

    /// The day that line `index` is of.
    fn day_of(&self, index: u64) -> u64 {
        let (mut first, mut last) = (1, self.ledger.schedule().makespan().max(1));
        while first < last {
            let middle = first + (last - first) / 2 + 1;
            if self.lines_before(middle) <= index {
                first = middle;
            } else {
                last = middle - 1;
            }
        }
        first
    }

    /// Lines before a day (from 1): a line for each crew-day, one for each section finished, one
    /// for each crew relieved.
    fn lines_before(&self, day: u64) -> u64 {
        let schedule = self.ledger.schedule();
        if day <= 1 {
            return 0;
        }
        if day > schedule.makespan() {
            return self.len();
        }
        let at_work = u64::from(schedule.crews_at_work(Day::new(day)));
        let finished = self.started_until(day) as u64 - at_work;
        // Every crew that was ever used is at work each day until it is relieved.
        let relieved = u64::from(schedule.crews()) - at_work;
        schedule.crew_days_before(Day::new(day)) + finished + relieved
    }

    /// How many sections of the list are started on a day or before it.
    fn started_until(&self, day: u64) -> usize {
        self.rota.list.partition_point(|&section| self.ledger.schedule().start(section as usize) <= day)
    }

    /// Places of the list that may be at work on a day: they started early enough, and not so early
    /// that even the longest is finished.
    fn places_on(&self, day: u64) -> Range<usize> {
        let longest = u64::from(self.ledger.schedule().workload().longest);
        self.started_until(day.saturating_sub(longest))..self.started_until(day)
    }

    /// The crew of a place of the list, where it is at work on a day.
    fn at_work(&self, place: usize, day: u64) -> Option<AtWork> {
        let (wall, schedule) = (self.ledger.config().wall(), self.ledger.schedule());
        let section = *self.rota.list.get(place)?;
        let (_, last) = schedule.days_of(wall, section as usize)?;
        let crew = self.rota.crews.get(place);
        (last.get() >= day).then_some(AtWork { crew, section, ends: last.get() == day })
    }

    /// What one crew does on a day, in order.
    fn events(&self, at_work: AtWork, day: u64, going_on: &mut usize) -> [Option<Event>; 3] {
        let (schedule, wall) = (self.ledger.schedule(), self.ledger.config().wall());
        let section = at_work.section as usize;
        let start_height = wall.heights().get(section).copied().unwrap_or(0);
        let (needed, rate) = (schedule.effort().feet(start_height), schedule.effort().rate());
        let before = (day - schedule.start(section)) * u64::from(rate);
        let feet = u64::from(rate).min(u64::from(needed) - before);
        let height = Feet::new(u64::from(start_height) + before + feet);
        let profile = wall.ends().partition_point(|&end| end <= at_work.section) + 1;
        let site = Site { section: at_work.section + 1, profile: u32::try_from(profile).unwrap_or(u32::MAX) };
        let relieved = at_work.ends && *going_on == 0;
        if at_work.ends && !relieved {
            *going_on -= 1;
        }
        [
            Some(Event::Added { site, feet: Feet::new(feet), height }),
            at_work.ends.then_some(Event::Completed { site, height }),
            relieved.then_some(Event::Relieved),
        ]
    }
}
