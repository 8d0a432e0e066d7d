//! Which line stands at the top of a box that is scrolled, and how far it is to be scrolled for a line.
//! Not for drawing them.
//!
//! Browsers clamp what is scrolled at 33.5 million pixels, or let it collapse above 17.9 million: so what
//! is scrolled is 8 million pixels high at most, and the way is scaled for more lines than that.

use icewall_ui::number::{real, whole};

/// The height of a line in CSS pixels: that of the style sheets.
pub(crate) const LINE: f64 = 28.0;
/// How high what is scrolled is at most.
const MOST: f64 = 8_000_000.0;

/// A box of some height before some lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Way {
    /// How many lines there are.
    pub(crate) lines: u64,
    /// The height of the box.
    pub(crate) height: f64,
}

impl Way {
    /// The height of what is scrolled.
    pub(crate) fn spacer(self) -> f64 {
        (real(self.lines) * LINE).min(MOST)
    }

    /// How many lines are seen whole; one at least.
    pub(crate) fn rows(self) -> u64 {
        whole(self.height / LINE).max(1)
    }

    /// The line at the top when the last one is seen.
    pub(crate) fn last_first(self) -> u64 {
        self.lines.saturating_sub(self.rows())
    }

    /// How far it is to be scrolled for a line at the top.
    pub(crate) fn top_of(self, first: u64) -> f64 {
        match self.last_first() {
            0 => 0.0,
            last => (self.range() * real(first.min(last)) / real(last)).floor(),
        }
    }

    /// The line at the top after it was scrolled from `before`, where `first` was, to `top`. Less than a
    /// page is taken line by line, however many lines a pixel stands for.
    pub(crate) fn first_at(self, first: u64, before: f64, top: f64) -> u64 {
        let (last, range) = (self.last_first(), self.range());
        if top <= 0.0 || range <= 0.0 {
            return 0;
        }
        if top >= range - 1.0 {
            return last;
        }
        if self.is_scaled() && (top - before).abs() < self.height {
            let by = whole((top - before).abs() / LINE).max(1);
            return if top < before { first.saturating_sub(by) } else { (first + by).min(last) };
        }
        whole(top / range * real(last) + 0.5).min(last)
    }

    fn is_scaled(self) -> bool {
        real(self.lines) * LINE > MOST
    }

    fn range(self) -> f64 {
        self.spacer() - self.height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHORT: Way = Way { lines: 105, height: 560.0 };
    const LONG: Way = Way { lines: 300_000_000, height: 569.0 };

    #[test]
    fn few_lines_are_scrolled_as_they_are() {
        assert!((SHORT.spacer() - 105.0 * LINE).abs() < f64::EPSILON);
        assert_eq!((SHORT.rows(), SHORT.last_first()), (20, 85));
        for first in 0..=85 {
            assert_eq!(SHORT.first_at(0, 0.0, SHORT.top_of(first)), first);
        }
    }

    #[test]
    fn lines_that_all_fit_are_not_scrolled() {
        let way = Way { lines: 3, height: 560.0 };
        assert_eq!((way.last_first(), way.first_at(0, 0.0, 5.0)), (0, 0));
        assert!(way.top_of(2).abs() < f64::EPSILON);
    }

    #[test]
    fn the_ends_of_300_million_lines_are_reached() {
        let last = LONG.last_first();
        assert_eq!(last, 300_000_000 - 20);
        assert_eq!(LONG.first_at(7, 0.0, LONG.top_of(last)), last);
        assert_eq!(LONG.first_at(last, LONG.top_of(last), 0.0), 0);
        assert!(LONG.spacer() <= 8_000_000.0);
    }

    #[test]
    fn a_small_way_is_taken_line_by_line_and_a_large_one_scaled() {
        assert_eq!(LONG.first_at(1_000_000, 5000.0, 5000.0 + 3.0 * LINE), 1_000_003);
        assert_eq!(LONG.first_at(1_000_000, 5000.0, 5000.0 - LINE), 999_999);
        let half = LONG.first_at(0, 0.0, (8_000_000.0 - 569.0) / 2.0);
        assert!(half.abs_diff(150_000_000) < 20);
    }
}
