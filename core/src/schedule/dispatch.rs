//! The list that a pool takes its sections from: rule 5 of the model.
//!
//! Not here: when they are taken.

use super::Effort;
use crate::config::{Config, Dispatch, Wall};
use crate::gather::STRETCH;

/// The unfinished sections (indices from 0, wall order) in the order of the list; none where that
/// is the wall's own order.
pub(crate) fn list(dispatch: Dispatch, effort: &Effort, wall: &Wall) -> Option<Vec<u32>> {
    match dispatch {
        Dispatch::FileOrder => None,
        Dispatch::LongestFirst => Some(by_days(effort, wall, effort.days(0))),
        Dispatch::ShortestFirst => Some(by_days(effort, wall, 0)),
        Dispatch::RoundRobin => Some(round_robin(effort, wall)),
    }
}

/// The list in any case, wall order written out. With a crew for each section it is wall order,
/// whatever the dispatch: that is how the crews are numbered.
pub(crate) fn listed(config: &Config, effort: &Effort) -> Vec<u32> {
    let (parameters, wall) = (config.parameters(), config.wall());
    let pool = parameters.crews().and_then(|_| list(parameters.dispatch(), effort, wall));
    pool.unwrap_or_else(|| {
        let mut list = Vec::with_capacity(wall.heights().len());
        let firsts = (0u32..).step_by(STRETCH);
        firsts
            .zip(wall.heights().chunks(STRETCH))
            .for_each(|(first, part)| add(first, part, effort, &mut list));
        list
    })
}

/// Adds the unfinished ones of the sections from `first` on.
#[inline(never)]
fn add(first: u32, heights: &[u16], effort: &Effort, list: &mut Vec<u32>) {
    let sections = (first..).zip(heights).filter(|&(_, &height)| effort.days(height) > 0);
    list.extend(sections.map(|(section, _)| section));
}

/// The unfinished sections in wall order.
fn unfinished<'a>(effort: &'a Effort, wall: &'a Wall) -> impl Iterator<Item = u32> + 'a {
    (0u32..).zip(wall.heights()).filter(|&(_, &height)| effort.days(height) > 0).map(|(section, _)| section)
}

/// Sorted by how far the days left are from so many, ties in wall order.
fn by_days(effort: &Effort, wall: &Wall, from: u16) -> Vec<u32> {
    by_rank(|| {
        let days =
            |section: u32| wall.heights().get(section as usize).map_or(0, |&height| effort.days(height));
        unfinished(effort, wall).map(move |section| (section, usize::from(days(section).abs_diff(from))))
    })
}

/// The first of each profile, then the second of each, profiles that are used up passed over: sorted
/// by the place in the profile, ties in wall order.
fn round_robin(effort: &Effort, wall: &Wall) -> Vec<u32> {
    by_rank(|| {
        let (mut profile, mut end, mut place) = (wall.ends().iter(), 0, 0);
        unfinished(effort, wall).map(move |section| {
            while section >= end {
                (end, place) = (profile.next().copied().unwrap_or(u32::MAX), 0);
            }
            place += 1;
            (section, place - 1)
        })
    })
}

/// A counting sort by rank, ties as they come: ranks are no more than sections.
fn by_rank<I: Iterator<Item = (u32, usize)>>(sections: impl Fn() -> I) -> Vec<u32> {
    let mut next = Vec::new();
    for (_, rank) in sections() {
        if rank + 2 > next.len() {
            next.resize(rank + 2, 0usize);
        }
        next[rank + 1] += 1;
    }
    for i in 1..next.len() {
        next[i] += next[i - 1];
    }
    let mut list = vec![0; next.last().copied().unwrap_or(0)];
    for (section, rank) in sections() {
        let slot = &mut next[rank];
        list[*slot] = section;
        *slot += 1;
    }
    list
}
