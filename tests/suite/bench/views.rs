//! What a frame of each view takes to compute, on one thread: the longest of the days of a wall.

use std::time::Duration;

use icewall_core::config::Key;
use icewall_core::control::Unwatched;
use icewall_core::ledger::Ledger;
use icewall_core::log::{Rota, WorkLog};
use icewall_core::units::Day;
use icewall_core::views::diagram::{Axes, Colour, Diagram};
use icewall_core::views::milestones::{Column, order};
use icewall_core::views::{Columns, Outline, crews, elevation};
use icewall_suite::{even_wall, heights, parameters, simulate};

use super::figures::{Figures, in_pool, timed};

/// Days of a slider that is dragged from end to end.
const DAYS: u64 = 40;
const WIDTH: u32 = 1200;
const HEIGHT: u32 = 800;

/// 1,000,000 sections. A frame has 8 ms in a browser, where code takes about twice as long.
pub(crate) fn million() -> Figures {
    measure("views of 1,000,000 sections, one thread", 500, 4.0, 100.0)
}

/// 10,000,000 sections.
pub(crate) fn ten_million() -> Figures {
    measure("views of 10,000,000 sections, one thread", 5000, 40.0, 600.0)
}

fn measure(heading: &str, profiles: u32, frame: f64, open: f64) -> Figures {
    let mut figures = Figures::new(heading);
    in_pool(1, || {
        for (crews, dispatch) in
            [("1000", "file_order"), ("1000", "round_robin"), ("1000", "longest_first"), ("", "file_order")]
        {
            let wall = even_wall(profiles, 2000, heights(profiles as usize * 2000, 30, 1));
            let ledger = simulate(parameters(&[(Key::NumTeams, crews), (Key::Dispatch, dispatch)]), wall);
            let named = if crews.is_empty() { "a crew each" } else { dispatch };
            skyline(&mut figures, named, &ledger, frame, open);
        }
    });
    figures
}

fn skyline(figures: &mut Figures, named: &str, ledger: &Ledger, frame: f64, open: f64) {
    let (took, outline) = timed(|| Outline::new(ledger));
    figures.ms(&format!("{named}: outline"), took, open);
    let (took, rota) = timed(|| Rota::new(ledger));
    figures.ms(&format!("{named}: rota"), took, open);
    let log = WorkLog::with(ledger, &rota);
    let (many, makespan) = (ledger.config().wall().heights().len() as u64, ledger.schedule().makespan());
    let (sections, days) = (Columns::new(0..many, WIDTH), Columns::new(1..makespan + 1, HEIGHT));

    let draw = |step: u64| {
        let day = makespan * step / DAYS;
        let (took, (heights, at_work)) = timed(|| {
            let heights = elevation::heights(ledger, &outline, &sections, day);
            (heights, elevation::at_work(&log, &outline, &sections, day, 500))
        });
        assert_eq!(at_work.crews, u64::from(ledger.schedule().crews_at_work(Day::new(day))));
        let finished = heights.least.iter().filter(|&&least| least == 30).count();
        assert!(heights.most.iter().all(|&most| most == 30) && (finished == 1200) == (day == makespan));
        took
    };
    let longest = (0..=DAYS).map(draw).max().unwrap_or(Duration::ZERO);
    figures.ms(&format!("{named}: a frame of the skyline"), longest, frame);

    let (took, diagram) =
        timed(|| Diagram::new(&log, &outline, (&sections, &days), Colour::Crew, Axes::SectionsAcross));
    assert_eq!(diagram.shown.len(), 1200 * days.len());
    assert!(diagram.shown.iter().any(|&crew| crew > 0));
    figures.ms(&format!("{named}: the diagram"), took, open);

    let (took, rows) = timed(|| (crews::rows(&log, 500..=549), crews::strips(&log, 500..=549, &days)));
    assert_eq!((rows.0.len(), rows.1.section.len()), (50, 50 * days.len()));
    figures.ms(&format!("{named}: 50 rows of crews"), took, open);

    let (took, order) =
        timed(|| order(ledger, Column::Quarter(2), true, &Unwatched).expect("nobody cancels"));
    assert_eq!(order.len(), ledger.config().wall().profiles());
    figures.ms(&format!("{named}: profiles in order"), took, open);
}
