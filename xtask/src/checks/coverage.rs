//! How many of the core's lines its tests run, by cargo-llvm-cov. Lines of tests that stand among them are
//! not counted: they would run by themselves. Not for whether the tests would notice a fault (cargo-mutants).

use crate::{
    debian, files,
    run::{Outcome, Run, on_path, root},
    tidy::lines,
    tools,
};
use std::path::{Path, PathBuf};

/// The least, in per mille.
const LEAST: usize = 950;

/// One file of the core: its lines that are code, and those of them that no test runs, from 1.
struct Covered {
    name: String,
    lines: usize,
    missed: Vec<usize>,
}

/// Runs the core's tests with threads, counts, and judges.
pub(crate) fn check() -> Outcome {
    let report = root().join("target/coverage.lcov");
    let (cov, profdata) = llvm()?;
    Run::new(tools::cargo_llvm_cov().ready()?)
        .env("LLVM_COV", cov)
        .env("LLVM_PROFDATA", profdata)
        .args(["llvm-cov", "test", "--locked", "-p", "icewall-core", "-p", "icewall-suite"])
        .args(["--features", "icewall-core/parallel,icewall-suite/parallel", "--lcov", "--output-path"])
        .args([&report])
        .go()?;
    judge(&read(&files::read_text(&report)?)?)
}

/// The core's files in a report of the form that lcov reads.
fn read(report: &str) -> Outcome<Vec<Covered>> {
    let core = root().join("core/src");
    let mut all = Vec::new();
    for record in report.split("end_of_record") {
        let Some(path) = record.lines().find_map(|line| line.strip_prefix("SF:")).map(Path::new) else {
            continue;
        };
        let Ok(name) = path.strip_prefix(&core) else { continue };
        if name.ends_with("tests.rs") {
            continue;
        }
        all.push(covered(&name.to_string_lossy(), record, &files::read_text(path)?));
    }
    if all.is_empty() { Err("The report names no file of the core.".to_owned()) } else { Ok(all) }
}

fn covered(name: &str, record: &str, text: &str) -> Covered {
    let in_tests = lines::under(text, lines::is_for_tests);
    let mut file = Covered { name: name.to_owned(), lines: 0, missed: Vec::new() };
    for counted in record.lines().filter_map(|line| line.strip_prefix("DA:")) {
        let mut numbers = counted.split(',').map(str::parse::<usize>);
        let (Some(Ok(line)), Some(Ok(times))) = (numbers.next(), numbers.next()) else { continue };
        if in_tests.get(line - 1) == Some(&true) {
            continue;
        }
        file.lines += 1;
        if times == 0 {
            file.missed.push(line);
        }
    }
    file
}

fn judge(files: &[Covered]) -> Outcome {
    for file in files.iter().filter(|file| !file.missed.is_empty()) {
        println!("core/src/{}: {} lines are not run: {}", file.name, file.missed.len(), spans(&file.missed));
    }
    let lines: usize = files.iter().map(|file| file.lines).sum();
    let run = lines - files.iter().map(|file| file.missed.len()).sum::<usize>();
    let mille = run * 1000 / lines.max(1);
    let said =
        format!("{run} of {lines} lines of the core are run by its tests: {}.{} %", mille / 10, mille % 10);
    if mille < LEAST {
        return Err(format!("{said}; at least {}.{} % must be.", LEAST / 10, LEAST % 10));
    }
    println!("{said}");
    Ok(())
}

/// `1, 2, 3, 7` → `1–3, 7`.
fn spans(lines: &[usize]) -> String {
    let mut spans: Vec<(usize, usize)> = Vec::new();
    for &line in lines {
        match spans.last_mut() {
            Some((_, end)) if *end + 1 == line => *end = line,
            _ => spans.push((line, line)),
        }
    }
    let said =
        spans.iter().map(|(from, to)| if from == to { from.to_string() } else { format!("{from}–{to}") });
    said.collect::<Vec<_>>().join(", ")
}

/// LLVM's two programs for it: those of the toolchain, else Debian's of the same version.
fn llvm() -> Outcome<(PathBuf, PathBuf)> {
    if let Some(found) = of_toolchain()? {
        return Ok(found);
    }
    let added = Run::new("rustup").args(["component", "add", "llvm-tools"]).read();
    if let Some(found) = of_toolchain()? {
        return Ok(found);
    }
    let version = Run::new("rustc").args(["-vV"]).read()?;
    let major = llvm_of(&version).ok_or("rustc -vV names no version of LLVM.")?;
    let debians =
        || Some((on_path(&format!("llvm-cov-{major}"))?, on_path(&format!("llvm-profdata-{major}"))?));
    if debians().is_none() {
        debian::install(&[&format!("llvm-{major}")], "a minute").map_err(|debian| {
            let rustup = added.err().unwrap_or_default();
            format!(
                "Coverage needs llvm-cov and llvm-profdata of LLVM {major}.\n\
                 With rustup (rustup component add llvm-tools): {rustup}\nWith Debian's packages: {debian}"
            )
        })?;
    }
    debians().ok_or_else(|| format!("llvm-{major} was installed and its programs are not on PATH."))
}

/// Those that rustup's component llvm-tools brings.
fn of_toolchain() -> Outcome<Option<(PathBuf, PathBuf)>> {
    let targets = PathBuf::from(Run::new("rustc").args(["--print", "sysroot"]).read()?).join("lib/rustlib");
    let programs = |target: &String| {
        let folder = targets.join(target).join("bin");
        let (cov, profdata) = (folder.join("llvm-cov"), folder.join("llvm-profdata"));
        (cov.exists() && profdata.exists()).then_some((cov, profdata))
    };
    Ok(files::names_in(&targets).iter().find_map(programs))
}

/// `LLVM version: 22.1.2` → `22`.
fn llvm_of(version: &str) -> Option<&str> {
    version.lines().find_map(|line| line.strip_prefix("LLVM version: "))?.split('.').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "fn a() {\n    b();\n    c();\n}\n#[cfg(test)]\nmod tests {\n    fn d() {}\n}\n";

    #[test]
    fn lines_are_counted_but_for_those_of_tests() {
        let file = covered("a.rs", "DA:1,4\nDA:2,4\nDA:3,0\nDA:7,1\n", TEXT);
        assert_eq!((file.lines, file.missed), (3, vec![3]));
    }

    #[test]
    fn too_few_lines_are_a_fault_that_says_how_many() {
        let file =
            |lines, missed: usize| Covered { name: "a.rs".to_owned(), lines, missed: (1..=missed).collect() };
        assert_eq!(judge(&[file(100, 5)]), Ok(()));
        let said = judge(&[file(100, 5), file(900, 46)]).expect_err("it is 949 of 1,000");
        assert_eq!(
            said,
            "949 of 1000 lines of the core are run by its tests: 94.9 %; at least 95.0 % must be."
        );
    }

    #[test]
    fn lines_that_follow_each_other_are_one_span() {
        assert_eq!(spans(&[1, 2, 3, 7, 9, 10]), "1–3, 7, 9–10");
    }

    #[test]
    fn the_compilers_llvm_is_read() {
        assert_eq!(llvm_of("rustc 1.95.0\nrelease: 1.95.0\nLLVM version: 22.1.2\n"), Some("22"));
    }
}
