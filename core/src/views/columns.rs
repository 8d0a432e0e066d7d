//! A window of sections or of days shared out over columns of pixels.

use std::ops::Range;

/// A window shared out over columns (or rows), as evenly as whole numbers go. There are never more
/// columns than there is to show.
///
/// ```
/// use icewall_core::views::Columns;
/// let columns = Columns::new(10..15, 2);
/// assert_eq!((columns.len(), columns.range(0), columns.range(1)), (2, 10..12, 12..15));
/// assert_eq!(columns.of(12), Some(1));
/// assert_eq!(Columns::new(10..15, 800).len(), 5);
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns {
    window: Range<u64>,
    count: u64,
}

impl Columns {
    /// At most `most` columns over a window.
    pub fn new(window: Range<u64>, most: u32) -> Self {
        let count = window.end.saturating_sub(window.start).min(u64::from(most));
        Self { window, count }
    }

    /// How many columns there are.
    pub fn len(&self) -> usize {
        usize::try_from(self.count).unwrap_or(usize::MAX)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The window.
    pub fn window(&self) -> Range<u64> {
        self.window.clone()
    }

    /// What a column stands for: at least one, and one more than the fewest at most; nothing past
    /// the last column.
    pub fn range(&self, column: usize) -> Range<u64> {
        self.edge(column)..self.edge(column + 1)
    }

    /// The column that something falls into; none outside of the window.
    #[inline]
    pub fn of(&self, at: u64) -> Option<usize> {
        if !self.window.contains(&at) || self.count == 0 {
            return None;
        }
        let ahead = at - self.window.start;
        // The last column whose edge is not beyond: ⌊column × span ÷ count⌋ ≤ ahead.
        let column =
            if self.count == self.span() { ahead } else { ((ahead + 1) * self.count - 1) / self.span() };
        usize::try_from(column).ok()
    }

    fn edge(&self, column: usize) -> u64 {
        self.window.start + (column as u64).min(self.count) * self.span() / self.count.max(1)
    }

    fn span(&self) -> u64 {
        self.window.end.saturating_sub(self.window.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_follow_one_another_and_none_is_empty() {
        for (span, most) in [(1, 1), (7, 3), (1000, 999), (1000, 1), (1_000_003, 1200), (5, 9)] {
            let columns = Columns::new(17..17 + span, most);
            let mut at = 17;
            for column in 0..columns.len() {
                let range = columns.range(column);
                assert_eq!(range.start, at, "{span} in {most}");
                assert!(range.end > at && range.end - at <= span.div_ceil(columns.len() as u64));
                for of in [range.start, range.end - 1] {
                    assert_eq!(columns.of(of), Some(column), "{of} of {span} in {most}");
                }
                at = range.end;
            }
            assert_eq!(at, 17 + span);
            assert_eq!((columns.of(16), columns.of(17 + span)), (None, None));
        }
    }

    #[test]
    fn nothing_has_no_column() {
        for columns in [Columns::new(5..5, 10), Columns::new(5..9, 0)] {
            assert!(columns.is_empty() && columns.range(0).is_empty());
            assert_eq!(columns.of(5), None);
        }
    }

    #[test]
    fn ten_thousand_million_days_are_shared_out_without_overflow() {
        let columns = Columns::new(1..10_000_000_001, 4096);
        assert_eq!(columns.of(10_000_000_000), Some(4095));
        assert_eq!(columns.range(4095).end, 10_000_000_001);
    }
}
