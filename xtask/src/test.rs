//! `cargo xtask test [PART…]`: every check there is, in the order in which they fail fastest.
//! The first that fails ends it.

use crate::{
    bench, browsers,
    checks::{coverage, dependencies, fuzz, soak},
    files, nginx, node,
    run::{Outcome, Run, root},
    setup, site, tidy,
};
use std::{
    sync::OnceLock,
    time::{Duration, Instant},
};

/// One part of the tests.
struct Part {
    name: &'static str,
    about: &'static str,
    run: fn() -> Outcome,
}

const PARTS: [Part; 14] = [
    Part { name: "fmt", about: "rustfmt finds nothing to change", run: fmt },
    Part { name: "tidy", about: "the invariants of the architecture", run: tidy::all },
    Part { name: "workflows", about: "the workflows of continuous integration are sound", run: workflows },
    Part {
        name: "dependencies",
        about: "licences, sources and versions of the crates; none unused",
        run: dependencies::check,
    },
    Part { name: "clippy", about: "no warning, with and without threads", run: clippy },
    Part { name: "native", about: "unit, property and black-box tests, examples in the docs", run: native },
    Part { name: "coverage", about: "the core with threads; its tests run its lines", run: coverage::check },
    Part { name: "fuzz", about: "a few seconds of random bytes for all that reads", run: fuzz::check },
    Part { name: "doc", about: "the API's docs build without a warning", run: doc },
    Part { name: "site", about: "the site builds and keeps its size", run: build_site },
    Part { name: "image", about: "the image's server, with the site and a browser", run: image },
    Part { name: "e2e", about: "the page in real browsers", run: e2e },
    Part { name: "soak", about: "the page in a browser, used at random for two minutes", run: random_use },
    Part { name: "lighthouse", about: "Lighthouse's points of the pages", run: bench::lighthouse },
];

/// A test in a browser that is a part of its own: it needs a server as well.
const IMAGE: &str = "nginx.test.mjs";
/// Browser tests that look at everything there is and measure no time: these run at the same time.
const EVERYTHING: [&str; 3] = ["everywhere.test.mjs", "policy.test.mjs", "tour.test.mjs"];

/// The parts for the help text.
pub(crate) fn help() -> String {
    PARTS.map(|part| format!("    {:14}{}\n", part.name, part.about)).concat()
}

/// Runs the named parts, or all.
pub(crate) fn run(names: &[String]) -> Outcome {
    let mut times = Vec::new();
    for part in chosen(names)? {
        println!("── {}: {}", part.name, part.about);
        let start = Instant::now();
        let done = (part.run)();
        times.push((part.name, start.elapsed()));
        if let Err(said) = done {
            println!("{}", table(&times));
            return Err(format!("{said}\nFailed: {}", part.name));
        }
    }
    println!("{}\nAll passed.", table(&times));
    Ok(())
}

fn chosen(names: &[String]) -> Outcome<Vec<&'static Part>> {
    if let Some(unknown) = names.iter().find(|name| PARTS.iter().all(|part| part.name != **name)) {
        return Err(format!("There is no part {unknown}. The parts:\n{}", help()));
    }
    Ok(PARTS.iter().filter(|part| names.is_empty() || names.iter().any(|name| name == part.name)).collect())
}

fn table(times: &[(&str, Duration)]) -> String {
    let row = |(name, time): &(&str, Duration)| format!("\n{:8.1} s  {name}", time.as_secs_f64());
    times.iter().map(row).collect::<Vec<_>>().concat()
}

fn cargo(args: &[&str]) -> Run {
    Run::new("cargo").args(args)
}

fn fmt() -> Outcome {
    setup::lints()?;
    cargo(&["fmt", "--all", "--check"]).go()
}

fn clippy() -> Outcome {
    let strict = ["--", "-D", "warnings"];
    cargo(&["clippy", "--workspace", "--all-targets", "--locked"]).args(strict).go()?;
    cargo(&["clippy", "--all-targets", "--locked", "-p", "icewall-core", "-p", "icewall-suite"])
        .args(["--features", "icewall-core/parallel,icewall-suite/parallel"])
        .args(strict)
        .go()?;
    cargo(&["clippy", "--locked", "-p", "icewall-engine", "--features", "threads"]).args(strict).go()
}

fn native() -> Outcome {
    cargo(&["test", "--workspace", "--locked"]).go()
}

fn doc() -> Outcome {
    cargo(&["doc", "--workspace", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings").go()
}

/// Built once, for this part and for the browser tests that look at it.
fn build_site() -> Outcome {
    static BUILT: OnceLock<Outcome> = OnceLock::new();
    BUILT.get_or_init(|| site::build(site::BASE)).clone()
}

fn workflows() -> Outcome {
    node::packages()?;
    Run::new("node").args(["--test", "tests/workflows.test.mjs"]).go()
}

fn image() -> Outcome {
    node::packages()?;
    let (browser, nginx) = (browsers::chromium()?, nginx::wanted()?);
    build_site()?;
    let run = Run::new("node").args(["--test", &format!("tests/e2e/{IMAGE}")]);
    nginx.tell(browser.tell(run)).go()
}

fn e2e() -> Outcome {
    node::packages()?;
    let browsers = browsers::wanted()?;
    build_site()?;
    let (together, alone): (Vec<String>, Vec<String>) = files::all_below(&root().join("tests/e2e"))
        .into_iter()
        .filter(|name| name.ends_with(".test.mjs") && *name != IMAGE)
        .partition(|name| EVERYTHING.contains(&name.as_str()));
    if together.len() < EVERYTHING.len() || alone.is_empty() {
        return Err("tests/e2e does not hold the *.test.mjs that it should.".to_owned());
    }
    let run = |files: &[String], at_a_time: usize| {
        let run = Run::new("node").args(["--test", &format!("--test-concurrency={at_a_time}")]);
        browsers.tell(run.args(files.iter().map(|name| format!("tests/e2e/{name}")))).go()
    };
    run(&together, together.len())?;
    // One file at a time: some measure how long the page takes.
    run(&alone, 1)
}

fn random_use() -> Outcome {
    node::packages()?;
    build_site()?;
    soak::check()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str) -> Outcome<Vec<&'static str>> {
        let names: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
        Ok(chosen(&names)?.into_iter().map(|part| part.name).collect())
    }

    #[test]
    fn no_name_means_all() {
        assert_eq!(names("").expect("all").len(), PARTS.len());
    }

    #[test]
    fn named_parts_run_in_their_fixed_order() {
        assert_eq!(names("native fmt"), Ok(vec!["fmt", "native"]));
    }

    #[test]
    fn an_unknown_part_is_an_error_that_lists_them() {
        let said = names("nativ").expect_err("there is none");
        assert!(said.starts_with("There is no part nativ.") && said.contains("native"), "{said}");
    }
}
