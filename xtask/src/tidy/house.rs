//! The habits of CONTRIBUTING.md that a program can see.

use super::{File, Tree, fault, lines};
use crate::files::has_ending;

/// Endings of what we write by hand and run.
const CODE: [&str; 4] = ["rs", "js", "mjs", "css"];
/// A file longer than this says why in its first comment.
const LONG: usize = 500;
/// These files hold the words that they look for.
const CHECKS: &str = "xtask/src/tidy/";

/// Every file opens with what it is for and what it is not for.
pub(super) fn files_say_what_they_are_for(tree: &Tree) -> Vec<String> {
    let silent = |file: &&File| {
        let opens = if has_ending(&file.path, "rs") { &["//!"][..] } else { &["//", "/*"] };
        !opens.iter().any(|open| file.text.starts_with(open))
    };
    let said = "Open the file with what it is for and what it is not for.";
    tree.files("", &CODE).filter(silent).map(|file| fault(file, 0, said)).collect()
}

/// A long file is hard to hold in mind.
pub(super) fn files_are_short(tree: &Tree) -> Vec<String> {
    let long = |file: &&File| {
        let opening: String = file.text.lines().take(10).collect();
        file.text.lines().count() > LONG && !opening.contains("long because")
    };
    let said = format!("Over {LONG} lines: split it, or say in its first comment that it is long because …");
    tree.files("", &CODE).filter(long).map(|file| fault(file, LONG, &said)).collect()
}

/// No notes to ourselves, no test that does not run.
pub(super) fn nothing_is_left_to_do(tree: &Tree) -> Vec<String> {
    let words = ["TODO", "FIXME", "XXX", "todo!(", "unimplemented!(", "#[ignore"];
    let in_tests = ["test.skip(", "it.skip(", "describe.skip(", "test.todo(", ".only(", "skip: true"];
    let mut faults = Vec::new();
    for file in tree.0.iter().filter(|file| !file.path.starts_with(CHECKS)) {
        let is_script = has_ending(&file.path, "mjs") || has_ending(&file.path, "js");
        for (at, line) in file.text.lines().enumerate() {
            let word = words.iter().chain(in_tests.iter().filter(|_| is_script));
            if let Some(word) = word.into_iter().find(|word| line.contains(**word)) {
                faults.push(fault(file, at, &format!("{word}: finish it, or leave it out.")));
            }
        }
    }
    faults
}

/// An exception from a lint has a reason, and is noticed when it is needed no more.
pub(super) fn lints_have_reasons(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for file in tree.files("", &["rs"]).filter(|file| !file.path.starts_with(CHECKS)) {
        for (at, line) in file.text.lines().enumerate() {
            let code = lines::code(line);
            if code.contains("#[allow(") || code.contains("#![allow(") {
                faults.push(fault(file, at, "Write #[expect(lint, reason = \"…\")]."));
            }
        }
    }
    faults
}

/// The repository is the same on every machine.
pub(super) fn no_path_of_one_machine(tree: &Tree) -> Vec<String> {
    let paths = ["/root/", "/home/", "/Users/", "/tmp/"];
    let mut faults = Vec::new();
    for file in tree.0.iter().filter(|file| !file.path.starts_with(CHECKS)) {
        for (at, line) in file.text.lines().enumerate() {
            if let Some(path) = paths.iter().find(|path| line.contains(**path)) {
                faults.push(fault(file, at, &format!("{path} is a path of one machine.")));
            }
        }
    }
    faults
}

/// A fixture that no test names is forgotten.
pub(super) fn fixtures_are_used(tree: &Tree) -> Vec<String> {
    let tests: Vec<&File> = tree.files("", &["rs", "mjs", "js"]).collect();
    let unused = |file: &&File| {
        let name = file.path.rsplit('/').next().unwrap_or_default();
        !tests.iter().any(|test| test.text.contains(name))
    };
    let fixtures = tree.0.iter().filter(|file| file.path.starts_with("tests/fixtures/"));
    fixtures.filter(unused).map(|file| format!("{}: no test names this fixture.", file.path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_an_opening_is_seen() {
        assert_eq!(files_say_what_they_are_for(&Tree::of(&[("a.rs", "use std;")])).len(), 1);
        assert_eq!(files_say_what_they_are_for(&Tree::of(&[("a.css", "p {}")])).len(), 1);
        let good = [("a.rs", "//! What.\n"), ("a.mjs", "// What.\n"), ("a.css", "/* What. */")];
        assert!(files_say_what_they_are_for(&Tree::of(&good)).is_empty());
    }

    #[test]
    fn a_long_file_without_a_reason_is_seen() {
        let long = "x\n".repeat(LONG + 1);
        assert_eq!(files_are_short(&Tree::of(&[("a.rs", &long)])).len(), 1);
        let reasoned = format!("//! It is long because it is a table.\n{long}");
        assert!(files_are_short(&Tree::of(&[("a.rs", &reasoned)])).is_empty());
    }

    #[test]
    fn what_is_left_to_do_is_seen() {
        for (path, line) in [("a.rs", "// TODO later"), ("a.md", "FIXME"), ("a.mjs", "test.skip('x')")] {
            assert_eq!(nothing_is_left_to_do(&Tree::of(&[(path, line)])).len(), 1, "{line}");
        }
        assert!(nothing_is_left_to_do(&Tree::of(&[("a.rs", "rows.skip(1)")])).is_empty());
    }

    #[test]
    fn a_bare_exception_is_seen() {
        assert_eq!(lints_have_reasons(&Tree::of(&[("a.rs", "#[allow(dead_code)]")])).len(), 1);
    }

    #[test]
    fn a_path_of_one_machine_is_seen() {
        assert_eq!(no_path_of_one_machine(&Tree::of(&[("README.md", "see /home/me/x")])).len(), 1);
    }

    #[test]
    fn a_forgotten_fixture_is_seen() {
        let fixture = ("tests/fixtures/wall.json", "{}");
        assert_eq!(fixtures_are_used(&Tree::of(&[fixture])).len(), 1);
        let test = ("tests/suite/cases.rs", "include_str!(\"../fixtures/wall.json\")");
        assert!(fixtures_are_used(&Tree::of(&[fixture, test])).is_empty());
    }
}
