//! The known name that an unknown one was probably meant to be.

/// The name of `known` that is at most two slips away from `found` (a letter too many, too few or
/// another), whatever the case, and with `-` or a blank for `_`.
pub(crate) fn nearest(found: &str, known: impl IntoIterator<Item = &'static str>) -> Option<&'static str> {
    let found: Vec<char> = found.chars().take(NAME_MOST + 1).map(plain).collect();
    if found.len() > NAME_MOST {
        return None;
    }
    known
        .into_iter()
        .map(|name| (slips(&found, name), name))
        .min_by_key(|(slips, _)| *slips)
        .filter(|(slips, name)| *slips <= SLIPS_MOST && *slips * 3 <= name.len())
        .map(|(_, name)| name)
}

const SLIPS_MOST: usize = 2;
/// Longer than any known name.
const NAME_MOST: usize = 30;

/// What is not told apart: case, and the signs between words.
fn plain(character: char) -> char {
    match character {
        '-' | ' ' => '_',
        other => other.to_ascii_lowercase(),
    }
}

/// Levenshtein's distance, by Wagner and Fischer's table, one row at a time.
fn slips(found: &[char], name: &str) -> usize {
    let mut row: Vec<usize> = (0..=found.len()).collect();
    for (index, letter) in name.chars().map(plain).enumerate() {
        let mut diagonal = index;
        let mut left = index + 1;
        for (cell, other) in row.iter_mut().skip(1).zip(found) {
            let changed = diagonal + usize::from(*other != letter);
            diagonal = *cell;
            *cell = changed.min(left + 1).min(diagonal + 1);
            left = *cell;
        }
        if let Some(first) = row.first_mut() {
            *first = index + 1;
        }
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &str, expected: Option<&str>) {
        let known = ["target_height", "dispatch", "num_teams", "Task"];
        assert_eq!(nearest(found, known), expected, "{found}");
    }

    #[test]
    fn one_or_two_slips_are_forgiven() {
        check("target_heigth", Some("target_height"));
        check("targetheight", Some("target_height"));
        check("Target-Height", Some("target_height"));
        check("num_team", Some("num_teams"));
        check("dispach", Some("dispatch"));
        check("tasks", Some("Task"));
    }

    #[test]
    fn another_word_is_not() {
        check("height", None);
        check("", None);
        check("teams", None);
        check(&"x".repeat(1_000_000), None);
    }
}
