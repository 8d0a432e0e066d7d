//! What crosses beside a result: arrays of numbers, handed over instead of copied. Not for what they
//! mean, which the result says.

/// One array of numbers.
#[derive(Clone, Debug, PartialEq)]
#[expect(dead_code, reason = "each room takes the kinds that it needs")]
pub(crate) enum Sheet {
    /// Pixels, shades, texts as UTF-8.
    Bytes(Vec<u8>),
    /// Heights.
    Shorts(Vec<u16>),
    /// Sections, crews, counts.
    Words(Vec<u32>),
    /// Days, feet, amounts up to 2^53.
    Numbers(Vec<f64>),
}
