//! The orders of the list held against each other.
//!
//! Not here: what an order is (the schedule).

use super::{Planner, Step};
use crate::config::{Config, Dispatch};
use crate::control::{Cancelled, Watch};

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

/// Compares every order with so many crews, in the order of [`Dispatch::ALL`].
///
/// # Errors
/// [`Cancelled`] when `watch` says so.
pub fn compare(config: &Config, crews: u32, watch: &dyn Watch) -> Result<Vec<Compared>, Cancelled> {
    let reference = Planner::new(config, config.parameters().dispatch()).step(crews).finish;
    let mut compared = Vec::new();
    for dispatch in Dispatch::ALL {
        let planner = Planner::new(config, dispatch);
        let step = planner.step(crews);
        let crews_for_same = planner.fewest_crews(reference, watch)?;
        compared.push(Compared { dispatch, step, crews_for_same });
        watch.step(compared.len() as u64, Dispatch::ALL.len() as u64)?;
    }
    Ok(compared)
}
