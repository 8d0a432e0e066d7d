//! How a long computation is watched and called off.
//!
//! The core knows no clock and no thread: whoever calls it hands in a [`Watch`], which hears how
//! far the work is and may end it.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Hears of the progress of a long computation.
pub trait Watch: Sync {
    /// Called every so often, on the thread that called the computation: `done` of `total` steps
    /// (bytes, sections or whatever the computation counts) are behind it.
    ///
    /// # Errors
    /// [`Cancelled`] ends the computation, which hands it on to its caller.
    fn step(&self, done: u64, total: u64) -> Result<(), Cancelled>;
}

/// Nobody watches: the computation runs to its end.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl Watch for Unwatched {
    fn step(&self, _done: u64, _total: u64) -> Result<(), Cancelled> {
        Ok(())
    }
}

/// One of some parts of a computation, as part of the whole: what is done never falls.
pub(crate) struct Part<'a> {
    /// Who watches the whole.
    pub(crate) whole: &'a dyn Watch,
    /// How many parts are behind it.
    pub(crate) index: u64,
    /// How many there are.
    pub(crate) of: u64,
}

impl Watch for Part<'_> {
    fn step(&self, done: u64, total: u64) -> Result<(), Cancelled> {
        self.whole.step(self.index * total + done, self.of * total)
    }
}

/// A flag that calls a computation off from another thread. Its clones share the flag.
#[derive(Clone, Debug, Default)]
pub struct CancelToken(Arc<AtomicBool>);

impl CancelToken {
    /// Calls off every computation that watches this token, for good.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether it was called off.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Watch for CancelToken {
    fn step(&self, _done: u64, _total: u64) -> Result<(), Cancelled> {
        if self.is_cancelled() { Err(Cancelled) } else { Ok(()) }
    }
}

/// The computation was called off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cancelled;

impl fmt::Display for Cancelled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the computation was called off")
    }
}

impl std::error::Error for Cancelled {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_cancels_through_its_clones() {
        let token = CancelToken::default();
        let other = token.clone();
        assert_eq!(other.step(0, 1), Ok(()));
        token.cancel();
        assert_eq!(other.step(0, 1), Err(Cancelled));
        assert_eq!(Unwatched.step(1, 1), Ok(()));
    }

    #[test]
    fn two_halves_make_a_whole() {
        #[derive(Default)]
        struct Told(std::sync::Mutex<Vec<(u64, u64)>>);
        impl Watch for Told {
            fn step(&self, done: u64, total: u64) -> Result<(), Cancelled> {
                self.0.lock().expect("one thread").push((done, total));
                Ok(())
            }
        }
        let told = Told::default();
        for (index, done, total) in [(0, 5, 10), (0, 10, 10), (1, 1, 2), (1, 2, 2)] {
            assert_eq!(Part { whole: &told, index, of: 2 }.step(done, total), Ok(()));
        }
        assert_eq!(*told.0.lock().expect("one thread"), [(5, 20), (10, 20), (3, 4), (4, 4)]);
    }
}
