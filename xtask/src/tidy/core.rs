//! What the core must not hold: it is pure, and the same on every machine and with any number of
//! threads.

use super::{File, Tree, fault, lines};

/// Words, and why none of them may stand in the core.
const ABSENT: [(&[&str], &str); 7] = [
    (&["wasm_bindgen", "js_sys", "web_sys", "target_arch", "target_family"], "the core knows no browser"),
    (&["std::time", "now_utc", "now_local"], "the core knows no clock"),
    (&["std::fs", "std::io", "std::net", "std::env", "std::process"], "the core does no input or output"),
    (&["println!", "print!", "eprintln!", "eprint!", "dbg!"], "the core prints nothing"),
    (&["f32", "f64"], "every figure is exact: no float"),
    (&["static mut", "thread_local", "OnceLock", "LazyLock"], "the core has no global state"),
    (&["rand", "RandomState"], "the core has no randomness of its own"),
];

/// Words of a pool: whoever calls the core decides how many threads there are.
const POOL: [&str; 5] =
    ["ThreadPool", "ThreadPoolBuilder", "num_threads", "current_num_threads", "std::thread"];

/// No browser, clock, file, printing, float, global state, randomness, pool.
pub(super) fn keeps_to_itself(tree: &Tree) -> Vec<String> {
    let absent = ABSENT.iter().flat_map(|(words, why)| words.iter().map(move |word| (*word, *why)));
    let absent = absent.chain(POOL.map(|word| (word, "the core never sees a pool or its size")));
    let absent: Vec<(&str, &str)> = absent.collect();
    faults(tree, |line| {
        let (word, why) = absent.iter().find(|(word, _)| lines::has_word(line, word))?;
        Some(format!("{word}: {why}."))
    })
}

/// rayon stands only under `feature = "parallel"`.
pub(super) fn threads_only_with_parallel(tree: &Tree) -> Vec<String> {
    let gate = |line: &str| line.contains("feature = \"parallel\"") && !line.contains("not(feature");
    let mut faults = Vec::new();
    for file in tree.files("core/src/", &["rs"]) {
        if file.text.contains("#![cfg(feature = \"parallel\")]") {
            continue;
        }
        let gated = lines::under(&file.text, gate);
        for (at, (line, gated)) in file.text.lines().zip(gated).enumerate() {
            let code = lines::code(line);
            if !gated && (lines::has_word(&code, "rayon") || code.contains("par_iter")) {
                faults.push(fault(file, at, "rayon stands only under #[cfg(feature = \"parallel\")]."));
            }
        }
    }
    faults
}

/// A panic in a worker of the pool would hang the engine for good.
pub(super) fn never_panics(tree: &Tree) -> Vec<String> {
    let words = [".unwrap()", ".expect(", "panic!(", "unreachable!("];
    faults(tree, |line| {
        let word = words.iter().find(|word| line.contains(**word))?;
        Some(format!("{word}: the core never panics on purpose; in the pool that hangs the engine."))
    })
}

/// What `judge` says of the lines that are built.
fn faults(tree: &Tree, judge: impl Fn(&str) -> Option<String>) -> Vec<String> {
    let of_file = |file: &File| -> Vec<String> {
        let said = |(at, line): (usize, String)| judge(&line).map(|said| fault(file, at, &said));
        lines::built(&file.text).into_iter().filter_map(said).collect()
    };
    let tests: Vec<String> = tree.files("core/src/", &["rs"]).flat_map(test_modules).collect();
    let is_built = |file: &&File| !tests.contains(&file.path);
    tree.files("core/src/", &["rs"]).filter(is_built).flat_map(of_file).collect()
}

/// The files that a file declares as modules for its tests only.
fn test_modules(file: &File) -> Vec<String> {
    let own = file.path.trim_end_matches(".rs");
    let folder = ["/mod", "/lib"].iter().find_map(|root| own.strip_suffix(root)).unwrap_or(own);
    let in_tests = lines::under(&file.text, lines::is_for_tests);
    let declared = file.text.lines().zip(in_tests).filter(|(_, test)| *test);
    let names = declared.filter_map(|(line, _)| line.trim().strip_prefix("mod ")?.strip_suffix(';'));
    names.map(|name| format!("{folder}/{name}.rs")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn core(text: &str) -> Tree {
        Tree::of(&[("core/src/a.rs", text)])
    }

    #[test]
    fn every_absence_is_seen() {
        for line in [
            "use web_sys::Window;",
            "let now = std::time::Instant::now();",
            "std::fs::read(path)",
            "println!(\"{x}\");",
            "let x = y as f64;",
            "static mut COUNT: u64 = 0;",
            "rand::random()",
            "rayon::current_num_threads()",
            "#[cfg(target_arch = \"wasm32\")]",
        ] {
            assert_eq!(keeps_to_itself(&core(line)).len(), 1, "{line}");
        }
    }

    #[test]
    fn words_in_comments_and_tests_are_no_faults() {
        let text = "//! No f64 here.\n#[cfg(test)]\nmod tests {\n    fn a() -> f64 { 0.0 }\n}\n";
        assert!(keeps_to_itself(&core(text)).is_empty());
    }

    #[test]
    fn files_for_tests_only_are_no_faults() {
        let parents = [("core/src/lib.rs", "core/src/x.rs"), ("core/src/a.rs", "core/src/a/x.rs")];
        for (parent, child) in parents {
            let bad = [(parent, "mod x;"), (child, "a.unwrap()")];
            assert_eq!(never_panics(&Tree::of(&bad)).len(), 1, "{child}");
            let good = [(parent, "#[cfg(test)]\nmod x;"), (child, "a.unwrap()")];
            assert!(never_panics(&Tree::of(&good)).is_empty(), "{child}");
        }
    }

    #[test]
    fn only_the_core_is_meant() {
        assert!(keeps_to_itself(&Tree::of(&[("web/app/src/a.rs", "let x: f64;")])).is_empty());
    }

    #[test]
    fn rayon_without_the_feature_is_seen() {
        let good = "#[cfg(feature = \"parallel\")]\nfn a() {\n    use rayon::prelude::*;\n}\n";
        assert!(threads_only_with_parallel(&core(good)).is_empty());
        let bad = "#[cfg(not(feature = \"parallel\"))]\nfn a() {\n    use rayon::prelude::*;\n}\n";
        assert_eq!(threads_only_with_parallel(&core(bad)).len(), 1);
        assert_eq!(threads_only_with_parallel(&core("rows.par_iter()")).len(), 1);
    }

    #[test]
    fn a_panic_on_purpose_is_seen() {
        assert_eq!(never_panics(&core("rows.last().unwrap()")).len(), 1);
        assert!(never_panics(&core("rows.last().unwrap_or(&0)")).is_empty());
    }
}
