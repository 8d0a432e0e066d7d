//! The list that a pool takes its sections from: rule 5 of the model. Read section by section, or
//! written down.
//!
//! Not here: when they are taken.

use std::ops::Range;

use super::{Effort, Workload};
use crate::config::{Dispatch, Wall};
use crate::gather::STRETCH;

/// The unfinished sections (indices from 0, wall order) in the order of the list; none where that
/// is the wall's own order.
pub(crate) fn list(dispatch: Dispatch, effort: &Effort, work: &Workload, wall: &Wall) -> Option<Vec<u32>> {
    match Queue::new(dispatch, work, wall) {
        Queue::InWallOrder(_) => None,
        Queue::ByDays(queue) => Some(queue.listed(0, wall.heights(), effort)),
        Queue::RoundRobin(mut queue) => {
            let mut list = Vec::with_capacity(work.unfinished as usize);
            let mut some = Vec::with_capacity(SOME);
            while queue.take_some(wall, effort, &mut some) {
                list.extend(some.drain(..).map(|(_, section)| section));
            }
            Some(list)
        }
    }
}

/// The sections that nobody has taken yet, in the order of the list. It takes no room by section.
#[derive(Clone, Debug)]
pub(crate) enum Queue {
    InWallOrder(InWallOrder),
    ByDays(ByDays),
    RoundRobin(RoundRobin),
}

/// A section that is taken: its days of work, and its ticket.
pub(crate) type Taken = (u16, Ticket);
/// What a queue calls a section: its place in the list where that is sorted by days, else its index
/// (from 0, wall order).
pub(crate) type Ticket = u32;

/// Sections that are taken at once.
const SOME: usize = 1 << 10;

impl Queue {
    pub(crate) fn new(dispatch: Dispatch, work: &Workload, wall: &Wall) -> Self {
        let days = 1..=work.longest;
        match dispatch {
            Dispatch::FileOrder => Self::InWallOrder(InWallOrder::default()),
            Dispatch::LongestFirst => Self::ByDays(ByDays::new(days.rev(), work)),
            Dispatch::ShortestFirst => Self::ByDays(ByDays::new(days, work)),
            Dispatch::RoundRobin => Self::RoundRobin(RoundRobin::new(wall)),
        }
    }

    /// Takes the next sections, some at a time, and adds them; tells whether there are any.
    pub(crate) fn take_some(&mut self, wall: &Wall, effort: &Effort, taken: &mut Vec<Taken>) -> bool {
        match self {
            Self::InWallOrder(queue) => queue.take_some(wall.heights(), effort, taken),
            Self::ByDays(queue) => queue.take_some(taken),
            Self::RoundRobin(queue) => queue.take_some(wall, effort, taken),
        }
    }

    /// The sections of some tickets in ascending order, without the list being written down.
    pub(crate) fn sections_of(&self, tickets: Vec<Ticket>, heights: &[u16], effort: &Effort) -> Vec<u32> {
        match self {
            Self::ByDays(queue) => queue.sections_of(&tickets, heights, effort),
            Self::InWallOrder(_) | Self::RoundRobin(_) => tickets,
        }
    }

    /// The sections of the list from a ticket on; none where a ticket is the section itself.
    pub(crate) fn listed(&self, from: Ticket, heights: &[u16], effort: &Effort) -> Option<Vec<u32>> {
        match self {
            Self::ByDays(queue) => Some(queue.listed(from, heights, effort)),
            Self::InWallOrder(_) | Self::RoundRobin(_) => None,
        }
    }
}

/// In wall order: the section to look at next.
#[derive(Clone, Debug, Default)]
pub(crate) struct InWallOrder(u32);

impl InWallOrder {
    #[inline(never)]
    fn take_some(&mut self, heights: &[u16], effort: &Effort, taken: &mut Vec<Taken>) -> bool {
        add_some(taken, || take_until(&mut self.0, u32::MAX, heights, effort))
    }
}

