//! What might have been meant by what was found.
//!
//! A hint is a guess: it stands beside the message and is never acted upon.

use super::{DiagnosticKind, Near, SyntaxFault, nearest};
use crate::config::{Dispatch, Key};
use crate::input::Kind;

/// The hint for one kind, where there is one.
pub(super) fn of(kind: &DiagnosticKind) -> Option<String> {
    match kind {
        DiagnosticKind::NotText { utf16: true } => {
            Some("it looks like UTF-16; save it as UTF-8 and open it again".to_owned())
        }
        DiagnosticKind::NotAHeight { found, .. } => height(found),
        DiagnosticKind::TooTall { most, .. } => {
            Some(format!("the target height is {most} feet; raise it if this height is right"))
        }
        DiagnosticKind::SemicolonComment => Some("separate heights with blanks or commas".to_owned()),
        DiagnosticKind::Value { key, found } => value(*key, found),
        DiagnosticKind::UnknownKey { near: Some(Near::Name(name)), .. } => {
            Some(format!("did you mean {name}?"))
        }
        DiagnosticKind::UnknownKey { near: Some(Near::Section(section)), .. } => {
            Some(format!("it belongs under [{section}]"))
        }
        DiagnosticKind::UnknownSection { near: Some(name), .. } => Some(format!("did you mean [{name}]?")),
        DiagnosticKind::NotAnEntry { found } if found.starts_with(|c: char| c.is_ascii_digit()) => {
            Some("heights stand under [Profiles]".to_owned())
        }
        DiagnosticKind::MissingProfiles { kind: Kind::Json } => {
            Some("for example: \"profiles\": [[21, 25, 28], [17]]".to_owned())
        }
        DiagnosticKind::Syntax(SyntaxFault::Other(what)) if what.starts_with("trailing comma") => {
            Some("take out the comma before the closing bracket".to_owned())
        }
        _ => None,
    }
}

fn height(found: &str) -> Option<String> {
    if found.starts_with('[') {
        return Some(match found.chars().nth(1) {
            Some(letter) if letter.is_alphabetic() => {
                "an INI file starts with its first [section]; comments before it make it plain lines"
                    .to_owned()
            }
            _ => "in JSON a wall is an object: {\"profiles\": [[21, 25, 28], [17]]}".to_owned(),
        });
    }
    number(found, "whole feet only").or_else(|| separated(found))
}

fn value(key: Key, found: &str) -> Option<String> {
    match key {
        Key::StartDate if found.is_empty() => None,
        Key::StartDate => Some("write it as year, month and day: 2024-08-11".to_owned()),
        Key::Dispatch => {
            nearest(found, Dispatch::ALL.map(Dispatch::name)).map(|name| format!("did you mean {name}?"))
        }
        Key::CpuWorktime if found.starts_with('.') => Some(format!("write 0{found}")),
        _ => number(found, "whole numbers only"),
    }
}

