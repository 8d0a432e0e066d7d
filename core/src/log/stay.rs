//! A crew's stay at a section, from the day it starts to the day the section is finished: all that
//! the lines of the log, and the views, are made of.

use std::ops::Range;

use super::WorkLog;
use super::filter::Sieve;

/// A crew's stay at a section.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Stay {
    /// The crew, from 1.
    pub(crate) crew: u32,
    /// The section, index from 0.
    pub(crate) section: u32,
    /// First day of work.
    pub(crate) first: u64,
    /// Last day of work.
    pub(crate) last: u64,
}

/// Sections among which all stays of a sieve are found.
#[derive(Clone, Debug)]
pub(crate) enum Candidates {
    /// A stretch of the wall.
    Stretch(Range<u32>),
    /// Places of the list that crews take their sections from.
    Listed(Range<usize>),
}

impl Candidates {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Stretch(sections) => sections.len(),
            Self::Listed(places) => places.len(),
        }
    }

    /// Part `part` of them, each part but the last of so many.
    pub(crate) fn part(&self, part: usize, size: usize) -> Self {
        let (start, end) = (part.saturating_mul(size).min(self.len()), (part + 1).saturating_mul(size));
        let range = start..end.min(self.len());
        match self {
            Self::Stretch(sections) => {
                let at = |index: usize| sections.start + u32::try_from(index).unwrap_or(u32::MAX);
                Self::Stretch(at(range.start)..at(range.end))
            }
            Self::Listed(places) => Self::Listed(places.start + range.start..places.start + range.end),
        }
    }
}

impl WorkLog<'_> {
    /// The stay at a section (index from 0); none where nobody works.
    #[inline]
    pub(crate) fn stay(&self, section: u32) -> Option<Stay> {
        let (index, schedule) = (section as usize, self.ledger.schedule());
        let days = schedule.effort().days(*self.ledger.config().wall().heights().get(index)?);
        let first = schedule.start(index);
        (days > 0).then(|| Stay {
            crew: self.rota.crew(index),
            section,
            first,
            last: first + u64::from(days) - 1,
        })
    }

    /// Whether a crew is relieved at the end of a stay. While sections are left every crew that
    /// finishes takes one; of those that finish on the eve of the last start, the lowest numbers do.
    pub(crate) fn is_relieved_after(&self, stay: &Stay) -> bool {
        let last_start = self.ledger.schedule().last_start();
        stay.last >= last_start || stay.last + 1 == last_start && stay.crew > self.rota.last_sent()
    }

    /// Crews, from 1, that get no section at all: relieved on day 1.
    pub(crate) fn unused_crews(&self) -> Range<u32> {
        let schedule = self.ledger.schedule();
        schedule.crews_used() + 1..schedule.crews() + 1
    }

    /// Where the stays of a sieve that touch some days are to be looked for: the quicker of two ways.
    pub(crate) fn candidates(&self, sieve: &Sieve, days: &Range<u64>) -> Candidates {
        let mut places = self.places_on(days);
        if self.rota.in_list_order() {
            // Crew c stands at place c − 1.
            let crews =
                sieve.crews.start.saturating_sub(1) as usize..sieve.crews.end.saturating_sub(1) as usize;
            places = places.start.max(crews.start)..places.end.min(crews.end);
        }
        if self.rota.in_wall_order() {
            return Candidates::Stretch(self.stretch_of(&places, &sieve.sections));
        }
        // Along the wall memory is read in order, which is worth looking at twice as many.
        if sieve.sections.len() / 2 < places.len() {
            return Candidates::Stretch(sieve.sections.clone());
        }
        Candidates::Listed(places)
    }

    /// Visits the stays of a sieve that touch some days, among candidates.
    pub(crate) fn visit(
        &self,
        candidates: Candidates,
        sieve: &Sieve,
        days: &Range<u64>,
        mut visit: impl FnMut(Stay),
    ) {
        let look = |section: u32| {
            // The crew first: of a few crews' sections only these need more looking up. A finished
            // section's crew is 0 and never among them.
            if !sieve.sections.contains(&section) || !sieve.crews.contains(&self.rota.crew(section as usize))
            {
                return;
            }
            if let Some(stay) =
                self.stay(section).filter(|stay| stay.first < days.end && stay.last >= days.start)
            {
                visit(stay);
            }
        };
        match candidates {
            Candidates::Stretch(sections) => sections.for_each(look),
            Candidates::Listed(places) => self.rota.sections(self.ledger, places).for_each(look),
        }
    }

    /// The stretch of the wall with some places of the list, which is in wall order, as far as it is among
    /// these sections.
    fn stretch_of(&self, places: &Range<usize>, among: &Range<u32>) -> Range<u32> {
        if places.is_empty() {
            return among.start..among.start;
        }
        let at = |place| u32::try_from(self.rota.section_at(self.ledger, place)).unwrap_or(u32::MAX);
        let (start, end) = (at(places.start).max(among.start), (at(places.end - 1) + 1).min(among.end));
        start..end.max(start)
    }

    /// Places of the list that may be at work on some days: they start early enough, and not so early
    /// that even the longest is finished.
    fn places_on(&self, days: &Range<u64>) -> Range<usize> {
        let longest = u64::from(self.ledger.schedule().workload().longest);
        self.started_until(days.start.saturating_sub(longest))..self.started_until(days.end.saturating_sub(1))
    }
}