/// Adds some sections, taken one by one; tells whether there are any.
#[inline]
fn add_some(taken: &mut Vec<Taken>, take: impl FnMut() -> Option<Taken>) -> bool {
    let before = taken.len();
    taken.extend(std::iter::from_fn(take).take(SOME));
    taken.len() > before
}

/// Sorted by days, ties in wall order: how many of each days are enough to take them.
#[derive(Clone, Debug)]
pub(crate) struct ByDays {
    /// The days of those that are taken now, and how many of them are left.
    days: u16,
    left: u32,
    /// Days after these, and how many sections take so many; the last come next.
    ahead: Vec<(u16, u32)>,
    next: Ticket,
    /// By days: the places of the sections in the list; of no days, none at its end.
    places: Vec<Range<Ticket>>,
}

impl ByDays {
    fn new(order: impl DoubleEndedIterator<Item = u16>, work: &Workload) -> Self {
        let mut places = vec![work.unfinished..work.unfinished; usize::from(work.longest) + 1];
        let mut first = 0;
        let mut ahead = Vec::new();
        for days in order {
            let sections = work.sections_of(days);
            places[usize::from(days)] = first..first + sections;
            first += sections;
            ahead.push((days, sections));
        }
        ahead.reverse();
        Self { days: 0, left: 0, ahead, next: 0, places }
    }

    #[inline(never)]
    fn take_some(&mut self, taken: &mut Vec<Taken>) -> bool {
        add_some(taken, || {
            while self.left == 0 {
                (self.days, self.left) = self.ahead.pop()?;
            }
            self.left -= 1;
            self.next += 1;
            Some((self.days, self.next - 1))
        })
    }

    /// As [`Queue::sections_of`].
    fn sections_of(&self, tickets: &[Ticket], heights: &[u16], effort: &Effort) -> Vec<u32> {
        let mut sections = vec![u32::MAX; tickets.len()];
        // How many sections of so many days it takes from a place until the next ticket; 0 where none
        // comes, which nothing counts down to.
        let ahead = |at: usize, from: Ticket, places: &Range<Ticket>| {
            tickets.get(at).filter(|ticket| places.contains(ticket)).map_or(0, |ticket| ticket - from + 1)
        };
        // By days: which ticket is next.
        let next = self.places.iter().map(|places| tickets.partition_point(|ticket| *ticket < places.start));
        let mut next: Vec<usize> = next.collect();
        let mut left: Vec<u32> =
            next.iter().zip(&self.places).map(|(&at, places)| ahead(at, places.start, places)).collect();
        for (first, part) in (0u32..).step_by(STRETCH).zip(heights.chunks(STRETCH)) {
            find_some(first, part, effort, &mut left, |days, section| {
                let at = &mut next[usize::from(days)];
                sections[*at] = section;
                *at += 1;
                ahead(*at, tickets[*at - 1] + 1, &self.places[usize::from(days)])
            });
        }
        sections
    }

    /// A counting sort, of which the places from one on are kept.
    fn listed(&self, from: Ticket, heights: &[u16], effort: &Effort) -> Vec<u32> {
        let mut next: Vec<Ticket> = self.places.iter().map(|places| places.start).collect();
        let end = next.first().copied().unwrap_or(0);
        let mut list = vec![0; end.saturating_sub(from) as usize];
        for (first, part) in (0u32..).step_by(STRETCH).zip(heights.chunks(STRETCH)) {
            sort_some(first, part, effort, &mut next, from, &mut list);
        }
        list
    }
}

/// Looks among the sections from `first` on for those whose turn it is: by days, how many sections it takes
/// until the next one, and which of all it is.
#[inline(never)]
fn find_some(
    first: u32,
    heights: &[u16],
    effort: &Effort,
    left: &mut [u32],
    mut found: impl FnMut(u16, u32) -> u32,
) {
    for (section, &height) in (first..).zip(heights) {
        let days = effort.days(height);
        let Some(left) = left.get_mut(usize::from(days)) else { continue };
        *left = left.wrapping_sub(1);
        if *left == 0 {
            *left = found(days, section);
        }
    }
}

