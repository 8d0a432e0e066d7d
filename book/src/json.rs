//! JSON laid out for readers, in the order in which it was written: what is short and flat stays on one line.

/// Characters of a line at the most.
const WIDTH: usize = 100;

/// Lays out compact JSON.
pub(crate) fn pretty(text: &str) -> String {
    let mut out = String::new();
    lay_out(text.trim(), 0, &mut out);
    out
}

fn lay_out(text: &str, depth: usize, out: &mut String) {
    let inner = text.strip_prefix(['{', '[']).and_then(|text| text.strip_suffix(['}', ']']));
    let Some(inner) = inner.filter(|inner| !inner.is_empty()) else {
        out.push_str(text);
        return;
    };
    let (open, close) = text.split_at(1);
    let close = &close[close.len() - 1..];
    let parts = split(inner, ',');
    let flat = parts.iter().all(|part| !value(part).starts_with(['{', '[']) || value(part).len() <= 24);
    let line = parts.iter().map(|part| spaced(part)).collect::<Vec<_>>().join(", ");
    if flat && line.len() + 2 * depth <= WIDTH {
        out.extend([open, &line, close]);
        return;
    }
    out.push_str(open);
    for (at, part) in parts.iter().enumerate() {
        out.push_str(if at == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(depth + 1));
        let value = value(part);
        if value.len() < part.len() {
            out.extend([&part[..part.len() - value.len() - 1], ": "]);
        }
        lay_out(value, depth + 1, out);
    }
    out.extend(["\n", &"  ".repeat(depth), close]);
}

/// A member with a blank after its name, and after each comma of a short list.
fn spaced(part: &str) -> String {
    let value = value(part);
    let name = &part[..part.len() - value.len()];
    let list = value.strip_prefix('[').and_then(|value| value.strip_suffix(']'));
    let value = list.map_or_else(|| value.to_owned(), |list| format!("[{}]", split(list, ',').join(", ")));
    if name.is_empty() { value } else { format!("{name} {value}") }
}

/// A member's value; the whole of what has no name.
fn value(part: &str) -> &str {
    match split(part, ':').as_slice() {
        [name, _, ..] if name.starts_with('"') => &part[name.len() + 1..],
        _ => part,
    }
}

/// The parts between separators, not those within strings and lists.
fn split(text: &str, separator: char) -> Vec<&str> {
    let (mut parts, mut from, mut depth, mut quoted, mut escaped) = (Vec::new(), 0, 0_usize, false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            _ if quoted => {}
            '{' | '[' => depth += 1,
            '}' | ']' => depth = depth.saturating_sub(1),
            _ if c == separator && depth == 0 => {
                parts.push(&text[from..at]);
                from = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&text[from..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_short_stays_on_a_line_in_its_order() {
        assert_eq!(pretty(r#"{"day":null,"cost":5}"#), r#"{"day": null, "cost": 5}"#);
        assert_eq!(pretty(r#"{"a":[1,2],"b":"x, \"y\": {"}"#), r#"{"a": [1, 2], "b": "x, \"y\": {"}"#);
        assert_eq!(pretty("[]"), "[]");
    }

    #[test]
    fn what_is_nested_stands_on_lines() {
        let made = pretty(r#"{"total":1,"profiles":[{"id":1,"sections":3,"start_feet":74}]}"#);
        let lines = "{\n  \"total\": 1,\n  \"profiles\": [\n    {\"id\": 1, \"sections\": 3, \"start_feet\": 74}\n  ]\n}";
        assert_eq!(made, lines);
    }

    #[test]
    fn it_says_the_same() {
        let text = r#"{"a":[[21,25,28],[17]],"b":{"c":{"d":[]}},"e":"long long long long long long long long long long long long long"}"#;
        let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("it is JSON");
        assert_eq!(read(&pretty(text)), read(text));
    }
}
