//! The figures at some ranks of many, without putting all in order.
//!
//! Figures are counted by range, and within the range that holds a rank again, until a range is one
//! figure. Nothing is compared, and each figure is looked at once or twice. The standard library's
//! `select_nth_unstable` is no choice: the page's is built for size, which made the risk take three times
//! as long there.
//!
//! Not here: which ranks are asked for (the outcome).

/// Ranges at once.
const RANGES: u32 = 1 << 10;

/// For each rank from 0 the figure that has it, a rank too high the greatest; 0 where there are none.
pub(super) fn at_ranks<const N: usize>(figures: &[u64], ranks: [usize; N]) -> [u64; N] {
    let Some(last) = figures.len().checked_sub(1) else { return [0; N] };
    let counted = Counted::new(figures);
    ranks.map(|rank| counted.at(figures, rank.min(last)))
}

/// Figures by range: ranges of 2^shift figures each, from the least on.
struct Counted {
    least: u64,
    shift: u32,
    counts: [u32; RANGES as usize],
}

impl Counted {
    fn new(figures: &[u64]) -> Self {
        let least = figures.iter().min().copied().unwrap_or(0);
        let most = figures.iter().max().copied().unwrap_or(0);
        let shift = (u64::BITS - (most - least).leading_zeros()).saturating_sub(RANGES.ilog2());
        let mut counted = Self { least, shift, counts: [0; RANGES as usize] };
        for &figure in figures {
            let range = counted.range(figure);
            if let Some(count) = counted.counts.get_mut(range) {
                *count += 1;
            }
        }
        counted
    }

    /// The range of a figure.
    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "there are so many ranges that it lies in one of them"
    )]
    fn range(&self, figure: u64) -> usize {
        ((figure - self.least) >> self.shift) as usize
    }

    /// The figure at a rank, of those that were counted.
    fn at(&self, figures: &[u64], mut rank: usize) -> u64 {
        let mut range = 0;
        for &count in &self.counts {
            if rank < count as usize {
                break;
            }
            (rank, range) = (rank - count as usize, range + 1);
        }
        if self.shift == 0 {
            return self.least + range as u64;
        }
        let within: Vec<u64> =
            figures.iter().filter(|&&figure| self.range(figure) == range).copied().collect();
        Self::new(&within).at(&within, rank)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(figures: &[u64]) {
        let mut sorted = figures.to_vec();
        sorted.sort_unstable();
        for (rank, &figure) in sorted.iter().enumerate() {
            assert_eq!(at_ranks(figures, [rank, 0]), [figure, sorted[0]], "rank {rank}");
        }
    }

    proptest! {
        #[test]
        fn they_are_those_of_all_in_order(
            near in proptest::collection::vec(0u64..3000, 1..60),
            far in proptest::collection::vec(any::<u64>(), 1..60),
        ) {
            check(&near);
            check(&far);
            check(&[near, far].concat());
        }
    }

    #[test]
    fn of_none_there_is_nothing_and_no_rank_is_too_high() {
        assert_eq!(at_ranks(&[], [0, 7]), [0, 0]);
        assert_eq!(at_ranks(&[5, 3], [1, 2]), [5, 5]);
        assert_eq!(at_ranks(&[0, u64::MAX], [0, 1]), [0, u64::MAX]);
    }
}
