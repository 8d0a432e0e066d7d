//! Who may speak to the browser, and in which way: the page in a few named places, the engine in
//! its transport; and what the page's security policy asks of the markup.

use super::{Tree, fault, lines};

/// Where the page meets the browser.
const BROWSER: [&str; 1] = ["web/ui/src/browser/"];
/// The modules of the page.
const PAGE: [&str; 3] = ["web/app/src/", "web/rooms/src/", "web/ui/src/"];
/// Where the engine meets JavaScript.
const TRANSPORTS: [(&str, &str); 2] =
    [("web/engine/src/", "web/engine/src/transport"), ("web/workshop/src/", "web/workshop/src/transport")];

/// `web_sys` stands only where the page meets the browser.
pub(super) fn browser_has_its_places(tree: &Tree) -> Vec<String> {
    PAGE.iter().flat_map(|folder| word_only_in(tree, folder, "web_sys", &BROWSER)).collect()
}

/// `JsValue` stands only in the engine's transport.
pub(super) fn values_of_javascript_stay_in_the_transport(tree: &Tree) -> Vec<String> {
    let words = ["JsValue", "js_sys"];
    let all = words.iter().flat_map(|word| TRANSPORTS.map(|(folder, place)| (*word, folder, place)));
    all.flat_map(|(word, folder, place)| word_only_in(tree, folder, word, &[place])).collect()
}

fn word_only_in(tree: &Tree, folder: &str, word: &str, places: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for file in tree.files(folder, &["rs"]) {
        if places.iter().any(|place| file.path.starts_with(place)) {
            continue;
        }
        let hits =
            file.text.lines().enumerate().filter(|(_, line)| lines::has_word(&lines::code(line), word));
        let said = format!("{word} stands only in {}.", places.join(" and "));
        faults.extend(hits.map(|(at, _)| fault(file, at, &said)));
    }
    faults
}

/// The policy forbids inline styles and scripts: they would silently not work.
pub(super) fn markup_keeps_the_policy(tree: &Tree) -> Vec<String> {
    let mut faults = Vec::new();
    let of_page = PAGE.iter().flat_map(|folder| tree.files(folder, &["rs"]));
    for file in tree.files("", &["html"]).chain(of_page) {
        for (at, line) in file.text.lines().enumerate() {
            if line.split_whitespace().any(|word| word.starts_with("style=")) {
                faults.push(fault(file, at, "No style attribute: a class, or style:name= in a view."));
            }
            if line.contains("<script") && !line.contains("src=") {
                faults.push(fault(file, at, "No inline script: a file in static/."));
            }
        }
    }
    faults
}

/// What the page would need to compute a figure of its own.
pub(super) fn page_computes_nothing(tree: &Tree) -> Vec<String> {
    let needs = ["icewall-core", "icewall-engine", "icewall-workshop"];
    let mut faults = Vec::new();
    for manifest in ["web/app/Cargo.toml", "web/rooms/Cargo.toml", "web/ui/Cargo.toml"] {
        let lines = tree.text(manifest).lines().enumerate();
        let hits = lines.filter(|(_, line)| needs.iter().any(|name| line.starts_with(name)));
        let said = "the page speaks to what computes by messages only";
        faults.extend(hits.map(|(at, line)| format!("{manifest}:{}: {line}: {said}.", at + 1)));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browser_elsewhere_is_seen() {
        let line = "use web_sys::Window;";
        assert_eq!(browser_has_its_places(&Tree::of(&[("web/app/src/header.rs", line)])).len(), 1);
        assert_eq!(browser_has_its_places(&Tree::of(&[("web/rooms/src/app.rs", line)])).len(), 1);
        let places = [("web/ui/src/browser/a.rs", line)];
        assert!(browser_has_its_places(&Tree::of(&places)).is_empty());
    }

    #[test]
    fn javascript_outside_the_transport_is_seen() {
        let line = "fn a(value: JsValue) {}";
        let check = values_of_javascript_stay_in_the_transport;
        assert_eq!(check(&Tree::of(&[("web/engine/src/answers.rs", line)])).len(), 1);
        assert_eq!(check(&Tree::of(&[("web/workshop/src/workshop.rs", line)])).len(), 1);
        assert!(check(&Tree::of(&[("web/engine/src/transport.rs", line)])).is_empty());
    }

    #[test]
    fn inline_styles_and_scripts_are_seen() {
        for line in ["<p style=\"color: red\">", "<p style=move || x>", "<script>go()</script>"] {
            assert_eq!(markup_keeps_the_policy(&Tree::of(&[("index.html", line)])).len(), 1, "{line}");
        }
        let good = "<p style:width=w></p><script src=\"boot.js\"></script>";
        assert!(markup_keeps_the_policy(&Tree::of(&[("web/app/src/a.rs", good)])).is_empty());
    }

    #[test]
    fn a_page_that_could_compute_is_seen() {
        let manifest = "[dependencies]\nicewall-core.workspace = true\n";
        assert_eq!(page_computes_nothing(&Tree::of(&[("web/app/Cargo.toml", manifest)])).len(), 1);
    }
}
