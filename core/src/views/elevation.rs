//! The wall as a skyline: how high it stands on a day, where its profiles begin, who works where.

use std::ops::Range;

use super::outline::Block;
use super::{Columns, Outline};
use crate::gather::in_pieces;
use crate::ledger::Ledger;
use crate::log::{Filter, Sieve, WorkLog};

/// Columns that are drawn as one piece of work.
const PIECE: usize = 64;

/// Heights in feet by column: of its first section, the least, the greatest, and of its last. A
/// line from each to the next goes through every extreme, so no section is thinned away.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heights {
    /// Of the first section.
    pub first: Vec<u16>,
    /// The least.
    pub least: Vec<u16>,
    /// The greatest.
    pub most: Vec<u16>,
    /// Of the last section.
    pub last: Vec<u16>,
}

/// Crews at work on a day among the sections of a window.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AtWork {
    /// How many.
    pub crews: u64,
    /// How many by column.
    pub by_column: Vec<u32>,
    /// Each with its section and number (both from 1), in wall order; empty where there are more
    /// than were asked for.
    pub each: Vec<Worker>,
}

/// A crew at work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Worker {
    /// The section, from 1.
    pub section: u32,
    /// The crew, from 1.
    pub crew: u32,
}

/// The heights of a window of sections at the end of a day; the start heights on day 0. The wall's
/// target is [`Parameters::target_height`](crate::config::Parameters::target_height).
pub fn heights(ledger: &Ledger, outline: &Outline, sections: &Columns, day: u64) -> Heights {
    let columns = in_pieces(sections.len(), PIECE, |column| {
        of_column(ledger, outline, to_indices(&sections.range(column)), day)
    });
    let mut heights = Heights::default();
    for [first, least, most, last] in columns {
        heights.first.push(first);
        heights.least.push(least);
        heights.most.push(most);
        heights.last.push(last);
    }
    heights
}

/// First, least, greatest and last height.
fn of_column(ledger: &Ledger, outline: &Outline, sections: Range<usize>, day: u64) -> [u16; 4] {
    let (schedule, heights) = (ledger.schedule(), ledger.config().wall().heights());
    let target = ledger.config().parameters().target_height();
    let on =
        |section: usize| heights.get(section).map_or(0, |&start| schedule.height_on(section, start, day));
    let (mut least, mut most) = (u16::MAX, 0);
    for (piece, block) in outline.pieces(sections.clone()) {
        let (low, high) = match block {
            Some(block) if day < block.first => (block.least, block.most),
            Some(block) if day >= block.last => (target, target),
            // Where all begin on the same day, whoever was lower is never higher.
            Some(block) if schedule.all_start_on_day_1() => {
                (schedule.height_on(0, block.least, day), schedule.height_on(0, block.most, day))
            }
            _ => schedule.extremes_on(piece.clone(), heights.get(piece).unwrap_or_default(), day),
        };
        (least, most) = (least.min(low), most.max(high));
    }
    [on(sections.start), least, most, on(sections.end.saturating_sub(1))]
}

/// How many profiles begin in each column.
pub fn profiles_begun(ledger: &Ledger, sections: &Columns) -> Vec<u32> {
    let wall = ledger.config().wall();
    // Profile 1 begins at section 0, any other where the one before ends.
    let begun = |section: u64| match usize::try_from(section).unwrap_or(usize::MAX).checked_sub(1) {
        None => 0,
        Some(before) => wall.profile_of(before).map_or(wall.profiles(), |profile| profile + 1),
    };
    let columns = (0..sections.len()).map(|column| sections.range(column));
    columns.map(|range| u32::try_from(begun(range.end) - begun(range.start)).unwrap_or(u32::MAX)).collect()
}

/// The crews at work on a day in a window of sections, each by itself where there are `most` at the
/// most.
pub fn at_work(log: &WorkLog<'_>, outline: &Outline, sections: &Columns, day: u64, most: usize) -> AtWork {
    let window = to_indices(&sections.window());
    let days = day..day.saturating_add(1);
    let sieve = Sieve::new(log, &Filter::default()).of_sections(small(window.start)..small(window.end));
    let few = log.candidates(&sieve, &days);
    let by_column = if few.len() * 4 < window.len() {
        let mut by_column = vec![0; sections.len()];
        log.visit(few.clone(), &sieve, &days, |stay| {
            if let Some(count) = sections.of(u64::from(stay.section)).and_then(|c| by_column.get_mut(c)) {
                *count += 1;
            }
        });
        by_column
    } else {
        counted(log.ledger(), outline, sections, day)
    };
    let crews = by_column.iter().map(|&count| u64::from(count)).sum();
    let mut each = Vec::new();
    if crews > 0 && crews <= most as u64 {
        log.visit(few, &sieve, &days, |stay| {
            each.push(Worker { section: stay.section + 1, crew: stay.crew });
        });
        each.sort_unstable();
    }
    AtWork { crews, by_column, each }
}

/// Sections at work on a day by column, looked at one after the other.
fn counted(ledger: &Ledger, outline: &Outline, sections: &Columns, day: u64) -> Vec<u32> {
    let (schedule, heights) = (ledger.schedule(), ledger.config().wall().heights());
    let of_piece = |piece: Range<usize>| {
        let starts = heights.get(piece.clone()).unwrap_or_default();
        if schedule.all_start_on_day_1() {
            // Then it hangs on the height alone: as many days are left as there are feet.
            let built = day.saturating_sub(1).saturating_mul(u64::from(schedule.effort().rate()));
            let below = u64::from(schedule.effort().feet(0)).saturating_sub(built);
            let below = if day == 0 { 0 } else { u16::try_from(below).unwrap_or(u16::MAX) };
            return starts.iter().map(|&start| u32::from(start < below)).sum::<u32>();
        }
        piece.zip(starts).map(|(section, &start)| u32::from(schedule.is_worked_on(section, start, day))).sum()
    };
    let of_column = |column| {
        let pieces = outline.pieces(to_indices(&sections.range(column)));
        let under_way = |block: &Block| (block.first..=block.last).contains(&day);
        pieces.filter(|(_, block)| block.is_none_or(under_way)).map(|(piece, _)| of_piece(piece)).sum()
    };
    in_pieces(sections.len(), PIECE, of_column)
}

pub(super) fn to_indices(sections: &Range<u64>) -> Range<usize> {
    let index = |section: u64| usize::try_from(section).unwrap_or(usize::MAX);
    index(sections.start)..index(sections.end)
}

fn small(section: usize) -> u32 {
    u32::try_from(section).unwrap_or(u32::MAX)
}
