//! Colours as style sheets say them. Not for which: those stand in the style sheets.

/// Reads a colour as a style sheet says it: `#rgb` or `#rrggbb`.
pub fn hex(text: &str) -> Option<[u8; 3]> {
    let digits = text.trim().strip_prefix('#')?;
    let digit = |place: usize| digits.get(place..=place).and_then(|digit| u8::from_str_radix(digit, 16).ok());
    match digits.len() {
        3 => Some([digit(0)? * 17, digit(1)? * 17, digit(2)? * 17]),
        6 => Some([digit(0)? * 16 + digit(1)?, digit(2)? * 16 + digit(3)?, digit(4)? * 16 + digit(5)?]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_the_style_sheet_says_them() {
        assert_eq!(hex(" #0a6Ba3"), Some([10, 107, 163]));
        assert_eq!(hex("#fff"), Some([255, 255, 255]));
        assert_eq!(hex("teal"), None);
        assert_eq!(hex("#12345é"), None);
    }
}
