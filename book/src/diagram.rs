//! Diagrams: pikchr's text in, a drawing out that takes the page's colours, light or dark.
//!
//! Every diagram begins with the words of the C4 model, so that all look alike: `person`, `system`, `part`,
//! `outside`, `store`. A page's policy forbids inline styles, so they become attributes.

use crate::blocks::escaped;
use pikchr::{Pikchr, PikchrFlags};

/// The words that every diagram may use. The colour 0x010101 marks what is Icewall's own.
const WORDS: &str = "\
boxrad = 5px
arrowht = 0.07
arrowwid = 0.05
thickness = 0.012
boxwid = 1.5
boxht = 0.78
define person { box rad 20px $1 bold $2 small $3 small }
define system { box fill 0x010101 $1 bold $2 small $3 small }
define part { box fill 0x010101 $1 bold $2 small $3 small }
define outside { box dashed $1 bold $2 small $3 small }
define store { cylinder fill 0x010101 width 1.5 height 0.9 $1 bold $2 small $3 small }
";

/// A drawing with its title, which is read out in its place.
pub(crate) fn svg(title: &str, text: &str) -> Result<String, String> {
    if title.is_empty() {
        return Err("a diagram needs a title after the word pikchr".to_owned());
    }
    let source = format!("{WORDS}{text}\n");
    let drawn = Pikchr::render(&source, None, PikchrFlags::default())
        .map_err(|why| format!("the diagram “{title}” cannot be drawn: {why}"))?;
    let drawn = attributes(drawn.rendered().trim());
    let title = escaped(title);
    let drawn = drawn.replacen("<svg ", &format!("<svg role=\"img\" aria-label=\"{title}\" "), 1);
    let drawn = drawn.replace('\n', "");
    Ok(format!(
        "<figure class=\"diagram\" tabindex=\"0\" aria-label=\"{title}\">{drawn}<figcaption>{title}</figcaption></figure>\n"
    ))
}

/// Every inline style as attributes; black becomes the text's colour.
fn attributes(svg: &str) -> String {
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some((before, style, quote_end)) = next_style(rest) {
        out.push_str(before);
        let pairs = style.split(';').filter_map(|pair| pair.split_once(':'));
        let known = pairs.filter(|(name, _)| *name != "font-size");
        let written: Vec<String> = known.map(|(name, value)| attribute(name, value)).collect();
        out.push_str(&written.join(" "));
        rest = quote_end;
    }
    out.push_str(rest);
    out.replace("\"rgb(0,0,0)\"", "\"currentColor\"")
}

fn attribute(name: &str, value: &str) -> String {
    if name == "fill" && value == "rgb(1,1,1)" {
        return "class=\"ours\"".to_owned();
    }
    format!("{name}=\"{value}\"")
}

/// What stands before the next inline style, the style, and what stands after it.
fn next_style(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once("style=")?;
    let quote = rest.chars().next()?;
    let (style, after) = rest.get(1..)?.split_once(quote)?;
    Some((before, style, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_has_no_style_and_the_page_s_colours() {
        let made =
            svg("A picture", "system(\"Icewall\", \"a page\", \"\")\narrow\nbox \"b\"").expect("drawn");
        assert!(!made.contains("style=") && made.contains("class=\"ours\""), "{made}");
        assert!(
            made.contains("stroke=\"currentColor\"") && made.contains("aria-label=\"A picture\""),
            "{made}"
        );
    }

    #[test]
    fn what_is_no_diagram_is_a_fault() {
        assert!(svg("A picture", "bax \"b\"").is_err_and(|said| said.contains("“A picture”")));
        assert!(svg("", "box").is_err());
    }
}
