//! How far a run or a job is, told to the page while it holds the worker's thread.
//!
//! Core's loops may step a watch from any thread of the pool, but a message to the page can only
//! be posted by the engine's own: so the listener lives in a thread-local, and a step from
//! elsewhere is passed over.

use std::cell::RefCell;

use icewall_core::control::{Cancelled, Watch};

type Listener = Box<dyn Fn(u32)>;

thread_local! {
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
}

/// Does `work` while `listener` is told of every step of every [`Phase`], per mille.
pub fn told<T>(listener: impl Fn(u32) + 'static, work: impl FnOnce() -> T) -> T {
    LISTENER.replace(Some(Box::new(listener)));
    let result = work();
    LISTENER.take();
    result
}

/// A part of a run or a job, as a stretch of the whole in per mille.
pub struct Phase {
    /// Where it begins.
    pub from: u32,
    /// Where it ends.
    pub to: u32,
}

impl Watch for Phase {
    fn step(&self, done: u64, total: u64) -> Result<(), Cancelled> {
        let part = u64::from(self.to - self.from) * done.min(total) / total.max(1);
        let permille = self.from + u32::try_from(part).unwrap_or(0);
        LISTENER.with_borrow(|listener| listener.iter().for_each(|tell| tell(permille)));
        // A computing worker cannot hear: the page cuts it short by ending it.
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
            move |permille| told_to.borrow_mut().push(permille),
            || {
                let phase = Phase { from: 500, to: 700 };
                for done in [0, 5, 10] {
                    assert!(phase.step(done, 10).is_ok());
                }
            },
        );
        assert!(Phase { from: 0, to: 10 }.step(1, 1).is_ok(), "nobody listens any more");
        assert_eq!(*heard.borrow(), [500, 600, 700]);
    }
}
