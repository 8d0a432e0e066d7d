//! The wall that is shown, simulated, and which crew builds which section of it once somebody asks: one
//! for all jobs. Not for what a job makes of it.

use std::cell::OnceCell;

use icewall_core::ledger::Ledger;
use icewall_core::log::{Rota, WorkLog};

/// A simulated wall.
pub(crate) struct Wall {
    ledger: Ledger,
    rota: OnceCell<Rota>,
}

impl Wall {
    /// A wall whose crews nobody has asked for.
    pub(crate) fn new(ledger: Ledger) -> Self {
        Self { ledger, rota: OnceCell::new() }
    }

    /// Its figures.
    pub(crate) fn ledger(&self) -> &Ledger {
        &self.ledger
    }

    /// Its crews. The first time this costs a pass over all sections, and some more bytes a section from then on.
    pub(crate) fn rota(&self) -> &Rota {
        self.rota.get_or_init(|| Rota::new(&self.ledger))
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        self.ledger.bytes() + self.rota.get().map_or(0, Rota::bytes)
    }

    /// Its work log. Costs what [`Wall::rota`] does.
    pub(crate) fn log(&self) -> WorkLog<'_> {
        WorkLog::with(&self.ledger, self.rota())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icewall_core::config::Config;
    use icewall_core::control::Unwatched;

    #[test]
    fn the_crews_are_found_once_for_all_jobs() {
        let wall = Wall::new(Ledger::new(Config::default(), &Unwatched).expect("not called off"));
        assert!(std::ptr::eq(wall.rota(), wall.rota()) && std::ptr::eq(wall.rota(), wall.log().rota()));
    }
}
