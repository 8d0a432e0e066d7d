//! The list that a pool takes its sections from: rule 5 of the model.
//!
//! Not here: when they are taken.

use super::Effort;
use crate::config::{Config, Dispatch, Wall};

/// The unfinished sections (indices from 0, wall order) in the order of the list; none where that
/// is the wall's own order.
pub(crate) fn list(dispatch: Dispatch, effort: &Effort, wall: &Wall) -> Option<Vec<u32>> {
    match dispatch {
        Dispatch::FileOrder => None,
        Dispatch::LongestFirst => {
            let longest = effort.days(0);
            Some(by_days(effort, wall, |days| longest - days))
        }
        Dispatch::ShortestFirst => Some(by_days(effort, wall, |days| days)),
        Dispatch::RoundRobin => Some(round_robin(effort, wall)),
    }
}

/// The list in any case, wall order written out. With a crew for each section it is wall order,
/// whatever the dispatch: that is how the crews are numbered.
pub(crate) fn listed(config: &Config, effort: &Effort) -> Vec<u32> {
    let (parameters, wall) = (config.parameters(), config.wall());
    let pool = parameters.crews().and_then(|_| list(parameters.dispatch(), effort, wall));
    pool.unwrap_or_else(|| unfinished(effort, wall).collect())
}

/// The unfinished sections in wall order.
fn unfinished<'a>(effort: &'a Effort, wall: &'a Wall) -> impl Iterator<Item = u32> + 'a {
    (0u32..).zip(wall.heights()).filter(|&(_, &height)| effort.days(height) > 0).map(|(section, _)| section)
}

/// Sorted by a rank of the days left, ties in wall order: a counting sort, as ranks are few.
fn by_days(effort: &Effort, wall: &Wall, rank: impl Fn(u16) -> u16) -> Vec<u32> {
    let rank_of = |section: u32| {
        let height = wall.heights().get(section as usize).copied().unwrap_or(0);
        usize::from(rank(effort.days(height)))
    };
    let mut next = vec![0usize; usize::from(effort.days(0)) + 2];
    for section in unfinished(effort, wall) {
        next[rank_of(section) + 1] += 1;
    }
    for i in 1..next.len() {
        next[i] += next[i - 1];
    }
    let mut list = vec![0; next.last().copied().unwrap_or(0)];
    for section in unfinished(effort, wall) {
        let slot = &mut next[rank_of(section)];
        list[*slot] = section;
        *slot += 1;
    }
    list
}

/// The first of each profile, then the second of each, profiles that are used up passed over.
fn round_robin(effort: &Effort, wall: &Wall) -> Vec<u32> {
    let mut rest: Vec<_> = (0..wall.profiles())
        .map(|profile| {
            wall.profile(profile)
                .filter(|&section| effort.days(wall.heights()[section]) > 0)
                .map(|section| u32::try_from(section).unwrap_or(u32::MAX))
        })
        .collect();
    let mut list = Vec::new();
    while !rest.is_empty() {
        rest.retain_mut(|profile| profile.next().inspect(|&section| list.push(section)).is_some());
    }
    list
}
