//! How many crews, in which order: one wall under many crew counts.
//!
//! The wall is read once into a list of days of work; each crew count is then one quick pass over
//! it. From those passes come the staircase (crews against finish day), the goals, the comparison
//! of the orders and the wages. `docs/planner.md` has the definitions and their sources.
//!
//! More crews are never worse, in whichever order: with one more crew every section of the list
//! starts no later than before. For the list does not depend on the crews, and the k days on which
//! crews are free next, in ascending order, stay each at or below what they were without the
//! further crew (a section goes to the smallest, whose day grows by the same amount in both).
//! So a finish day may be searched by halves. Graham's anomalies (1966) need sections that wait for
//! others, which a wall has not.
//!
//! Not here: who works where (the schedule), days that are lost (the [`risk`](crate::risk)).

mod asked;
mod few;
mod goals;
pub(crate) mod list;
mod orders;
mod pass;
mod search;
mod staircase;
mod step;

use crate::config::{Config, Dispatch, Parameters};
use crate::control::{Cancelled, Watch};
use crate::gather::in_order;
use crate::schedule::{Effort, Workload};

pub use asked::{GoalField, TypedGoals};
pub use goals::{Answer, Binding, Budget, Goal, Goals, Plan, Relaxed};
use list::List;
pub use orders::{Compared, compare};
use pass::Window;
pub use staircase::{EVERY_COUNT, cheapest, knee, useful};
pub use step::Step;

/// Sections times crew counts between two looks at the watch.
const STRIDE: usize = 1 << 24;
/// Crew counts between two looks at the watch, at the least: so many pieces for the threads.
const COUNTS_LEAST: usize = 16;

/// A wall in one order, ready to be passed over with any number of crews.
#[derive(Clone, Debug)]
pub struct Planner {
    parameters: Parameters,
    workload: Workload,
    list: List,
}

impl Planner {
    /// Reads a wall into the list of one order. The configuration's own crews and order do not
    /// matter. Holds 4 to 16 bytes a section.
    pub fn new(config: &Config, dispatch: Dispatch) -> Self {
        let effort = Effort::new(config.parameters());
        let workload = Workload::new(&effort, config.wall());
        let list = List::new(config.wall(), &effort, &workload, dispatch);
        Self { parameters: config.parameters().clone(), workload, list }
    }

    /// The work of the wall.
    pub fn workload(&self) -> &Workload {
        &self.workload
    }

    /// The most crews that are of any use: one for each unfinished section, at least 1.
    pub fn most_crews(&self) -> u32 {
        self.workload.unfinished.max(1)
    }

    /// What so many crews make of the wall (0 counts as 1).
    pub fn step(&self, crews: u32) -> Step {
        self.step_in(&mut Window::new(), crews)
    }

    /// What each of these crew counts makes of the wall, in the order of the counts. Counts are
    /// independent: with the feature `parallel` they share rayon's current pool.
    ///
    /// # Errors
    /// [`Cancelled`] when `watch` says so; it hears how many counts are done.
    pub fn steps(&self, counts: &[u32], watch: &dyn Watch) -> Result<Vec<Step>, Cancelled> {
        let at_once = (STRIDE / self.list.len().max(1)).clamp(COUNTS_LEAST, 1 << 12);
        let mut steps = Vec::with_capacity(counts.len());
        for counts_at_once in counts.chunks(at_once) {
            let piece = (counts_at_once.len() / 64).clamp(1, 16);
            let pieces: Vec<&[u32]> = counts_at_once.chunks(piece).collect();
            let done = in_order(pieces.len(), |index| {
                let mut window = Window::new();
                let counts = pieces.get(index).copied().unwrap_or_default();
                counts.iter().map(|&crews| self.step_in(&mut window, crews)).collect::<Vec<_>>()
            });
            steps.extend(done.into_iter().flatten());
            watch.step(steps.len() as u64, counts.len() as u64)?;
        }
        Ok(steps)
    }

    fn step_in(&self, window: &mut Window, crews: u32) -> Step {
        let crews = crews.max(1);
        let pace = window.pass(&self.list, crews, 0);
        Step::new(&self.parameters, &self.workload, crews, pace)
    }

    pub(crate) fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    pub(crate) fn list(&self) -> &List {
        &self.list
    }
}
