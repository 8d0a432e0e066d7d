//! A saved wall as it is kept: the record without its text, which lies apart. Pure.

use icewall_protocol::Summary;
use icewall_ui::number::real;
use serde::{Deserialize, Serialize};

/// The version of [`Record`].
pub(super) const SCHEMA: u32 = 2;

/// A saved wall.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Record {
    /// [`SCHEMA`].
    pub(super) schema: u32,
    /// What its owner calls it.
    pub(super) name: String,
    /// When it was last changed, in milliseconds of the calendar.
    pub(super) changed: f64,
    /// What the parameter fields hold, by JSON key.
    pub(super) settings: Vec<(String, String)>,
    /// The figures of its last run; none where it never ran here.
    pub(super) run: Option<Run>,
}

/// The figures of a run. Amounts are whole numbers up to 2^53.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Run {
    pub(super) profiles: u32,
    pub(super) sections: u32,
    /// Sections that start below the target height; none where it was saved before they were kept.
    pub(super) unfinished: Option<u32>,
    /// Feet to build; none where it was saved before they were kept.
    pub(super) feet: Option<f64>,
    pub(super) crews: f64,
    pub(super) finish_day: f64,
    /// The calendar date of that day (`2024-08-11`), where a start date is set.
    pub(super) finish_date: Option<String>,
    pub(super) ice: f64,
    pub(super) cost: f64,
}

impl Run {
    /// What is remembered of a result.
    pub(super) fn of(summary: &Summary) -> Self {
        Self {
            profiles: summary.profiles,
            sections: summary.sections,
            unfinished: Some(summary.unfinished),
            feet: Some(real(summary.feet)),
            crews: real(summary.crews),
            finish_day: real(summary.finish_day),
            finish_date: summary.finish_date.clone(),
            ice: real(summary.ice),
            cost: real(summary.cost),
        }
    }
}

/// A wall as the first version kept it: with its text, and without a name or figures.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub(super) struct First {
    pub(super) text: String,
    pub(super) settings: Vec<(String, String)>,
}

impl First {
    /// As it is kept today, and its text.
    pub(super) fn renewed(self, name: &str, now: f64) -> (Record, String) {
        let record = Record {
            schema: SCHEMA,
            name: name.to_owned(),
            changed: now,
            settings: self.settings,
            run: None,
        };
        (record, self.text)
    }
}

/// A wall in a file: its record and its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct InFile {
    #[serde(flatten)]
    pub(super) record: Record,
    pub(super) text: String,
}

/// A name that none of `taken` has: `Wall`, `Wall 2`, …
pub(super) fn free_name(wanted: &str, taken: &[String]) -> String {
    let wanted = if wanted.trim().is_empty() { "Wall" } else { wanted.trim() };
    let is_taken = |name: &str| taken.iter().any(|known| known == name);
    let numbered = (2..).map(|number| format!("{wanted} {number}"));
    std::iter::once(wanted.to_owned()).chain(numbered).find(|name| !is_taken(name)).unwrap_or_default()
}

/// Whether a name has every word that is searched for.
pub(super) fn fits(name: &str, search: &str) -> bool {
    let name = name.to_lowercase();
    search.to_lowercase().split_whitespace().all(|word| name.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_free() {
        let taken = ["Wall".to_owned(), "Wall 2".to_owned()];
        assert_eq!(free_name("  ", &taken), "Wall 3");
        assert_eq!(free_name(" North ", &taken), "North");
    }

    #[test]
    fn words_are_searched_for_in_any_order() {
        assert!(fits("The North tower", "tower nor"));
        assert!(fits("The North tower", ""));
        assert!(!fits("The North tower", "south"));
    }

    #[test]
    fn a_wall_of_the_first_version_is_renewed() {
        let first =
            First { text: "21 25".to_owned(), settings: vec![("num_teams".to_owned(), "4".to_owned())] };
        let (record, text) = first.renewed("Old", 7.0);
        assert_eq!(
            (record.schema, record.name.as_str(), record.run, text.as_str()),
            (SCHEMA, "Old", None, "21 25")
        );
    }
}
