//! The crates that the project takes: their licences, their sources, versions that stand twice (cargo-deny,
//! by deny.toml), and those that nobody uses (cargo-machete). Not for the packages of npm: nothing of theirs
//! but uPlot is given to visitors.

use crate::{
    files,
    run::{Outcome, Run, root},
    tools,
};
use std::path::Path;

/// What cargo-deny can judge from the lock file and the crates that it names.
const JUDGED: [&str; 3] = ["bans", "licenses", "sources"];

/// Every check of the crates.
pub(crate) fn check() -> Outcome {
    let deny = tools::cargo_deny().ready()?;
    Run::new(&deny).args(["--locked", "check", "--hide-inclusion-graph"]).args(JUDGED).go()?;
    let lock = files::read_text(&root().join("Cargo.lock"))?;
    println!("{} crates: licences, sources and bans hold.", lock.matches("\n[[package]]").count());
    advisories(&deny)?;
    Run::new(tools::cargo_machete().ready()?).args(["--with-metadata"]).go()
}

/// Known faults of the crates stand in a database that has to be fetched. It changes without us: where it
/// cannot be had this says so, and the run is not failed for it.
fn advisories(deny: &Path) -> Outcome {
    if let Err(said) = Run::new(deny).args(["--locked", "fetch", "db"]).read() {
        let why = said.lines().next_back().unwrap_or_default();
        println!(
            "ADVISORIES WERE NOT CHECKED: their database cannot be fetched here ({}).\n\
             With a network, cargo xtask test dependencies checks them.",
            why.trim()
        );
        return Ok(());
    }
    Run::new(deny).args(["--locked", "check", "--disable-fetch", "advisories"]).go()
}
