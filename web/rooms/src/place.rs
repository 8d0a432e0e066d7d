//! What a room keeps in the address, so that a reload and a link find it again. Not for what it means.

use crate::browser::address::{decoded, keep_fragment};

/// The values that a place (`plan?by=26&ice=`) gives to these names, empty for one that it has not; none
/// where it is another room or has no query.
pub(crate) fn kept<const N: usize>(place: &str, room: &str, names: [&str; N]) -> Option<[String; N]> {
    let query = place.strip_prefix(room)?.strip_prefix('?')?;
    Some(names.map(|name| value(query, name).and_then(decoded).unwrap_or_default()))
}

/// Writes a room with these names and values into the address, without another entry in the history.
/// Blank ones are left out.
pub(crate) fn keep<const N: usize>(room: &str, names: [&str; N], values: [&str; N]) {
    keep_fragment(&fragment(room, names, values));
}

/// A text as a part of an address.
pub(crate) fn encoded(text: &str) -> String {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => out.push(byte.into()),
            // The most frequent one, short.
            b' ' => out.push('+'),
            _ => {
                let digits = [byte >> 4, byte & 15].map(|digit| DIGITS[usize::from(digit)]);
                out.push('%');
                out.extend(digits);
            }
        }
    }
    out
}

fn value<'a>(query: &'a str, name: &str) -> Option<&'a str> {
    query
        .split('&')
        .filter_map(|part| part.split_once('='))
        .find(|(own, _)| *own == name)
        .map(|(_, value)| value)
}

fn fragment<const N: usize>(room: &str, names: [&str; N], values: [&str; N]) -> String {
    let asked = names.into_iter().zip(values).filter(|(_, value)| !value.trim().is_empty());
    let parts: Vec<String> =
        asked.map(|(name, value)| [name, "=", &encoded(value.trim())].concat()).collect();
    let mark = if parts.is_empty() { "" } else { "?" };
    ["#/", room, mark, &parts.join("&")].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_stands_in_the_address() {
        let write = |values| fragment("plan", ["by", "busy"], values);
        assert_eq!(write(["26", " 80 % "]), "#/plan?by=26&busy=80+%25");
        assert_eq!(write(["", "80"]), "#/plan?busy=80");
        assert_eq!(write(["", " "]), "#/plan");
    }

    #[test]
    fn a_value_is_found_by_its_name() {
        assert_eq!(value("by=26&busy=80", "busy"), Some("80"));
        assert_eq!(value("by=26&busy=80", "us"), None);
    }
}
