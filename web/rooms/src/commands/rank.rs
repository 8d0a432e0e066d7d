//! How well a name fits what is typed. Pure; not for what is named.

/// How well a name fits, the least the best; none: it does not. Every word that is typed must fit, in any
/// order: a word of the name begins with it, or has it inside, or has its letters in that order. A name that
/// begins with all that is typed goes before. Both are in small letters.
pub(super) fn rank(name: &str, typed: &str) -> Option<u32> {
    if typed.is_empty() || name.starts_with(typed) {
        return Some(0);
    }
    typed.split_whitespace().map(|word| of_word(name, word)).sum::<Option<u32>>().map(|sum| sum + 1)
}

fn of_word(name: &str, word: &str) -> Option<u32> {
    let beginnings = || name.split(|c: char| !c.is_alphanumeric());
    if beginnings().any(|known| known == word) {
        Some(0)
    } else if beginnings().any(|known| known.starts_with(word)) {
        Some(1)
    } else if name.contains(word) {
        Some(10)
    } else {
        let mut letters = name.chars();
        let is_in_order = word.chars().count() > 1 && word.chars().all(|c| letters.any(|letter| letter == c));
        is_in_order.then_some(100)
    }
}

#[cfg(test)]
mod tests {
    use super::rank;

    #[test]
    fn the_beginning_goes_before_a_word_before_an_inside_before_letters() {
        let ranks = ["go to the log", "open the log", "logic of it", "a catalogue", "l, then o, then g"]
            .map(|name| rank(name, "log").expect("it fits"));
        assert_eq!(ranks, [1, 1, 0, 11, 101]);
    }

    #[test]
    fn every_word_must_fit_in_any_order() {
        assert!(rank("the north gate", "gate nor").is_some());
        assert_eq!(rank("the north gate", "gate south"), None);
        assert_eq!(rank("the north gate", "z"), None);
    }
}
