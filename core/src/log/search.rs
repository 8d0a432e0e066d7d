//! A search in words: what of it is a filter is answered at once, the rest by reading line by line.

use std::fmt::Write as _;
use std::ops::RangeInclusive;

use super::{Events, Filter, Line, Selection, WorkLog};
use crate::calendar::Date;
use crate::control::{Cancelled, Watch};

/// After how many lines a scan asks whether to go on.
const STRIDE: u64 = 4096;
/// Words that stand in lines of every kind: nothing is found by them.
const EMPTY: [&str; 7] = ["", "-", "info", "of", "on", "the", "to"];

/// What is searched for.
///
/// “crew 4”, “crews 4-9”, “section 12”, “profile 3”, “day 5”, “days 5-9”, a date, “added”,
/// “completed” and “relieved” are a filter; any other word must stand in the line, whole. So a line
/// of the log finds itself.
///
/// ```
/// use icewall_core::log::Search;
/// let search = Search::new("crew-4 added, days 5-9: 18 feet", None);
/// assert_eq!(search.filter.crews, Some(4..=4));
/// assert_eq!(search.filter.days, Some(5..=9));
/// assert_eq!(search.words, ["18", "feet"]);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Search {
    /// What is found at once.
    pub filter: Filter,
    /// Words in small letters that a line must have besides.
    pub words: Vec<String>,
}

impl Search {
    /// Reads a search. A date is of use where day 1 has one.
    pub fn new(text: &str, day_1: Option<Date>) -> Self {
        let lower = text.to_lowercase();
        let signs = |c: char| matches!(c, ',' | '.' | ';' | ':' | '"' | '“' | '”' | '#');
        let mut words = lower.split_whitespace().map(|word| word.trim_matches(signs)).peekable();
        let mut search = Self::default();
        let mut kinds = None;
        while let Some(word) = words.next() {
            let (name, number) = word.split_once(['-', ':', '=', '#']).unwrap_or((word, ""));
            if let Some(range) = numbers(number)
                && search.take(name, &range)
            {
                continue;
            }
            if let Some(range) = words.peek().and_then(|next| numbers(next))
                && search.take(word, &range)
            {
                words.next();
            } else if is_kind(word, &mut kinds) || EMPTY.contains(&word) {
            } else if let (Some(day_1), Some(date)) = (day_1, Date::parse(word)) {
                // Before day 1 there is no day, and no line.
                let day = day_1.day_of(date).map_or(0, crate::units::Day::get);
                search.filter.days = Some(day..=day);
            } else {
                search.words.push(word.to_owned());
            }
        }
        search.filter.events = kinds.unwrap_or_default();
        search
    }

    /// Takes numbers of what a word names; tells whether it names anything.
    fn take(&mut self, name: &str, numbers: &RangeInclusive<u64>) -> bool {
        let small = |number: &u64| u32::try_from(*number).unwrap_or(u32::MAX);
        let range = Some(small(numbers.start())..=small(numbers.end()));
        match name {
            "crew" | "crews" => self.filter.crews = range,
            "section" | "sections" => self.filter.sections = range,
            "profile" | "profiles" => self.filter.profiles = range,
            "day" | "days" => self.filter.days = Some(numbers.clone()),
            _ => return false,
        }
        true
    }

    /// Whether a line, written out, has all the words.
    fn is_in(&self, line: &str) -> bool {
        let has = |word: &String| line.split(' ').any(|found| found.eq_ignore_ascii_case(word));
        self.words.iter().all(has)
    }
}

/// Whether a word is a kind of line; the first one leaves none of the others wanted.
fn is_kind(word: &str, kinds: &mut Option<Events>) -> bool {
    if !matches!(word, "added" | "completed" | "relieved") {
        return false;
    }
    let kinds = kinds.get_or_insert(Events { added: false, completed: false, relieved: false });
    kinds.added |= word == "added";
    kinds.completed |= word == "completed";
    kinds.relieved |= word == "relieved";
    true
}

/// A number, or two with a dash between them, as a range; none for anything else.
fn numbers(text: &str) -> Option<RangeInclusive<u64>> {
    let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
    let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse().ok()).flatten();
    Some(number(first)?..=number(last)?)
}

/// Reads the lines that a search's filter lets through for those that have its words.
#[derive(Clone, Debug)]
pub struct Scan {
    search: Search,
    selection: Selection,
    at: u64,
}

