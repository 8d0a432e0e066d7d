//! The time–location diagram, cell by cell.

use icewall_core::log::WorkLog;
use icewall_core::views::Columns;
use icewall_core::views::diagram::{Axes, Colour, Diagram};
use proptest::prelude::*;

use super::{Built, any_built};

/// What a pixel shows, worked out cell by cell.
fn pixel(
    built: &Built,
    sections: std::ops::Range<u64>,
    days: std::ops::Range<u64>,
    colour: Colour,
) -> (u32, u8) {
    let (mut shown, mut worked) = (0, 0);
    let cells = (sections.end - sections.start) * (days.end - days.start);
    for section in sections.map(|section| usize::try_from(section).expect("small")) {
        let days = days.clone().filter(|&day| built.at_work(day).contains(&section)).count() as u64;
        if days > 0 && worked == 0 {
            let profile = built.config.wall().profile_of(section).expect("a section") + 1;
            shown = match colour {
                Colour::Crew => u32::try_from(built.seen.crew_of[section]).expect("small"),
                Colour::Profile => u32::try_from(profile).expect("small"),
            };
        }
        worked += days;
    }
    (shown, u8::try_from((worked * 255).div_ceil(cells)).expect("a byte"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn every_pixel_shows_the_first_of_its_sections_with_work_and_how_much_of_it_is(
        built in any_built(), from in 0u64..600, to in 0u64..600, first in 1u64..60, days in 0u64..60,
        size in (1u32..30, 1u32..30), crew in any::<bool>(), across in any::<bool>(),
    ) {
        let many = built.sections() as u64;
        let (from, to) = (from % many, to % many);
        let sections = Columns::new(from.min(to)..from.max(to) + 1, size.0);
        let days = Columns::new(first..first + days, size.1);
        let colour = if crew { Colour::Crew } else { Colour::Profile };
        let axes = if across { Axes::SectionsAcross } else { Axes::DaysAcross };
        let log = WorkLog::with(&built.ledger, &built.rota);
        let diagram = Diagram::new(&log, &built.outline, (&sections, &days), colour, axes);
        let size = if across { (sections.len(), days.len()) } else { (days.len(), sections.len()) };
        prop_assert_eq!((diagram.width, diagram.height), size);
        for y in 0..diagram.height {
            for x in 0..diagram.width {
                let (column, row) = if across { (x, y) } else { (y, x) };
                let expected = pixel(&built, sections.range(column), days.range(row), colour);
                let at = y * diagram.width + x;
                prop_assert_eq!((diagram.shown[at], diagram.share[at]), expected, "{}, {}", x, y);
            }
        }
    }

    #[test]
    fn single_cells_are_the_work_itself(built in any_built()) {
        let sections = Columns::new(0..built.sections() as u64, u32::MAX);
        let days = Columns::new(1..built.seen.makespan + 2, u32::MAX);
        let log = WorkLog::with(&built.ledger, &built.rota);
        let diagram =
            Diagram::new(&log, &built.outline, (&sections, &days), Colour::Crew, Axes::SectionsAcross);
        let mut shown = vec![0; sections.len() * days.len()];
        for (row, day) in days.window().enumerate() {
            for &section in built.at_work(day) {
                shown[row * sections.len() + section] = u32::try_from(built.seen.crew_of[section]).expect("small");
            }
        }
        let share: Vec<u8> = shown.iter().map(|&crew| if crew > 0 { 255 } else { 0 }).collect();
        prop_assert_eq!(diagram.share, share);
        prop_assert_eq!(diagram.shown, shown);
    }
}
