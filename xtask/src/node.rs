//! Node and the packages of package.json: uPlot for the page, binaryen's wasm-opt, the drivers of
//! the browsers that are tested.

use crate::{
    debian, files,
    run::{Outcome, Run, on_path, root},
};
use std::path::{Path, PathBuf};

const OLDEST: u32 = 20;
const HOW: &str = "Install Node 20 or newer, with npm, from nodejs.org or your system's packages.";

/// The folder with the packages' programs; the packages are installed when they are not those of
/// package-lock.json.
pub(crate) fn packages() -> Outcome<PathBuf> {
    node()?;
    let root = root();
    let programs = root.join("node_modules/.bin");
    // Written last: an installation that was broken off has none.
    let stamp = root.join("node_modules/.icewall");
    let wanted = lock_hash(&root)?;
    if files::read_text(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(programs);
    }
    println!("Installing the packages of package-lock.json: about 10 seconds.");
    Run::new("npm").args(["ci", "--ignore-scripts", "--loglevel=error"]).read()?;
    files::write(&stamp, wanted)?;
    Ok(programs)
}

/// Makes sure that Node is there and new enough; gives its version.
pub(crate) fn node() -> Outcome<String> {
    if (on_path("node").is_none() || on_path("npm").is_none()) && debian::is_here() {
        debian::install(&["nodejs", "npm"], "a minute").map_err(|said| format!("{said}\n{HOW}"))?;
    }
    let version = Run::new("node").args(["--version"]).read().map_err(|said| format!("{said}\n{HOW}"))?;
    match major_of(&version) {
        Some(major) if major >= OLDEST => Ok(version),
        _ => Err(format!("Node {version} is too old. {HOW}")),
    }
}

fn lock_hash(root: &Path) -> Outcome<String> {
    let mut hash = files::Hash::default();
    hash.add(&files::read_bytes(&root.join("package-lock.json"))?);
    Ok(hash.hex())
}

/// `v20.20.2` → 20.
fn major_of(version: &str) -> Option<u32> {
    version.strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_version_is_read() {
        assert_eq!(major_of("v20.20.2"), Some(20));
        assert_eq!(major_of("20"), None);
    }
}
