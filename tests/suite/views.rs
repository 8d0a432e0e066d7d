//! What pictures are drawn from, against the slow simulator: every section on every day of small
//! walls, and what is binned against what it is binned from. Large walls in `large`.

mod crews;
mod diagram;
mod elevation;
mod large;
mod milestones;

use icewall_core::config::Config;
use icewall_core::ledger::Ledger;
use icewall_core::log::Rota;
use icewall_core::views::Outline;
use icewall_suite::slow::{self, Seen};
use icewall_suite::{even_wall, heights, parameters, simulate};
use proptest::prelude::*;

/// A wall built twice.
struct Built {
    config: Config,
    ledger: Ledger,
    rota: Rota,
    outline: Outline,
    seen: Seen,
}

impl std::fmt::Debug for Built {
    /// A failing case is told by its configuration: everything else follows from it.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.config.fmt(f)
    }
}

impl Built {
    fn new(config: Config) -> Self {
        let ledger = crate::properties::ledger(&config);
        let (rota, outline) = (Rota::new(&ledger), Outline::new(&ledger));
        let seen = slow::build(&config);
        Self { config, ledger, rota, outline, seen }
    }

    fn sections(&self) -> usize {
        self.config.wall().heights().len()
    }

    /// The height of a section (index from 0) at the end of a day.
    fn height(&self, section: usize, day: u64) -> u64 {
        let days = &self.seen.heights;
        match usize::try_from(day).expect("small").min(days.len()) {
            0 => u64::from(self.config.wall().heights()[section]),
            day => days[day - 1][section],
        }
    }

    /// The sections (indices from 0) at work on a day.
    fn at_work(&self, day: u64) -> &[usize] {
        let index = usize::try_from(day).expect("small").checked_sub(1);
        index.and_then(|index| self.seen.at_work.get(index)).map_or(&[], Vec::as_slice)
    }

    /// First and last day of work on a section.
    fn days_of(&self, section: usize) -> Option<(u64, u64)> {
        let mut days = (1..=self.seen.makespan).filter(|&day| self.at_work(day).contains(&section));
        let first = days.next()?;
        Some((first, days.next_back().unwrap_or(first)))
    }
}

/// Walls of every kind, and some with enough sections for whole blocks of an outline.
fn any_built() -> impl Strategy<Value = Built> {
    let small = crate::properties::any_config();
    let large = (1u32.., 1u32..200, 0usize..4, 1u16..5).prop_map(|(seed, crews, dispatch, rate)| {
        use icewall_core::config::{Dispatch, Key};
        let (crews, rate) = (if crews == 1 { String::new() } else { crews.to_string() }, rate.to_string());
        let values = [
            (Key::NumTeams, crews.as_str()),
            (Key::Dispatch, Dispatch::ALL[dispatch].name()),
            (Key::BuildRate, rate.as_str()),
        ];
        Config::new(parameters(&values), even_wall(4, 150, heights(600, 30, seed))).expect("a configuration")
    });
    prop_oneof![3 => small, 1 => large].prop_map(Built::new)
}

/// Another way to simulate, for walls too large to be built twice.
fn large(values: &[(icewall_core::config::Key, &str)], profiles: u32, sections: u32) -> (Ledger, Outline) {
    let many = (profiles * sections) as usize;
    let ledger = simulate(parameters(values), even_wall(profiles, sections, heights(many, 30, 1)));
    let outline = Outline::new(&ledger);
    (ledger, outline)
}
