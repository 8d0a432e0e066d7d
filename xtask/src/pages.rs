//! What the site has beside the app: the service worker, and the pages and scripts that Trunk does
//! not know. A script gets a name by its content, so that a cached one never meets another version.

use crate::{
    engine, files, minify,
    run::{Outcome, root},
};
use std::path::Path;

/// Pages in `static/`, and what a page says in place of the folder it is served under.
const PAGES: [&str; 3] = ["404.html", "api.html", "isolated.html"];
const BASE_MARK: &str = "ICEWALL_BASE";
/// The folder of the scripts and styles of these pages.
const FOLDER: &str = "pages";
/// Each file of that folder, and the files of `static/` that it is made of.
const PARTS: [(&str, &[&str]); 5] = [
    ("answer.css", &["styles/tokens.css", "styles/base.css", "styles/answer.css"]),
    ("browse.js", &["browse.js"]),
    ("explorer.js", &["store.js", "api.js", "explorer.js"]),
    ("isolated.js", &["isolated.js"]),
    ("not-found.js", &["store.js", "api.js", "not-found.js"]),
];
/// Files whose names other people's pages know: what a page embeds the app by, and its types.
const KNOWN: [&str; 2] = ["embed.js", "embed.d.ts"];
/// The service worker, which stands at the top of what it serves, and its parts.
const WORKER: &str = "sw.js";
const WORKER_PARTS: [&str; 3] = ["store.js", "api.js", "sw.js"];

/// Puts the pages, their scripts and their styles into the finished site.
pub(crate) fn place(stage: &Path, base: &str) -> Outcome {
    let names = PARTS.iter().map(|(name, parts)| part(stage, name, parts)).collect::<Outcome<Vec<_>>>()?;
    for page in PAGES {
        let html = files::read_text(&root().join("static").join(page))?;
        let html = names.iter().fold(html, |html, (name, placed)| {
            html.replace(&format!("{FOLDER}/{name}"), &format!("{FOLDER}/{placed}"))
        });
        let html = html.replace(engine::MARK, &engine::path()?).replace(BASE_MARK, base);
        files::write(&stage.join(page), html)?;
    }
    for name in KNOWN {
        files::write(&stage.join(name), joined(&[name])?)?;
    }
    minify::in_folder(stage, |name| KNOWN.contains(&name))
}

/// Writes one script or style; gives its name and its name by content.
fn part(stage: &Path, name: &str, parts: &[&str]) -> Outcome<(String, String)> {
    let path = stage.join(FOLDER).join(name);
    files::write(&path, joined(parts)?)?;
    minify::in_folder(&stage.join(FOLDER), |found| found == name)?;
    let mut hash = files::Hash::default();
    hash.add(&files::read_bytes(&path)?);
    let (stem, ending) = name.rsplit_once('.').ok_or_else(|| format!("{name} has no ending."))?;
    let placed = format!("{stem}-{}.{ending}", hash.hex());
    files::rename(&path, &stage.join(FOLDER).join(&placed))?;
    Ok((name.to_owned(), placed))
}

fn joined(parts: &[&str]) -> Outcome<String> {
    let texts = parts.iter().map(|part| files::read_text(&root().join("static").join(part)));
    Ok(texts.collect::<Outcome<Vec<_>>>()?.join("\n"))
}

/// Writes the service worker: last of all, because it names every file and a version over all.
pub(crate) fn service_worker(stage: &Path) -> Outcome {
    let site = described(stage)?;
    let script = files::read_text(&root().join("static").join(WORKER))?;
    if !script.contains("SITE.files") {
        return Err(format!("static/{WORKER} does not use what the build tells it (SITE)."));
    }
    files::write(&stage.join(WORKER), format!("{site}\n{}", joined(&WORKER_PARTS)?))?;
    minify::in_folder(stage, |name| name == WORKER)
}

/// What the service worker must know of the site, as a line of JavaScript.
fn described(stage: &Path) -> Outcome<String> {
    let all = files::all_below(stage);
    let one = |from: &str, ending: &str| {
        let found = all.iter().find(|name| name.starts_with(from) && files::has_ending(name, ending));
        found.ok_or_else(|| format!("The site has no {from}*.{ending}."))
    };
    let (style, script) = (one("pages/answer-", "css")?, one("pages/browse-", "js")?);
    // A host answers with 404.html what it has not; it is no file of the app. `.nojekyll` is the host's.
    let kept = all.iter().filter(|name| !name.starts_with('.') && *name != "404.html" && *name != WORKER);
    let (docs, app): (Vec<_>, Vec<_>) = kept.partition(|name| name.starts_with("docs/"));
    let list = |names: &[&String]| {
        let quoted = names.iter().map(|name| format!("\"{name}\""));
        quoted.collect::<Vec<_>>().join(",")
    };
    let (version, engine) = (files::hash_of_folder(stage)?, engine::path()?);
    Ok(format!(
        "const SITE={{version:\"{version}\",engine:\"{engine}\",wasm:\"{}\",style:\"{style}\",script:\"{script}\",files:[{}],docs:[{}]}};",
        engine::API_WASM,
        list(&app),
        list(&docs)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_and_page_stands_in_static() {
        let parts =
            PARTS.iter().flat_map(|(_, parts)| parts.iter()).chain(&WORKER_PARTS).chain(&PAGES).chain(&KNOWN);
        for part in parts {
            assert!(root().join("static").join(part).exists(), "{part}");
        }
    }
}
