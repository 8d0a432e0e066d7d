//! Places in a text: from line and column, as the engine tells them, to what a textarea counts.
//!
//! The engine counts Unicode scalar values from 1, a textarea UTF-16 units from 0. Lines end with
//! a line feed: a textarea has no other.

/// The part of `text` from a place on, in UTF-16 units: start and end. A place past the end of
/// its line or of the text is moved back to that end.
pub(crate) fn utf16_range(text: &str, line: u32, column: u32, length: u32) -> (u32, u32) {
    let before: u32 = text.split_inclusive('\n').take(skipped(line)).map(units).sum();
    let line = text.split('\n').nth(skipped(line)).unwrap_or_default();
    let start = byte_of(line, skipped(column));
    let end = start + byte_of(&line[start..], length as usize);
    let start_units = before + units(&line[..start]);
    (start_units, start_units + units(&line[start..end]))
}

/// How many lines a text has; a line feed at its end begins one more, as in an editor.
pub(crate) fn line_count(text: &str) -> u32 {
    let feeds = text.bytes().filter(|&byte| byte == b'\n').count();
    u32::try_from(feeds).unwrap_or(u32::MAX - 1) + 1
}

/// From a number counted from 1 to how many stand before it.
fn skipped(number: u32) -> usize {
    number.saturating_sub(1) as usize
}

fn byte_of(line: &str, characters: usize) -> usize {
    line.char_indices().nth(characters).map_or(line.len(), |(byte, _)| byte)
}

fn units(text: &str) -> u32 {
    u32::try_from(text.chars().map(char::len_utf16).sum::<usize>()).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, place: (u32, u32, u32), selected: &str) {
        let (start, end) = utf16_range(text, place.0, place.1, place.2);
        let units: Vec<u16> = text.encode_utf16().collect();
        assert_eq!(String::from_utf16_lossy(&units[start as usize..end as usize]), selected);
    }

    #[test]
    fn plain_digits() {
        check("21 25 28\n17 3O 22\n", (2, 4, 2), "3O");
        check("21 25 28", (1, 1, 2), "21");
    }

    #[test]
    fn characters_outside_the_basic_plane_count_one_for_the_engine_and_two_for_the_textarea() {
        check("🧊 17 x\n🧊🧊 ٣ 4", (2, 4, 1), "٣");
        check("🧊 17 x", (1, 1, 1), "🧊");
    }

    #[test]
    fn a_place_past_the_end_is_the_end() {
        check("21\n22", (1, 9, 1), "");
        check("21\n22", (9, 1, 1), "");
        assert_eq!(utf16_range("21\n22", 9, 1, 1), (5, 5));
        assert_eq!(utf16_range("", 1, 1, 1), (0, 0));
    }

    #[test]
    fn a_text_has_one_line_more_than_line_feeds() {
        assert_eq!(line_count(""), 1);
        assert_eq!(line_count("1\n2\n"), 3);
    }
}
