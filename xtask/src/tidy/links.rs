//! Links from one file of the repository to another, in Markdown, and paths that are named anywhere. Links into
//! the web are not followed: a test must not depend on somebody else's server.

use super::{File, Tree, fault};
use crate::files;

/// What a host shows beside the files of a repository, as a link from its first page.
const BESIDE: [&str; 1] = ["../../deployments"];
/// Folders of the repository and endings of its files, as far as a word that has both can only be a path.
const FOLDERS: [&str; 8] = ["book/", "core/", "docker/", "docs/", "static/", "tests/", "web/", "xtask/"];
const ENDINGS: [&str; 8] = ["conf", "css", "js", "md", "mjs", "rs", "toml", "ts"];

/// Every link leads to a file or folder that is there.
pub(super) fn lead_somewhere(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for file in tree.files("", &["md"]) {
        for (at, line) in file.text.lines().enumerate() {
            let links = links(line).filter(|link| !BESIDE.contains(link));
            for link in links.filter(|link| !exists(tree, &file.path, link)) {
                faults.push(fault(file, at, &format!("{link} leads nowhere.")));
            }
        }
    }
    faults
}

/// A file that is named, in a text or in a comment, is there. Tests of these programs name files of their own.
pub(super) fn named_files_are_there(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    let by_hand = |file: &&File| !file.path.starts_with("xtask/src/") && file.path != "package-lock.json";
    for file in tree.0.iter().filter(by_hand) {
        for (at, line) in file.text.lines().enumerate() {
            for path in paths(line).filter(|path| tree.0.iter().all(|file| file.path != *path)) {
                faults.push(fault(file, at, &format!("{path} is not there.")));
            }
        }
    }
    faults
}

/// The words of a line that are paths from the repository's folder.
fn paths(line: &str) -> impl Iterator<Item = &str> {
    let words = line.split(|c: char| !c.is_ascii_alphanumeric() && !"/._-".contains(c));
    let words = words.map(|word| word.trim_end_matches('.'));
    words.filter(|word| {
        FOLDERS.iter().any(|folder| word.starts_with(folder))
            && ENDINGS.iter().any(|ending| files::has_ending(word, ending))
    })
}

/// The targets of `[text](target)` that are paths.
fn links(line: &str) -> impl Iterator<Item = &str> {
    let targets = line.split("](").skip(1).filter_map(|rest| rest.split([')', ' ']).next());
    let paths = targets.map(|target| target.split('#').next().unwrap_or_default());
    paths.filter(|path| !path.is_empty() && !path.contains(':'))
}

fn exists(tree: &Tree, from: &str, link: &str) -> bool {
    let mut place: Vec<&str> = from.split('/').collect();
    place.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(place.pop()),
            name => place.push(name),
        }
    }
    let path = place.join("/");
    let folder = format!("{path}/");
    tree.0.iter().any(|file| file.path == path || file.path.starts_with(&folder))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_that_leads_nowhere_is_seen() {
        let tree = Tree::of(&[("README.md", "see [that](docs/none.md#part)")]);
        assert_eq!(lead_somewhere(&tree), ["README.md:1: docs/none.md leads nowhere."]);
    }

    #[test]
    fn a_file_that_is_named_and_not_there_is_seen() {
        let text = "// See core/src/lib.rs, and web/gone.rs.";
        let tree = Tree::of(&[("core/src/lib.rs", text)]);
        assert_eq!(named_files_are_there(&tree), ["core/src/lib.rs:1: web/gone.rs is not there."]);
    }

    #[test]
    fn files_folders_and_the_web_are_fine() {
        let text = "[a](src/lib.rs) [b](src) [c](../README.md) [d](https://example.org/x) [e](#part)";
        let tree = Tree::of(&[("core/README.md", text), ("core/src/lib.rs", ""), ("README.md", "")]);
        assert!(lead_somewhere(&tree).is_empty());
    }
}
