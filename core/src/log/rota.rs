//! Which crew builds which section: rule 5, crews that finish on the same day choose in ascending
//! number.
//!
//! Not here: on which days (the schedule).

use std::ops::Range;

use super::packed::Packed;
use super::pool::Pool;
use crate::ledger::Ledger;
use crate::schedule::{Effort, order};

/// Which crew builds which section, and the list that they take them from, in as few bits as the numbers of
/// crews and sections take. It costs a pass over all sections, so it is kept by who asks for line after line.
#[derive(Clone, Debug)]
pub struct Rota {
    list: List,
    /// By section, wall order: the crew, from 1; 0 for a section that starts finished.
    crews: Packed,
    /// Whether the crews stand in the order of the list: each has one section.
    in_list_order: bool,
    /// The crew that takes the last section of the list.
    last_sent: u32,
}

/// The unfinished sections (indices from 0, wall order) in the order in which they are taken.
#[derive(Clone, Debug)]
enum List {
    /// That of the wall: how many of them stand before each block of [`BLOCK`] sections, and in all.
    InWallOrder(Vec<u32>),
    /// Written down.
    Written(Packed),
}

/// Sections whose unfinished ones are counted when they are asked for.
const BLOCK: usize = 1024;

impl Rota {
    /// The crews of a simulated wall.
    pub fn new(ledger: &Ledger) -> Self {
        let (config, schedule) = (ledger.config(), ledger.schedule());
        let (parameters, wall) = (config.parameters(), config.wall());
        let (effort, work) = (schedule.effort(), schedule.workload());
        // Without a pool the crews are numbered in wall order, whatever the dispatch.
        let list = parameters.crews().and_then(|_| order(parameters.dispatch(), effort, work, wall));
        let mut rota = Self {
            list: List::InWallOrder(Vec::new()),
            crews: Packed::zeros(wall.heights().len(), schedule.crews_used()),
            in_list_order: schedule.crews_used() == work.unfinished,
            last_sent: 0,
        };
        if let Some(list) = list {
            rota.send(ledger, list.iter().copied());
            rota.list = List::Written(Packed::of(&list, list.iter().copied().max().unwrap_or(0)));
        } else {
            rota.send(ledger, unfinished(effort, wall.heights(), 0));
            rota.list = List::InWallOrder(ranks(effort, wall.heights()));
        }
        rota
    }

    /// Sends the crews to the sections of the list.
    fn send(&mut self, ledger: &Ledger, mut sections: impl Iterator<Item = u32>) {
        let (heights, schedule) = (ledger.config().wall().heights(), ledger.schedule());
        let mut sent = |section: u32, crew: u32| {
            self.crews.set(section as usize, crew);
            self.last_sent = crew;
        };
        if self.in_list_order {
            return (1u32..).zip(sections).for_each(|(crew, section)| sent(section, crew));
        }
        let mut pool = Pool::new(schedule.crews_used(), schedule.workload());
        let mut left = schedule.workload().unfinished;
        while left > 0 {
            pool.send(|crew| {
                let section = sections.next()?;
                sent(section, crew);
                left -= 1;
                Some((schedule.effort().days(heights[section as usize]), section))
            });
            pool.go_on(true);
        }
    }

    /// The crew (from 1) that builds a section (index from 0, wall order); none for a section that
    /// starts finished or is not of the wall.
    pub fn crew_of(&self, section: usize) -> Option<u32> {
        Some(self.crew(section)).filter(|&crew| crew > 0)
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        self.crews.bytes()
            + match &self.list {
                List::InWallOrder(ranks) => size_of_val(ranks.as_slice()),
                List::Written(list) => list.bytes(),
            }
    }

    /// As [`Rota::crew_of`], 0 for none.
    #[inline]
    pub(crate) fn crew(&self, section: usize) -> u32 {
        self.crews.get(section)
    }

    /// Whether crew c builds the c-th section of the list and no other.
    pub(crate) fn in_list_order(&self) -> bool {
        self.in_list_order
    }

    /// Whether the list is in wall order.
    pub(super) fn in_wall_order(&self) -> bool {
        matches!(self.list, List::InWallOrder(_))
    }

    /// The crew that takes the last section of the list; 0 where there is none.
    pub(super) fn last_sent(&self) -> u32 {
        self.last_sent
    }

    /// How many sections the list has.
    pub(super) fn places(&self) -> usize {
        match &self.list {
            List::InWallOrder(ranks) => ranks.last().map_or(0, |&all| all as usize),
            List::Written(list) => list.len(),
        }
    }

    /// The sections at some places of the list, which are of this ledger.
    pub(crate) fn sections(&self, ledger: &Ledger, places: Range<usize>) -> impl Iterator<Item = u32> {
        let (mut in_wall_order, mut written) = (None, None);
        match &self.list {
            List::InWallOrder(_) => {
                let first = self.section_at(ledger, places.start);
                let (effort, heights) = of_wall(ledger);
                in_wall_order = Some(unfinished(effort, heights, first).take(places.len()));
            }
            List::Written(list) => {
                written = Some((places.start..places.end.min(list.len())).map(|place| list.get(place)));
            }
        }
        in_wall_order.into_iter().flatten().chain(written.into_iter().flatten())
    }

