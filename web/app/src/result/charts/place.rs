//! Where a word fits into a drawing: inside a band of a stack, or free above the curve. Not for
//! the words, and not for the drawing.

use std::ops::Range;

use super::number::{count, index};

/// The curve between two levels, seen in cells of equal width: what of it holds all over a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Cells {
    floor: Vec<f64>,
    ceiling: Vec<f64>,
}

impl Cells {
    /// Takes `columns`, the columns that each cell shows, and the two levels of every column.
    pub(crate) fn new(columns: &[Range<usize>], lower: &[f64], upper: &[f64]) -> Self {
        let over = |levels: &[f64], start: f64, pick: fn(f64, f64) -> f64| {
            let cell = |range: &Range<usize>| {
                levels.get(range.clone()).unwrap_or_default().iter().copied().fold(start, pick)
            };
            columns.iter().map(cell).collect()
        };
        Self { floor: over(lower, 0.0, f64::max), ceiling: over(upper, f64::INFINITY, f64::min) }
    }

    /// The best place for something `cells` wide and `height` high: its first cell and its
    /// middle height, where the band is highest over the whole width (in the middle of all such
    /// places in a row); none where it never fits.
    pub(crate) fn fit(&self, cells: usize, height: f64) -> Option<(usize, f64)> {
        if cells == 0 || cells > self.floor.len() {
            return None;
        }
        let room = |start: usize| {
            let floor = self.floor[start..start + cells].iter().copied().fold(0.0, f64::max);
            let ceiling = self.ceiling[start..start + cells].iter().copied().fold(f64::INFINITY, f64::min);
            (floor, ceiling)
        };
        let rooms: Vec<_> = (0..=self.floor.len() - cells).map(room).collect();
        let high = |&(floor, ceiling): &(f64, f64)| ceiling - floor;
        let highest = rooms.iter().map(high).fold(0.0, f64::max);
        let first = rooms.iter().position(|room| high(room) >= height.max(highest))?;
        let in_a_row = rooms[first..].iter().take_while(|room| **room == rooms[first]).count();
        let (floor, ceiling) = rooms[first];
        Some((first + (in_a_row - 1) / 2, f64::midpoint(floor, ceiling)))
    }
}

/// The highest of the levels whose columns lie between two shares (0 to 1) of the width.
pub(crate) fn highest_between(levels: &[f64], from: f64, to: f64) -> f64 {
    let width = count(levels.len());
    let first = index((from * width).floor());
    let end = index((to * width).ceil()).min(levels.len());
    levels.get(first..end).unwrap_or_default().iter().copied().fold(0.0, f64::max)
}

/// Where something `width` wide starts so that its middle is as near to `middle` as the room
/// from 0 to `room` allows.
pub(crate) fn centred(middle: f64, width: f64, room: f64) -> f64 {
    (middle - width / 2.0).min(room - width).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::super::number::whole;
    use super::*;

    fn singles(n: usize) -> Vec<Range<usize>> {
        (0..n).map(|cell| cell..cell + 1).collect()
    }

    #[test]
    fn a_word_goes_where_its_band_is_highest() {
        let cells = Cells::new(&singles(5), &[0.0; 5], &[1.0, 4.0, 9.0, 8.0, 1.0]);
        assert_eq!(cells.fit(2, 3.0), Some((2, 4.0)));
        assert_eq!(cells.fit(1, 9.0), Some((2, 4.5)));
    }

    #[test]
    fn a_word_stands_in_the_middle_of_a_long_band() {
        let cells = Cells::new(&singles(9), &[0.0; 9], &[5.0; 9]);
        assert_eq!(cells.fit(3, 2.0), Some((3, 2.5)));
    }

    #[test]
    fn a_word_that_is_too_long_or_too_high_has_no_place() {
        let cells = Cells::new(&singles(3), &[0.0, 2.0, 0.0], &[3.0, 3.0, 3.0]);
        assert_eq!(cells.fit(4, 1.0), None);
        assert_eq!(cells.fit(3, 2.0), None);
        assert_eq!(cells.fit(0, 1.0), None);
    }

    #[test]
    fn a_cell_of_several_columns_counts_the_narrowest() {
        let cells = Cells::new(&[0..2, 2..4], &[0.0, 1.0, 0.0, 0.0], &[5.0, 6.0, 4.0, 9.0]);
        assert_eq!(cells, Cells { floor: vec![1.0, 0.0], ceiling: vec![5.0, 4.0] });
    }

    #[test]
    fn the_highest_level_under_a_label() {
        let levels = [9.0, 5.0, 4.0, 1.0];
        let highest = |levels: &[f64], from| whole(highest_between(levels, from, 1.0));
        assert_eq!((highest(&levels, 0.75), highest(&levels, 0.6), highest(&[], 0.0)), (1, 4, 0));
    }

    #[test]
    fn a_label_stays_inside() {
        let start = |middle, width| whole(centred(middle, width, 100.0));
        assert_eq!(
            [start(50.0, 20.0), start(2.0, 20.0), start(99.0, 20.0), start(5.0, 200.0)],
            [40, 0, 80, 0]
        );
    }
}
