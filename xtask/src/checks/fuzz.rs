//! `cargo xtask fuzz`: libFuzzer on the programs of `tests/fuzz`, guided by what the core's code does. It wants
//! no nightly Rust: the instrumentation is LLVM's, which every toolchain has. What must hold for any bytes
//! stands in `tests/fuzz`, not here.

use crate::{
    debian, files,
    run::{Outcome, Run, on_path, root},
};
use std::path::PathBuf;

const MANIFEST: &str = "tests/fuzz/Cargo.toml";
const TARGETS: [&str; 6] = ["lines", "ini", "json", "link", "stored", "router"];
/// How long each target runs as a part of the tests, and otherwise, in seconds.
const SHORT: u32 = 5;
const LONG: u32 = 600;
/// Edges are counted, and what is compared is told to the fuzzer. As cargo-fuzz has it.
const INSTRUMENTED: &str = "-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 \
    -Cllvm-args=-sanitizer-coverage-inline-8bit-counters -Cllvm-args=-sanitizer-coverage-pc-table \
    -Cllvm-args=-sanitizer-coverage-trace-compares";

/// What is run, how long, and whether what it finds is kept.
#[derive(Debug, PartialEq)]
struct Options {
    targets: Vec<&'static str>,
    seconds: u32,
    keep: bool,
}

impl Options {
    fn from(args: &[String]) -> Outcome<Self> {
        let mut options = Self { targets: Vec::new(), seconds: LONG, keep: false };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            let target = TARGETS.into_iter().find(|target| target == arg);
            match (arg.as_str(), target) {
                (_, Some(target)) => options.targets.push(target),
                ("--keep", _) => options.keep = true,
                ("--seconds", _) => {
                    let seconds = args.next().and_then(|seconds| seconds.parse().ok());
                    options.seconds = seconds.ok_or("--seconds takes a whole number.")?;
                }
                _ => return Err(format!("There is no target {arg}. The targets: {}", TARGETS.join(", "))),
            }
        }
        if options.targets.is_empty() {
            options.targets = TARGETS.to_vec();
        }
        Ok(options)
    }
}

/// The part of the tests: every target, a few seconds each, on the corpus that is kept.
pub(crate) fn check() -> Outcome {
    let ours = ["--manifest-path", MANIFEST];
    Run::new("cargo").args(["fmt"]).args(ours).args(["--check"]).go()?;
    let options = Options { targets: TARGETS.to_vec(), seconds: SHORT, keep: false };
    run(&options)
}

/// `cargo xtask fuzz [TARGET…] [--seconds N] [--keep]`.
pub(crate) fn command(args: &[String]) -> Outcome {
    run(&Options::from(args)?)
}

fn run(options: &Options) -> Outcome {
    let programs = build()?;
    for target in &options.targets {
        let fuzzer = Fuzzer { target, program: programs.join(target) };
        println!("{target:8} {}", fuzzer.search(options.seconds)?);
        if options.keep {
            fuzzer.keep()?;
        }
    }
    Ok(())
}

/// Builds the programs; gives their folder.
fn build() -> Outcome<PathBuf> {
    if on_path("c++").is_none() {
        debian::install(&["g++"], "a minute")
            .map_err(|said| format!("{said}\nlibFuzzer needs a C++ compiler: install one as c++."))?;
    }
    let version = Run::new("rustc").args(["-vV"]).read()?;
    let host =
        version.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc -vV names no host.")?;
    let folder = root().join("target/fuzz");
    Run::new("cargo")
        .without_cargo_settings()
        .env("RUSTFLAGS", INSTRUMENTED)
        .args(["build", "--quiet", "--release", "--locked", "--manifest-path", MANIFEST])
        // Named, even if it is this machine's: programs that run during the build are then not instrumented.
        .args(["--target", host, "--target-dir"])
        .args([&folder])
        .go()?;
    Ok(folder.join(host).join("release"))
}

/// One target's program.
struct Fuzzer<'a> {
    target: &'a str,
    program: PathBuf,
}

impl Fuzzer<'_> {
    /// The inputs that stand in the repository.
    fn kept(&self) -> PathBuf {
        root().join("tests/fuzz/corpus").join(self.target)
    }

    /// The inputs that runs on this machine have found.
    fn found(&self) -> PathBuf {
        root().join("target/fuzz/corpus").join(self.target)
    }

    /// Looks for inputs that break something; says how many were tried.
    fn search(&self, seconds: u32) -> Outcome<String> {
        let (found, kept) = (self.found(), self.kept());
        files::make_folder(&found)?;
        let broken = root().join(format!("target/fuzz/broken-{}-", self.target));
        let output = Run::new(&self.program)
            .args(["-timeout=20", "-rss_limit_mb=3000", "-max_len=4096", "-seed=1"])
            .args([format!("-max_total_time={seconds}"), format!("-artifact_prefix={}", broken.display())])
            .args([&found, &kept])
            .into_command()
            .output()
            .map_err(|why| format!("{} cannot be started: {why}.", self.program.display()))?;
        let said = String::from_utf8_lossy(&output.stderr);
        if output.status.success() {
            return Ok(summary(&said));
        }
        let end: Vec<&str> = said.lines().rev().take(40).collect();
        let end: Vec<&str> = end.into_iter().rev().collect();
        Err(format!(
            "{}\nThe input stands beside {}*; run it again by: {} FILE",
            end.join("\n"),
            broken.display(),
            self.program.display()
        ))
    }

    /// Puts the fewest inputs that reach all that was ever reached into the repository.
    fn keep(&self) -> Outcome {
        let fewest = root().join(format!("target/fuzz/fewest-{}", self.target));
        files::remove_folder(&fewest)?;
        files::make_folder(&fewest)?;
        let merge = Run::new(&self.program).args(["-set_cover_merge=1", "-use_counters=0", "-max_len=256"]);
        merge.args([&fewest, &self.found(), &self.kept()]).read()?;
        files::remove_folder(&self.kept())?;
        files::rename(&fewest, &self.kept())
    }
}

/// `… cov: 812 … ` and `Done 1234 runs in 6 second(s)` → one line.
fn summary(said: &str) -> String {
    let done = said.lines().find(|line| line.starts_with("Done ")).unwrap_or("Done");
    let reached = said.lines().rev().find_map(|line| line.split_once("cov: ")?.1.split(' ').next());
    format!("{done}, {} places in the code reached", reached.unwrap_or("no"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(line: &str) -> Outcome<Options> {
        Options::from(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn no_name_means_every_target() {
        assert_eq!(options(""), Ok(Options { targets: TARGETS.to_vec(), seconds: 600, keep: false }));
        let some = Options { targets: vec!["link"], seconds: 9, keep: true };
        assert_eq!(options("link --seconds 9 --keep"), Ok(some));
    }

    #[test]
    fn an_unknown_target_is_an_error_that_lists_them() {
        let said = options("liens").expect_err("there is none");
        assert!(said.starts_with("There is no target liens.") && said.contains("lines"), "{said}");
        assert!(options("--seconds many").is_err());
    }

    #[test]
    fn a_run_is_summed_up() {
        let said = "#2 INITED cov: 12 ft: 13\n#9 DONE cov: 34 ft: 56\nDone 99 runs in 6 second(s)\n";
        assert_eq!(summary(said), "Done 99 runs in 6 second(s), 34 places in the code reached");
    }
}
