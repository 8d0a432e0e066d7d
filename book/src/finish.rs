//! Finishes mdBook's pages: the site's policy (CSP) allows no inline script and no inline style, so scripts get
//! files of their own and styles become classes; each page then names the policy. The head of a page becomes a
//! landmark, what opens the list of chapters a button. Files that the site does not need are taken away.

use crate::{frame, loading, picture};
use std::{
    collections::BTreeSet,
    fs,
    hash::{DefaultHasher, Hash, Hasher},
    path::{Path, PathBuf},
};

/// The policy of every page: that of the app.
const POLICY: &str = "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; \
    style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
/// Inline styles of mdBook that have a class in theme/book.css.
const STYLES: [(&str, &str); 4] = [
    ("style=\"text-align: right\"", "class=\"cell-right\""),
    ("style=\"text-align: left\"", "class=\"cell-left\""),
    ("style=\"text-align: center\"", "class=\"cell-center\""),
    ("style=\"clear: both\"", "class=\"end-of-nav\""),
];
/// The label of a hidden box opens the list of chapters: no key reaches it, and it may not say whether the list
/// is open. theme/pages.js does its work for a button.
const LABEL: (&str, &str) = (
    "<label id=\"mdbook-sidebar-toggle\" class=\"icon-button\" for=\"mdbook-sidebar-toggle-anchor\"",
    "<button type=\"button\" id=\"mdbook-sidebar-toggle\" class=\"icon-button\"",
);
const BAR: (&str, &str) =
    ("<div id=\"mdbook-menu-bar\" class=", "<div id=\"mdbook-menu-bar\" role=\"banner\" class=");
/// It keeps a page from being there at once when somebody goes back, and browsers are about to ignore it.
const UNLOAD: &str = "window.onunload = function() { };";
/// What mdBook writes whether it is wanted or not.
const UNWANTED: [&str; 1] = [".nojekyll"];

/// Finishes every page below a folder.
pub(crate) fn all(folder: &Path) -> Result<(), String> {
    for name in UNWANTED {
        // One that a newer mdBook no longer writes is not missed.
        let _ = fs::remove_file(folder.join(name));
    }
    let pages = pages(folder)?;
    if pages.is_empty() {
        return Err(format!("There is no page in {}.", folder.display()));
    }
    let mut styles = BTreeSet::new();
    for page in &pages {
        styles.extend(one(folder, page)?);
    }
    for style in styles {
        fs::remove_file(folder.join(&style)).map_err(|why| format!("{style} cannot be removed: {why}."))?;
    }
    script(folder)
}

/// mdBook's own script, without what hinders.
fn script(folder: &Path) -> Result<(), String> {
    let entries =
        fs::read_dir(folder).map_err(|why| format!("{} cannot be read: {why}.", folder.display()))?;
    for path in entries.filter_map(Result::ok).map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if !name.starts_with("book-") || path.extension().is_none_or(|kind| kind != "js") {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(|why| format!("{name} cannot be read: {why}."))?;
        return write(&path, &text.replacen(UNLOAD, "", 1));
    }
    Err("mdBook's script has another name now".to_owned())
}

fn pages(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let failed = |why| format!("{} cannot be read: {why}.", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            found.extend(pages(&path)?);
        } else if path.extension().is_some_and(|ending| ending == "html") {
            found.push(path);
        }
    }
    Ok(found)
}

/// Finishes a page; gives the styles that it has no use for any more.
fn one(folder: &Path, page: &Path) -> Result<Vec<String>, String> {
    let failed = |why| format!("{} cannot be read: {why}.", page.display());
    let html = picture::sized(&fs::read_to_string(page).map_err(failed)?, page)?;
    let depth = page.strip_prefix(folder).map_or(0, |below| below.components().count().saturating_sub(1));
    let is_page = !page.ends_with("toc.html");
    let root = "../".repeat(depth);
    let html = if is_page { loading::early(&reachable(&html)?)? } else { html };
    let (html, scripts) = finished(&html, &root)?;
    let html = if is_page { loading::late(&html, &scripts)? } else { html };
    // After all that is waited for: the text comes first.
    let html = html.replacen("</head>", &(frame::ahead(&html) + "</head>"), 1);
    for (name, script) in scripts {
        write(&folder.join(name), &script)?;
    }
    let (html, styles) = loading::one_style(&html, page, &root)?;
    write(page, &html)?;
    Ok(styles)
}