    /// The section at a place of the list; past its end one past the last section.
    pub(super) fn section_at(&self, ledger: &Ledger, place: usize) -> usize {
        let (effort, heights) = of_wall(ledger);
        match &self.list {
            List::InWallOrder(ranks) => {
                let block = ranks.partition_point(|&before| before as usize <= place).saturating_sub(1);
                let before = ranks.get(block).map_or(0, |&before| before as usize);
                let mut after = unfinished(effort, heights, block * BLOCK);
                after.nth(place - before).map_or(heights.len(), |section| section as usize)
            }
            List::Written(list) if place < list.len() => list.get(place) as usize,
            List::Written(_) => heights.len(),
        }
    }

    /// How many sections of the list the first of them are of which `is_before` holds: of all sections before
    /// one in wall order, or of the list's.
    pub(super) fn first_places(&self, ledger: &Ledger, mut is_before: impl FnMut(usize) -> bool) -> usize {
        match &self.list {
            List::InWallOrder(ranks) => {
                let (effort, heights) = of_wall(ledger);
                let end = partition(heights.len(), is_before);
                let block = end / BLOCK;
                let before = ranks.get(block).map_or(0, |&before| before as usize);
                before + unfinished(effort, &heights[..end], block * BLOCK).count()
            }
            List::Written(list) => partition(list.len(), |place| is_before(list.get(place) as usize)),
        }
    }
}

/// What decides which sections are unfinished.
fn of_wall(ledger: &Ledger) -> (&Effort, &[u16]) {
    (ledger.schedule().effort(), ledger.config().wall().heights())
}

/// How many of the numbers from 0 on are before the first for which `is_before` does not hold.
fn partition(count: usize, mut is_before: impl FnMut(usize) -> bool) -> usize {
    let (mut start, mut end) = (0, count);
    while start < end {
        let middle = start + (end - start) / 2;
        if is_before(middle) { start = middle + 1 } else { end = middle }
    }
    start
}

/// The unfinished sections from one on, in wall order.
fn unfinished<'a>(effort: &'a Effort, heights: &'a [u16], from: usize) -> impl Iterator<Item = u32> + 'a {
    let first = u32::try_from(from).unwrap_or(u32::MAX);
    let rest = heights.get(from..).unwrap_or_default();
    (first..).zip(rest).filter(|&(_, &height)| effort.days(height) > 0).map(|(section, _)| section)
}

/// How many unfinished sections stand before each block, and in all.
fn ranks(effort: &Effort, heights: &[u16]) -> Vec<u32> {
    let mut ranks = vec![0];
    let mut all = 0;
    for block in heights.chunks(BLOCK) {
        all += u32::try_from(unfinished(effort, block, 0).count()).unwrap_or(0);
        ranks.push(all);
    }
    ranks
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, Key, Parameters, Wall};
    use crate::control::Unwatched;

    /// Places and sections of a list, against the list written down.
    fn check(dispatch: &str, crews: &str) {
        let parameters = Parameters::default();
        let parameters = parameters.with(Key::Dispatch, dispatch).expect("allowed");
        let parameters = parameters.with(Key::NumTeams, crews).expect("allowed");
        let height =
            |section: u32| u16::try_from(section.wrapping_mul(2_654_435_761) >> 24).expect("a byte") % 31;
        let wall =
            Wall::new((0..5000).map(height).collect(), vec![1, 700, 2000, 3500, 5000]).expect("a wall");
        let ledger =
            Ledger::new(Config::new(parameters, wall).expect("small"), &Unwatched).expect("not called off");
        let (schedule, wall) = (ledger.schedule(), ledger.config().wall());
        let rota = Rota::new(&ledger);
        let list: Vec<u32> = rota.sections(&ledger, 0..usize::MAX).collect();
        let written =
            order(ledger.config().parameters().dispatch(), schedule.effort(), schedule.workload(), wall);
        let plain = || (0..5000).filter(|&section| wall.heights()[section as usize] < 30).collect();
        assert_eq!(list, written.unwrap_or_else(plain), "{dispatch}");
        assert_eq!(rota.places(), list.len());
        for place in (0..list.len()).step_by(37) {
            assert_eq!(rota.section_at(&ledger, place), list[place] as usize);
            let some: Vec<u32> = rota.sections(&ledger, place..place + 9).collect();
            assert_eq!(some, list[place..list.len().min(place + 9)]);
        }
        for day in 0..=schedule.makespan() + 1 {
            let started = rota.first_places(&ledger, |section| schedule.start(section) <= day);
            assert_eq!(
                started,
                list.iter().filter(|&&section| schedule.start(section as usize) <= day).count()
            );
        }
        assert_eq!(rota.last_sent(), rota.crew(list[list.len() - 1] as usize));
        assert_eq!(rota.section_at(&ledger, list.len()), 5000);
    }

    #[test]
    fn every_order_has_its_places() {
        for dispatch in ["file_order", "longest_first", "shortest_first", "round_robin"] {
            check(dispatch, "70");
            check(dispatch, "6000");
        }
    }
}
