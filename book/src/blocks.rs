//! The blocks of a chapter that are made at build time. A block is a fence with one of these words:
//!
//! | word | its text | becomes |
//! | --- | --- | --- |
//! | `get` | an address of the REST interface, then settings, then a wall that is not the example | the request and the core's answer |
//! | `days` | crew counts, `each` for one for each section | a table of what they take |
//! | `file` | a file that the app opens | the same, once it was read without a fault or a warning |
//! | `reference` | nothing | every route of the REST interface |
//! | `app` | a wall, settings before it, or an address that begins with `#` | the app itself, in a frame |
//! | `math` | a formula in `LaTeX` | `MathML` |
//! | `pikchr` | a diagram | a drawing |
//!
//! Any other fence stays as it is; one with an example out of a crate's documentation loses the `//!` of its
//! lines. In a line of text, `\\(` and `\\)` stand around a formula.

use crate::{diagram, example, formula, frame, reference};

/// The chapter with its blocks made.
pub(crate) fn made(text: &str) -> Result<String, String> {
    let mut out = String::with_capacity(text.len());
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty() && !info.starts_with('`'))
        else {
            out.extend([&formula::in_line(line)?, "\n"]);
            continue;
        };
        let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        let body = body.join("\n");
        let (word, title) = info.split_once(' ').unwrap_or((info, ""));
        match one(word, title, &body)? {
            Some(block) => out.extend(["\n", &block, "\n"]),
            None => out.extend([line, "\n", &body, "\n```\n"]),
        }
    }
    Ok(out)
}

/// One block; none where its word is not ours.
fn one(word: &str, title: &str, body: &str) -> Result<Option<String>, String> {
    Ok(Some(match word {
        "get" => example::request(body)?,
        "days" => example::days(body)?,
        "file" => example::file(body)?,
        "reference" => reference::routes()?,
        "app" => frame::place(title, body)?,
        "math" => formula::mathml(body)?,
        "pikchr" => diagram::svg(title, body)?,
        "rust" if body.starts_with("//!") => documented(body),
        _ => return Ok(None),
    }))
}

/// An example out of a crate's documentation, without the lines that are not shown.
fn documented(body: &str) -> String {
    let lines = body.lines().map(|line| line.trim_start_matches("//!"));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    let shown: Vec<&str> = lines.filter(|line| !line.starts_with("# ") && !line.starts_with("```")).collect();
    format!("```rust\n{}\n```\n", shown.join("\n"))
}

/// A text as HTML shows it.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_fences_stay() {
        let text = "before\n\n```rust\nlet a = 1;\n```\nafter\n";
        assert_eq!(made(text).as_deref(), Ok(text));
    }

    #[test]
    fn an_example_of_the_documentation_is_plain_code() {
        let text = "```rust\n//! let a = 1;\n//!     b();\n//! # Ok(())\n```\n";
        assert_eq!(made(text).as_deref(), Ok("\n```rust\nlet a = 1;\n    b();\n```\n\n"));
    }

    #[test]
    fn ours_are_made() {
        let text = "```get\nprofiles/1/days/3/\n```\n";
        let made = made(text).expect("it is a route");
        assert!(made.contains("GET profiles/1/days/3/") && made.contains("\"ice_amount\": 390"), "{made}");
    }
}
