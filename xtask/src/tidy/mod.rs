//! `cargo xtask tidy`: what ARCHITECTURE.md promises, as checks that fail. Each looks at the text
//! of the repository or at what cargo says of its packages, and gives its faults as lines for a
//! person. What the compiler and Clippy can see is left to them.

mod core;
mod house;
pub(crate) mod lines;
mod links;
mod packages;
mod web;

use crate::{
    files,
    run::{Outcome, root},
};
use std::path::Path;

/// Folders that are made, not written.
const MADE: [&str; 4] = [".git", "dist", "node_modules", "target"];

/// A file of the repository; the text is empty where it is none.
pub(crate) struct File {
    path: String,
    text: String,
}

/// Every file that was written.
pub(crate) struct Tree(Vec<File>);

/// A check gives a line for each fault.
type Check = fn(&Tree) -> Vec<String>;

const CHECKS: [Check; 19] = [
    core::keeps_to_itself,
    core::threads_only_with_parallel,
    core::never_panics,
    house::files_say_what_they_are_for,
    house::files_are_short,
    house::nothing_is_left_to_do,
    house::lints_have_reasons,
    house::no_path_of_one_machine,
    house::fixtures_are_used,
    links::lead_somewhere,
    links::named_files_are_there,
    packages::locks_name_public_registries,
    packages::wasm_bindgen_is_pinned,
    packages::trunk_is_pinned,
    packages::uplot_is_the_same_everywhere,
    web::browser_has_its_places,
    web::values_of_javascript_stay_in_the_transport,
    web::markup_keeps_the_policy,
    web::page_computes_nothing,
];

/// Runs every check and fails with all faults at once.
pub(crate) fn all() -> Outcome {
    let tree = Tree::read(&root());
    let mut faults: Vec<String> = CHECKS.iter().flat_map(|check| check(&tree)).collect();
    faults.extend(packages::dependencies()?);
    if faults.is_empty() {
        return Ok(());
    }
    Err(format!("{}\n{} faults against the architecture.", faults.join("\n"), faults.len()))
}

impl Tree {
    fn read(root: &Path) -> Self {
        let mut found = Vec::new();
        for name in files::names_in(root).into_iter().filter(|name| !MADE.contains(&name.as_str())) {
            if root.join(&name).is_dir() {
                found.extend(
                    files::all_below(&root.join(&name)).iter().map(|below| format!("{name}/{below}")),
                );
            } else {
                found.push(name);
            }
        }
        let read =
            |path: String| File { text: files::read_text(&root.join(&path)).unwrap_or_default(), path };
        Self(found.into_iter().map(read).collect())
    }

    /// Files below a folder (or all, for an empty one) whose names have one of these endings.
    fn files<'a>(&'a self, folder: &'a str, endings: &'a [&str]) -> impl Iterator<Item = &'a File> {
        self.0.iter().filter(move |file| {
            file.path.starts_with(folder)
                && endings.iter().any(|ending| files::has_ending(&file.path, ending))
        })
    }

    /// The text of one file; empty where there is none.
    fn text(&self, path: &str) -> &str {
        self.0.iter().find(|file| file.path == path).map_or("", |file| &file.text)
    }

    /// A tree made up for a test.
    #[cfg(test)]
    fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File { path: (*path).to_owned(), text: (*text).to_owned() };
        Self(files.iter().map(file).collect())
    }
}

/// One fault in a line of a file, counted from 0.
fn fault(file: &File, line: usize, said: &str) -> String {
    format!("{}:{}: {said}", file.path, line + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_is_not_looked_at() {
        let scratch = files::Scratch::new("tree");
        for name in ["a.rs", "core/src/b.rs", "target/c.rs", "node_modules/d.js", ".ci/run"] {
            files::write(&scratch.0.join(name), "x").expect("written");
        }
        let tree = Tree::read(&scratch.0);
        let paths: Vec<&str> = tree.0.iter().map(|file| file.path.as_str()).collect();
        assert_eq!(paths, [".ci/run", "a.rs", "core/src/b.rs"]);
    }

    #[test]
    fn a_fault_is_where_an_editor_finds_it() {
        let file = File { path: "core/src/a.rs".to_owned(), text: String::new() };
        assert_eq!(fault(&file, 0, "no"), "core/src/a.rs:1: no");
    }
}
