//! Trunk, mdBook, wasm-bindgen's command line and the programs of the checks: finds the very versions that the
//! project names, or builds them once into a cache that every clone shares. Nothing is installed globally.

use crate::{
    files,
    run::{Outcome, Run, on_path, root},
};
use std::{
    env,
    path::{Path, PathBuf},
};

/// A program that cargo installs.
pub(crate) struct Tool {
    package: &'static str,
    binary: &'static str,
    /// What it wants to hear first: some of cargo's commands are called by their name.
    calls: &'static [&'static str],
    version: String,
    /// Whether the versions that its author tested are taken.
    locked: bool,
    time: &'static str,
}

/// Trunk, of the version that Trunk.toml asks for.
pub(crate) fn trunk() -> Outcome<Tool> {
    let text = files::read_text(&root().join("Trunk.toml"))?;
    let version = trunk_version(&text).ok_or("Trunk.toml names no trunk-version of the form \"=1.2.3\".")?;
    Ok(Tool { package: "trunk", binary: "trunk", calls: &[], version, locked: true, time: "6 minutes" })
}

/// wasm-bindgen's command line: it understands only code of exactly its own version.
pub(crate) fn wasm_bindgen() -> Outcome<Tool> {
    let text = files::read_text(&root().join("Cargo.lock"))?;
    let version = locked_version(&text, "wasm-bindgen").ok_or("Cargo.lock holds no wasm-bindgen.")?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        binary: "wasm-bindgen",
        calls: &[],
        version,
        locked: false,
        time: "2 minutes",
    })
}

/// mdBook, of the version that the documentation is made for.
pub(crate) fn mdbook() -> Tool {
    let version = "0.5.4".to_owned();
    Tool { package: "mdbook", binary: "mdbook", calls: &[], version, locked: true, time: "2 minutes" }
}

/// cargo-deny: licences, sources and versions of the crates.
pub(crate) fn cargo_deny() -> Tool {
    of_checks("cargo-deny", "0.20.2", "6 minutes")
}

/// cargo-machete: crates that nobody uses.
pub(crate) fn cargo_machete() -> Tool {
    of_checks("cargo-machete", "0.9.2", "a minute")
}

/// cargo-llvm-cov: lines that the tests run.
pub(crate) fn cargo_llvm_cov() -> Tool {
    Tool { calls: &["llvm-cov"], ..of_checks("cargo-llvm-cov", "0.9.1", "a minute") }
}

fn of_checks(name: &'static str, version: &str, time: &'static str) -> Tool {
    Tool { package: name, binary: name, calls: &[], version: version.to_owned(), locked: true, time }
}

impl Tool {
    /// The version that the project asks for.
    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// Where the program is; it is built when it is nowhere.
    pub(crate) fn ready(&self) -> Outcome<PathBuf> {
        let cached = cache()?.join("tools").join(format!("{}-{}", self.package, self.version));
        let in_cache = cached.join("bin").join(self.binary);
        if let Some(found) = on_path(self.binary).filter(|path| self.is_right(path)) {
            return Ok(found);
        }
        if !self.is_right(&in_cache) {
            self.install(&cached)?;
        }
        Ok(in_cache)
    }

    fn is_right(&self, program: &Path) -> bool {
        let said = Run::new(program).args(self.calls).args(["--version"]).read().unwrap_or_default();
        // Some write `name 1.2.3`, some `name v1.2.3`, some `1.2.3`.
        said.split_whitespace().take(2).any(|said| said.trim_start_matches('v') == self.version)
    }

    /// Builds beside the final place and moves it there when all is done: half an installation
    /// never counts as one.
    fn install(&self, place: &Path) -> Outcome {
        println!("Building {} {}, once: about {}.", self.package, self.version, self.time);
        let half = place.with_extension(format!("half-{}", std::process::id()));
        let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let run = Run::new(cargo).without_cargo_settings().args(["install", "--quiet", self.package]);
        let run = run.args(["--version", &self.version]).args(self.locked.then_some("--locked"));
        let done = run.args([Path::new("--root"), &half]).go();
        if done.is_ok() {
            files::remove_folder(place)?;
            files::rename(&half, place)?;
        }
        files::remove_folder(&half)?;
        done
    }
}

/// `$ICEWALL_CACHE`, else `icewall` in the folder that the system has for caches.
pub(crate) fn cache() -> Outcome<PathBuf> {
    let from = |name: &str| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    from("ICEWALL_CACHE")
        .or_else(|| from("XDG_CACHE_HOME").map(|folder| folder.join("icewall")))
        .or_else(|| from("HOME").map(|folder| folder.join(".cache/icewall")))
        .or_else(|| from("LOCALAPPDATA").map(|folder| folder.join("icewall")))
        .ok_or_else(|| "Set ICEWALL_CACHE to a folder for the build tools: there is no HOME.".to_owned())
}

/// `trunk-version = "=0.21.14"` → `0.21.14`.
pub(crate) fn trunk_version(trunk_toml: &str) -> Option<String> {
    let value = trunk_toml.lines().find_map(|line| line.strip_prefix("trunk-version = "))?;
    value.strip_prefix("\"=")?.strip_suffix('"').map(str::to_owned)
}

/// The version of a package in Cargo.lock.
pub(crate) fn locked_version(cargo_lock: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let after = cargo_lock.lines().skip_while(|line| *line != name).nth(1)?;
    after.strip_prefix("version = \"")?.strip_suffix('"').map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trunks_version_is_read() {
        assert_eq!(trunk_version("# a\ntrunk-version = \"=0.21.14\"\n").as_deref(), Some("0.21.14"));
        assert_eq!(trunk_version("trunk-version = \"*\"\n"), None, "any version is no version");
    }

    #[test]
    fn a_locked_version_is_read_by_the_whole_name() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"9.9.9\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen").as_deref(), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
