//! Finds, or has installed, the Rust toolchain that builds for WebAssembly. There are two worlds:
//! rustup with a network, and Debian, whose `rustc-web` packages hold a newer Rust than its own.
//! Either way the sources of std must be there: std is built with the flags of each build.

use crate::{
    debian, files,
    run::{Outcome, Run, on_path, root},
};
use std::{
    env, fs,
    path::{Path, PathBuf},
};

const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm"];

/// A Rust that can build for WebAssembly.
pub(crate) struct Toolchain {
    cargo: PathBuf,
    rustc: PathBuf,
}

/// Both the engine and the page are built with their own std: the engine's needs atomics, and the
/// page, with std made for size, is the same wherever it was built.
const SETTINGS: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// For the engine: a panic is a trap without words, and nothing is formatted for debugging (a tenth
/// of the size). The trap ends the worker, and the page says so; the page's own trap is told by
/// `boot.js`, which keeps the visitor's text.
pub(crate) const ENGINE: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none \
     -Zfmt-debug=none";
/// For the page: as for the engine, and Leptos erases the types of its components (12 % of the size).
pub(crate) const PAGE: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none \
     --cfg=erase_components";

/// The toolchain for WebAssembly; what is missing is installed first.
pub(crate) fn wasm() -> Outcome<Toolchain> {
    let lacks_here = match usable(active()) {
        Ok(toolchain) => return Ok(toolchain),
        Err(lacks) => lacks,
    };
    if let Ok(toolchain) = usable(debians()) {
        return Ok(toolchain);
    }
    let rustup = match add_by_rustup() {
        Ok(()) => return usable(active()),
        Err(said) => said,
    };
    install_debians().and_then(|()| usable(debians())).map_err(|debian| {
        format!(
            "No Rust here can build for WebAssembly: {lacks_here}.\n\
             With rustup: {rustup}\n\
             With Debian's packages: {debian}"
        )
    })
}

impl Toolchain {
    /// Cargo that builds std as well, with the flags of the build.
    pub(crate) fn cargo(&self) -> Run {
        let run = Run::new(&self.cargo).without_cargo_settings().env("RUSTC", &self.rustc);
        SETTINGS.iter().fold(run, |run, (name, value)| run.env(name, value))
    }

    /// A script named `cargo` for Trunk, which calls what `PATH` holds under that name. It builds
    /// the page with this toolchain, and lets Trunk's hooks run this xtask instead of building
    /// another one.
    pub(crate) fn cargo_for_trunk(&self, xtask: &Path) -> String {
        let settings = SETTINGS.map(|(name, value)| format!("export {name}={value}\n")).concat();
        format!(
            "#!/bin/sh\n\
             # Written by xtask for Trunk.\n\
             if [ \"$1\" = xtask ]; then shift; exec {} \"$@\"; fi\n\
             {settings}export RUSTC={} RUSTFLAGS='{PAGE}'\n\
             exec {} \"$@\"\n",
            quoted(xtask),
            quoted(&self.rustc),
            quoted(&self.cargo)
        )
    }

    /// One line for a person.
    pub(crate) fn described(&self) -> Outcome<String> {
        let version = Run::new(&self.rustc).args(["--version"]).read()?;
        Ok(format!("{version} at {}", self.rustc.display()))
    }

    /// What is missing, or nothing.
    fn lacks(&self) -> Outcome<Option<String>> {
        let sysroot = PathBuf::from(Run::new(&self.rustc).args(["--print", "sysroot"]).read()?);
        let wanted = oldest_rust()?;
        let version = Run::new(&self.rustc).args(["--version"]).read()?;
        if minor_of(&version) < minor_of(&wanted) {
            return Ok(Some(format!("{version} is older than {wanted}")));
        }
        let source = sysroot.join("lib/rustlib/src/rust/library/std/Cargo.toml");
        if !source.exists() {
            return Ok(Some(format!("{version} comes without the sources of std (rust-src)")));
        }
        if !self.has_linker(&sysroot) {
            return Ok(Some(format!("{version} comes without a linker for WebAssembly (rust-lld)")));
        }
        Ok(None)
    }

