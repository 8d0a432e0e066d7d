//! The rows of the heat map by name. Not for drawing them.

use crate::number::{count, index};
use crate::words;

/// A row in words: `Profile 7`, `Profiles 41–43`.
pub fn name(row: (u32, u32)) -> String {
    match row {
        (first, last) if first == last => format!("Profile {}", words::number(first.into())),
        (first, last) => {
            format!("Profiles {}–{}", words::number(first.into()), words::number(last.into()))
        }
    }
}

/// The row at a height of a plot whose rows are `high` pixels high.
pub fn at(rows: &[(u32, u32)], y: f64, high: f64) -> Option<usize> {
    let row = index(y / high);
    (y >= 0.0 && row < rows.len()).then_some(row)
}

/// The rows that are named beside the plot, so far apart that words `apart` pixels high fit.
pub fn named(rows: usize, high: f64, apart: f64) -> impl Iterator<Item = usize> {
    let step = index((apart / high).ceil()).max(1);
    let last = rows.saturating_sub(1);
    let far = move |row: &usize| *row == last || count(last - *row) * high >= apart;
    (0..rows).filter(move |row| row % step == 0 || *row == last).filter(far)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_height_is_in_its_row() {
        let rows = [(1, 3), (4, 6)];
        assert_eq!(at(&rows, 7.9, 8.0), Some(0));
        assert_eq!(at(&rows, 8.0, 8.0), Some(1));
        assert_eq!(at(&rows, 16.0, 8.0), None);
        assert_eq!(at(&rows, -0.5, 8.0), None);
    }

    #[test]
    fn the_first_and_last_row_are_named_and_none_too_close() {
        assert_eq!(named(11, 8.0, 16.0).collect::<Vec<_>>(), [0, 2, 4, 6, 8, 10]);
        assert_eq!(named(10, 8.0, 24.0).collect::<Vec<_>>(), [0, 3, 6, 9]);
        assert_eq!(named(12, 8.0, 24.0).collect::<Vec<_>>(), [0, 3, 6, 11]);
        assert_eq!(named(0, 8.0, 16.0).count(), 0);
    }
}
