//! Where a text differs from the one before, for those who read of it. Not for what a line means.

use icewall_protocol::desk::Edit;

/// So many characters of a line are told.
const TOLD: usize = 40;

/// What stands between the beginning that two texts share and the end that they share.
pub(super) fn edit(before: &str, after: &str) -> Edit {
    let (old, new) = (before.as_bytes(), after.as_bytes());
    let same = old.iter().zip(new).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[same..], &new[same..]);
    let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
    let (old, new) = (&old[..old.len() - tail], &new[..new.len() - tail]);
    let line_start =
        before.as_bytes()[..same].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    // Whole lines came or went where one text has nothing and the other lines with their ends.
    let part = if old.is_empty() { new } else { old };
    let next = part.starts_with(b"\n");
    let is_whole =
        (old.is_empty() || new.is_empty()) && (next || line_start == same && part.ends_with(b"\n"));
    let start = if is_whole && next { same + 1 } else { line_start };
    let line = |text: &str| {
        let line = text.get(start..).unwrap_or_default().lines().next().unwrap_or_default();
        line.chars().take(TOLD).collect()
    };
    Edit {
        line: ends(&before.as_bytes()[..same]) + 1 + u32::from(is_whole && next),
        before: line(before),
        after: line(after),
        removed: ends(old) + u32::from(!is_whole),
        added: ends(new) + u32::from(!is_whole),
    }
}

fn ends(text: &[u8]) -> u32 {
    u32::try_from(text.split(|byte| *byte == b'\n').count() - 1).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(before: &str, after: &str, line: u32, told: (&str, &str), lines: (u32, u32)) {
        let edit = edit(before, after);
        assert_eq!((edit.line, edit.before.as_str(), edit.after.as_str()), (line, told.0, told.1));
        assert_eq!((edit.removed, edit.added), lines);
    }

    #[test]
    fn a_number_that_changed_is_told_with_its_line() {
        check("21 25\n17", "21 25\n18", 2, ("17", "18"), (1, 1));
        check("21 25\n17", "21 25 9\n17", 1, ("21 25", "21 25 9"), (1, 1));
        check("", "7", 1, ("", "7"), (1, 1));
        check("7 # é", "7 # è", 1, ("7 # é", "7 # è"), (1, 1));
    }

    #[test]
    fn whole_lines_that_came_or_went_are_counted() {
        check("1\n3", "1\n2\n3", 2, ("3", "2"), (0, 1));
        check("1\n2", "1\n2\n3\n4", 3, ("", "3"), (0, 2));
        check("1\n2\n3", "1", 2, ("2", ""), (2, 0));
    }

    #[test]
    fn lines_that_took_the_place_of_others_are_counted_on_both_sides() {
        check("1\n2\n3", "4\n5", 1, ("1", "4"), (3, 2));
        check("21", "21 5\n7", 1, ("21", "21 5"), (1, 2));
        check("21 25\n17", "14 1 30", 1, ("21 25", "14 1 30"), (2, 1));
    }

    #[test]
    fn a_long_line_is_cut() {
        assert_eq!(edit("", &"7".repeat(100)).after.len(), TOLD);
    }
}
