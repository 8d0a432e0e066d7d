//! Which sections are seen, or which days: zoomed, moved, and where a pixel or one of them lies. Pure.

use crate::number::{real, whole};

/// Sections or days in a row, numbered from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Window {
    /// The first that is seen.
    pub first: u64,
    /// The last; before the first where there is none.
    pub last: u64,
}

impl Window {
    /// All of them.
    pub fn whole(all: u64) -> Self {
        Self { first: 1, last: all }
    }

    /// How many are seen.
    pub fn len(self) -> u64 {
        (self.last + 1).saturating_sub(self.first)
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// As much of it as there is where there are so many; all of that where it has none of it.
    #[must_use]
    pub fn within(self, all: u64) -> Self {
        if self.first > all || self.is_empty() {
            return Self::whole(all);
        }
        Self { first: self.first, last: self.last.min(all) }
    }

    /// Half as many, or twice as many; the one that lies at `share` of the way stays there.
    #[must_use]
    pub fn zoomed(self, nearer: bool, share: f64, all: u64) -> Self {
        let span = if nearer { self.len().div_ceil(2) } else { self.len().saturating_mul(2) };
        let span = span.clamp(1, all.max(1));
        Self::of(self.at(share).saturating_sub(whole(share * real(span))), span, all)
    }

    /// Moved by a share of its own length, onwards where that is positive.
    #[must_use]
    pub fn moved(self, share: f64, all: u64) -> Self {
        let by = whole((share.abs() * real(self.len())).round());
        let first = if share < 0.0 { self.first.saturating_sub(by) } else { self.first + by };
        Self::of(first, self.len(), all)
    }

    /// Moved as far as needed for one of them to be seen.
    #[must_use]
    pub fn holding(self, one: u64, all: u64) -> Self {
        if one < self.first {
            Self::of(one, self.len(), all)
        } else if one > self.last {
            Self::of((one + 1).saturating_sub(self.len()), self.len(), all)
        } else {
            self
        }
    }

    /// The one at a share of the way.
    pub fn at(self, share: f64) -> u64 {
        (self.first + whole(share * real(self.len()))).min(self.last)
    }

    /// Where one begins and how wide it is, as shares of the whole; none where it is not seen.
    pub fn place(self, one: u64) -> Option<(f64, f64)> {
        let ahead = one.checked_sub(self.first).filter(|_| one <= self.last)?;
        Some((real(ahead) / real(self.len()), 1.0 / real(self.len())))
    }

    fn of(first: u64, span: u64, all: u64) -> Self {
        let first = first.clamp(1, all.saturating_sub(span) + 1);
        Self { first, last: first + span - 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(first: u64, last: u64) -> Window {
        Window { first, last }
    }

    #[test]
    fn zooming_keeps_what_is_pointed_at_until_one_is_left_and_all_are_back() {
        let mut seen = Window::whole(10_000_000);
        let pointed = seen.at(0.25);
        while seen.len() > 1 {
            seen = seen.zoomed(true, 0.25, 10_000_000);
            assert!((seen.first..=seen.last).contains(&pointed), "{seen:?}");
        }
        assert_eq!(seen, window(pointed, pointed));
        while seen.len() < 10_000_000 {
            seen = seen.zoomed(false, 0.25, 10_000_000);
        }
        assert_eq!(seen, Window::whole(10_000_000));
    }

    #[test]
    fn it_moves_to_the_ends_and_not_beyond() {
        let seen = window(5, 8);
        assert_eq!(seen.moved(0.5, 9), window(6, 9));
        assert_eq!(seen.moved(3.0, 9), window(6, 9));
        assert_eq!(seen.moved(-0.5, 9), window(3, 6));
        assert_eq!(seen.moved(-9.0, 9), window(1, 4));
    }

    #[test]
    fn one_comes_into_sight() {
        assert_eq!(window(5, 8).holding(3, 20), window(3, 6));
        assert_eq!(window(5, 8).holding(12, 20), window(9, 12));
        assert_eq!(window(5, 8).holding(6, 20), window(5, 8));
    }

    #[test]
    fn each_has_its_place() {
        assert_eq!(window(5, 8).place(6), Some((0.25, 0.25)));
        assert_eq!(window(5, 8).place(9), None);
        assert_eq!((window(5, 8).at(0.0), window(5, 8).at(0.49), window(5, 8).at(1.0)), (5, 6, 8));
    }

    #[test]
    fn fewer_keep_what_there_is_of_it() {
        assert_eq!(window(5, 8).within(6), window(5, 6));
        assert_eq!(window(5, 8).within(4), window(1, 4));
        assert_eq!(window(1, 0).within(4), window(1, 4));
        assert_eq!(window(1, 4).within(0).len(), 0);
    }
}
