//! Links from one file of the repository to another, in Markdown. Links into the web are not
//! followed: a test must not depend on somebody else's server.

use super::{Tree, fault};

/// Every link leads to a file or folder that is there.
pub(super) fn lead_somewhere(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    for file in tree.files("", &["md"]) {
        for (at, line) in file.text.lines().enumerate() {
            for link in links(line).filter(|link| !exists(tree, &file.path, link)) {
                faults.push(fault(file, at, &format!("{link} leads nowhere.")));
            }
        }
    }
    faults
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
    fn files_folders_and_the_web_are_fine() {
        let text = "[a](src/lib.rs) [b](src) [c](../README.md) [d](https://example.org/x) [e](#part)";
        let tree = Tree::of(&[("core/README.md", text), ("core/src/lib.rs", ""), ("README.md", "")]);
        assert!(lead_somewhere(&tree).is_empty());
    }
}
