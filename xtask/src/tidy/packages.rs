//! What the project depends on: the core's short list, the page's distance from the core, and
//! versions that must agree.

use super::Tree;
use crate::{
    run::{Outcome, Run},
    tools,
};

/// All that the core may depend on, itself included, on every target.
const CORE: [&str; 29] = [
    "autocfg",
    "bitvec",
    "deranged",
    "funty",
    "icewall-core",
    "itoa",
    "jiter",
    "lexical-parse-float",
    "lexical-parse-integer",
    "lexical-util",
    "memchr",
    "num-conv",
    "num-traits",
    "powerfmt",
    "proc-macro2",
    "quote",
    "radium",
    "serde",
    "serde_core",
    "serde_derive",
    "serde_json",
    "smallvec",
    "syn",
    "tap",
    "time",
    "time-core",
    "unicode-ident",
    "wyz",
    "zmij",
];
/// And with the feature `parallel`.
const PARALLEL: [&str; 6] =
    ["crossbeam-deque", "crossbeam-epoch", "crossbeam-utils", "either", "rayon", "rayon-core"];

/// What cargo says of the packages. `cargo tree -i` would hide what only one target needs and
/// pass on a misspelt name; the whole tree does neither.
pub(super) fn dependencies() -> Outcome<Vec<String>> {
    let mut faults = strangers(&tree("icewall-core", &[])?, &CORE);
    let with_parallel = [&CORE[..], &PARALLEL].concat();
    faults.extend(strangers(&tree("icewall-core", &["--features", "parallel"])?, &with_parallel));
    for package in ["icewall-app", "icewall-rooms"] {
        let computes = ["icewall-core", "icewall-engine", "icewall-workshop"];
        faults.extend(forbidden(package, &tree(package, &[])?, &computes));
    }
    Ok(faults)
}

fn tree(package: &str, more: &[&str]) -> Outcome<String> {
    let args = ["tree", "--locked", "--target", "all", "-e", "normal,build", "--prefix", "none"];
    Run::new("cargo").args(args).args(["-p", package]).args(more).read()
}

/// `rayon v1.12.0` → `rayon`, for each line.
fn names(tree: &str) -> impl Iterator<Item = &str> {
    tree.lines().filter_map(|line| line.split_whitespace().next())
}

fn strangers(tree: &str, allowed: &[&str]) -> Vec<String> {
    let mut strangers: Vec<&str> = names(tree).filter(|name| !allowed.contains(name)).collect();
    strangers.sort_unstable();
    strangers.dedup();
    let said = |name| format!("core/Cargo.toml: {name} is not among what the core may depend on.");
    strangers.into_iter().map(said).collect()
}

fn forbidden(package: &str, tree: &str, forbidden: &[&str]) -> Vec<String> {
    let found = forbidden.iter().filter(|name| names(tree).any(|found| found == **name));
    found.map(|name| format!("{package}: a module of the page depends on {name}.")).collect()
}

/// A lock file that names somebody's mirror is of no use to others.
pub(super) fn locks_name_public_registries(tree: &Tree) -> Vec<String> {
    let crates_io = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    let strange = |line: &&str| line.starts_with("source = ") && *line != crates_io;
    let mut faults: Vec<String> =
        tree.text("Cargo.lock").lines().filter(strange).map(|line| format!("Cargo.lock: {line}")).collect();
    if tree.text("package-lock.json").contains("\"resolved\"") {
        faults.push("package-lock.json: it names a registry; run npm with the project's .npmrc.".to_owned());
    }
    for file in [".npmrc", ".cargo/config.toml"] {
        if tree.text(file).contains("://") {
            faults.push(format!("{file}: it names a host; that belongs to the user's own settings."));
        }
    }
    faults
}

