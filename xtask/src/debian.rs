//! Installs Debian packages where that is possible without asking: on Debian, as root. Elsewhere
//! it says what to type.

use crate::run::{Outcome, Run, on_path};
use std::sync::Once;

static LISTS: Once = Once::new();

/// Whether packages can be had from Debian at all.
pub(crate) fn is_here() -> bool {
    on_path("apt-get").is_some()
}

/// Installs packages, or says in one sentence how.
pub(crate) fn install(packages: &[&str], time: &str) -> Outcome {
    let names = packages.join(" ");
    if !is_here() {
        return Err(format!("This needs the Debian packages {names}, and there is no apt-get here."));
    }
    if Run::new("id").args(["-u"]).read()? != "0" {
        return Err(format!("Packages are missing; install them by: sudo apt-get install {names}"));
    }
    println!("Installing {names}: about {time}.");
    LISTS.call_once(|| {
        // Lists that are a day old may still do: the install below tells.
        if let Err(said) = apt(&["update"]) {
            println!("{said}");
        }
    });
    apt(&["install", "--yes", "--no-install-recommends"]
        .into_iter()
        .chain(packages.iter().copied())
        .collect::<Vec<_>>())
}

fn apt(args: &[&str]) -> Outcome {
    // Only a failure's words matter: hundreds of lines of unpacking do not.
    // In runlevel 1 a package that brings a service does not start it.
    let run = Run::new("apt-get").args(["-qq"]).args(args).env("RUNLEVEL", "1");
    run.env("DEBIAN_FRONTEND", "noninteractive").read().map(drop)
}
