//! The server of the image, for its test: finds nginx with brotli's module, and gets Debian's where they are
//! missing. It starts nothing: the test does.

use crate::{
    debian,
    run::{Outcome, Run, on_path},
};
use std::path::{Path, PathBuf};

const PACKAGES: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];
/// Where Debian puts what is not for every user's `PATH`.
const PROGRAM: &str = "/usr/sbin/nginx";
/// Debian's settings that load the module.
const MODULE: &str = "/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf";
/// Hold the paths, for us and for the test.
const PROGRAM_VARIABLE: &str = "ICEWALL_NGINX";
const MODULE_VARIABLE: &str = "ICEWALL_NGINX_BROTLI";

/// nginx and its module.
pub(crate) struct Nginx {
    program: PathBuf,
    module: PathBuf,
}

/// Finds or installs them.
pub(crate) fn wanted() -> Outcome<Nginx> {
    if let Some(found) = found() {
        return Ok(found);
    }
    debian::install(&PACKAGES, "half a minute").map_err(|said| format!("{said}\n{}", how()))?;
    found().ok_or_else(|| format!("nginx was installed and is not where it is looked for.\n{}", how()))
}

impl Nginx {
    /// Lets the test know.
    pub(crate) fn tell(self, run: Run) -> Run {
        run.env(PROGRAM_VARIABLE, self.program).env(MODULE_VARIABLE, self.module)
    }
}

fn found() -> Option<Nginx> {
    let named = |variable| std::env::var_os(variable).map(PathBuf::from);
    let program = named(PROGRAM_VARIABLE).or_else(|| on_path("nginx")).unwrap_or_else(|| PROGRAM.into());
    let module = named(MODULE_VARIABLE).unwrap_or_else(|| MODULE.into());
    both(&program, &module).then_some(Nginx { program, module })
}

fn both(program: &Path, module: &Path) -> bool {
    program.is_file() && module.is_file()
}

/// What to do where the packages cannot be installed.
fn how() -> String {
    format!(
        "The image's test needs nginx with its module brotli_static: install them, or set {PROGRAM_VARIABLE} \
         to the program and {MODULE_VARIABLE} to a file that says `load_module …;`."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_without_the_other_will_not_do() {
        assert!(both(Path::new("/bin/sh"), Path::new("/bin/sh")));
        assert!(!both(Path::new("/bin/sh"), Path::new("/no/such/file")));
        assert!(!both(Path::new("/no/such/file"), Path::new("/bin/sh")));
    }

    #[test]
    fn who_cannot_have_it_reads_what_to_do() {
        assert!(how().contains("ICEWALL_NGINX to the program"), "{}", how());
    }
}
