//! What the palette offers, and which of it fits what is typed. Pure.

use crate::words;

/// What choosing a command does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Deed {
    /// Goes to an address of the site.
    Go(&'static str),
    /// Takes back the last step.
    Undo,
    /// Does again what was taken back.
    Redo,
    /// Makes a link of what is shown.
    Share,
    /// Looks at a day; none: lets it go.
    Day(Option<u64>),
    /// Sets a parameter, by JSON key.
    Set(&'static str, String),
    /// Shows the sheet of keys.
    Keys,
}

/// A command, as it is offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Command {
    /// Its name, as the visitor reads it.
    pub(super) name: String,
    /// What it does.
    pub(super) deed: Deed,
}

/// The commands that are always there.
fn all() -> Vec<Command> {
    let fixed = [
        ("Go to the wall", Deed::Go("#/wall")),
        ("Go to the plan", Deed::Go("#/plan")),
        ("Go to the crews", Deed::Go("#/crews")),
        ("Go to the time–location diagram", Deed::Go("#/diagram")),
        ("Go to the log", Deed::Go("#/log")),
        ("Go to the saved walls", Deed::Go("#/saved")),
        ("Save results, log or wall as a file", Deed::Go("#/export")),
        ("Put the app into a page of yours", Deed::Go("#/embed")),
        ("Go to the API", Deed::Go("api.html")),
        ("Go to the documentation", Deed::Go("docs/")),
        ("Undo", Deed::Undo),
        ("Redo", Deed::Redo),
        ("Share: copy a link to this wall", Deed::Share),
        ("Let the day go", Deed::Day(None)),
        ("One crew for each section", Deed::Set("num_teams", String::new())),
    ];
    let fixed = fixed.into_iter().map(|(name, deed)| Command { name: name.to_owned(), deed });
    let orders = words::ORDERS.map(|(order, name)| Command {
        name: format!("Order of sections: {}", name.to_lowercase()),
        deed: Deed::Set("dispatch", order.to_owned()),
    });
    let keys = Command { name: "Show the keys".to_owned(), deed: Deed::Keys };
    fixed.chain(orders).chain([keys]).collect()
}

/// The commands that fit what is typed, the best first: every one for nothing. A number stands for a day
/// or so many crews.
pub(super) fn found(typed: &str) -> Vec<Command> {
    let typed = typed.trim().to_lowercase();
    let number = typed.rsplit(char::is_whitespace).next().and_then(|word| word.parse::<u64>().ok());
    let by_number = number.into_iter().flat_map(|number| {
        [
            Command { name: format!("Look at day {number}"), deed: Deed::Day(Some(number)) },
            Command {
                name: format!("A pool of {number} crews"),
                deed: Deed::Set("num_teams", number.to_string()),
            },
        ]
    });
    let mut fitting: Vec<_> = by_number
        .chain(all())
        .filter_map(|command| Some((rank(&command.name.to_lowercase(), &typed)?, command)))
        .collect();
    fitting.sort_by_key(|(rank, _)| *rank);
    fitting.into_iter().map(|(_, command)| command).collect()
}

/// How well a name fits, the least the best: it begins with what is typed, a word of it does, it has it
/// somewhere, or it has its letters in that order. None: it does not fit.
fn rank(name: &str, typed: &str) -> Option<u8> {
    if name.starts_with(typed) {
        Some(0)
    } else if name.split_whitespace().any(|word| word.starts_with(typed)) {
        Some(1)
    } else if name.contains(typed) {
        Some(2)
    } else {
        let mut letters = name.chars();
        typed.chars().filter(|c| !c.is_whitespace()).all(|c| letters.any(|letter| letter == c)).then_some(3)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(typed: &str) -> Option<Deed> {
        found(typed).into_iter().next().map(|command| command.deed)
    }

    #[test]
    fn nothing_typed_offers_everything() {
        assert_eq!(found("").len(), all().len());
    }

    #[test]
    fn a_word_or_its_letters_find_a_command() {
        assert_eq!(first("log"), Some(Deed::Go("#/log")));
        assert_eq!(first("UNDO"), Some(Deed::Undo));
        assert_eq!(first("lngst"), Some(Deed::Set("dispatch", "longest_first".to_owned())));
        assert_eq!(first("xyz"), None);
    }

    #[test]
    fn a_number_is_a_day_or_so_many_crews() {
        assert_eq!(first("day 5"), Some(Deed::Day(Some(5))));
        let deeds: Vec<_> = found("12").into_iter().map(|command| command.deed).collect();
        assert_eq!(deeds[..2], [Deed::Day(Some(12)), Deed::Set("num_teams", "12".to_owned())]);
    }
}
