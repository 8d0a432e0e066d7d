//! The staircase of crews against finish day: which counts to try, which are useful, where it
//! bends, which is cheapest.
//!
//! Not here: what a count makes of the wall (the [`Planner`]).

use super::{Planner, Step};
use crate::units::Day;

/// Up to so many unfinished sections every crew count is tried; above, chosen ones.
pub const EVERY_COUNT: u32 = 2000;
/// About so many counts are tried at first where not every one is.
const CHOSEN: u32 = 64;

impl Planner {
    /// The crew counts to begin with, ascending: each up to [`EVERY_COUNT`] unfinished sections;
    /// above that some, each a like share more than the one before, with `around` and its
    /// neighbours among them.
    pub fn first_counts(&self, around: Option<u32>) -> Vec<u32> {
        let most = self.most_crews();
        if most <= EVERY_COUNT {
            return (1..=most).collect();
        }
        let mut counts = vec![1, most];
        spread(1, most, CHOSEN, &mut counts);
        for near in around.into_iter().flat_map(|crews| crews.saturating_sub(1)..=crews.saturating_add(1)) {
            counts.push(near.clamp(1, most));
        }
        counts.sort_unstable();
        counts.dedup();
        counts
    }

    /// More counts to try after some, at most `most` of them: within the steps that drop the
    /// most, and first of all within the one on which `target` is met and, where there are wages,
    /// beside the cheapest. None when nothing is left to find. `steps` ascend by crews.
    pub fn next_counts(&self, steps: &[Step], target: Option<Day>, most: usize) -> Vec<u32> {
        let least = cheapest(steps).filter(|step| step.wages.is_some_and(|wages| wages.get() > 0));
        let mut gaps: Vec<(bool, u64, u32)> = steps
            .windows(2)
            .filter_map(|pair| {
                let [less, more] = pair else { return None };
                let drop = less.finish.get().saturating_sub(more.finish.get());
                if drop == 0 || more.crews - less.crews < 2 {
                    return None;
                }
                let meets = target.is_some_and(|day| less.finish > day && day >= more.finish);
                let is_beside = least.is_some_and(|least| least == *less || least == *more);
                let share = drop * 1_000_000 / more.finish.get().max(1);
                Some((meets || is_beside, share, between(less.crews, more.crews)))
            })
            .collect();
        gaps.sort_unstable_by(|a, b| b.cmp(a));
        let mut counts: Vec<u32> = gaps.into_iter().take(most).map(|(_, _, crews)| crews).collect();
        counts.sort_unstable();
        counts
    }
}

/// Adds about `count` numbers between two, each a like share more than the one before.
fn spread(low: u32, high: u32, count: u32, counts: &mut Vec<u32>) {
    if count < 2 || high - low < 2 {
        return;
    }
    let middle = between(low, high);
    counts.push(middle);
    spread(low, middle, count / 2, counts);
    spread(middle, high, count / 2, counts);
}

/// The geometric mean of two numbers that are not neighbours, kept strictly between them.
fn between(low: u32, high: u32) -> u32 {
    let mean = (u64::from(low) * u64::from(high)).isqrt();
    u32::try_from(mean).unwrap_or(high).clamp(low + 1, high - 1)
}

/// The useful crew counts among steps that ascend by crews: for each finish day the fewest crews
/// that reach it. All others pay for crews that make nothing faster.
pub fn useful(steps: &[Step]) -> Vec<Step> {
    let mut best = None;
    let earlier = |step: &&Step| {
        let better = best.is_none_or(|day| step.finish < day);
        if better {
            best = Some(step.finish);
        }
        better
    };
    steps.iter().filter(earlier).copied().collect()
}

/// Where the staircase bends: of the useful steps the one farthest from the straight line between
/// the first and the last, both axes scaled to them; ties to the fewest crews. This is the knee of
/// Kneedle (Satopää, Albrecht, Irwin, Raghavan 2011) without its smoothing, which exact data do not
/// need. None where no step lies below that line.
pub fn knee(useful: &[Step]) -> Option<Step> {
    let [first, .., last] = useful else { return None };
    let across = |step: &Step| i128::from(step.crews) - i128::from(first.crews);
    let down = |step: &Step| i128::from(first.finish.get()) - i128::from(step.finish.get());
    let distance = |step: &Step| down(step) * across(last) - across(step) * down(last);
    let inner = useful.get(1..useful.len() - 1)?;
    inner.iter().rev().max_by_key(|step| distance(step)).filter(|step| distance(step) > 0).copied()
}

/// The step with the least wages and overhead; ties to the earlier finish, then to the fewest
/// crews. None where no step's wages can be paid.
pub fn cheapest(steps: &[Step]) -> Option<Step> {
    steps.iter().filter(|step| step.wages.is_some()).min_by_key(|s| (s.wages, s.finish, s.crews)).copied()
}
