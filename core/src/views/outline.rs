//! A summary of every few sections, so that a picture of millions need not look at each.

use std::ops::Range;

use crate::gather::in_pieces;
use crate::ledger::Ledger;

/// Sections that are summed up as one.
const BLOCK: usize = 128;
/// Blocks that are summed up as one piece of work.
const PIECE: usize = 4096;

/// Summaries of a simulated wall, a sixth of a byte a section. Made once for a ledger.
#[derive(Clone, Debug)]
pub struct Outline {
    blocks: Vec<Block>,
}

/// What is true of all sections of a block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    /// The least start height in feet.
    pub(super) least: u16,
    /// The greatest.
    pub(super) most: u16,
    /// The first day of work on any of them; past all days where there is none.
    pub(super) first: u64,
    /// The last; 0 where there is none.
    pub(super) last: u64,
}

impl Outline {
    /// Sums up the sections of a wall.
    pub fn new(ledger: &Ledger) -> Self {
        let sections = ledger.config().wall().heights().len();
        let blocks = sections.div_ceil(BLOCK);
        let blocks = in_pieces(blocks, PIECE, |block| {
            Block::of(ledger, block * BLOCK..((block + 1) * BLOCK).min(sections))
        });
        Self { blocks }
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        size_of_val(self.blocks.as_slice())
    }

    /// Some sections as they follow: whole blocks with their summary, the rest without.
    pub(super) fn pieces(
        &self,
        sections: Range<usize>,
    ) -> impl Iterator<Item = (Range<usize>, Option<&Block>)> {
        let mut at = sections.start;
        std::iter::from_fn(move || {
            if at >= sections.end {
                return None;
            }
            let end = ((at / BLOCK + 1) * BLOCK).min(sections.end);
            let whole = at.is_multiple_of(BLOCK) && end - at == BLOCK;
            let piece = at..end;
            at = end;
            Some((piece.clone(), self.blocks.get(piece.start / BLOCK).filter(|_| whole)))
        })
    }
}

impl Block {
    fn of(ledger: &Ledger, sections: Range<usize>) -> Self {
        let (schedule, heights) = (ledger.schedule(), ledger.config().wall().heights());
        let mut block = Self { least: u16::MAX, most: 0, first: u64::MAX, last: 0 };
        for (section, &height) in sections.clone().zip(heights.get(sections).unwrap_or_default()) {
            block.least = block.least.min(height);
            block.most = block.most.max(height);
            let days = u64::from(schedule.effort().days(height));
            if days > 0 {
                let start = schedule.start(section);
                block.first = block.first.min(start);
                block.last = block.last.max(start + days - 1);
            }
        }
        block
    }
}
