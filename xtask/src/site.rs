//! Builds the site with Trunk into `./dist`, and finishes what Trunk leaves open: names by
//! content for the folders that Trunk does not hash.

use crate::{
    book, budget, engine, files, head, minify, node, pages,
    run::{Outcome, Run, root},
    snippets, toolchain, tools,
};
use std::{
    env,
    path::{Path, PathBuf},
};

/// The folder under which the site is served unless told otherwise.
pub(crate) const BASE: &str = "/icewall/";

/// What a page says in place of the folder it is served under, where it cannot be relative.
const BASE_MARK: &str = "ICEWALL_BASE";

/// `./dist`.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// `cargo xtask dist`: the whole site, measured.
pub(crate) fn build(base: &str) -> Outcome {
    book::build()?;
    trunk(&["build", "--release"], base)?.go()?;
    budget::check(&dist())
}

/// Builds again whenever a file changes, until it is stopped.
pub(crate) fn watch(base: &str) -> Outcome {
    book::build()?;
    trunk(&["watch", "--release"], base)?.go()
}

/// Trunk with every tool that it calls. Its hooks build the engine and finish the site.
fn trunk(command: &[&str], base: &str) -> Outcome<Run> {
    check_base(base)?;
    let programs = [
        wasm_cargo()?,
        folder_of(&tools::trunk()?.ready()?),
        folder_of(&tools::wasm_bindgen()?.ready()?),
        node::packages()?,
    ];
    // Trunk copies whatever snippets stand here, those of older builds as well.
    files::remove_folder(&root().join("target/wasm-bindgen/release/snippets"))?;
    let run = Run::new("trunk").without_cargo_settings().args(command).args(["--log", "warn"]);
    run.env(BASE_MARK, base).path_first(&programs)
}

/// A folder that holds nothing but the `cargo` for Trunk.
fn wasm_cargo() -> Outcome<PathBuf> {
    let folder = root().join("target/site/bin");
    let xtask = env::current_exe().map_err(|why| format!("xtask cannot find itself: {why}."))?;
    let script = folder.join("cargo");
    files::write(&script, toolchain::wasm()?.cargo_for_trunk(&xtask))?;
    files::make_executable(&script)?;
    Ok(folder)
}

fn folder_of(program: &Path) -> PathBuf {
    program.parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Trunk's last hook: works on the finished site before it is moved to `./dist`.
pub(crate) fn finish() -> Outcome {
    let stage =
        env::var_os("TRUNK_STAGING_DIR").ok_or("finish-site is Trunk's hook; run: cargo xtask dist")?;
    let base = env::var(BASE_MARK).unwrap_or_else(|_| BASE.to_owned());
    let stage = Path::new(&stage);
    finish_in(stage, &engine::path()?, &base)?;
    head::bundle(stage)?;
    pages::place(stage, &base)?;
    book::place(stage)?;
    pages::service_worker(stage)
}

fn finish_in(stage: &Path, engine: &str, base: &str) -> Outcome {
    let index = stage.join("index.html");
    let html = files::read_text(&index)?;
    if !html.contains(engine::MARK) {
        return Err(format!("index.html names no {}: the page would not find its engine.", engine::MARK));
    }
    let html = html.replace(engine::MARK, engine).replace(BASE_MARK, base);
    files::write(&index, html)?;
    // While imports still look as wasm-bindgen writes them.
    snippets::name(stage)?;
    shrink_uplot(stage)?;
    minify::in_folder(stage, |name| !name.starts_with("engine/") && !name.starts_with("vendor/"))?;
    // GitHub Pages would otherwise run the site through Jekyll, which drops some files.
    files::write(&stage.join(".nojekyll"), "")
}

/// uPlot publishes its script minified (22 KB gzipped), but its module as it was written (42 KB).
/// The script with an export at its end is a module.
fn shrink_uplot(stage: &Path) -> Outcome {
    let module = "uPlot.esm.js";
    let vendor = stage.join("vendor");
    let Some(name) = files::all_below(&vendor).into_iter().find(|name| name.ends_with(module)) else {
        return Ok(());
    };
    let script = files::read_text(&root().join("node_modules/uplot/dist/uPlot.iife.min.js"))?;
    files::write(&vendor.join(name), as_module(&script)?)
}

fn as_module(script: &str) -> Outcome<String> {
    if !script.contains("\nvar uPlot=") {
        return Err("uPlot's script no longer says `var uPlot=`: see shrink_uplot in xtask.".to_owned());
    }
    Ok(format!("{}\nexport{{uPlot as default}};\n", script.trim_end()))
}

/// A base is a path of folders: `/`, `/icewall/`, `/a/b/`.
fn check_base(base: &str) -> Outcome {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_.~".contains(c);
    if base.starts_with('/') && base.ends_with('/') && base.chars().all(plain) && !base.contains("//") {
        Ok(())
    } else {
        Err(format!("--base {base}: give a folder of the host, like {BASE}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    #[test]
    fn the_page_learns_its_engine_and_its_base() {
        let stage = Scratch::with("finish", &[("index.html", "engine/HASH/ at ICEWALL_BASE")]);
        finish_in(&stage.0, "engine/abc/", "/other/").expect("finished");
        let html = files::read_text(&stage.0.join("index.html")).expect("it is there");
        assert_eq!(html, "engine/abc/ at /other/");
        assert!(stage.0.join(".nojekyll").exists());
    }

    #[test]
    fn a_page_without_an_engine_fails() {
        let stage = Scratch::with("no-engine", &[("index.html", "<p>nothing</p>")]);
        assert!(finish_in(&stage.0, "abc", BASE).is_err());
    }

    #[test]
    fn a_script_becomes_a_module() {
        let module = as_module("/*! uPlot */\nvar uPlot=function(){}();\n").expect("it is the known script");
        assert!(module.ends_with("}();\nexport{uPlot as default};\n"), "{module}");
        assert!(as_module("const uPlot = 1;").is_err());
    }

    #[test]
    fn a_base_is_a_path_of_folders() {
        for good in ["/", "/icewall/", "/a/b-c/"] {
            assert!(check_base(good).is_ok(), "{good}");
        }
        for bad in ["icewall", "/icewall", "//", "/a\"b/", "https://host/"] {
            assert!(check_base(bad).is_err(), "{bad}");
        }
    }
}
