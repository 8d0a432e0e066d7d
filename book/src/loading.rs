//! What of a page is loaded when. mdBook loads nine styles and eight scripts before anything is painted, most of them
//! one after another; over a slow line each takes half a second. Here the styles of every page are one file, what sets
//! theme and sidebar comes with it, and all else follows when the page is read. Not for what the files say.

use crate::finish::{named, write};
use std::{fs, path::Path};

/// The script that sets the theme, and what stands in it: the scripts up to it are one, in the head.
const THEME: &str = "html.classList.add(theme)";
/// The script that opens or closes the sidebar before it is painted, and what stands in it.
const SIDEBAR: &str = "sidebar_toggle.checked";
const LINK: &str = "<link rel=\"stylesheet\" href=\"";

/// The page with its first inline scripts as one: what later ones of them set is there before anything is painted.
pub(crate) fn early(html: &str) -> Result<String, String> {
    let theme = html.find(THEME).ok_or("mdBook sets the theme in another way now")?;
    let (mut out, mut code, mut place) = (String::with_capacity(html.len()), String::new(), None);
    let mut rest = html;
    while html.len() - rest.len() < theme {
        let (before, after) = rest.split_once("<script>").ok_or("no script sets the theme")?;
        let (script, after) = after.split_once("</script>").ok_or("a script has no end")?;
        out.push_str(before);
        place.get_or_insert(out.len());
        code.push_str(script);
        rest = after;
    }
    out.push_str(rest);
    out.insert_str(place.unwrap_or_default(), &format!("<script>{code}</script>"));
    Ok(out)
}

/// The page whose scripts wait until it is read, but for the one in its head and the sidebar's: that one is fetched
/// with the head. `scripts` are those that were in the page, by name.
pub(crate) fn late(html: &str, scripts: &[(String, String)]) -> Result<String, String> {
    let name = |marks: &str| {
        let found = scripts.iter().find(|(_, script)| script.contains(marks));
        found.map(|(name, _)| name.as_str()).ok_or("mdBook opens its sidebar in another way now")
    };
    let (theme, sidebar) = (name(THEME)?, name(SIDEBAR)?);
    let (mut out, mut ahead) = (String::with_capacity(html.len()), String::new());
    let mut rest = html;
    while let Some((before, after)) = rest.split_once("<script src=\"") {
        let (source, after) = after.split_once('"').ok_or("a script has no address")?;
        let waits = !source.ends_with(theme) && !source.ends_with(sidebar);
        out.extend([before, if waits { "<script defer src=\"" } else { "<script src=\"" }, source, "\""]);
        if source.ends_with(sidebar) {
            ahead = format!("<link rel=\"preload\" as=\"script\" href=\"{source}\">\n        {LINK}");
        }
        rest = after;
    }
    out.push_str(rest);
    // Before what a parser waits for.
    Ok(out.replacen(LINK, &ahead, 1))
}

/// The page with one style in place of all those that have no name of their own. Those that have are switched by
/// mdBook's script. Writes the style; gives the files that it is made of, too.
pub(crate) fn one_style(html: &str, page: &Path, root: &str) -> Result<(String, Vec<String>), String> {
    let (mut out, mut rest) = (String::with_capacity(html.len()), html);
    let (mut place, mut files) = (None, Vec::new());
    while let Some((before, after)) = rest.split_once(LINK) {
        let (address, after) = after.split_once("\">").ok_or("a style has no end")?;
        out.push_str(before);
        place.get_or_insert(out.len());
        files.push(address.trim_start_matches("../").to_owned());
        rest = after;
    }
    out.push_str(rest);
    let folder = page.parent().unwrap_or(page).join(root);
    let read = |name: &String| {
        fs::read_to_string(folder.join(name)).map_err(|why| format!("{name} cannot be read: {why}."))
    };
    let text = files.iter().map(read).collect::<Result<Vec<_>, _>>()?.join("\n");
    let name = named(&text, "css");
    write(&folder.join(&name), &text)?;
    out.insert_str(place.ok_or("a page has no style")?, &format!("{LINK}{root}{name}\">"));
    Ok((out, files))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_is_set_in_the_head_and_the_rest_waits() {
        let html = "<head><link rel=\"stylesheet\" href=\"c.css\"><script>a()</script><script src=\"toc.js\"></script></head><i>\
            <script>html.classList.add(theme)</script><script>sidebar_toggle.checked</script><script src=\"b.js\"></script>";
        let made = early(html).expect("a theme");
        assert!(made.contains("css\"><script>a()html.classList.add(theme)</script><script src"), "{made}");
        let moved = made
            .replace("<script>a()html.classList.add(theme)</script>", "<script src=\"t.js\"></script>")
            .replace("<script>sidebar_toggle.checked</script>", "<script src=\"s.js\"></script>");
        let scripts =
            [("t.js", THEME), ("s.js", SIDEBAR)].map(|(name, text)| (name.to_owned(), text.to_owned()));
        let made = late(&moved, &scripts).expect("both");
        for part in ["<script src=\"t.js\">", "<script defer src=\"toc.js\">", "<script defer src=\"b.js\">"]
        {
            assert!(made.contains(part), "{part} in {made}");
        }
        assert!(
            made.contains("<head><link rel=\"preload\" as=\"script\" href=\"s.js\">")
                && made.contains("<i><script src=\"s.js\">"),
            "{made}"
        );
        assert!(early("<script>a()</script>").is_err() && late(&moved, &scripts[..1]).is_err());
    }
}
