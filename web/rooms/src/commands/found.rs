//! What the palette offers, and which of it fits what is typed. Pure.

use icewall_protocol::View;
use icewall_ui::examples::EXAMPLES;

use super::rank::rank;
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
    /// Lets the visitor choose a file to open.
    OpenFile,
    /// Takes the example of this key.
    Example(&'static str),
    /// Takes the saved wall of this number.
    Saved(u32),
    /// Tells the profiles apart in this way.
    View(View),
    /// Shows the theme of this name.
    Theme(&'static str),
    /// Keeps what is shown, to compare it with what comes.
    KeepBeside,
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
    /// The key that does the same, or what kind of thing it is; empty: neither.
    pub(super) hint: &'static str,
    /// What it does.
    pub(super) deed: Deed,
}

impl Command {
    fn new(name: impl Into<String>, hint: &'static str, deed: Deed) -> Self {
        Self { name: name.into(), hint, deed }
    }
}

/// What the palette knows of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    /// The numbers and names of the saved walls.
    pub(super) saved: Vec<(u32, String)>,
    /// How many profiles the wall that is shown has.
    pub(super) profiles: u32,
}

/// The commands that are always there.
fn fixed() -> Vec<Command> {
    let orders = words::ORDERS.map(|(order, name)| {
        let name = format!("Order of sections: {}", name.to_lowercase());
        Command::new(name, "", Deed::Set("dispatch", order.to_owned()))
    });
    let mut all: Vec<_> = [
        ("Go to the wall", Deed::Go("#/wall")),
        ("Go to the plan", Deed::Go("#/plan")),
        ("Go to the comparison", Deed::Go("#/compare")),
        ("Go to the crews", Deed::Go("#/crews")),
        ("Go to the risk: crews that lose days", Deed::Go("#/risk")),
        ("Go to the speed: what threads gain", Deed::Go("#/speed")),
        ("Go to the time–location diagram", Deed::Go("#/diagram")),
        ("Compare: keep this plan as A", Deed::KeepBeside),
        ("Go to the milestones", Deed::Go("#/milestones")),
        ("Go to the log", Deed::Go("#/log")),
        ("Go to the saved walls", Deed::Go("#/saved")),
        ("Go to the history: every state until now", Deed::Go("#/history")),
        ("Save this wall under a name", Deed::Go("#/saved?save")),
        ("Save results, log or wall as a file", Deed::Go("#/export")),
        ("Save a chart as SVG or PNG", Deed::Go("#/export")),
        ("Put the app into a page of yours", Deed::Go("#/embed")),
        ("Open a file", Deed::OpenFile),
        ("Share: copy a link to this wall", Deed::Share),
        ("Let the day go", Deed::Day(None)),
        ("One crew for each section", Deed::Set("num_teams", String::new())),
        ("Theme: as the system has it", Deed::Theme("auto")),
        ("Theme: light", Deed::Theme("light")),
        ("Theme: dark", Deed::Theme("dark")),
        ("Settings: theme, numbers, threads", Deed::Go("#/settings")),
        ("Go to the API", Deed::Go("api.html")),
        ("Go to the documentation", Deed::Go("docs/")),
    ]
    .into_iter()
    .map(|(name, deed)| Command::new(name, "", deed))
    .collect();
    all.extend([
        Command::new("Undo", "Ctrl+Z", Deed::Undo),
        Command::new("Redo", "Ctrl+Y", Deed::Redo),
        Command::new("Show the keys", "?", Deed::Keys),
    ]);
    all.extend(orders);
    all.extend(EXAMPLES.map(|(key, name)| Command::new(name, "Example", Deed::Example(key))));
    all
}

/// What depends on the wall that is shown and on those that are saved.
fn of_page(known: &Known) -> impl Iterator<Item = Command> {
    let views = View::ALL.into_iter().filter(|view| known.profiles > 0 && view.can_show(known.profiles));
    let views = views.map(|view| Command::new(format!("View: {}", view_name(view)), "", Deed::View(view)));
    let saved = known.saved.iter();
    views.chain(saved.map(|(number, name)| Command::new(name.clone(), "Saved wall", Deed::Saved(*number))))
}

