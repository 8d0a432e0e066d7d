//! `cargo xtask book`: the documentation, made of docs/ by mdBook and by `book/`, the program that knows the
//! core. It stands in target/site/docs until the site takes it over.

use crate::{
    browsers, files, node,
    run::{Outcome, Run, root},
    site, tools,
};
use std::path::{Path, PathBuf};

/// The program that makes what mdBook does not, in the crate of the same name.
const MAKER: &str = "icewall-book";
/// Its folder in the site.
const FOLDER: &str = "docs";

/// Where the finished pages stand.
fn made() -> PathBuf {
    root().join("target/site").join(FOLDER)
}

/// Makes the pages anew.
pub(crate) fn build() -> Outcome {
    let mdbook = tools::mdbook().ready()?;
    Run::new("cargo").args(["build", "--quiet", "--locked", "--package", MAKER]).go()?;
    let programs = root().join("target/debug");
    let made = made();
    files::remove_folder(&made)?;
    let run = Run::new(mdbook).args(["build", "--dest-dir"]).args([made.as_path(), &root().join("book")]);
    // mdBook tells of its steps; what is wrong it tells at this level, too.
    run.env("MDBOOK_LOG", "warn").path_first(std::slice::from_ref(&programs))?.go()?;
    Run::new(programs.join(MAKER)).args([Path::new("finish"), &made]).go()
}

/// Takes the pictures of the documentation anew, and builds the site with them.
pub(crate) fn pictures() -> Outcome {
    node::packages()?;
    let browser = browsers::chromium()?;
    site::build(site::BASE)?;
    browser.tell(Run::new("node").args(["tests/e2e/pictures.mjs"])).go()?;
    site::build(site::BASE)
}

/// Puts the finished pages into the site.
pub(crate) fn place(stage: &Path) -> Outcome {
    if files::all_below(&made()).is_empty() {
        return Err("The documentation is not built: cargo xtask book".to_owned());
    }
    files::copy_folder(&made(), &stage.join(FOLDER))
}
