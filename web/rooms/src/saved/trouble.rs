//! Why the database failed, in a sentence that says what to do. Pure.

/// Another tab has the database open in an older version.
pub(super) const HELD: &str = "Another tab with an older Icewall holds the saved walls. Close it, or load it again: they come up here by themselves.";
/// The text of a wall is gone, or is no text.
pub(super) const LOST_TEXT: &str = "The text of this wall cannot be read any more.";

/// What an error of the browser's means, by its name and words.
pub(super) fn words(error: &str) -> String {
    if error.contains("QuotaExceeded") {
        "There is no room left in this browser, so nothing was changed. Delete a saved wall, or save this one as a file under Export."
            .to_owned()
    } else if error.contains("VersionError") {
        "A newer Icewall keeps the walls of this browser. Load the page again.".to_owned()
    } else {
        format!("This browser does not let the page keep walls ({error}). Save them as files under Export.")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_trouble_says_what_to_do() {
        assert!(words("DOM exception: QuotaExceededError: full").contains("no room left"));
        assert!(words("VersionError: 2 is less than 3").contains("Load the page again"));
        assert!(words("SecurityError: denied").contains("under Export"));
    }
}