/// The command line tool must be of the library's version to the last digit.
pub(super) fn wasm_bindgen_is_pinned(tree: &Tree) -> Vec<String> {
    let locked = tools::locked_version(tree.text("Cargo.lock"), "wasm-bindgen").unwrap_or_default();
    let pinned = format!("wasm-bindgen = \"={locked}\"");
    if tree.text("Cargo.toml").lines().any(|line| line == pinned) {
        return Vec::new();
    }
    vec![format!("Cargo.toml: it must say {pinned}, the version in Cargo.lock.")]
}

/// One Trunk for everybody.
pub(super) fn trunk_is_pinned(tree: &Tree) -> Vec<String> {
    match tools::trunk_version(tree.text("Trunk.toml")) {
        Some(_) => Vec::new(),
        None => vec!["Trunk.toml: it must say trunk-version = \"=…\".".to_owned()],
    }
}

/// uPlot's version stands in its folder's name, so that a cache never mixes two.
pub(super) fn uplot_is_the_same_everywhere(tree: &Tree) -> Vec<String> {
    let package = tree.text("package.json");
    let version = package.split("\"uplot\": \"").nth(1).and_then(|rest| rest.split('"').next());
    let Some(version) = version else { return vec!["package.json: it names no uplot.".to_owned()] };
    let mut faults = Vec::new();
    let written = tree.files("", &["html", "js", "mjs", "rs", "md"]);
    for file in written.filter(|file| !file.path.starts_with("xtask/")) {
        let versions =
            file.text.split("vendor/uplot-").skip(1).filter_map(|rest| rest.split(['/', '"']).next());
        let others = versions.filter(|found| *found != version);
        faults.extend(others.map(|found| format!("{}: uPlot {found}, not {version}.", file.path)));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stranger_in_the_core_is_seen() {
        let tree = "icewall-core v0.1.0 (core)\ntime v0.3.0\njs-sys v0.3.0\njs-sys v0.3.0 (*)\n";
        let said = strangers(tree, &CORE);
        assert_eq!(said, ["core/Cargo.toml: js-sys is not among what the core may depend on."]);
    }

    #[test]
    fn a_page_with_the_core_in_it_is_seen() {
        let tree = "icewall-app v0.1.0\nicewall-protocol v0.1.0\nicewall-core v0.1.0\n";
        assert_eq!(forbidden("icewall-app", tree, &["icewall-core"]).len(), 1);
        assert!(forbidden("icewall-app", tree, &["icewall-engine"]).is_empty());
    }

    #[test]
    fn a_package_that_is_not_there_is_an_error() {
        assert!(tree("icewall-cores", &[]).is_err());
    }

    #[test]
    fn a_mirror_in_a_lock_file_is_seen() {
        let cargo = ("Cargo.lock", "source = \"registry+https://mirror.example/index\"\n");
        let npm = ("package-lock.json", "\"resolved\": \"https://mirror.example/a.tgz\"");
        assert_eq!(locks_name_public_registries(&Tree::of(&[cargo, npm])).len(), 2);
    }

    #[test]
    fn versions_that_disagree_are_seen() {
        let lock = ("Cargo.lock", "name = \"wasm-bindgen\"\nversion = \"0.2.130\"\n");
        let old = ("Cargo.toml", "wasm-bindgen = \"=0.2.129\"\n");
        assert_eq!(wasm_bindgen_is_pinned(&Tree::of(&[lock, old])).len(), 1);
        let same = ("Cargo.toml", "wasm-bindgen = \"=0.2.130\"\n");
        assert!(wasm_bindgen_is_pinned(&Tree::of(&[lock, same])).is_empty());
        assert_eq!(trunk_is_pinned(&Tree::of(&[("Trunk.toml", "trunk-version = \"*\"")])).len(), 1);
    }

    #[test]
    fn another_uplot_is_seen() {
        let package = ("package.json", "\"uplot\": \"1.6.32\"");
        let page = ("index.html", "<link href=\"vendor/uplot-1.6.31/a.css\">");
        assert_eq!(uplot_is_the_same_everywhere(&Tree::of(&[package, page])).len(), 1);
    }
}
