//! The words of a diagnostic: what was found, and what is allowed.
//!
//! Not for what might have been meant: that is the hint's.

use super::{DiagnosticKind, SyntaxFault};
use crate::config::{Key, SECTIONS_MOST};
use crate::input::Kind;
use crate::units::AMOUNT_MOST;

/// The sentence of one kind.
pub(super) fn of(kind: &DiagnosticKind) -> String {
    match kind {
        DiagnosticKind::NotText { .. } => "This is not a text: only UTF-8 text can be read".to_owned(),
        DiagnosticKind::NotAHeight { found, most } => {
            format!("“{found}” is not a height; {}", heights(*most))
        }
        DiagnosticKind::TooTall { found, most } => format!("{found} is too tall; {}", heights(*most)),
        DiagnosticKind::EmptyPlace => {
            "No height stands before this comma; write one or take the comma out".to_owned()
        }
        DiagnosticKind::SemicolonComment => {
            "What follows a semicolon is a comment, so these numbers are passed over".to_owned()
        }
        DiagnosticKind::Value { key, found } => value(*key, found),
        DiagnosticKind::Syntax(SyntaxFault::EndsEarly) => {
            "The JSON text ends too early: a bracket, a brace or a quotation mark is not closed".to_owned()
        }
        DiagnosticKind::Syntax(SyntaxFault::TooDeep) => {
            "This JSON nests too deep; at most 200 lists and objects may stand in one another".to_owned()
        }
        DiagnosticKind::Syntax(SyntaxFault::Other(what)) => {
            format!("This is not valid JSON ({what}); nothing after this place was read")
        }
        DiagnosticKind::Cost { total } => total_above("The total cost", *total),
        DiagnosticKind::CostWithWages { total } => total_above("The total cost with wages", *total),
        names => of_names(names),
    }
}

/// The kinds that speak of keys, sections and profiles.
fn of_names(kind: &DiagnosticKind) -> String {
    match kind {
        DiagnosticKind::SectionsInProfile { found, most } => format!(
            "This profile has {} sections; at most {} are allowed (max_section_count)",
            grouped(u128::from(*found)),
            grouped(u128::from(*most))
        ),
        DiagnosticKind::SectionsInWall { found } => format!(
            "The wall has {} sections; at most {} are allowed",
            grouped(u128::from(*found)),
            grouped(u128::from(SECTIONS_MOST))
        ),
        DiagnosticKind::NoProfiles { kind } => no_profiles(*kind).to_owned(),
        DiagnosticKind::MissingProfiles { kind: Kind::Json } => {
            "The key “profiles” is missing: the list of the wall's profiles, each a list of heights"
                .to_owned()
        }
        DiagnosticKind::MissingProfiles { .. } => {
            "The section [Profiles] is missing: the heights of the wall, one profile a line".to_owned()
        }
        DiagnosticKind::EmptyProfile => "This profile is empty; it must have at least one height".to_owned(),
        DiagnosticKind::NotAList { found, profiles: true } => {
            format!("“{found}” is not a list; profiles must be a list of lists of heights")
        }
        DiagnosticKind::NotAList { found, profiles: false } => {
            format!("“{found}” is not a profile; a profile must be a list of heights")
        }
        DiagnosticKind::UnknownKey { found, .. } => {
            format!("The key “{found}” is not known; it is passed over")
        }
        DiagnosticKind::UnknownSection { found, .. } => {
            format!("The section “{found}” is not known; it is passed over")
        }
        DiagnosticKind::Twice { found, first_line } => {
            format!("“{found}” is set twice; it was set on line {first_line} already")
        }
        DiagnosticKind::NotAnEntry { found } => {
            format!("“{found}” is not “key = value”, which each line of this section must be")
        }
        DiagnosticKind::NotASection { found } => {
            format!("“{found}” is not a section's name in brackets, such as [Task]")
        }
        // These have their words in `of`. Listed, so that a kind without words does not compile.
        DiagnosticKind::NotText { .. }
        | DiagnosticKind::NotAHeight { .. }
        | DiagnosticKind::TooTall { .. }
        | DiagnosticKind::EmptyPlace
        | DiagnosticKind::SemicolonComment
        | DiagnosticKind::Value { .. }
        | DiagnosticKind::Syntax(_)
        | DiagnosticKind::Cost { .. }
        | DiagnosticKind::CostWithWages { .. } => String::new(),
    }
}

fn heights(most: u16) -> String {
    format!("a height must be a whole number from 0 to {} (feet)", grouped(u128::from(most)))
}

fn value(key: Key, found: &str) -> String {
    let (name, allowed) = (key.json_name(), key.allowed());
    if found.is_empty() {
        return format!("{name} has no value; it must be {allowed}");
    }
    format!("{name} is “{found}”; it must be {allowed}")
}

fn no_profiles(kind: Kind) -> &'static str {
    match kind {
        Kind::Lines => {
            "There is no wall yet: write one profile a line, its heights in feet, such as 21 25 28"
        }
        Kind::Ini => "[Profiles] has no profile; write one a line, its heights in feet, such as 21 25 28",
        Kind::Json => "profiles is empty; it must hold at least one list of heights, such as [21, 25, 28]",
    }
}

fn total_above(what: &str, total: u128) -> String {
    format!(
        "{what} would be {} Gold Dragons; at most {} (2^53) can be counted exactly",
        grouped(total),
        grouped(u128::from(AMOUNT_MOST))
    )
}

/// The number with a comma between its thousands.
pub(crate) fn grouped(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: &DiagnosticKind, words: &str) {
        assert_eq!(of(kind), words);
    }

    #[test]
    fn thousands_are_grouped() {
        for (number, text) in
            [(0, "0"), (999, "999"), (1000, "1,000"), (9_007_199_254_740_992, "9,007,199,254,740,992")]
        {
            assert_eq!(grouped(number), text);
        }
    }

    #[test]
    fn a_fault_says_what_was_found_and_what_is_allowed() {
        check(
            &DiagnosticKind::NotAHeight { found: "3O".into(), most: 30 },
            "“3O” is not a height; a height must be a whole number from 0 to 30 (feet)",
        );
        check(
            &DiagnosticKind::TooTall { found: "31".into(), most: 30 },
            "31 is too tall; a height must be a whole number from 0 to 30 (feet)",
        );
        check(
            &DiagnosticKind::Value { key: Key::NumTeams, found: "0".into() },
            "num_teams is “0”; it must be a whole number from 1 to 10,000,000 (crews), or nothing for one \
             crew each",
        );
        check(
            &DiagnosticKind::SectionsInProfile { found: 2001, most: 2000 },
            "This profile has 2,001 sections; at most 2,000 are allowed (max_section_count)",
        );
        check(
            &DiagnosticKind::Cost { total: 9_007_199_254_740_993 },
            "The total cost would be 9,007,199,254,740,993 Gold Dragons; at most 9,007,199,254,740,992 (2^53) \
             can be counted exactly",
        );
    }

    #[test]
    fn an_empty_value_is_called_so() {
        check(
            &DiagnosticKind::Value { key: Key::TargetHeight, found: String::new() },
            "target_height has no value; it must be a whole number from 1 to 1,000 (feet)",
        );
    }
}
