//! What kind of text it is, told from its first characters.

/// The kind of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One profile a line.
    Lines,
    /// An INI file.
    Ini,
    /// A JSON object.
    Json,
}

impl Kind {
    /// The kind of a text: JSON where the first character that is not blank is `{`, INI where it is
    /// `[` and a letter follows, else plain lines.
    pub fn of(text: &str) -> Self {
        let mut characters = text.trim_start().chars();
        match characters.next() {
            Some('{') => Self::Json,
            Some('[') if characters.next().is_some_and(char::is_alphabetic) => Self::Ini,
            _ => Self::Lines,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_characters_tell_the_kind() {
        for (text, kind) in [
            ("", Kind::Lines),
            ("21 25", Kind::Lines),
            ("# [Task]\n[Task]", Kind::Lines),
            ("[1, 2]", Kind::Lines),
            ("[", Kind::Lines),
            ("[ Task]", Kind::Lines),
            ("\r\n \t[task]", Kind::Ini),
            ("\n\n{}", Kind::Json),
            ("{", Kind::Json),
        ] {
            assert_eq!(Kind::of(text), kind, "{text:?}");
        }
    }
}
