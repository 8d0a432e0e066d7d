//! The code that puts the app into another page. Pure.

/// What the visitor chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// Whether it is the element of `embed.js`, else a bare frame.
    pub(super) element: bool,
    /// The frame's height in CSS pixels.
    pub(super) height: u32,
    /// `light`, `dark`, or empty: as the reader's system has it.
    pub(super) theme: &'static str,
    /// The parts that are not shown.
    pub(super) hidden: Vec<&'static str>,
}

/// The code for what stands after `w=` in a link, and the app's address up to its last slash.
pub(super) fn code(choice: &Choice, base: &str, link: &str) -> String {
    let hide = choice.hidden.join(",");
    if choice.element {
        let attribute = |name: &str, value: &str| {
            if value.is_empty() { String::new() } else { format!(" {name}=\"{value}\"") }
        };
        let (theme, hide) = (attribute("theme", choice.theme), attribute("hide", &hide));
        let link = escaped(link);
        return format!(
            "<script src=\"{base}embed.js\" async></script>\n<icewall-embed link=\"{link}\"{theme}{hide}></icewall-embed>"
        );
    }
    let (address, height) = (address(choice, base, link), choice.height.to_string());
    format!(
        "<iframe src=\"{}\" width=\"100%\" height=\"{height}\" title=\"Icewall\" loading=\"lazy\" allow=\"cross-origin-isolated; clipboard-write\"></iframe>",
        escaped(&address),
    )
}

/// An address as an attribute of HTML.
fn escaped(address: &str) -> String {
    address.replace('&', "&amp;")
}

/// The address of the frame.
pub(super) fn address(choice: &Choice, base: &str, link: &str) -> String {
    let mut address = format!("{base}?embed=1");
    for (name, value) in [("theme", choice.theme), ("hide", &choice.hidden.join(","))] {
        if !value.is_empty() {
            address.extend(["&", name, "=", value]);
        }
    }
    address + "#/wall?v=1&w=" + link
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHOICE: Choice = Choice { element: false, height: 560, theme: "", hidden: Vec::new() };

    #[test]
    fn a_frame_names_only_what_was_chosen() {
        assert_eq!(address(&CHOICE, "https://a.b/c/", "1AB"), "https://a.b/c/?embed=1#/wall?v=1&w=1AB");
        let choice = Choice { theme: "dark", hidden: vec!["wall", "charts"], ..CHOICE };
        let made = code(&choice, "https://a.b/c/", "1AB");
        let source = "src=\"https://a.b/c/?embed=1&amp;theme=dark&amp;hide=wall,charts#/wall?v=1&amp;w=1AB\"";
        assert!(made.contains(source) && made.contains("height=\"560\""), "{made}");
    }

    #[test]
    fn an_element_comes_with_its_script() {
        let choice = Choice { element: true, theme: "light", ..CHOICE };
        let lines = "<script src=\"https://a.b/c/embed.js\" async></script>\n\
                     <icewall-embed link=\"1AB\" theme=\"light\"></icewall-embed>";
        assert_eq!(code(&choice, "https://a.b/c/", "1AB"), lines);
        let looked_at = code(&choice, "https://a.b/c/", "1AB&day=5");
        assert_eq!(looked_at, lines.replace("1AB", "1AB&amp;day=5"));
    }
}
