//! What must hold for any bytes that somebody sends: nothing panics, every fault has its place, and what was
//! read and is written comes back the same. Each function takes the bytes of one run of libFuzzer; the programs
//! that call them are in `targets/`. Figures are judged elsewhere (tests/suite).

#![forbid(unsafe_code)]

pub mod kept;
pub mod readers;
pub mod router;

use icewall_core::config::Config;
use icewall_core::control::Unwatched;
use icewall_core::ledger::{Ledger, Scope};
use icewall_core::units::Day;

/// Larger walls are read, but not built: the runs would be few.
const BUILT_MOST: usize = 2_000;

/// A configuration that was read can be built, and its figures agree with each other.
fn build(config: &Config) {
    if config.wall().heights().len() > BUILT_MOST {
        return;
    }
    let ledger = Ledger::new(config.clone(), &Unwatched).expect("nobody cancels");
    let last = Day::new(ledger.schedule().makespan());
    assert_eq!(ledger.cost_until(Scope::Wall, last), ledger.cost());
    assert!(ledger.schedule().utilisation_permille().is_none_or(|permille| permille <= 1000));
    assert!(ledger.schedule().lower_bound() <= last.get());
}