/// What might have been meant by what stands in the place of a whole number: tries what people write, one
/// thing after another.
pub(crate) fn number(found: &str, whole_only: &str) -> Option<String> {
    signed(found)
        .or_else(|| quoted(found))
        .or_else(|| look_alike(found))
        .or_else(|| foreign_digits(found))
        .or_else(|| exponent(found))
        .or_else(|| grouped(found))
        .or_else(|| fraction(found, whole_only))
        .or_else(|| with_unit(found))
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// The number without needless zeros before it.
fn plain(digits: &str) -> &str {
    match digits.trim_start_matches('0') {
        "" => "0",
        rest => rest,
    }
}

fn signed(found: &str) -> Option<String> {
    let mut characters = found.chars();
    let sign = characters.next()?;
    let rest = characters.as_str();
    if !is_number(rest) {
        return None;
    }
    match sign {
        '+' => Some(format!("without a sign: {}", plain(rest))),
        '-' | '−' | '–' => Some(format!("nothing below 0 is allowed; did you mean {}?", plain(rest))),
        _ => None,
    }
}

fn quoted(found: &str) -> Option<String> {
    let inner = found.trim_matches(['"', '\'', '“', '”']);
    (inner.len() < found.len() && is_number(inner))
        .then(|| format!("without quotation marks: {}", plain(inner)))
}

/// Letters that look like digits.
fn look_alike(found: &str) -> Option<String> {
    let mut first = None;
    let digits: Option<String> = found
        .chars()
        .map(|character| {
            let digit = match character {
                'O' | 'o' => '0',
                'l' | 'I' | 'i' => '1',
                'Z' | 'z' => '2',
                'S' | 's' => '5',
                'B' => '8',
                other => return other.is_ascii_digit().then_some(other),
            };
            first.get_or_insert(character);
            Some(digit)
        })
        .collect();
    let (letter, digits) = (first?, digits?);
    // A word of such letters alone is a word, but a lone letter was surely meant as a digit.
    if found.len() > 1 && !found.bytes().any(|byte| byte.is_ascii_digit()) {
        return None;
    }
    Some(format!("the letter {letter}; did you mean {}?", plain(&digits)))
}

/// The digits of other scripts: the first of each ten, and what they are called.
const SCRIPTS: [(char, &str); 7] = [
    ('٠', "Arabic-Indic"),
    ('۰', "Eastern Arabic-Indic"),
    ('०', "Devanagari"),
    ('০', "Bengali"),
    ('๐', "Thai"),
    ('０', "full-width"),
    ('𝟎', "mathematical"),
];
const NAMES: [&str; 10] = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

fn foreign_digits(found: &str) -> Option<String> {
    let mut script = None;
    let digits = found.chars().map(|character| {
        if character.is_ascii_digit() {
            return Some(character);
        }
        let (digit, name) = SCRIPTS.into_iter().find_map(|(zero, name)| {
            let digit = u32::from(character).checked_sub(u32::from(zero)).filter(|digit| *digit < 10)?;
            Some((digit, name))
        })?;
        script.get_or_insert((name, digit));
        char::from_digit(digit, 10)
    });
    let digits = digits.collect::<Option<String>>()?;
    let (script, digit) = script?;
    if found.chars().count() > 1 {
        return Some(format!("{script} digits; did you mean {}?", plain(&digits)));
    }
    let name = NAMES.get(digit as usize)?;
    Some(format!("{script} digit {name}; did you mean {digits}?"))
}

/// Powers of ten up to this one are written out.
const POWER_MOST: usize = 12;

/// `1e3`, where it is a whole number that is not too long to write.
fn exponent(found: &str) -> Option<String> {
    let (number, power) = found.split_once(['e', 'E'])?;
    let (whole, places) = number.split_once('.').unwrap_or((number, ""));
    if !is_number(whole)
        || !(places.is_empty() || is_number(places))
        || !is_number(power.trim_start_matches(['+', '-']))
    {
        return None;
    }
    let power = power.strip_prefix('+').unwrap_or(power).parse::<usize>().ok();
    let Some(power) = power.filter(|power| (places.len()..=POWER_MOST).contains(power)) else {
        return Some("write the number out, without an exponent".to_owned());
    };
    let zeros = "0".repeat(power - places.len());
    Some(format!("write {}", plain(&format!("{whole}{places}{zeros}"))))
}

/// `1,000,000`, `1 000`, `1_000`, `1'000`: thousands set apart.
fn grouped(found: &str) -> Option<String> {
    let mark = found.chars().find(|character| !character.is_ascii_digit())?;
    if !matches!(mark, ',' | ' ' | '_' | '\'' | '’' | '\u{a0}' | '\u{202f}') {
        return None;
    }
    let mut groups = found.split(mark);
    let first = groups.next().filter(|first| is_number(first) && first.len() <= 3)?;
    let mut digits = first.to_owned();
    for group in groups {
        if group.len() != 3 || !is_number(group) {
            return None;
        }
        digits.push_str(group);
    }
    Some(format!("without separators: {}", plain(&digits)))
}

fn fraction(found: &str, whole_only: &str) -> Option<String> {
    let (whole, places) = found.split_once(['.', ','])?;
    if !is_number(whole) || !(places.is_empty() || is_number(places)) {
        return None;
    }
    let whole = plain(whole);
    if places.bytes().all(|byte| byte == b'0') {
        return Some(format!("{whole_only}; did you mean {whole}?"));
    }
    let above = whole.parse::<u64>().ok()?.checked_add(1)?;
    Some(format!("{whole_only}: {whole} or {above}"))
}

fn with_unit(found: &str) -> Option<String> {
    let number = found.trim_end_matches(|character: char| !character.is_ascii_digit());
    let unit = found.get(number.len()..).unwrap_or_default().trim();
    let known = ["ft", "ft.", "feet", "foot", "'", "′", "m", "GD", "$", "s", "sec"];
    (is_number(number) && known.iter().any(|known| known.eq_ignore_ascii_case(unit)))
        .then(|| format!("the number alone: {}", plain(number)))
}

/// Numbers with something else between them than a blank or comma.
fn separated(found: &str) -> Option<String> {
    let other = found.chars().find(|character| !character.is_ascii_digit())?;
    let numbers = found.split(other).all(|part| is_number(part) || part.is_empty());
    if !numbers || !found.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    Some(match other {
        '\u{a0}' | '\u{202f}' => "a no-break space stands here; use an ordinary one".to_owned(),
        space if space.is_whitespace() => "an unusual space stands here; use an ordinary one".to_owned(),
        _ => "separate heights with blanks or commas".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(found: &str, hint: &str) {
        let kind = DiagnosticKind::NotAHeight { found: found.to_owned(), most: 30 };
        assert_eq!(of(&kind).as_deref().unwrap_or_default(), hint, "{found}");
    }

    #[test]
    fn letters_that_look_like_digits() {
        check("3O", "the letter O; did you mean 30?");
        check("l7", "the letter l; did you mean 17?");
        check("I7", "the letter I; did you mean 17?");
        check("O", "the letter O; did you mean 0?");
        check("2S", "the letter S; did you mean 25?");
        check("oil", "");
    }

    #[test]
    fn digits_of_other_scripts() {
        check("٣", "Arabic-Indic digit three; did you mean 3?");
        check("１７", "full-width digits; did you mean 17?");
        check("1７", "full-width digits; did you mean 17?");
        check("१", "Devanagari digit one; did you mean 1?");
    }

    #[test]
    fn signs_fractions_and_exponents() {
        check("-1", "nothing below 0 is allowed; did you mean 1?");
        check("−1", "nothing below 0 is allowed; did you mean 1?");
        check("+17", "without a sign: 17");
        check("30.5", "whole feet only: 30 or 31");
        check("30.0", "whole feet only; did you mean 30?");
        check("30.", "whole feet only; did you mean 30?");
        check("1e3", "write 1000");
        check("1.5e1", "write 15");
        check("1e-3", "write the number out, without an exponent");
        check("1e999", "write the number out, without an exponent");
    }

    #[test]
    fn units_quotes_and_separators() {
        check("21ft", "the number alone: 21");
        check("21'", "without quotation marks: 21");
        check("\"21\"", "without quotation marks: 21");
        check("1_000", "without separators: 1000");
        check("21|25|28", "separate heights with blanks or commas");
        check("21\u{a0}25", "a no-break space stands here; use an ordinary one");
        check("21\u{3000}25", "an unusual space stands here; use an ordinary one");
    }

    #[test]
    fn another_kind_of_text_read_as_lines() {
        check(
            "[Construction]",
            "an INI file starts with its first [section]; comments before it make it plain lines",
        );
        check("[[21", "in JSON a wall is an object: {\"profiles\": [[21, 25, 28], [17]]}");
    }

    #[test]
    fn where_nothing_can_be_guessed_there_is_no_hint() {
        for found in ["", "abc", "ice", "--", "…", "1000000000000000000000000000000", "0x1E"] {
            check(found, "");
        }
    }

    #[test]
    fn hints_for_parameters() {
        let check = |key, found: &str, hint: Option<&str>| {
            let kind = DiagnosticKind::Value { key, found: found.to_owned() };
            assert_eq!(of(&kind).as_deref(), hint, "{found}");
        };
        check(Key::NumTeams, "2O", Some("the letter O; did you mean 20?"));
        check(Key::CostPerVolume, "1,900", Some("without separators: 1900"));
        check(Key::BuildRate, "1.5", Some("whole numbers only: 1 or 2"));
        check(Key::Dispatch, "longest-first", Some("did you mean longest_first?"));
        check(Key::CpuWorktime, ".5", Some("write 0.5"));
        check(Key::StartDate, "11.08.2024", Some("write it as year, month and day: 2024-08-11"));
        check(Key::TargetHeight, "0", None);
    }
}
