//! Which sections are seen: zoomed, moved, and where a pixel or a section lies in it. Pure.

use icewall_ui::number;

/// Sections in a row, numbered from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Window {
    /// The first that is seen.
    pub(super) first: u32,
    /// The last; before the first where there is none.
    pub(super) last: u32,
}

impl Window {
    /// All sections of a wall.
    pub(super) fn whole(sections: u32) -> Self {
        Self { first: 1, last: sections }
    }

    /// How many are seen.
    pub(super) fn len(self) -> u32 {
        (self.last + 1).saturating_sub(self.first)
    }

    /// As much of it as a wall of so many sections has; all of that where it has none of it.
    pub(super) fn within(self, sections: u32) -> Self {
        if self.first > sections || self.len() == 0 {
            return Self::whole(sections);
        }
        Self { first: self.first, last: self.last.min(sections) }
    }

    /// Half as many sections, or twice as many; the one that lies at `share` of the way stays there.
    pub(super) fn zoomed(self, nearer: bool, share: f64, sections: u32) -> Self {
        let span = if nearer { self.len().div_ceil(2) } else { self.len().saturating_mul(2) };
        let span = span.clamp(1, sections.max(1));
        let before = whole(share * real(span));
        Self::of(u64::from(self.at(share)).saturating_sub(u64::from(before)), span, sections)
    }

    /// Moved by a share of its own length, to the right where that is positive.
    pub(super) fn moved(self, share: f64, sections: u32) -> Self {
        let by = u64::from(whole((share.abs() * real(self.len())).round()));
        let first = u64::from(self.first);
        let first = if share < 0.0 { first.saturating_sub(by) } else { first + by };
        Self::of(first, self.len(), sections)
    }

    /// Moved as far as needed for a section to be seen.
    pub(super) fn holding(self, section: u32, sections: u32) -> Self {
        if section < self.first {
            Self::of(u64::from(section), self.len(), sections)
        } else if section > self.last {
            Self::of(u64::from((section + 1).saturating_sub(self.len())), self.len(), sections)
        } else {
            self
        }
    }

    /// The section at a share of the way across.
    pub(super) fn at(self, share: f64) -> u32 {
        (self.first + whole(share * real(self.len()))).min(self.last)
    }

    /// Where a section begins and how wide it is, as shares of the whole; none where it is not seen.
    pub(super) fn place(self, section: u32) -> Option<(f64, f64)> {
        let ahead = section.checked_sub(self.first).filter(|_| section <= self.last)?;
        Some((real(ahead) / real(self.len()), 1.0 / real(self.len())))
    }

    fn of(first: u64, span: u32, sections: u32) -> Self {
        let most = u64::from(sections.saturating_sub(span)) + 1;
        let first = u32::try_from(first.clamp(1, most)).unwrap_or(1);
        Self { first, last: first + span - 1 }
    }
}

fn real(sections: u32) -> f64 {
    f64::from(sections)
}

/// Whole sections; what is below the first is the first.
fn whole(sections: f64) -> u32 {
    u32::try_from(number::whole(sections)).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn window(first: u32, last: u32) -> Window {
        Window { first, last }
    }

    #[test]
    fn zooming_keeps_what_is_pointed_at_until_one_section_is_left_and_all_are_back() {
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
    fn a_section_comes_into_sight() {
        assert_eq!(window(5, 8).holding(3, 20), window(3, 6));
        assert_eq!(window(5, 8).holding(12, 20), window(9, 12));
        assert_eq!(window(5, 8).holding(6, 20), window(5, 8));
    }

    #[test]
    fn sections_have_their_places() {
        assert_eq!(window(5, 8).place(6), Some((0.25, 0.25)));
        assert_eq!(window(5, 8).place(9), None);
        assert_eq!((window(5, 8).at(0.0), window(5, 8).at(0.49), window(5, 8).at(1.0)), (5, 6, 8));
    }

    #[test]
    fn another_wall_keeps_what_it_has_of_it() {
        assert_eq!(window(5, 8).within(6), window(5, 6));
        assert_eq!(window(5, 8).within(4), window(1, 4));
        assert_eq!(window(1, 0).within(4), window(1, 4));
        assert_eq!(window(1, 4).within(0).len(), 0);
    }
}
