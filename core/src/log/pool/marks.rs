//! Many crews sorted by number. Not here: a few, which are compared.

/// A bit for each crew, and one for each word of those with a bit set. Between two days all are clear.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    crews: Vec<u64>,
    words: Vec<u64>,
}

impl Marks {
    pub(super) fn new(crews: u32) -> Self {
        let words = crews as usize / 64 + 1;
        Self { crews: vec![0; words], words: vec![0; words / 64 + 1] }
    }

    /// Sorts crews by their number: each leaves a mark, and the marks are read in order.
    #[inline]
    pub(super) fn sort(&mut self, crews: &mut Vec<u32>) {
        for crew in crews.drain(..) {
            let word = crew / 64;
            if let (Some(marks), Some(words)) =
                (self.crews.get_mut(word as usize), self.words.get_mut(word as usize / 64))
            {
                *marks |= 1 << (crew % 64);
                *words |= 1 << (word % 64);
            }
        }
        for (first, words) in (0u32..).step_by(64).zip(&mut self.words) {
            each_bit(std::mem::take(words), |bit| {
                let word = first + bit;
                let marks = self.crews.get_mut(word as usize).map(std::mem::take).unwrap_or_default();
                each_bit(marks, |bit| crews.push(word * 64 + bit));
            });
        }
    }
}

#[inline]
pub(super) fn each_bit(mut bits: u64, mut deed: impl FnMut(u32)) {
    while bits != 0 {
        deed(bits.trailing_zeros());
        bits &= bits - 1;
    }
}
