//! Ranges as they are typed: `4`, `4-9`. Not for what they are of.

/// First and last of what is typed; none where nothing is.
///
/// # Errors
/// Where it is neither a number from 1 nor two with a dash between them, the smaller one first.
pub(super) fn range(text: &str) -> Result<Option<(u64, u64)>, ()> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
    match (first.trim().parse(), last.trim().parse()) {
        (Ok(first), Ok(last)) if 1 <= first && first <= last => Ok(Some((first, last))),
        _ => Err(()),
    }
}

/// The same for what there are fewer than 2^32 of; larger numbers are beyond all of them.
pub(super) fn small_range(text: &str) -> Result<Option<(u32, u32)>, ()> {
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(range(text)?.map(|(first, last)| (small(first), small(last))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_or_two_or_nothing() {
        assert_eq!(range("4"), Ok(Some((4, 4))));
        assert_eq!(range(" 4 – 9 "), Ok(Some((4, 9))));
        assert_eq!(range(""), Ok(None));
        for wrong in ["0", "9-4", "x", "4-", "1-2-3", "-4"] {
            assert_eq!(range(wrong), Err(()), "{wrong}");
        }
    }

    #[test]
    fn what_is_beyond_all_stays_beyond_all() {
        assert_eq!(small_range("5000000000"), Ok(Some((u32::MAX, u32::MAX))));
    }
}
