//! Reads Rust line by line, as far as the checks need it: what is code, what is a whole word, and
//! which lines stand under an attribute. It is no parser; code that rustfmt has laid out is enough.

/// The code of a line, without its comment and without what stands in its strings.
pub(super) fn code(line: &str) -> String {
    let mut code = String::new();
    let mut chars = line.chars().peekable();
    let mut in_string = false;
    while let Some(c) = chars.next() {
        match c {
            '\\' if in_string => drop(chars.next()),
            '"' => {
                in_string = !in_string;
                code.push(c);
            }
            _ if in_string => {}
            '/' if chars.peek() == Some(&'/') => break,
            _ => code.push(c),
        }
    }
    // Quotes and braces as characters would upset the counting.
    ["'\"'", "'{'", "'}'"].iter().fold(code, |code, literal| code.replace(literal, "' '"))
}

/// Whether a word stands in code as a whole: `f64` is in `x as f64`, not in `of64`. A word may
/// hold other signs, like `std::fs`.
pub(super) fn has_word(code: &str, word: &str) -> bool {
    let in_name = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    code.match_indices(word).any(|(at, _)| {
        !in_name(code[..at].chars().next_back()) && !in_name(code[at + word.len()..].chars().next())
            || word.ends_with('!') && !in_name(code[..at].chars().next_back())
    })
}

/// For each line, whether it belongs to an item (or block) under an attribute that `is_gate` knows.
pub(crate) fn under(text: &str, is_gate: impl Fn(&str) -> bool) -> Vec<bool> {
    let mut depth = 0_usize;
    // The depth at which the item stands that the attribute is for, and whether its body has begun.
    let mut item: Option<(usize, bool)> = None;
    let mut under = Vec::new();
    for line in text.lines() {
        if item.is_none() && is_gate(line) {
            item = Some((depth, false));
        }
        under.push(item.is_some());
        let code = code(line);
        depth = (depth + code.matches('{').count()).saturating_sub(code.matches('}').count());
        if let Some((at, begun)) = item {
            let begun = begun || code.contains('{');
            let ended = depth <= at && (begun || code.trim_end().ends_with([';', ',']));
            item = (!ended).then_some((at, begun));
        }
    }
    under
}

/// Whether a line is the attribute of what is built for tests only.
pub(crate) fn is_for_tests(line: &str) -> bool {
    line.contains("#[cfg(test)]") || line.contains("#[cfg(all(test")
}

/// The lines of a file that are built outside of its tests, as code, with their numbers from 0.
pub(super) fn built(text: &str) -> Vec<(usize, String)> {
    let tests = under(text, is_for_tests);
    let lines = text.lines().zip(tests).enumerate();
    lines.filter(|(_, (_, test))| !test).map(|(at, (line, _))| (at, code(line))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_strings_are_no_code() {
        assert_eq!(code("let a = \"f64 // {\"; // println!"), "let a = \"\"; ");
        assert_eq!(code(r#"a("\"x", b)"#), "a(\"\", b)");
        assert_eq!(code("//! f64"), "");
    }

    #[test]
    fn words_are_whole() {
        assert!(has_word("x as f64;", "f64") && has_word("println!(\"\")", "println!"));
        assert!(!has_word("of64", "f64") && !has_word("operand", "rand") && !has_word("f64x", "f64"));
    }

    #[test]
    fn an_item_under_an_attribute_ends_with_its_body() {
        let text = "#[gate]\nfn a(\n) {\n    { }\n}\nfn b() {}\n";
        assert_eq!(under(text, |line| line == "#[gate]"), [true, true, true, true, true, false]);
    }

    #[test]
    fn an_item_without_a_body_ends_with_its_line() {
        let text = "#[gate]\n#[more]\nmod a;\nmod b;\n";
        assert_eq!(under(text, |line| line == "#[gate]"), [true, true, true, false]);
    }

    #[test]
    fn tests_are_not_built() {
        let text = "fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}";
        let lines: Vec<usize> = built(text).into_iter().map(|(at, _)| at).collect();
        assert_eq!(lines, [0, 5]);
    }

    #[test]
    fn a_brace_as_a_character_does_not_open_a_body() {
        let text = "#[gate]\nfn a() {\n    '{'\n}\nfn b() {}";
        assert_eq!(under(text, |line| line == "#[gate]").last(), Some(&false));
    }
}
