//! Makes scripts and styles short, by esbuild: names and blanks only, nothing is bundled.

use crate::{
    files, node,
    run::{Outcome, Run},
};
use std::path::Path;

/// Minifies, in place, the scripts and styles below a folder that `which` knows by their names.
pub(crate) fn in_folder(folder: &Path, which: impl Fn(&str) -> bool) -> Outcome {
    let is_text = |name: &String| files::has_ending(name, "js") || files::has_ending(name, "css");
    let chosen = files::all_below(folder).into_iter().filter(|name| is_text(name) && which(name));
    let chosen: Vec<String> = chosen.map(|name| folder.join(name).to_string_lossy().into_owned()).collect();
    if chosen.is_empty() {
        return Ok(());
    }
    let path = folder.to_string_lossy();
    // Only errors: wasm-bindgen's glue imports one script of ours twice, which warns.
    Run::new(node::packages()?.join("esbuild"))
        .args(["--minify", "--target=es2022", "--allow-overwrite", "--log-level=error"])
        .args([format!("--outdir={path}"), format!("--outbase={path}")])
        .args(chosen)
        .go()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_to_minify_needs_no_tool() {
        let scratch = files::Scratch::new("minify");
        files::write(&scratch.0.join("a.wasm"), "").expect("written");
        assert_eq!(in_folder(&scratch.0, |_| true), Ok(()));
    }
}
