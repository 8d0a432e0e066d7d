//! `cargo xtask bench [native|page]`: how long the work takes, natively and in a real page. The
//! benchmarks assert the results that they time.

use crate::{
    browsers, files, node, python,
    run::{Outcome, Run, root},
    site,
};
use std::path::PathBuf;

/// Runs both halves, or the native one alone.
pub(crate) fn run(args: &[String]) -> Outcome {
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["native"] => native(),
        // The page's engine is held against native figures of the same run.
        [] | ["page"] => {
            let native = native();
            page().and(native)
        }
        other => Err(format!("bench takes native or page, not {}.", other.join(" "))),
    }
}

/// Where the native half leaves its figures for the other one.
fn figures() -> PathBuf {
    root().join("target/bench/native.json")
}

fn native() -> Outcome {
    files::make_folder(&root().join("target/bench"))?;
    let run = Run::new("cargo")
        .args(["bench", "--locked", "-p", "icewall-suite", "--features", "parallel"])
        .env("ICEWALL_BENCH_OUT", figures());
    match python::with_numpy() {
        Some(python) => run.env("ICEWALL_PYTHON", python).go(),
        None => run.go(),
    }
}

fn page() -> Outcome {
    node::packages()?;
    let browser = browsers::chromium()?;
    site::build(site::BASE)?;
    let run = Run::new("node").args(["tests/e2e/bench.mjs"]).env("ICEWALL_BENCH_OUT", figures());
    browser.tell(run).go()
}

/// `cargo xtask lighthouse`: the points of the pages, with their limits.
pub(crate) fn lighthouse() -> Outcome {
    node::packages()?;
    let browser = browsers::chromium()?;
    site::build(site::BASE)?;
    browser.tell(Run::new("node").args(["tests/e2e/lighthouse.mjs"])).go()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anything_else_is_refused() {
        let said = run(&["pages".to_owned()]).expect_err("there is no such half");
        assert_eq!(said, "bench takes native or page, not pages.");
    }
}