fn view_name(view: View) -> &'static str {
    match view {
        View::Wall => "the whole wall",
        View::Stacked => "profiles stacked",
        View::Multiples => "small multiples by profile",
        View::Heat => "heat map by profile",
    }
}

/// The commands that fit what is typed, the best first: every one for nothing. A number stands for a day
/// or so many crews.
pub(super) fn found(typed: &str, known: &Known) -> Vec<Command> {
    let typed = typed.trim().to_lowercase();
    let number = typed.rsplit(char::is_whitespace).next().and_then(|word| word.parse::<u64>().ok());
    let by_number = number.into_iter().flat_map(|number| {
        let crews = Deed::Set("num_teams", number.to_string());
        [
            Command::new(format!("Go to day {number}"), "", Deed::Day(Some(number))),
            Command::new(format!("A pool of {number} crews"), "", crews),
        ]
    });
    let mut fitting: Vec<_> = by_number
        .chain(fixed())
        .chain(of_page(known))
        .filter_map(|command| {
            let searched = format!("{} {}", command.name, command.hint).to_lowercase();
            // A number alone is a day before it is the beginning of a name.
            let least = u32::from(number.is_some());
            Some((rank(&searched, &typed)?.max(least), command))
        })
        .collect();
    fitting.sort_by_key(|(rank, _)| *rank);
    fitting.into_iter().map(|(_, command)| command).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> Known {
        Known { saved: vec![(7, "The North gate".to_owned()), (9, "Log cabin".to_owned())], profiles: 40 }
    }

    #[track_caller]
    fn check(typed: &str, deed: &Deed) {
        let first = found(typed, &known()).into_iter().next().map(|command| command.deed);
        assert_eq!(first.as_ref(), Some(deed), "{typed}");
    }

    #[test]
    fn nothing_typed_offers_everything() {
        assert_eq!(found("", &known()).len(), fixed().len() + 3 + 2);
    }

    #[test]
    fn a_word_or_its_letters_find_a_command() {
        check("log", &Deed::Saved(9));
        check("go log", &Deed::Go("#/log"));
        check("crews", &Deed::Go("#/crews"));
        check("UNDO", &Deed::Undo);
        check("lngst", &Deed::Set("dispatch", "longest_first".to_owned()));
        check("dark", &Deed::Theme("dark"));
        check("save name", &Deed::Go("#/saved?save"));
        check("open f", &Deed::OpenFile);
        check("sett", &Deed::Go("#/settings"));
        assert!(found("xyz", &known()).is_empty());
    }

    #[test]
    fn a_saved_wall_is_found_by_its_name_and_by_what_it_is() {
        check("north", &Deed::Saved(7));
        check("gate nor", &Deed::Saved(7));
        check("saved wall gate", &Deed::Saved(7));
        check("example 40", &Deed::Example("forty"));
    }

    #[test]
    fn only_a_view_that_can_show_the_wall_is_offered() {
        check("heat", &Deed::View(View::Heat));
        check("small mult", &Deed::View(View::Multiples));
        let stacked = |profiles| {
            let known = Known { profiles, ..Known::default() };
            found("view", &known).iter().any(|command| command.deed == Deed::View(View::Stacked))
        };
        assert!(stacked(3) && !stacked(40) && !stacked(0));
    }

    #[test]
    fn a_number_is_a_day_or_so_many_crews() {
        check("day 5", &Deed::Day(Some(5)));
        check("go 5", &Deed::Day(Some(5)));
        check("4", &Deed::Day(Some(4)));
        let deeds: Vec<_> = found("12", &known()).into_iter().map(|command| command.deed).collect();
        assert_eq!(deeds[..2], [Deed::Day(Some(12)), Deed::Set("num_teams", "12".to_owned())]);
    }
}