/// A name by content.
pub(crate) fn named(text: &str, ending: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("page-{:016x}.{ending}", hasher.finish())
}

pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    fs::write(path, text).map_err(|why| format!("{} cannot be written: {why}.", path.display()))
}

/// The page with a button and a landmark where mdBook has none.
fn reachable(html: &str) -> Result<String, String> {
    let (before, label) = html.split_once(LABEL.0).ok_or("mdBook opens its chapters in another way now")?;
    let label = label.replacen("</label>", "</button>", 1);
    if !html.contains(BAR.0) {
        return Err("mdBook's bar is another one now".to_owned());
    }
    Ok([before, LABEL.1, &label].concat().replacen(BAR.0, BAR.1, 1))
}

/// The page under the policy, and the scripts that were in it, each with a name by its content.
fn finished(html: &str, root: &str) -> Result<(String, Vec<(String, String)>), String> {
    let styled = STYLES.iter().fold(html.to_owned(), |html, (style, class)| html.replace(style, class));
    if let Some(at) = styled.find(" style=\"").or_else(|| styled.find("<style")) {
        let around: String = styled[at..].chars().take(80).collect();
        return Err(format!("mdBook wrote a style that has no class in book/theme/book.css: {around}"));
    }
    let (mut out, mut scripts) = (String::with_capacity(styled.len()), Vec::new());
    let mut rest = styled.as_str();
    while let Some((before, after)) = rest.split_once("<script>") {
        let (script, after) = after.split_once("</script>").ok_or("a script has no end")?;
        let name = named(script, "js");
        out.extend([before, &format!("<script src=\"{root}{name}\"></script>")]);
        scripts.push((name, script.to_owned()));
        rest = after;
    }
    out.push_str(rest);
    let policy =
        format!("<head>\n        <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    if !out.contains("<head>") {
        return Err("a page has no head to name its policy in".to_owned());
    }
    Ok((out.replacen("<head>", &policy, 1), scripts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_move_out_in_their_order() {
        let html =
            "<head></head><script>a()</script><p>x</p><script src=\"b.js\"></script><script>c()</script>";
        let (made, scripts) = finished(html, "../").expect("finished");
        assert!(!made.contains("<script>") && made.contains("script-src 'self'"), "{made}");
        assert_eq!(scripts.iter().map(|(_, script)| script.as_str()).collect::<Vec<_>>(), ["a()", "c()"]);
        let places: Vec<_> = scripts.iter().map(|(name, _)| made.find(name.as_str())).collect();
        assert!(places.is_sorted() && made.contains(&format!("src=\"../{}\"", scripts[0].0)), "{made}");
    }

    #[test]
    fn chapters_are_opened_by_a_button_in_a_landmark() {
        let html = format!("{}\"bar\">{} title=\"T\">☰</label></div><label>x</label>", BAR.0, LABEL.0);
        let made = reachable(&html).expect("both are there");
        assert!(made.contains("role=\"banner\" class=\"bar\"") && made.contains(">☰</button>"), "{made}");
        assert!(made.ends_with("<label>x</label>"), "{made}");
        assert!(reachable("<p>").is_err());
    }

    #[test]
    fn styles_become_classes_and_unknown_ones_are_a_fault() {
        let (made, _) =
            finished("<head></head><td style=\"text-align: right\">1</td>", "").expect("finished");
        assert!(made.contains("<td class=\"cell-right\">1</td>"), "{made}");
        assert!(finished("<head></head><p style=\"color: red\">", "").is_err());
    }
}
