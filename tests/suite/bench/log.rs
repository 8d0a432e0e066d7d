//! How long a page of a log of 300 million lines takes to find, under each filter, on one thread.

use icewall_core::config::Key;
use icewall_core::log::{Events, Filter, Rota, Selection, WorkLog};
use icewall_suite::{even_wall, heights, parameters, simulate};

use super::figures::{Figures, in_pool, timed};

/// What must be reached, for the count of a new filter and for any page after it, in milliseconds.
const MOST: f64 = 50.0;
/// Lines of a page.
const PAGE: usize = 100;

/// A crew for each of 10,000,000 sections: 5,000,000 lines and more a day.
pub(crate) fn one_each() -> Figures {
    measure("a log of 310,000,000 lines, a crew each", "")
}

/// 1,000,000 crews, each with ten sections.
pub(crate) fn pool() -> Figures {
    measure("a log of 310,000,000 lines, 1,000,000 crews", "1000000")
}

fn measure(heading: &str, crews: &str) -> Figures {
    let mut figures = Figures::new(heading);
    let values = [(Key::NumTeams, crews), (Key::TargetHeight, "60"), (Key::MaxSectionCount, "2000000")];
    let ledger = simulate(parameters(&values), even_wall(5, 2_000_000, heights(10_000_000, 60, 1)));
    let rota = Rota::new(&ledger);
    let log = WorkLog::with(&ledger, &rota);
    assert!(log.len() > 300_000_000);
    let completed = Events { added: false, relieved: false, ..Events::default() };
    let filters = [
        ("all lines", Filter::default()),
        ("one crew", Filter { crews: Some(777_777..=777_777), ..Filter::default() }),
        ("one section", Filter { sections: Some(4_444_444..=4_444_444), ..Filter::default() }),
        ("one profile", Filter { profiles: Some(3..=3), ..Filter::default() }),
        ("completed", Filter { events: completed, ..Filter::default() }),
        ("two days", Filter { days: Some(7..=8), ..Filter::default() }),
    ];
    in_pool(1, || {
        for (named, filter) in filters {
            let (took, mut selection) = timed(|| Selection::new(&log, &filter));
            figures.ms(&format!("{named}: counted"), took, MOST);
            let len = selection.len();
            assert!(len > 0);
            // Far jumps, so that no page is near the one before.
            let jumps = (0..12u64).map(|jump| (jump * 5 + 3) % 12 * len / 12);
            let fresh = selection.clone();
            let longest = jumps.map(|from| {
                // A selection keeps the lines that it found last, so each run has its own.
                let mut own = [fresh.clone(), fresh.clone(), fresh.clone()].into_iter();
                let (took, lines) = timed(|| own.next().expect("three").lines(&log, from, PAGE));
                assert_eq!(lines.len() as u64, (len - from).min(PAGE as u64));
                assert_eq!(selection.lines_before(&log, &lines[0]), from);
                took
            });
            let longest = longest.max().expect("pages");
            figures.ms(&format!("{named}: the slowest page"), longest, MOST);
        }
    });
    figures
}
