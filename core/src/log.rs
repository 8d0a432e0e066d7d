//! The work log: line k of it, computed when it is asked for.
//!
//! A wall of 10 million sections has some 300 million lines, so none is kept. What is kept is the
//! crew of each section, and the list of the sections where it is not that of the wall: with start days
//! that never decrease along the list, the lines before a day follow from one binary search. A
//! [`Selection`] finds the lines that a [`Filter`] lets through, all of them without one. Who wants a few
//! lines of a wall that was not even simulated yet takes a [`Walk`].
//!
//! Not here: the ways to write a line down (the submodule `format`).

mod cursor;
mod filter;
mod format;
mod level;
mod packed;
mod pool;
mod rota;
mod search;
mod selection;
mod stay;
mod walk;

use std::borrow::Cow;

use crate::config::Config;
use crate::ledger::Ledger;
use crate::schedule::Effort;
use crate::units::{Day, Feet};

pub use cursor::Cursor;
pub(crate) use filter::Sieve;
pub use filter::{Events, Filter};
pub use format::CSV_HEADING;
pub use rota::Rota;
pub use search::{Scan, Search};
pub use selection::Selection;
pub(crate) use stay::Stay;
pub use walk::Walk;

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

/// A line in the order of the log: by day, then crew, then kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    day: u64,
    crew: u32,
    kind: Kind,
    /// Index from 0; meaningless for a relief.
    section: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Added,
    Completed,
    Relieved,
}

impl Kind {
    /// What the same crew tells next on a day: on which it finishes its section, and is relieved.
    #[inline]
    fn next(self, finishes: bool, relieved: bool) -> Option<Self> {
        match self {
            Self::Added => finishes.then_some(Self::Completed),
            Self::Completed => relieved.then_some(Self::Relieved),
            Self::Relieved => None,
        }
    }
}

impl Mark {
    fn of(line: &Line) -> Self {
        let (kind, section) = match line.event {
            Event::Added { site, .. } => (Kind::Added, site.section.saturating_sub(1)),
            Event::Completed { site, .. } => (Kind::Completed, site.section.saturating_sub(1)),
            Event::Relieved => (Kind::Relieved, 0),
        };
        Self { day: line.day.get(), crew: line.crew, kind, section }
    }
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

    /// Which crew builds which section.
    pub fn rota(&self) -> &Rota {
        &self.rota
    }

    /// How many lines there are.
    pub fn len(&self) -> u64 {
        self.lines_before(u64::MAX, Events::default())
    }

    /// Whether there is no line: a finished wall without a pool.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Line `index` (from 0); none past the end.
    pub fn line(&self, index: u64) -> Option<Line> {
        Cursor::new(self, index).next(self)
    }

    /// Up to `count` lines from line `from` (from 0) on.
    pub fn lines(&self, from: u64, count: usize) -> Vec<Line> {
        Selection::new(self, &Filter::default()).lines(self, from, count)
    }

    /// Lines of some kinds before a day (from 1): one for each crew-day, one for each section
    /// finished, one for each crew relieved.
    fn lines_before(&self, day: u64, events: Events) -> u64 {
        let schedule = self.ledger.schedule();
        let (added, finished, relieved) = if day <= 1 {
            (0, 0, 0)
        } else if day > schedule.makespan() {
            // A finished wall's pool is relieved on day 1, though it has no day.
            (schedule.workload().crew_days, self.rota.places() as u64, u64::from(schedule.crews()))
        } else {
            let at_work = u64::from(schedule.crews_at_work(Day::new(day)));
            // Every crew that was ever used is at work each day until it is relieved.
            let relieved = u64::from(schedule.crews()) - at_work;
            (schedule.crew_days_before(Day::new(day)), self.started_until(day) as u64 - at_work, relieved)
        };
        [(events.added, added), (events.completed, finished), (events.relieved, relieved)]
            .iter()
            .filter_map(|&(wanted, lines)| wanted.then_some(lines))
            .sum()
    }

    /// How many sections of the list are started on a day or before it.
    fn started_until(&self, day: u64) -> usize {
        let schedule = self.ledger.schedule();
        self.rota.first_places(self.ledger, |section| schedule.start(section) <= day)
    }

    /// A line in full.
    fn line_of(&self, mark: Mark) -> Line {
        let schedule = self.ledger.schedule();
        let worked = mark.day.saturating_sub(schedule.start(mark.section as usize));
        line_of(self.ledger.config(), schedule.effort(), mark, worked)
    }
}

/// A line in full; rule 2 of the model. Its section was worked on for so many days before.
fn line_of(config: &Config, effort: &Effort, mark: Mark, worked: u64) -> Line {
    let (wall, section) = (config.wall(), mark.section as usize);
    let profile = wall.profile_of(section).unwrap_or(0) + 1;
    let site = Site { section: mark.section + 1, profile: u32::try_from(profile).unwrap_or(u32::MAX) };
    let start = wall.heights().get(section).copied().unwrap_or(0);
    let built = |days: u64| days.saturating_mul(u64::from(effort.rate())).min(u64::from(effort.feet(start)));
    let until = built(worked + 1);
    let height = Feet::new(u64::from(start) + until);
    let event = match mark.kind {
        Kind::Added => Event::Added { site, feet: Feet::new(until - built(worked)), height },
        Kind::Completed => Event::Completed { site, height },
        Kind::Relieved => Event::Relieved,
    };
    Line { day: Day::new(mark.day), crew: mark.crew, event }
}