    /// rustup keeps the linker among the host's files, Debian beside the compiler.
    fn has_linker(&self, sysroot: &Path) -> bool {
        let targets = sysroot.join("lib/rustlib");
        let of_rustup = |target: &String| targets.join(target).join("bin/rust-lld").exists();
        self.rustc.with_file_name("rust-lld").exists() || files::names_in(&targets).iter().any(of_rustup)
    }
}

/// The toolchain itself, or what it lacks.
fn usable(found: Option<Toolchain>) -> Outcome<Toolchain> {
    let toolchain = found.ok_or("there is none")?;
    match toolchain.lacks()? {
        None => Ok(toolchain),
        Some(lacks) => Err(lacks),
    }
}

/// The toolchain that runs this very program.
fn active() -> Option<Toolchain> {
    let cargo = env::var_os("CARGO").map(PathBuf::from).or_else(|| on_path("cargo"))?;
    let beside = cargo.with_file_name("rustc");
    let rustc = if beside.exists() { beside } else { on_path("rustc")? };
    Some(Toolchain { cargo, rustc })
}

/// What Debian's packages put into `/usr/bin`.
fn debians() -> Option<Toolchain> {
    let (cargo, rustc) = (PathBuf::from("/usr/bin/cargo"), PathBuf::from("/usr/bin/rustc"));
    (cargo.exists() && rustc.exists()).then_some(Toolchain { cargo, rustc })
}

fn install_debians() -> Outcome {
    debian::install(&DEBIAN_PACKAGES, "2 minutes")?;
    // `rust-lld` is a link to the linker of another package, whose name changes with the version.
    let link = Path::new("/usr/bin/rust-lld");
    match fs::read_link(link) {
        Ok(linker) if !link.exists() => debian::install(&[&linker.to_string_lossy()], "a minute"),
        _ => Ok(()),
    }
}

fn add_by_rustup() -> Outcome {
    on_path("rustup").ok_or("there is no rustup here (rustup.rs).")?;
    println!("Adding rust-src by rustup: about a minute.");
    Run::new("rustup").args(["component", "add", "rust-src"]).read().map(drop)
}

/// `rust-version` of the workspace.
fn oldest_rust() -> Outcome<String> {
    let manifest = files::read_text(&root().join("Cargo.toml"))?;
    let line = manifest.lines().find_map(|line| line.strip_prefix("rust-version = "));
    Ok(format!("rustc {}", line.ok_or("Cargo.toml names no rust-version.")?.trim_matches('"')))
}

/// `rustc 1.96.0 (…)` → 96; 0 where there is no such number.
fn minor_of(version: &str) -> u32 {
    let number = version.split_whitespace().nth(1).unwrap_or_default();
    number.split('.').nth(1).and_then(|minor| minor.parse().ok()).unwrap_or(0)
}

/// A path as one word of a shell script.
fn quoted(path: &Path) -> String {
    format!("'{}'", path.to_string_lossy().replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_second_number() {
        assert_eq!(minor_of("rustc 1.96.0 (ac68faa20 2026-05-25)"), 96);
        assert_eq!(minor_of("rustc 1.95"), 95);
        assert_eq!(minor_of("nonsense"), 0);
    }

    #[test]
    fn the_workspace_names_its_oldest_rust() {
        assert!(minor_of(&oldest_rust().expect("Cargo.toml is here")) >= 95);
    }

    #[test]
    fn trunk_gets_a_toolchain_that_builds_std() {
        let toolchain = Toolchain { cargo: "/usr/bin/cargo".into(), rustc: "/usr/bin/rustc".into() };
        let script = toolchain.cargo_for_trunk(Path::new("/a b/xtask"));
        assert!(script.contains("exec '/a b/xtask' \"$@\""), "{script}");
        assert!(script.contains("export RUSTC_BOOTSTRAP=1\n"), "{script}");
        assert!(script.contains("export RUSTC='/usr/bin/rustc' RUSTFLAGS="), "{script}");
        assert!(script.ends_with("exec '/usr/bin/cargo' \"$@\"\n"), "{script}");
    }

    #[test]
    fn a_quote_in_a_path_stays_one_word() {
        assert_eq!(quoted(Path::new("/it's")), r"'/it'\''s'");
    }
}
