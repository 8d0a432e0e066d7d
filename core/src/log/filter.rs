//! Which lines of the work log are wanted, and what that means for one wall.
//!
//! Not here: finding them (the selection), reading a filter from words (the search).

use std::ops::{Range, RangeInclusive};

use super::WorkLog;

/// Which lines of the work log are wanted: those that everything given lets through. The default
/// lets all through.
///
/// A line that tells of a relief names no section and no profile, so a filter by either lets none
/// through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Crews, from 1.
    pub crews: Option<RangeInclusive<u32>>,
    /// Sections, numbered from 1 over the whole wall.
    pub sections: Option<RangeInclusive<u32>>,
    /// Profiles, from 1.
    pub profiles: Option<RangeInclusive<u32>>,
    /// Days, from 1.
    pub days: Option<RangeInclusive<u64>>,
    /// What happened.
    pub events: Events,
}

/// Kinds of lines that are wanted; by default all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Events {
    /// Feet added.
    pub added: bool,
    /// Sections completed.
    pub completed: bool,
    /// Crews relieved.
    pub relieved: bool,
}

impl Default for Events {
    fn default() -> Self {
        Self { added: true, completed: true, relieved: true }
    }
}

/// A filter held against one wall: plain ranges, none of them beyond what the wall has.
#[derive(Clone, Debug)]
pub(crate) struct Sieve {
    /// Crews, from 1.
    pub(crate) crews: Range<u32>,
    /// Sections, indices from 0.
    pub(crate) sections: Range<u32>,
    /// Days, from 1.
    pub(crate) days: Range<u64>,
    /// Kinds of lines; no relief where sections are chosen.
    pub(crate) events: Events,
    /// Whether all sections and crews are meant, so that lines are counted by formula.
    pub(crate) whole: bool,
}

impl Sieve {
    pub(crate) fn new(log: &WorkLog<'_>, filter: &Filter) -> Self {
        let (wall, schedule) = (log.ledger.config().wall(), log.ledger.schedule());
        let all = u32::try_from(wall.heights().len()).unwrap_or(u32::MAX);
        let named = filter.sections.as_ref().map_or(0..all, |sections| from_0(sections, all));
        let profiles = u32::try_from(wall.profiles()).unwrap_or(u32::MAX);
        let profiles = filter.profiles.as_ref().map_or(0..profiles, |chosen| from_0(chosen, profiles));
        let end_of =
            |profile: u32| profile.checked_sub(1).and_then(|before| wall.end(before as usize)).unwrap_or(0);
        let sections = named.start.max(end_of(profiles.start))..named.end.min(end_of(profiles.end));
        let crews =
            filter.crews.as_ref().map_or(0..schedule.crews(), |crews| from_0(crews, schedule.crews()));
        let last = schedule.makespan().max(1);
        let days = filter.days.clone().unwrap_or(1..=last);
        let first = (*days.start()).max(1);
        let mut events = filter.events;
        events.relieved &= filter.sections.is_none() && filter.profiles.is_none();
        Self {
            whole: sections == (0..all) && crews == (0..schedule.crews()),
            crews: crews.start + 1..crews.end + 1,
            sections,
            days: first..((*days.end()).min(last) + 1).max(first),
            events,
        }
    }

    /// The same for some of its sections.
    pub(crate) fn of_sections(&self, sections: Range<u32>) -> Self {
        Self { sections, whole: false, ..self.clone() }
    }

    /// The same for some of its crews.
    pub(crate) fn of_crews(&self, crews: Range<u32>) -> Self {
        Self { crews, whole: false, ..self.clone() }
    }
}

/// Numbers from 1 as indices from 0, none of them `all` or more.
fn from_0(numbers: &RangeInclusive<u32>, all: u32) -> Range<u32> {
    let start = numbers.start().saturating_sub(1).min(all);
    start..(*numbers.end()).min(all).max(start)
}