impl Scan {
    /// Begins at line `from` (from 0) of those that the filter lets through.
    pub fn new(log: &WorkLog<'_>, search: Search, from: u64) -> Self {
        let selection = Selection::new(log, &search.filter);
        Self { search, selection, at: from }
    }

    /// The line that is looked at next, by its number among those that the filter lets through.
    pub fn at(&self) -> u64 {
        self.at
    }

    /// The next line that is found, and its number among those that the filter lets through; none
    /// where there is no more.
    ///
    /// # Errors
    /// [`Cancelled`] when `watch` says so; the next call goes on where this one ended.
    pub fn next(&mut self, log: &WorkLog<'_>, watch: &dyn Watch) -> Result<Option<(u64, Line)>, Cancelled> {
        self.find(log, watch, true)
    }

    /// The nearest line that is found before the one that is looked at next, as [`Scan::next`]. What
    /// either finds is looked at next.
    ///
    /// # Errors
    /// As [`Scan::next`].
    pub fn previous(
        &mut self,
        log: &WorkLog<'_>,
        watch: &dyn Watch,
    ) -> Result<Option<(u64, Line)>, Cancelled> {
        self.at = self.at.min(self.selection.len());
        self.find(log, watch, false)
    }

    fn find(
        &mut self,
        log: &WorkLog<'_>,
        watch: &dyn Watch,
        ahead: bool,
    ) -> Result<Option<(u64, Line)>, Cancelled> {
        let mut written = String::new();
        loop {
            let index = if ahead { Some(self.at) } else { self.at.checked_sub(1) };
            let line = index.and_then(|index| Some((index, self.selection.line(log, index)?)));
            let Some((index, line)) = line else { return Ok(None) };
            self.at = if ahead { index + 1 } else { index };
            written.clear();
            // Writing to a string does not fail.
            let _ = write!(written, "{line}");
            if self.search.is_in(&written) {
                return Ok(Some((index, line)));
            }
            if self.at.is_multiple_of(STRIDE) {
                watch.step(self.at, self.selection.len())?;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, filter: Filter, words: &[&str]) {
        let search = Search::new(text, Date::parse("2024-08-11"));
        assert_eq!(
            (search.filter, search.words),
            (filter, words.iter().map(ToString::to_string).collect()),
            "{text}"
        );
    }

    fn only(word: &str) -> Events {
        Events { added: word == "added", completed: word == "completed", relieved: word == "relieved" }
    }

    #[test]
    fn names_with_numbers_are_a_filter() {
        let crews = |crews| Filter { crews: Some(crews), ..Filter::default() };
        for text in ["crew 4", "Crew-4", "CREW #4", "crew: 4", "crew:4", "crew=4"] {
            check(text, crews(4..=4), &[]);
        }
        check("crews 4-9", crews(4..=9), &[]);
        check("crew-4–9", crews(4..=9), &[]);
        check("section 12", Filter { sections: Some(12..=12), ..Filter::default() }, &[]);
        check("profiles 1-2", Filter { profiles: Some(1..=2), ..Filter::default() }, &[]);
        check(
            "on day 10000000000",
            Filter { days: Some(10_000_000_000..=10_000_000_000), ..Filter::default() },
            &[],
        );
    }

    #[test]
    fn kinds_add_up() {
        check("relieved", Filter { events: only("relieved"), ..Filter::default() }, &[]);
        let events = Events { added: false, completed: true, relieved: true };
        check("completed relieved", Filter { events, ..Filter::default() }, &[]);
    }

    #[test]
    fn a_date_is_a_day() {
        check("2024-08-13", Filter { days: Some(3..=3), ..Filter::default() }, &[]);
        check("2024-08-10", Filter { days: Some(0..=0), ..Filter::default() }, &[]);
        assert_eq!(Search::new("2024-08-13", None).words, ["2024-08-13"]);
    }

    #[test]
    fn a_line_of_the_log_finds_itself() {
        let line = "2024-08-11 INFO     Crew-4          - Added 1 foot to section 4 of profile 2 to reach 18 feet on day 1";
        let filter = Filter {
            crews: Some(4..=4),
            sections: Some(4..=4),
            profiles: Some(2..=2),
            days: Some(1..=1),
            events: only("added"),
        };
        check(line, filter, &["1", "foot", "reach", "18", "feet"]);
    }

    #[test]
    fn other_words_stay_words() {
        check("", Filter::default(), &[]);
        check("crew", Filter::default(), &["crew"]);
        check("wall 4", Filter::default(), &["wall", "4"]);
        check("crew 4x", Filter::default(), &["crew", "4x"]);
    }
}
