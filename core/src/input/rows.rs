//! The heights read so far, while it is not known yet whether they make a wall.

use std::sync::Mutex;

use crate::config::{SECTIONS_MOST, Wall};
use crate::diagnostic::Diagnostics;
use crate::gather::in_order;

/// What the heights are held against.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// The greatest height allowed, in feet; at most 1000.
    pub(super) height_most: u16,
    /// The most sections in one profile.
    pub(super) sections_most: u32,
}

/// The heights of some lines or lists. A faulty height is held as 0: it counts as a section.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    /// In feet, in wall order. Empty once there are too many for a wall.
    pub(super) heights: Vec<u16>,
    /// One past the last section of each profile.
    pub(super) ends: Vec<u32>,
    /// How many sections there are, those too many included.
    pub(super) sections: u64,
    /// Lines passed so far.
    pub(super) lines: u32,
    /// What is wrong with them.
    pub(super) diagnostics: Diagnostics,
}

impl Rows {
    /// Those of a wall that stands already.
    pub(super) fn of(wall: &Wall) -> Self {
        let (heights, ends) =
            (wall.heights().to_vec(), (0..).map_while(|profile| wall.end(profile)).collect());
        Self { sections: heights.len() as u64, heights, ends, ..Self::default() }
    }

    /// Ends the profile that began after `start` heights, unless it has no section.
    pub(super) fn end_profile(&mut self, start: usize) {
        if self.heights.len() > start {
            self.ends.push(u32::try_from(self.heights.len()).unwrap_or(u32::MAX));
        }
    }

    /// Counts the sections added since there were `before`, and lets go of all heights once they
    /// are too many: a text may hold any number of them.
    pub(super) fn count_since(&mut self, before: usize) {
        self.sections += self.heights.len().saturating_sub(before) as u64;
        self.let_go();
    }

    fn let_go(&mut self) {
        if self.sections > u64::from(SECTIONS_MOST) {
            self.forget_heights();
        }
    }

    fn forget_heights(&mut self) {
        self.heights = Vec::new();
        self.ends = Vec::new();
    }

    /// Puts the rows of pieces that follow one another together. Each was read as if its piece
    /// began on line 1, but for the first.
    pub(super) fn join(mut parts: Vec<Self>) -> Self {
        if parts.len() < 2 {
            return parts.pop().unwrap_or_default();
        }
        let mut whole = Self { sections: parts.iter().map(|part| part.sections).sum(), ..Self::default() };
        for part in &mut parts {
            let mut diagnostics = std::mem::take(&mut part.diagnostics);
            diagnostics.move_down(whole.lines);
            whole.diagnostics.merge(diagnostics);
            whole.lines = whole.lines.saturating_add(part.lines);
        }
        if whole.sections <= u64::from(SECTIONS_MOST) {
            (whole.heights, whole.ends) = join_heights(parts);
        }
        whole
    }

    /// Lets go of the heights of all parts once they are too many together.
    pub(super) fn let_go_of_all(parts: &mut [Self]) {
        let sections: u64 = parts.iter().map(|part| part.sections).sum();
        if sections > u64::from(SECTIONS_MOST) {
            parts.iter_mut().for_each(Self::forget_heights);
        }
    }
}

/// The heights and ends of all parts, copied at once: most of the time that takes is the system's,
/// for memory that is touched for the first time.
fn join_heights(parts: Vec<Rows>) -> (Vec<u16>, Vec<u32>) {
    let mut heights = vec![0; parts.iter().map(|part| part.heights.len()).sum()];
    let mut ends = vec![0; parts.iter().map(|part| part.ends.len()).sum()];
    let mut room = (heights.as_mut_slice(), ends.as_mut_slice());
    let mut before = 0u32;
    let mut jobs = Vec::with_capacity(parts.len());
    for part in parts {
        let sections = u32::try_from(part.heights.len()).unwrap_or(u32::MAX);
        let (own_heights, more_heights) = room.0.split_at_mut(part.heights.len());
        let (own_ends, more_ends) = room.1.split_at_mut(part.ends.len());
        room = (more_heights, more_ends);
        jobs.push(Mutex::new(Some((part, before, own_heights, own_ends))));
        before = before.saturating_add(sections);
    }
    in_order(jobs.len(), |index| {
        // Each job has one taker, so no lock is ever waited for, or found poisoned.
        let job = jobs.get(index).and_then(|job| job.lock().ok()?.take());
        let Some((part, before, heights, ends)) = job else { return };
        for (to, from) in heights.iter_mut().zip(&part.heights) {
            *to = *from;
        }
        for (to, from) in ends.iter_mut().zip(&part.ends) {
            *to = from.saturating_add(before);
        }
    });
    drop(jobs);
    (heights, ends)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(heights: &[u16], ends: &[u32], sections: u64, lines: u32) -> Rows {
        Rows { heights: heights.to_vec(), ends: ends.to_vec(), sections, lines, ..Rows::default() }
    }

    #[test]
    fn rows_of_pieces_are_put_together() {
        let parts = vec![rows(&[1, 2], &[2], 2, 3), rows(&[], &[], 0, 1), rows(&[3, 4], &[1, 2], 2, 2)];
        assert_eq!(Rows::join(parts), rows(&[1, 2, 3, 4], &[2, 3, 4], 4, 6));
        assert_eq!(Rows::join(vec![rows(&[1], &[1], 1, 7)]), rows(&[1], &[1], 1, 7));
    }

    #[test]
    fn heights_beyond_a_wall_are_counted_but_not_held() {
        let mut parts = vec![rows(&[], &[], u64::from(SECTIONS_MOST), 2), rows(&[1], &[1], 1, 1)];
        Rows::let_go_of_all(&mut parts);
        assert_eq!(parts[1], rows(&[], &[], 1, 1));
        assert_eq!(Rows::join(parts), rows(&[], &[], 10_000_001, 3));
    }
}
