//! Numbers in as few bits as the greatest of them takes.

/// A list of numbers of equal width.
#[derive(Clone, Debug)]
pub(super) struct Packed {
    /// One more than the numbers fill: a number that ends in a word is read with the one after it.
    words: Vec<u64>,
    bits: u32,
    len: usize,
}

impl Packed {
    /// So many zeros, with room for numbers up to `most` in their place.
    pub(super) fn zeros(len: usize, most: u32) -> Self {
        let bits = u32::BITS - most.leading_zeros();
        Self { words: vec![0; len * bits as usize / 64 + 2], bits, len }
    }

    /// These numbers, none above `most`.
    pub(super) fn of(numbers: &[u32], most: u32) -> Self {
        let mut packed = Self::zeros(numbers.len(), most);
        numbers.iter().enumerate().for_each(|(place, &number)| packed.set(place, number));
        packed
    }

    /// How many numbers there are.
    pub(super) fn len(&self) -> usize {
        self.len
    }

    /// The number at a place; 0 beyond the end.
    #[inline]
    pub(super) fn get(&self, place: usize) -> u32 {
        let at = place * self.bits as usize;
        let two = self.words.get(at / 64..at / 64 + 2).filter(|_| place < self.len);
        let Some(&[low, high]) = two else { return 0 };
        // Not at once by 64 bits, which is no shift.
        let number = low >> (at % 64) | high << 1 << (63 - at % 64);
        lower_bits(number) & lower_bits((1 << self.bits) - 1)
    }

    /// Puts a number in the place of a zero.
    #[inline]
    pub(super) fn set(&mut self, place: usize, number: u32) {
        let at = place * self.bits as usize;
        if let Some([low, high]) = self.words.get_mut(at / 64..at / 64 + 2) {
            *low |= u64::from(number) << (at % 64);
            *high |= u64::from(number) >> 1 >> (63 - at % 64);
        }
    }

    /// Bytes held.
    pub(super) fn bytes(&self) -> usize {
        size_of_val(self.words.as_slice())
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the lower bits are meant")]
fn lower_bits(number: u64) -> u32 {
    number as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_width_come_back() {
        for bits in 0..=32u32 {
            let most = lower_bits((1u64 << bits) - 1);
            let numbers: Vec<u32> = (0..200u32).map(|n| n.wrapping_mul(0x9e37_79b9) & most).collect();
            let numbers = [vec![most, 0, most], numbers].concat();
            let packed = Packed::of(&numbers, most);
            let told: Vec<u32> = (0..packed.len()).map(|place| packed.get(place)).collect();
            assert_eq!(told, numbers, "{bits} bits");
            assert_eq!(packed.get(numbers.len()), 0);
            assert!(packed.bytes() <= numbers.len() * bits as usize / 8 + 16);
        }
    }
}
