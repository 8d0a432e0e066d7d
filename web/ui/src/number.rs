//! Whole amounts as places in a drawing, and back. Not for any figure that is read: those come
//! from the engine as they are.

/// A whole amount (at most 2^53) as a place on a scale.
#[expect(clippy::cast_precision_loss, reason = "amounts are at most 2^53, exact in a double")]
pub fn real(amount: u64) -> f64 {
    amount as f64
}

/// How many there are, as a place on a scale.
#[expect(clippy::cast_precision_loss, reason = "no slice holds more than 2^53 values")]
pub fn count(items: usize) -> f64 {
    items as f64
}

/// The whole part of a place on a scale; 0 for what lies before it.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the conversion saturates, and the whole part is wanted"
)]
pub fn whole(place: f64) -> u64 {
    place as u64
}

/// As [`whole`], as an index.
pub fn index(place: f64) -> usize {
    usize::try_from(whole(place)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_before_the_scale_is_its_start() {
        assert_eq!((whole(-3.5), whole(f64::NAN), index(-0.1)), (0, 0, 0));
    }

    #[test]
    fn the_largest_amount_survives() {
        assert_eq!(whole(real(1 << 53)), 1 << 53);
    }
}
