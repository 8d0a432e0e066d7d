//! What all views hold together, and that large walls are shown as small ones are.

use icewall_core::config::Key;
use icewall_core::log::{Filter, Rota, Selection, WorkLog};
use icewall_core::units::Day;
use icewall_core::views::diagram::{Axes, Colour, Diagram};
use icewall_core::views::{Columns, crews, elevation};

use super::large;

/// Bytes a section of all that is held while every view is open.
fn check(profiles: u32, sections: u32, crews: &str, bytes_a_section: usize) {
    let (ledger, outline) = large(&[(Key::NumTeams, crews)], profiles, sections);
    let rota = Rota::new(&ledger);
    let log = WorkLog::with(&ledger, &rota);
    let filter = Filter { crews: Some(1..=1), ..Filter::default() };
    let mut chosen = Selection::new(&log, &filter);
    let mut all = Selection::new(&log, &Filter::default());
    chosen.line(&log, chosen.len() / 2).expect("a line");
    all.line(&log, all.len() / 2).expect("a line");
    let held = ledger.bytes() + rota.bytes() + outline.bytes() + chosen.bytes() + all.bytes();
    let sections = ledger.config().wall().heights().len();
    assert!(held <= bytes_a_section * sections, "{held} bytes for {sections} sections");
}

#[test]
fn all_views_of_a_million_sections_hold_32_bytes_a_section_at_most() {
    check(500, 2000, "1000", 32);
}

#[test]
fn all_views_of_ten_million_sections_hold_16_bytes_a_section_at_most() {
    check(5000, 2000, "1000", 16);
}

#[test]
fn a_wide_skyline_is_made_of_narrow_ones() {
    for dispatch in ["file_order", "longest_first", "round_robin"] {
        let (ledger, outline) = large(&[(Key::NumTeams, "300"), (Key::Dispatch, dispatch)], 50, 2000);
        let makespan = ledger.schedule().makespan();
        for day in [0, 1, makespan / 3, makespan / 2, makespan] {
            let wide = elevation::heights(&ledger, &outline, &Columns::new(0..100_000, 7), day);
            let each = Columns::new(0..100_000, u32::MAX);
            let narrow = elevation::heights(&ledger, &outline, &each, day).first;
            for column in 0..7 {
                let range = Columns::new(0..100_000, 7).range(column);
                let of = &narrow[usize::try_from(range.start).expect("small")
                    ..usize::try_from(range.end).expect("small")];
                assert_eq!(Some(&wide.least[column]), of.iter().min(), "{dispatch}, day {day}");
                assert_eq!(Some(&wide.most[column]), of.iter().max(), "{dispatch}, day {day}");
            }
        }
    }
}

#[test]
fn a_pixel_of_a_large_diagram_hides_no_work() {
    let (ledger, outline) = large(&[(Key::NumTeams, "7"), (Key::Dispatch, "shortest_first")], 20, 500);
    let log = WorkLog::new(&ledger);
    let (sections, days) =
        (Columns::new(0..10_000, 300), Columns::new(1..ledger.schedule().makespan() + 1, 200));
    let diagram = Diagram::new(&log, &outline, (&sections, &days), Colour::Profile, Axes::SectionsAcross);
    let mut worked = vec![false; 300 * 200];
    for section in 0..10_000 {
        let Some((first, last)) = ledger.schedule().days_of(ledger.config().wall(), section) else {
            continue;
        };
        for day in first.get()..=last.get() {
            let column = sections.of(section as u64).expect("in the window");
            worked[days.of(day).expect("in the window") * 300 + column] = true;
        }
    }
    assert!(diagram.shown.iter().zip(&worked).all(|(&shown, &worked)| (shown > 0) == worked));
    assert!(diagram.share.iter().zip(&worked).all(|(&share, &worked)| (share > 0) == worked));
}

#[test]
fn a_hundred_thousand_crews_have_their_rows() {
    let (ledger, _) = large(&[(Key::NumTeams, "100000")], 500, 2000);
    let log = WorkLog::new(&ledger);
    let rows = crews::rows(&log, 99_990..=200_000);
    assert_eq!(rows.len(), 11);
    let last = rows.last().expect("a row");
    assert_eq!((last.crew, last.worked + last.idle), (100_000, ledger.schedule().makespan()));
    let found = crews::stints(&log, 100_000, 0, usize::MAX);
    assert_eq!(found.len(), last.sections as usize);
    // A crew goes from one section to the next without a pause.
    assert!(found.windows(2).all(|pair| pair[0].last.get() + 1 == pair[1].first.get()));
    assert_eq!((found[0].first, found[found.len() - 1].last), (Day::new(1), last.relieved));
}
