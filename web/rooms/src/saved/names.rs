//! Names of saved walls: which one is free, which one is searched for. Pure.

/// A name as it is kept: without blanks around it, and never empty.
pub(super) fn plain(wanted: &str) -> &str {
    let wanted = wanted.trim();
    if wanted.is_empty() { "Wall" } else { wanted }
}

/// A name that none of `taken` has: `Wall`, `Wall 2`, …
pub(super) fn free(wanted: &str, taken: &[String]) -> String {
    let wanted = plain(wanted);
    let is_taken = |name: &str| taken.iter().any(|known| known == name);
    let numbered = (2..).map(|number| format!("{wanted} {number}"));
    std::iter::once(wanted.to_owned()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

/// Whether a name has every word that is searched for.
pub(super) fn fits(name: &str, search: &str) -> bool {
    let name = name.to_lowercase();
    search.to_lowercase().split_whitespace().all(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_free() {
        let taken = ["Wall".to_owned(), "Wall 2".to_owned()];
        assert_eq!(free("  ", &taken), "Wall 3");
        assert_eq!(free(" North ", &taken), "North");
    }

    #[test]
    fn words_are_searched_for_in_any_order() {
        assert!(fits("The North tower", "tower nor"));
        assert!(fits("The North tower", ""));
        assert!(!fits("The North tower", "south"));
    }
}
