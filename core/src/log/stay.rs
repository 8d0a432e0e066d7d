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
pub(crate) enum Candidates<'a> {
    /// A stretch of the wall.
    Stretch(Range<u32>),
    /// A part of the list that crews take their sections from.
    Listed(&'a [u32]),
}

impl Candidates<'_> {
    pub(crate) fn len(&self) -> usize {
        match self {
            Self::Stretch(sections) => sections.len(),
            Self::Listed(list) => list.len(),
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
            Self::Listed(list) => Self::Listed(list.get(range).unwrap_or_default()),
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
        let last_sent = || self.rota.list().last().map_or(0, |&section| self.rota.crew(section as usize));
        stay.last >= last_start || stay.last + 1 == last_start && stay.crew > last_sent()
    }

    /// Crews, from 1, that get no section at all: relieved on day 1.
    pub(crate) fn unused_crews(&self) -> Range<u32> {
        let schedule = self.ledger.schedule();
        schedule.crews_used() + 1..schedule.crews() + 1
    }

    /// Where the stays of a sieve that touch some days are to be looked for: the quicker of two ways.
    pub(crate) fn candidates(&self, sieve: &Sieve, days: &Range<u64>) -> Candidates<'_> {
        let mut places = self.places_on(days);
        if self.rota.in_list_order() {
            // Crew c stands at place c − 1.
            let crews =
                sieve.crews.start.saturating_sub(1) as usize..sieve.crews.end.saturating_sub(1) as usize;
            places = places.start.max(crews.start)..places.end.min(crews.end);
        }
        // Along the wall memory is read in order, which is worth looking at twice as many.
        if sieve.sections.len() / 2 < places.len() {
            return Candidates::Stretch(sieve.sections.clone());
        }
        Candidates::Listed(self.rota.list().get(places).unwrap_or_default())
    }

    /// Visits the stays of a sieve that touch some days, among candidates.
    pub(crate) fn visit(
        &self,
        candidates: Candidates<'_>,
        sieve: &Sieve,
        days: &Range<u64>,
        mut visit: impl FnMut(Stay),
    ) {
        let mut look = |section: u32| {
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
            Candidates::Listed(list) => list.iter().for_each(|&section| look(section)),
        }
    }

    /// Places of the list that may be at work on some days: they start early enough, and not so early
    /// that even the longest is finished.
    fn places_on(&self, days: &Range<u64>) -> Range<usize> {
        let longest = u64::from(self.ledger.schedule().workload().longest);
        self.started_until(days.start.saturating_sub(longest))..self.started_until(days.end.saturating_sub(1))
    }
}