/// Puts the sections from `first` on to their places, of which those before `from` are not kept.
#[inline(never)]
fn sort_some(first: u32, heights: &[u16], effort: &Effort, next: &mut [u32], from: u32, list: &mut [u32]) {
    for (section, &height) in (first..).zip(heights) {
        // Those of no days are sent beyond the end.
        let Some(place) = next.get_mut(usize::from(effort.days(height))) else { continue };
        if let Some(kept) = list.get_mut(place.wrapping_sub(from) as usize) {
            *kept = section;
        }
        *place += 1;
    }
}

/// The first of each profile, then the second of each, profiles that are used up passed over.
#[derive(Clone, Debug)]
pub(crate) struct RoundRobin {
    /// Of each profile that has more for the next round, or for this one from `at` on: the section to look
    /// at next, and one past its last.
    profiles: Vec<(u32, u32)>,
    /// In the first round no profile is kept yet: they are read from the wall.
    is_first: bool,
    /// The profile that is next, and how many before it have more for the next round.
    at: usize,
    kept: usize,
}

impl RoundRobin {
    fn new(wall: &Wall) -> Self {
        // So many profiles at the most have a second section.
        let most = wall.profiles().min(wall.heights().len() - wall.profiles());
        Self { profiles: Vec::with_capacity(most), is_first: true, at: 0, kept: 0 }
    }

    fn take_some(&mut self, wall: &Wall, effort: &Effort, taken: &mut Vec<Taken>) -> bool {
        let before = taken.len();
        loop {
            if self.is_first {
                self.take_first(wall, effort, taken);
            } else {
                self.take_next(wall.heights(), effort, taken);
            }
            let all = if self.is_first { wall.profiles() } else { self.profiles.len() };
            let (is_over, more) = (self.at == all, taken.len() > before);
            if is_over {
                self.profiles.truncate(self.kept);
                (self.is_first, self.at, self.kept) = (false, 0, 0);
            }
            if more || self.profiles.is_empty() {
                return more;
            }
        }
    }

    /// Takes sections of the first round.
    #[inline(never)]
    fn take_first(&mut self, wall: &Wall, effort: &Effort, taken: &mut Vec<Taken>) {
        let mut next = self.at.checked_sub(1).and_then(|before| wall.end(before)).unwrap_or(0);
        for end in (self.at..self.at + SOME).map_while(|profile| wall.end(profile)) {
            taken.extend(take_until(&mut next, end, wall.heights(), effort));
            if next < end {
                self.profiles.push((next, end));
            }
            (next, self.at) = (end, self.at + 1);
        }
        self.kept = self.profiles.len();
    }

    /// Takes sections of a later round.
    #[inline(never)]
    fn take_next(&mut self, heights: &[u16], effort: &Effort, taken: &mut Vec<Taken>) {
        let (mut at, mut kept) = (self.at, self.kept);
        let profiles = self.profiles.as_mut_slice();
        let end_at = profiles.len().min(at + SOME);
        while at < end_at {
            let (mut next, end) = profiles[at];
            at += 1;
            taken.extend(take_until(&mut next, end, heights, effort));
            if next < end {
                profiles[kept] = (next, end);
                kept += 1;
            }
        }
        (self.at, self.kept) = (at, kept);
    }
}

/// The first unfinished section from `next` on and before `end`; `next` moves on past it.
#[inline]
fn take_until(next: &mut u32, end: u32, heights: &[u16], effort: &Effort) -> Option<Taken> {
    while *next < end {
        let (section, days) = (*next, effort.days(*heights.get(*next as usize)?));
        *next += 1;
        if days > 0 {
            return Some((days, section));
        }
    }
    None
}
