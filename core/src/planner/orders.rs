//! The orders of the list held against each other.
//!
//! Not here: what an order is (the schedule).

use super::{Planner, Step};
use crate::config::{Config, Dispatch};
use crate::control::{Cancelled, Part, Watch};
use crate::units::Day;

/// What one order makes of a wall, beside what another does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The order.
    pub dispatch: Dispatch,
    /// What the crews asked about make of the wall in this order. Its distance to the bound is
    /// `finish − lower_bound`.
    pub step: Step,
    /// The fewest crews that finish in this order no later than the crews asked about do in the
    /// configuration's order; none where no number of crews does.
    pub crews_for_same: Option<u32>,
}

/// Compares every order with so many crews, in the order of [`Dispatch::ALL`]; `heard` hears after each what was found
/// so far, the configuration's own order first.
///
/// # Errors
/// [`Cancelled`] when `watch` says so.
pub fn compare(
    config: &Config,
    crews: u32,
    watch: &dyn Watch,
    mut heard: impl FnMut(&[Compared]),
) -> Result<Vec<Compared>, Cancelled> {
    let (own, all) = (config.parameters().dispatch(), Dispatch::ALL);
    let compared = |dispatch, index, no_later_than: Option<Day>| {
        let part = Part { whole: watch, index, of: all.len() as u64 };
        let planner = Planner::new(config, dispatch);
        let step = planner.step(crews);
        let crews_for_same = planner.fewest_crews(no_later_than.unwrap_or(step.finish), &part)?;
        part.step(1, 1)?;
        Ok(Compared { dispatch, step, crews_for_same })
    };
    // The configuration's own order first: the others are asked for its finish.
    let first = compared(own, 0, None)?;
    let mut found = vec![first];
    heard(&found);
    for (index, dispatch) in (1..).zip(all.into_iter().filter(|dispatch| *dispatch != own)) {
        found.push(compared(dispatch, index, Some(first.step.finish))?);
        found.sort_by_key(|compared| all.iter().position(|dispatch| *dispatch == compared.dispatch));
        heard(&found);
    }
    Ok(found)
}
