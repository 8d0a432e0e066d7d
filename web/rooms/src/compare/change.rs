//! By how much B is more or less than A, with its sign, in words. Not for the figures themselves: the core
//! tells them.

use icewall_protocol::workshop::WallFigures;

use crate::words;

/// How one amount stands to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Less, by so much.
    Less(u64),
    /// The same.
    Same,
    /// More, by so much.
    More(u64),
}

impl Change {
    /// How `b` stands to `a`.
    pub(super) fn from(a: u64, b: u64) -> Self {
        match a.cmp(&b) {
            std::cmp::Ordering::Greater => Self::Less(a - b),
            std::cmp::Ordering::Equal => Self::Same,
            std::cmp::Ordering::Less => Self::More(b - a),
        }
    }

    /// Its sign.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Less(_) => "−",
            Self::Same => "=",
            Self::More(_) => "+",
        }
    }

    /// In words: `amount` writes how much it is, then comes what less and more are called.
    pub(super) fn words(self, amount: impl FnOnce(u64) -> String, [less, more]: [&str; 2]) -> String {
        match self {
            Self::Less(by) => format!("{} {less}", amount(by)),
            Self::Same => "the same".to_owned(),
            Self::More(by) => format!("{} {more}", amount(by)),
        }
    }
}

/// Everything that B rests on and A does not: what it is called, what it is in A, and what in B; empty where that
/// is too much to tell.
pub(super) fn differences(a: &WallFigures, b: &WallFigures) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    if a.heights != b.heights {
        let (size_a, size_b) = (size(a), size(b));
        found.push(if size_a == size_b {
            ("Start heights".to_owned(), String::new(), String::new())
        } else {
            ("Wall".to_owned(), size_a, size_b)
        });
    }
    for (one, other) in a.parameters.iter().zip(&b.parameters) {
        if one.value != other.value {
            let name = words::parameter(&one.key).to_owned();
            found.push((name, value(&one.key, &one.value), value(&one.key, &other.value)));
        }
    }
    found
}

fn size(of: &WallFigures) -> String {
    let (sections, profiles) = (u64::from(of.summary.sections), u64::from(of.summary.profiles));
    format!(
        "{} in {}",
        words::counted(sections, "section", "sections"),
        words::counted(profiles, "profile", "profiles")
    )
}

/// The value of a parameter as a visitor reads it.
fn value(key: &str, value: &str) -> String {
    match key {
        "num_teams" if value.is_empty() => "one for each section".to_owned(),
        "dispatch" => {
            let known = words::ORDERS.iter().find(|(order, _)| *order == value);
            known.map_or(value, |(_, name)| name).to_lowercase()
        }
        "start_date" if !value.is_empty() => words::date(value),
        _ if value.is_empty() => "none".to_owned(),
        _ => value.parse().map_or_else(|_| value.to_owned(), words::number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_has_its_sign_and_its_words() {
        let said = |a, b| {
            let change = Change::from(a, b);
            (change.sign(), change.words(|by| format!("{by} days"), ["earlier", "later"]))
        };
        assert_eq!(said(16, 13), ("−", "3 days earlier".to_owned()));
        assert_eq!(said(13, 16), ("+", "3 days later".to_owned()));
        assert_eq!(said(13, 13), ("=", "the same".to_owned()));
    }
}
