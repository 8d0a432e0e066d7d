//! The skyline as pixels. Pure; the colours are the style sheet's.
//!
//! From the ground up a column is of its start height, then of ice. Where it stands for many sections it
//! is mixed between the lowest start and the highest, and pale above the lowest height on the day, up to
//! the highest: no section is thinned away. Above the target stand marks where crews are at work, below
//! the ground marks where profiles begin, if there is room to tell them apart.

use super::seen::{Column, Seen};

/// Red, green, blue, alpha.
pub(crate) type Colour = [u8; 4];

/// What the parts are drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Tones {
    /// Start height.
    pub(crate) stone: Colour,
    /// Ice added so far.
    pub(crate) ice: Colour,
    /// Start height of some sections of the column, ice of others.
    pub(crate) mixed: Colour,
    /// Reached by some sections of the column.
    pub(crate) some: Colour,
    /// The line of the target height.
    pub(crate) target: Colour,
    /// Crews at work, and where profiles begin.
    pub(crate) mark: Colour,
}

/// Pixels above the target and below the ground, for each pixel of a style sheet.
pub(crate) const ABOVE: usize = 14;
pub(crate) const BELOW: usize = 8;
/// The height of a mark.
const MARK: usize = 6;
/// Columns as wide as this have a gap between them.
const GAP_FROM: usize = 6;

/// A picture of so many pixels, `ratio` to each of a style sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Size {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) ratio: usize,
}

impl Size {
    /// The line on which a height stands: everything above the ground is counted from there.
    fn line(self, feet: u16, target: u16) -> usize {
        let (top, ground) = (ABOVE * self.ratio, self.ground());
        let high = ground.saturating_sub(top) * usize::from(feet) / usize::from(target.max(1));
        ground.saturating_sub(high)
    }

    fn ground(self) -> usize {
        self.height.saturating_sub(BELOW * self.ratio)
    }

    /// The pixels of a column: from, to.
    fn across(self, column: usize, columns: usize) -> (usize, usize) {
        (column * self.width / columns, (column + 1) * self.width / columns)
    }
}

/// The pixels, row by row from the top left. What nothing stands on is clear.
pub(crate) fn picture(seen: &Seen, size: Size, tones: &Tones) -> Vec<u8> {
    let mut pixels = vec![0; size.width * size.height * 4];
    let target = seen.told.target;
    let mut fill = |(left, right): (usize, usize), (top, bottom): (usize, usize), colour: Colour| {
        for row in top..bottom.min(size.height) {
            let (from, to) = ((row * size.width + left) * 4, (row * size.width + right) * 4);
            for pixel in pixels.get_mut(from..to).unwrap_or_default().chunks_exact_mut(4) {
                pixel.copy_from_slice(&colour);
            }
        }
    };
    let line = size.line(target, target);
    fill((0, size.width), (line.saturating_sub(size.ratio), line), tones.target);
    let tells_profiles = seen.tells_profiles(size.width / size.ratio.max(1));
    for (at, column) in seen.columns.iter().enumerate() {
        let (left, right) = size.across(at, seen.columns.len());
        let gap = if right - left >= GAP_FROM * size.ratio { size.ratio } else { 0 };
        for (lines, colour) in bands(column, size, target, tones) {
            fill((left, right - gap), lines, colour);
        }
        if column.crews > 0 {
            fill(
                middle(left, right - gap, MARK * size.ratio),
                (size.ratio * 2, (MARK + 2) * size.ratio),
                tones.mark,
            );
        }
        if column.begun > 0 && tells_profiles {
            let bottom = size.ground() + size.ratio;
            fill((left, left + size.ratio), (bottom, bottom + MARK * size.ratio), tones.mark);
        }
    }
    pixels
}

/// The bands of a column, each from its upper line to its lower.
fn bands(column: &Column, size: Size, target: u16, tones: &Tones) -> [((usize, usize), Colour); 4] {
    let line = |feet| size.line(feet, target);
    let (least, most) = (column.now.least, column.now.most);
    let (stone, mixed) = (column.start.least.min(least), column.start.most.min(least));
    [
        ((line(stone), size.ground()), tones.stone),
        ((line(mixed), line(stone)), tones.mixed),
        ((line(least), line(mixed)), tones.ice),
        ((line(most), line(least)), tones.some),
    ]
}

/// The pixels in the middle of others, at the most so many.
fn middle(left: usize, right: usize, most: usize) -> (usize, usize) {
    let width = (right - left).min(most);
    let from = left + (right - left - width) / 2;
    (from, from + width)
}

#[cfg(test)]
mod tests {
    use super::super::seen::Heights;
    use super::*;
    use icewall_protocol::workshop::Skyline;

    const TONES: Tones =
        Tones { stone: [1; 4], ice: [2; 4], mixed: [3; 4], some: [4; 4], target: [5; 4], mark: [6; 4] };
    /// Ten lines a foot.
    const SIZE: Size = Size { width: 20, height: 300 + ABOVE + BELOW, ratio: 1 };

    fn heights(least: u16, most: u16) -> Heights {
        Heights { first: least, least, most, last: most }
    }

    fn at(columns: Vec<Column>, x: usize, feet: usize) -> u8 {
        let told = Skyline { first: 1, last: 2, target: 30, ..Skyline::default() };
        let pixels = picture(&Seen { told, columns }, SIZE, &TONES);
        // The middle of the foot below this height.
        let y = ABOVE + 300 - feet * 10 + 5;
        pixels[(y * SIZE.width + x) * 4]
    }

    #[test]
    fn a_section_is_start_height_then_ice_then_air() {
        let section = Column { start: heights(17, 17), now: heights(22, 22), ..Column::default() };
        let tones = [1, 17, 18, 22, 23, 30].map(|feet| at(vec![section; 2], 3, feet));
        assert_eq!(tones, [1, 1, 2, 2, 0, 0]);
    }

    #[test]
    fn a_column_of_many_shows_its_extremes() {
        let many = Column { start: heights(5, 10), now: heights(12, 20), ..Column::default() };
        let tones = [5, 6, 10, 11, 12, 13, 20, 21].map(|feet| at(vec![many; 2], 3, feet));
        assert_eq!(tones, [1, 3, 3, 2, 2, 4, 4, 0]);
        // A start that is higher than the lowest section is now.
        let many = Column { start: heights(5, 28), now: heights(12, 30), ..Column::default() };
        assert_eq!([5, 6, 12, 13, 30].map(|feet| at(vec![many; 2], 3, feet)), [1, 3, 3, 4, 4]);
    }

    #[test]
    fn sections_stand_apart_and_marks_tell_crews_and_profiles() {
        let section = Column { start: heights(30, 30), now: heights(30, 30), crews: 1, begun: 1 };
        let told = Skyline { target: 30, ..Skyline::default() };
        let pixels = picture(&Seen { told, columns: vec![section; 2] }, SIZE, &TONES);
        let at = |x: usize, y: usize| pixels[(y * SIZE.width + x) * 4];
        assert_eq!((at(8, 100), at(9, 100), at(10, 100)), (1, 0, 1), "a gap of a pixel");
        assert_eq!((at(0, 3), at(4, 3), at(4, 9)), (0, 6, 0), "a crew above");
        assert_eq!((at(0, SIZE.height - 4), at(1, SIZE.height - 4), at(10, SIZE.height - 4)), (6, 0, 6));
        assert_eq!(at(9, ABOVE - 1), 5, "the target");
    }

    #[test]
    fn nothing_to_draw_is_no_fault() {
        let size = Size { width: 0, height: 0, ratio: 1 };
        assert!(picture(&Seen::default(), size, &TONES).is_empty());
    }
}
