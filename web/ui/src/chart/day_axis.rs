//! The day axis that every chart shares: which pixel is which day and which column. Not for
//! drawing it, and not for the other axis.
//!
//! Day `d` takes the room from `d − 1` to `d` of a scale that begins with the first day that is shown, so
//! a column of days is as wide as its days and the last one may be narrower.

use std::ops::Range;

use crate::number::{count, index, real, whole};

/// The days of a result, cut into columns and laid over so many pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct DayAxis {
    /// The finish day.
    pub finish: u64,
    /// How many days are shown, and how many come before them.
    pub days: u64,
    /// See `days`.
    pub before: u64,
    /// How many days a column holds; the last may hold fewer.
    pub per_column: u64,
    /// How many columns there are.
    pub columns: usize,
    /// The width in pixels.
    pub width: f64,
}

impl DayAxis {
    /// Where a column starts, on the scale of days; for the number of columns, where it ends.
    pub fn edge(self, column: usize) -> f64 {
        (count(column) * real(self.per_column)).min(real(self.days))
    }

    /// Every edge of the columns on the scale of days: one more than there are columns.
    pub fn edges(self) -> Vec<f64> {
        (0..=self.columns).map(|column| self.edge(column)).collect()
    }

    /// The pixel of a place on the scale of days.
    pub fn pixel(self, place: f64) -> f64 {
        if self.days == 0 { 0.0 } else { place / real(self.days) * self.width }
    }

    /// Whether a day is shown.
    pub fn has(self, day: u64) -> bool {
        (self.before + 1..=self.before + self.days).contains(&day)
    }

    /// The pixel in the middle of a day.
    pub fn middle(self, day: u64) -> f64 {
        self.pixel(real(day) - real(self.before) - 0.5)
    }

    /// The column that a day stands in.
    pub fn column_of(self, day: u64) -> usize {
        let ahead = day.saturating_sub(self.before + 1);
        let column = usize::try_from(ahead / self.per_column.max(1)).unwrap_or(usize::MAX);
        column.min(self.columns.saturating_sub(1))
    }

    /// The column under a pixel; none where there is no column at all.
    pub fn column_at(self, pixel: f64) -> Option<usize> {
        if self.columns == 0 || self.width <= 0.0 {
            return None;
        }
        Some(self.column_of(self.day_at(pixel)))
    }

    /// The day under a pixel, or the nearest that is shown.
    pub fn day_at(self, pixel: f64) -> u64 {
        let ahead = whole(pixel / self.width * real(self.days));
        self.before + (ahead + 1).min(self.days)
    }

    /// The pixels, from and to, that a day's column takes.
    pub fn span_of(self, day: u64) -> (f64, f64) {
        let column = self.column_of(day);
        (self.pixel(self.edge(column)), self.pixel(self.edge(column + 1)))
    }

    /// For each of `pixels` pixels over the whole width, the columns that it shows: all it
    /// touches when columns are narrower than pixels, else the one under its middle.
    pub fn columns_by_pixel(self, pixels: usize) -> impl Iterator<Item = Range<usize>> {
        let days_a_pixel = real(self.days) / count(pixels.max(1));
        let per_column = real(self.per_column.max(1));
        let last = self.columns.saturating_sub(1);
        let narrow = days_a_pixel > per_column;
        (0..pixels).map(move |pixel| {
            let from = count(pixel) * days_a_pixel;
            let (first, end) = if narrow {
                (from / per_column, ((from + days_a_pixel) / per_column).ceil())
            } else {
                let middle = (from + days_a_pixel / 2.0) / per_column;
                (middle, middle.floor() + 1.0)
            };
            let first = index(first).min(last);
            first..index(end).clamp(first + 1, last + 1)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn axis(days: u64, per_column: u64, width: f64) -> DayAxis {
        let columns = usize::try_from(days.div_ceil(per_column)).expect("few columns");
        DayAxis { finish: days, days, before: 0, per_column, columns, width }
    }

    #[test]
    fn a_pixel_picks_the_day_whose_room_it_is_in() {
        let axis = axis(13, 1, 130.0);
        assert_eq!(axis.column_at(0.0), Some(0));
        assert_eq!(axis.column_at(9.9), Some(0));
        assert_eq!(axis.column_at(10.0), Some(1));
        assert_eq!(axis.column_at(129.9), Some(12));
        assert_eq!(axis.column_at(500.0), Some(12), "past the end it stays the last");
        assert_eq!(axis.column_at(-4.0), Some(0));
    }

    #[test]
    fn the_middle_of_a_day_lies_in_its_own_column() {
        let axis = axis(1003, 7, 611.0);
        for day in 1..=1003 {
            let (from, to) = axis.span_of(day);
            let middle = axis.middle(day);
            assert!(from < middle && middle < to, "day {day}");
            assert_eq!(axis.column_at(middle), Some(axis.column_of(day)), "day {day}");
        }
    }

    #[test]
    fn some_days_lie_as_all_do() {
        let axis = DayAxis { before: 100, finish: 200, ..axis(10, 2, 100.0) };
        assert_eq!([100, 101, 110, 111].map(|day| axis.has(day)), [false, true, true, false]);
        assert_eq!((axis.middle(101), axis.span_of(103), axis.column_of(110)), (5.0, (20.0, 40.0), 4));
        assert_eq!((axis.day_at(0.0), axis.day_at(99.9), axis.day_at(500.0)), (101, 110, 110));
    }

    #[test]
    fn the_last_column_is_as_wide_as_its_days() {
        let axis = axis(10, 4, 100.0);
        assert_eq!(axis.edges(), [0.0, 4.0, 8.0, 10.0]);
        assert_eq!(axis.span_of(10), (80.0, 100.0));
    }

    #[test]
    fn no_column_is_lost_between_pixels() {
        for (days, per_column, pixels) in [(2000, 1, 300), (60_000, 50, 700), (13, 1, 300), (1001, 2, 400)] {
            let axis = axis(days, per_column, 1.0);
            let mut next = 0;
            for columns in axis.columns_by_pixel(pixels) {
                assert!(columns.start <= next, "{days} {per_column} {pixels}: gap before {columns:?}");
                assert!(!columns.is_empty());
                next = next.max(columns.end);
            }
            assert_eq!(next, axis.columns);
        }
    }

    #[test]
    fn a_finished_wall_has_no_column() {
        let axis = DayAxis { width: 100.0, ..DayAxis::default() };
        assert_eq!((axis.column_at(5.0), axis.pixel(0.0)), (None, 0.0));
        assert_eq!(axis.columns_by_pixel(0).count(), 0);
    }
}
