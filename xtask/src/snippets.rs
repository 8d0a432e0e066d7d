//! The scripts of our own that the page's glue imports, as wasm-bindgen lays them down: all of the library's, under names
//! that stay the same. Not for what is in them.

use crate::{files, run::Outcome};
use std::path::Path;

/// Scripts of our own keep their names when their content changes; a cached one would then meet a newer page. So
/// their folder gets a name by content. Those that only the rooms import stand beside the rooms as well: here they
/// are taken away.
pub(crate) fn name(stage: &Path) -> Outcome {
    let folder = stage.join("snippets");
    let all = files::all_below(&folder);
    if all.is_empty() {
        return Ok(());
    }
    let scripts = files::names_in(stage).into_iter().filter(|name| files::has_ending(name, "js"));
    let scripts: Vec<(String, String)> = scripts
        .map(|name| files::read_text(&stage.join(&name)).map(|text| (name, text)))
        .collect::<Outcome<_>>()?;
    let is_used = |name: &String| scripts.iter().any(|(_, text)| imports(text, name));
    let (used, unused): (Vec<_>, Vec<_>) = all.iter().partition(|name| is_used(name));
    if used.is_empty() {
        return Err("No script imports from ./snippets/ as it used to.".to_owned());
    }
    for name in unused {
        files::remove_file(&folder.join(name))?;
    }
    let named = format!("snippets-{}", files::hash_of_folder(&folder)?);
    files::rename(&folder, &stage.join(&named))?;
    for (name, text) in scripts {
        // Only what is imported: as a key, the same words are what the wasm calls the script.
        let text = ['\'', '"'].iter().fold(text, |text, quote| {
            text.replace(&format!("from {quote}./snippets/"), &format!("from {quote}./{named}/"))
        });
        files::write(&stage.join(name), text)?;
    }
    Ok(())
}

/// Whether a script imports one of ours.
fn imports(script: &str, name: &str) -> bool {
    ['\'', '"'].iter().any(|quote| script.contains(&format!("from {quote}./snippets/{name}{quote}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    #[test]
    fn those_that_are_imported_get_a_name_by_content_and_the_others_go() {
        let glue = "import { draw } from './snippets/app/chart.js';\n\
                    import * as import1 from \"./snippets/app/chart.js\"\n\
                    { \"./snippets/app/chart.js\": import1, \"./snippets/app/other.js\": 0 }";
        let files =
            [("icewall-app-1.js", glue), ("snippets/app/chart.js", "x"), ("snippets/app/other.js", "y")];
        let stage = Scratch::with("snippets", &files);
        name(&stage.0).expect("named");
        let folder = files::names_in(&stage.0).into_iter().find(|name| name.starts_with("snippets-"));
        let folder = folder.expect("the renamed folder");
        let glue = files::read_text(&stage.0.join("icewall-app-1.js")).expect("it is there");
        let named = format!(
            "import {{ draw }} from './{folder}/app/chart.js';\n\
             import * as import1 from \"./{folder}/app/chart.js\"\n\
             {{ \"./snippets/app/chart.js\": import1, \"./snippets/app/other.js\": 0 }}"
        );
        assert_eq!(glue, named);
        assert_eq!(files::all_below(&stage.0.join(folder)), ["app/chart.js"]);
    }

    #[test]
    fn snippets_that_nobody_imports_fail() {
        let stage =
            Scratch::with("unimported", &[("app.js", "import'./other.js'"), ("snippets/chart.js", "x")]);
        assert!(name(&stage.0).is_err());
    }
}
