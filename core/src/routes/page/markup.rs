//! JSON with its lines indented and its parts in classes, and texts made safe for HTML.

/// A text with every sign that means something in HTML written so that it means nothing.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    text.chars().for_each(|character| push(character, &mut safe));
    safe
}

fn push(character: char, safe: &mut String) {
    match character {
        '&' => safe.push_str("&amp;"),
        '<' => safe.push_str("&lt;"),
        '>' => safe.push_str("&gt;"),
        '"' => safe.push_str("&quot;"),
        '\'' => safe.push_str("&#39;"),
        other => safe.push(other),
    }
}

/// A compact JSON text, which is valid, indented and marked up. A list of nothing but numbers stays
/// on one line, as a profile does in plain lines.
pub(super) fn coloured(json: &str) -> String {
    let mut html = String::with_capacity(json.len() * 2);
    let (mut rest, mut depth, mut flat) = (json, 0_usize, false);
    while let Some(first) = rest.chars().next() {
        let token = token(rest, first);
        rest = rest.get(token.len()..).unwrap_or_default();
        match first {
            '{' | '[' => {
                html.push(first);
                flat = first == '[' && is_flat(rest);
                depth += 1;
                if !flat && !rest.starts_with([']', '}']) {
                    new_line(depth, &mut html);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                if !flat && !html.ends_with(['[', '{']) {
                    new_line(depth, &mut html);
                }
                flat = false;
                html.push(first);
            }
            ',' if flat => html.push_str(", "),
            ',' => {
                html.push(',');
                new_line(depth, &mut html);
            }
            ':' => html.push_str(": "),
            _ => mark(token, class(first, rest), &mut html),
        }
    }
    html
}

/// The next string, bracket, comma, colon, or word.
fn token(rest: &str, first: char) -> &str {
    let end = match first {
        '"' => {
            let mut escape = false;
            let closing = rest.char_indices().skip(1).find(|(_, character)| {
                let closes = *character == '"' && !escape;
                escape = *character == '\\' && !escape;
                closes
            });
            closing.map_or(rest.len(), |(at, _)| at + 1)
        }
        '{' | '}' | '[' | ']' | ',' | ':' => 1,
        _ => {
            let ends = |(_, character): &(usize, char)| "{}[],:\"".contains(*character);
            rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at)
        }
    };
    rest.get(..end).unwrap_or(rest)
}

fn class(first: char, rest: &str) -> &'static str {
    match first {
        '"' if rest.starts_with(':') => "key",
        '"' => "string",
        '-' | '0'..='9' => "number",
        _ => "word",
    }
}

fn is_flat(rest: &str) -> bool {
    let end = rest.find(|character: char| !character.is_ascii_digit() && character != ',');
    end.is_some_and(|end| end > 0 && rest.get(end..).is_some_and(|after| after.starts_with(']')))
}

fn mark(token: &str, class: &str, html: &mut String) {
    if token.chars().all(char::is_whitespace) {
        return;
    }
    html.push_str("<span class=\"");
    html.push_str(class);
    html.push_str("\">");
    token.trim().chars().for_each(|character| push(character, html));
    html.push_str("</span>");
}

fn new_line(depth: usize, html: &mut String) {
    html.push('\n');
    (0..depth).for_each(|_| html.push_str("  "));
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The markup taken out again.
    fn plain(json: &str) -> String {
        let mut text = coloured(json);
        for class in ["key", "string", "number", "word"] {
            text = text.replace(&format!("<span class=\"{class}\">"), "");
        }
        text.replace("</span>", "").replace("&quot;", "\"")
    }

    #[test]
    fn json_is_indented_and_a_profile_stays_on_its_line() {
        let text = plain(r#"{"a":null,"b":{},"c":[[21,25],[17]],"d":["x:,\"]"]}"#);
        let expected = "{\n  \"a\": null,\n  \"b\": {},\n  \"c\": [\n    [21, 25],\n    [17]\n  ],\n  \"d\": [\n    \"x:,\\\"]\"\n  ]\n}";
        assert_eq!(text, expected);
    }

    #[test]
    fn no_text_becomes_markup() {
        assert_eq!(
            coloured(r#"["<b>&"]"#),
            "[\n  <span class=\"string\">&quot;&lt;b&gt;&amp;&quot;</span>\n]"
        );
    }
}
