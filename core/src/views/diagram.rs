//! The time–location diagram: sections against days, a pixel for each cell, or for many.
//!
//! A pixel shows work where any of its sections is worked on, on any of its days: it shows the first
//! of those sections in wall order. So no work is ever hidden, and how much of the pixel is work is
//! told beside it.

use std::ops::Range;

use super::elevation::to_indices;
use super::{Columns, Outline};
use crate::gather::in_pieces;
use crate::log::WorkLog;

/// Columns of sections that are drawn as one piece of work.
const PIECE: usize = 16;

/// What a cell is coloured by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// The crew that works there.
    Crew,
    /// The profile that the section is of.
    Profile,
}

/// Which way the diagram lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axes {
    /// Sections go to the right, days go down.
    SectionsAcross,
    /// Days go to the right, sections go down.
    DaysAcross,
}

/// Pixels, row by row from the top left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagram {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// By pixel: the crew or profile, from 1; 0 where nobody works.
    pub shown: Vec<u32>,
    /// By pixel: how many of its cells are work, from 0 (none) to 255 (all), rounded up.
    pub share: Vec<u8>,
}

impl Diagram {
    /// Draws a window of sections and days.
    pub fn new(
        log: &WorkLog<'_>,
        outline: &Outline,
        (sections, days): (&Columns, &Columns),
        colour: Colour,
        axes: Axes,
    ) -> Self {
        let across = axes == Axes::SectionsAcross;
        let (width, height) =
            if across { (sections.len(), days.len()) } else { (days.len(), sections.len()) };
        let mut diagram =
            Self { width, height, shown: vec![0; width * height], share: vec![0; width * height] };
        let strips = in_pieces(sections.len(), PIECE, |column| {
            Strip::new(log, outline, to_indices(&sections.range(column)), days, colour)
        });
        for (column, strip) in strips.into_iter().enumerate() {
            for (row, (shown, share)) in strip.shown.into_iter().zip(strip.share).enumerate() {
                let pixel = if across { row * width + column } else { column * width + row };
                (diagram.shown[pixel], diagram.share[pixel]) = (shown, share);
            }
        }
        diagram
    }
}

/// The pixels of one column of sections, by day.
struct Strip {
    shown: Vec<u32>,
    share: Vec<u8>,
}

impl Strip {
    fn new(
        log: &WorkLog<'_>,
        outline: &Outline,
        sections: Range<usize>,
        days: &Columns,
        colour: Colour,
    ) -> Self {
        let wall = log.ledger().config().wall();
        let mut profile = wall.profile_of(sections.start).unwrap_or(0);
        let (window, many) = (days.window(), sections.len() as u64);
        let (mut paint, mut cells) = (Paint::new(days.len()), Cells::new(days.len()));
        for (piece, block) in outline.pieces(sections) {
            if block.is_some_and(|block| block.first >= window.end || block.last < window.start) {
                continue;
            }
            for section in piece {
                let Some(stay) = u32::try_from(section).ok().and_then(|section| log.stay(section)) else {
                    continue;
                };
                let (first, last) =
                    (stay.first.max(window.start), stay.last.min(window.end.saturating_sub(1)));
                if first > last {
                    continue;
                }
                while wall.end(profile).is_some_and(|end| end as usize <= section) {
                    profile += 1;
                }
                let shown = match colour {
                    Colour::Crew => stay.crew,
                    Colour::Profile => u32::try_from(profile + 1).unwrap_or(u32::MAX),
                };
                if let (Some(a), Some(b)) = (days.of(first), days.of(last)) {
                    paint.fill(a..b + 1, shown);
                    cells.add(days, (a, first), (b, last));
                }
            }
        }
        Self { shown: paint.shown, share: cells.share(days, many) }
    }
}

/// Pixels that keep the first colour that they get.
struct Paint {
    shown: Vec<u32>,
    /// By pixel: itself where it has no colour yet, else one further on. Paths are halved as they are
    /// walked, so that filling takes hardly more than a step for each pixel (Tarjan 1975).
    next: Vec<usize>,
}

impl Paint {
    fn new(pixels: usize) -> Self {
        Self { shown: vec![0; pixels], next: (0..=pixels).collect() }
    }

    fn fill(&mut self, pixels: Range<usize>, colour: u32) {
        let mut pixel = self.bare_from(pixels.start);
        while pixel < pixels.end {
            if let (Some(shown), Some(next)) = (self.shown.get_mut(pixel), self.next.get_mut(pixel)) {
                (*shown, *next) = (colour, pixel + 1);
            }
            pixel = self.bare_from(pixel + 1);
        }
    }

    fn bare_from(&mut self, mut pixel: usize) -> usize {
        let at = |next: &[usize], pixel: usize| next.get(pixel).copied().unwrap_or(pixel);
        while at(&self.next, pixel) != pixel {
            let beyond = at(&self.next, at(&self.next, pixel));
            if let Some(next) = self.next.get_mut(pixel) {
                *next = beyond;
            }
            pixel = beyond;
        }
        pixel
    }
}

/// Cells with work by pixel.
struct Cells {
    worked: Vec<u64>,
    /// How many more sections than before are worked on, on every day of a pixel.
    change: Vec<i64>,
}

impl Cells {
    fn new(pixels: usize) -> Self {
        Self { worked: vec![0; pixels], change: vec![0; pixels + 1] }
    }

    /// Adds a section's days, from the first to the last, each with its pixel.
    fn add(&mut self, days: &Columns, (a, first): (usize, u64), (b, last): (usize, u64)) {
        if a == b {
            return self.add_to(a, last - first + 1);
        }
        self.add_to(a, days.range(a).end - first);
        self.add_to(b, last + 1 - days.range(b).start);
        for (pixel, more) in [(a + 1, 1), (b, -1)] {
            if let Some(change) = self.change.get_mut(pixel) {
                *change += more;
            }
        }
    }

    fn add_to(&mut self, pixel: usize, cells: u64) {
        if let Some(worked) = self.worked.get_mut(pixel) {
            *worked += cells;
        }
    }

    /// The share of work, where so many sections make a pixel.
    fn share(&self, days: &Columns, sections: u64) -> Vec<u8> {
        let mut each = 0i64;
        let of = |(pixel, (worked, change)): (usize, (&u64, &i64))| {
            each += change;
            let range = days.range(pixel);
            let worked = u128::from(worked + each.unsigned_abs() * (range.end - range.start));
            let cells = u128::from(sections) * u128::from(range.end - range.start);
            u8::try_from((worked * 255).div_ceil(cells.max(1))).unwrap_or(u8::MAX)
        };
        self.worked.iter().zip(&self.change).enumerate().map(of).collect()
    }
}
