//! How far a job is, told to the rooms while the job holds the worker's thread, and parts of what it
//! gives.
//!
//! Core's loops may step a watch from any thread of the pool, but a message can only be posted by the
//! worker's own: so the listener lives in a thread-local, and a step from elsewhere is passed over.

use std::cell::RefCell;

use icewall_core::control::{Cancelled, Watch};
use icewall_protocol::workshop::Made;

use crate::sheets::Sheet;

/// What a job says on its way.
pub(crate) enum Said {
    /// How much of it is done, per mille.
    Progress(u32),
    /// A part of what it gives.
    Part(Box<Made>, Vec<Sheet>),
}

type Listener = Box<dyn Fn(Said)>;

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Does `work` while `listener` hears what it says on its way.
pub(crate) fn told<T>(listener: impl Fn(Said) + 'static, work: impl FnOnce() -> T) -> T {
    LISTENER.replace(Some(Box::new(listener)));
    let result = work();
    LISTENER.take();
    result
}

/// Says a part of what the job under way gives.
pub(crate) fn part(made: Made, sheets: Vec<Sheet>) {
    say(Said::Part(Box::new(made), sheets));
}

fn say(said: Said) {
    LISTENER.with_borrow(|listener| {
        if let Some(listener) = listener {
            listener(said);
        }
    });
}

/// A part of a job, as a stretch of the whole in per mille.
pub(crate) struct Phase {
    pub(crate) from: u32,
    pub(crate) to: u32,
}

impl Watch for Phase {
    fn step(&self, done: u64, total: u64) -> Result<(), Cancelled> {
        let part = u64::from(self.to - self.from) * done.min(total) / total.max(1);
        say(Said::Progress(self.from + u32::try_from(part).unwrap_or(0)));
        // A computing workshop cannot hear: a job is ended by ending the worker.
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;

    #[test]
    fn a_phase_tells_its_part_of_the_whole() {
        let heard = Rc::new(RefCell::new(Vec::new()));
        let told_to = Rc::clone(&heard);
        told(
            move |said| match said {
                Said::Progress(permille) => told_to.borrow_mut().push(permille),
                Said::Part(made, _) => assert_eq!(*made, Made::Nothing),
            },
            || {
                let phase = Phase { from: 500, to: 700 };
                for done in [0, 5, 10] {
                    assert!(phase.step(done, 10).is_ok());
                }
                part(Made::Nothing, Vec::new());
            },
        );
        assert!(Phase { from: 0, to: 10 }.step(1, 1).is_ok(), "nobody listens any more");
        assert_eq!(*heard.borrow(), [500, 600, 700]);
    }
}
