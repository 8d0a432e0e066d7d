//! Runs other programs and turns every failure into one clear sentence. Knows nothing of what
//! they are for.

use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
};

/// A value, or the sentence that a person reads when there is none.
pub(crate) type Outcome<T = ()> = Result<T, String>;

/// The folder of the repository.
pub(crate) fn root() -> PathBuf {
    // Cargo tells where the crate stands now; the path of the build is wrong once the folder moved.
    let crate_dir = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let crate_dir = PathBuf::from(crate_dir);
    crate_dir.parent().map_or_else(|| PathBuf::from("."), Path::to_path_buf)
}

/// One program to run in the repository's folder.
pub(crate) struct Run {
    command: Command,
    said: String,
}

impl Run {
    /// Nothing is started yet.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(&program);
        command.current_dir(root());
        let name = Path::new(&program).file_name().unwrap_or(program.as_ref());
        Self { command, said: name.to_string_lossy().into_owned() }
    }

    /// Adds arguments.
    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        for arg in args {
            self.said.push(' ');
            self.said.push_str(&arg.as_ref().to_string_lossy());
            self.command.arg(arg);
        }
        self
    }

    /// Sets one environment variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Takes away every setting of Cargo's that the caller's shell may hold: a build that must be
    /// the same everywhere brings its own.
    pub(crate) fn without_cargo_settings(mut self) -> Self {
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(is_cargo_setting) {
                self.command.env_remove(name);
            }
        }
        self
    }

    /// Puts folders in front of `PATH`.
    pub(crate) fn path_first(self, folders: &[PathBuf]) -> Outcome<Self> {
        let old = env::var_os("PATH").unwrap_or_default();
        let all = folders.iter().cloned().chain(env::split_paths(&old));
        let path =
            env::join_paths(all).map_err(|why| format!("A folder's name cannot stand in PATH: {why}."))?;
        Ok(self.env("PATH", path))
    }

    /// Runs it with this terminal and waits.
    pub(crate) fn go(mut self) -> Outcome {
        let status = self.command.status().map_err(|why| self.not_started(&why))?;
        self.check(status)
    }

    /// Runs it and gives what it printed.
    pub(crate) fn read(mut self) -> Outcome<String> {
        let output = self.command.stdin(Stdio::null()).output().map_err(|why| self.not_started(&why))?;
        self.check(output.status).map_err(|said| {
            format!("{said}\n{}", String::from_utf8_lossy(&output.stderr)).trim_end().to_owned()
        })?;
        Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
    }

    /// The command itself, for who must hold the running program.
    pub(crate) fn into_command(self) -> Command {
        self.command
    }

    fn not_started(&self, why: &std::io::Error) -> String {
        format!("`{}` cannot be started: {why}.", self.said)
    }

    fn check(&self, status: ExitStatus) -> Outcome {
        if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status}).", self.said)) }
    }
}

/// What changes a build from outside. The number of jobs and where crates come from do not.
fn is_cargo_setting(name: &str) -> bool {
    let exact = [
        "CARGO_ENCODED_RUSTFLAGS",
        "CARGO_INCREMENTAL",
        "RUSTC",
        "RUSTC_BOOTSTRAP",
        "RUSTDOC",
        "RUSTDOCFLAGS",
        "RUSTFLAGS",
    ];
    let families = ["CARGO_BUILD_", "CARGO_PROFILE_", "CARGO_TARGET_", "CARGO_UNSTABLE_"];
    name != "CARGO_BUILD_JOBS"
        && (exact.contains(&name) || families.iter().any(|family| name.starts_with(family)))
}

/// The full path of a program on `PATH`.
pub(crate) fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_that_change_a_build_are_cleared() {
        for name in ["RUSTFLAGS", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "CARGO_UNSTABLE_BUILD_STD"] {
            assert!(is_cargo_setting(name), "{name} must be cleared");
        }
    }

    #[test]
    fn settings_that_do_not_are_kept() {
        for name in ["CARGO_HOME", "CARGO_BUILD_JOBS", "CARGO_MANIFEST_DIR", "CARGO", "PATH"] {
            assert!(!is_cargo_setting(name), "{name} must stay");
        }
    }

    #[test]
    fn a_missing_program_is_named() {
        let said = Run::new("no-such-program").args(["--version"]).read().expect_err("it does not exist");
        assert!(said.starts_with("`no-such-program --version` cannot be started"), "{said}");
    }

    #[test]
    fn a_failing_program_is_named() {
        let said = Run::new("false").go().expect_err("it fails");
        assert!(said.starts_with("`false` failed"), "{said}");
    }
}
