//! What is asked about a whole wall again and again, found in one pass.
//!
//! Ten million heights are 20 MB: each further pass would cost as much as reading a tenth of the
//! text. Blocks are looked through to their end, without a way out, which compiles to wide
//! instructions.

use crate::gather::in_order;

/// Sections, or profiles, that are surveyed in one go.
const PART: usize = 1 << 18;
/// Heights whose sum fits 32 bits, whatever they are.
const BLOCK: usize = 1 << 12;

/// The extremes and sums of a wall.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Survey {
    /// The greatest start height in feet; 0 without any.
    pub(super) tallest: u16,
    /// All start heights added up, in feet.
    pub(super) start_feet: u64,
    /// Sections of the shortest profile; 0 also where an end is before its start.
    pub(super) shortest: u32,
    /// Sections of the longest profile.
    pub(super) longest: u32,
}

impl Survey {
    /// Surveys heights and ends, which may not fit one another.
    pub(super) fn of(heights: &[u16], ends: &[u32]) -> Self {
        let parts: Vec<_> = heights.chunks(PART).collect();
        let heights =
            in_order(parts.len(), |index| of_heights(parts.get(index).copied().unwrap_or_default()));
        let parts = ends.len().div_ceil(PART);
        let lengths = in_order(parts, |index| of_lengths(ends, index * PART));
        Self {
            tallest: heights.iter().map(|part| part.0).fold(0, u16::max),
            start_feet: heights.iter().map(|part| part.1).sum(),
            shortest: lengths.iter().map(|part| part.0).fold(u32::MAX, u32::min),
            longest: lengths.iter().map(|part| part.1).fold(0, u32::max),
        }
    }
}

/// The tallest and the sum.
fn of_heights(heights: &[u16]) -> (u16, u64) {
    heights.chunks(BLOCK).map(of_block).fold((0, 0), |(tallest, sum), (block_tallest, block_sum)| {
        (tallest.max(block_tallest), sum + u64::from(block_sum))
    })
}

/// A function of its own, as [`STRETCH`](crate::gather::STRETCH) says.
#[inline(never)]
fn of_block(block: &[u16]) -> (u16, u32) {
    (block.iter().copied().fold(0, u16::max), block.iter().map(|&height| u32::from(height)).sum())
}

/// The shortest and the longest of the profiles from `first` on.
fn of_lengths(ends: &[u32], first: usize) -> (u32, u32) {
    let own = ends.get(first..ends.len().min(first + PART)).unwrap_or_default();
    let before = first.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    let mut lengths = (u32::MAX, 0);
    own.chunks(BLOCK).fold(before, |before, block| block_of_lengths(before, block, &mut lengths));
    lengths
}

/// Adds a block of profiles that begins at `before`; tells where it ends.
#[inline(never)]
fn block_of_lengths(before: u32, ends: &[u32], (shortest, longest): &mut (u32, u32)) -> u32 {
    let starts = std::iter::once(&before).chain(ends);
    for (start, end) in starts.zip(ends) {
        let length = end.saturating_sub(*start);
        (*shortest, *longest) = ((*shortest).min(length), (*longest).max(length));
    }
    ends.last().copied().unwrap_or(before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_surveyed() {
        let count = 2 * PART + 3;
        let mut heights = vec![7; count];
        heights[PART] = 9;
        let mut ends: Vec<u32> = (1..).take(count).collect();
        ends.remove(PART - 1);
        let survey = Survey::of(&heights, &ends);
        let start_feet = 7 * count as u64 + 2;
        assert_eq!(survey, Survey { tallest: 9, start_feet, shortest: 1, longest: 2 });
        ends.insert(PART, ends[PART - 1]);
        assert_eq!(Survey::of(&heights, &ends).shortest, 0);
    }

    #[test]
    fn any_heights_are_added_up_without_overflow() {
        assert_eq!(Survey::of(&vec![u16::MAX; 3 * BLOCK], &[]).start_feet, 65_535 * 3 * 4096);
    }
}
