//! What crosses beside a result, handed over instead of copied. Not for what it means, which the result
//! says.

/// Bytes: a text as UTF-8, or numbers, little-endian.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Sheet(pub(crate) Vec<u8>);
