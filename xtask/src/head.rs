//! Makes one style sheet and one script of those in the page's head. On a slow line each request costs half a
//! second, and a browser holds six of them to one host at a time; a script also keeps it from what stands below.
//! So the script stands last. Not for what the app loads later.

use crate::{files, run::Outcome};
use std::path::Path;

/// Bundles the head of the finished page.
pub(crate) fn bundle(stage: &Path) -> Outcome {
    let index = stage.join("index.html");
    let html = files::read_text(&index)?;
    let (html, styles) = taken(&html, "<link rel=\"stylesheet\" href=\"./", "\"/>");
    let (html, scripts) = taken(&html, "<script src=\"./", "\"></script>");
    if styles.is_empty() || scripts.is_empty() {
        return Err("index.html names its styles and scripts in another way than Trunk used to.".to_owned());
    }
    let style = joined(stage, &styles, "css", "\n")?;
    let script = joined(stage, &scripts, "js", "\n;\n")?;
    let (before, after) = html.split_once("<link").ok_or("index.html has no link in its head.")?;
    let begun = format!("{before}<link rel=\"stylesheet\" href=\"./{style}\"/>\n    <link{after}");
    let bundled = begun.replacen("</head>", &format!("<script src=\"./{script}\"></script></head>"), 1);
    files::write(&index, bundled)
}

/// The page without the tags that open and end so, and the names between. A tag that says more, such as a
/// medium, stays.
fn taken(html: &str, opens: &str, ends: &str) -> (String, Vec<String>) {
    let (mut left, mut names) = (String::with_capacity(html.len()), Vec::new());
    for line in html.split_inclusive('\n') {
        let name = line.trim().strip_prefix(opens).and_then(|rest| rest.strip_suffix(ends));
        match name.filter(|name| !name.contains('"')) {
            Some(name) => names.push(name.to_owned()),
            None => left.push_str(line),
        }
    }
    (left, names)
}

/// One file of several, under a name by its content.
fn joined(stage: &Path, names: &[String], ending: &str, between: &str) -> Outcome<String> {
    let texts = names.iter().map(|name| files::read_text(&stage.join(name))).collect::<Outcome<Vec<_>>>()?;
    let text = texts.join(between);
    let mut hash = files::Hash::default();
    hash.add(text.as_bytes());
    let name = format!("page-{}.{ending}", hash.hex());
    files::write(&stage.join(&name), text)?;
    names.iter().try_for_each(|name| files::remove_file(&stage.join(name)))?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Scratch;

    const HEAD: &str = "<head>\n<meta charset=\"utf-8\">\n<script src=\"./a-1.js\"></script>\n<script src=\"./b-2.js\"></script>\n\
        <link rel=\"stylesheet\" href=\"./c-3.css\"/>\n<link rel=\"stylesheet\" href=\"./d-4.css\"/>\n\
        <link rel=\"stylesheet\" href=\"./print-5.css\" media=\"print\"/>\n<link rel=\"modulepreload\" href=\"x.js\"></head>\n";

    #[test]
    fn a_head_has_one_style_and_its_script_last() {
        let scratch = Scratch::new("head");
        let stage = &scratch.0;
        for (name, text) in [
            ("index.html", HEAD),
            ("a-1.js", "a()"),
            ("b-2.js", "b()"),
            ("c-3.css", "c{}"),
            ("d-4.css", "d{}"),
        ] {
            files::write(&stage.join(name), text).expect("written");
        }
        bundle(stage).expect("bundled");
        let html = files::read_text(&stage.join("index.html")).expect("it is there");
        let names = files::names_in(stage);
        assert_eq!(names.len(), 3, "{names:?}");
        let with = |ending: &str| names.iter().find(|name| files::has_ending(name, ending)).expect("one");
        let (style, script) = (with("css"), with("js"));
        assert_eq!(files::read_text(&stage.join(script)).expect("it is there"), "a()\n;\nb()");
        assert_eq!(files::read_text(&stage.join(style)).expect("it is there"), "c{}\nd{}");
        let order = [style.as_str(), "print-5.css", "modulepreload", script.as_str(), "</head>"];
        assert!(order.map(|part| html.find(part).expect("it is named")).is_sorted(), "{html}");
    }

    #[test]
    fn a_head_that_is_written_in_another_way_fails() {
        let scratch = Scratch::new("no-head");
        files::write(&scratch.0.join("index.html"), "<head></head>").expect("written");
        assert!(bundle(&scratch.0).is_err());
    }
}
