//! Records of every version, renewed to what is kept today. Pure: where a record comes from is for others.
//!
//! | version | what it was |
//! | --- | --- |
//! | none | the visitor's own wall as `static/store.js` keeps it: with its text, without a name and figures |
//! | 2 | a record with six figures of its run, in the database's first version |
//! | 3 | [`Record`] |

use serde::{Deserialize, Deserializer, de::Error};

use super::record::{Profiles, Record, Run, SCHEMA, Team};

/// A record, and what lay in it that is kept apart today.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Renewed {
    /// As it is kept today. A wall that had no name has an empty one.
    pub(super) record: Record,
    /// Its text.
    pub(super) text: Option<String>,
    /// What its run gave by profile.
    pub(super) by_profile: Option<Profiles>,
}

/// Reads a record of the version that `schema` says; none: the first.
///
/// # Errors
/// The deserializer's, where a record is none of that version's, or of none that is known.
pub(super) fn renewed<'de, D: Deserializer<'de>>(schema: Option<f64>, value: D) -> Result<Renewed, D::Error> {
    match schema {
        None => First::deserialize(value).map(First::renewed),
        Some(2.0) => Second::deserialize(value).map(Second::renewed),
        Some(_) => {
            let Third { record, text, by_profile } = Third::deserialize(value)?;
            let is_known = record.schema == SCHEMA;
            is_known
                .then_some(Renewed { record, text, by_profile })
                .ok_or_else(|| D::Error::custom("a newer version"))
        }
    }
}

#[derive(Deserialize)]
struct First {
    text: String,
    #[serde(default)]
    settings: Vec<(String, String)>,
    sections: Option<u32>,
}

impl First {
    fn renewed(self) -> Renewed {
        let record = Record {
            schema: SCHEMA,
            name: String::new(),
            changed: 0.0,
            settings: self.settings,
            profiles: None,
            sections: self.sections,
            run: None,
        };
        Renewed { record, text: Some(self.text), by_profile: None }
    }
}

#[derive(Deserialize)]
struct Second {
    name: String,
    changed: f64,
    settings: Vec<(String, String)>,
    run: Option<SecondRun>,
    /// In a file: in the database it lay apart.
    text: Option<String>,
}

#[derive(Deserialize)]
struct SecondRun {
    profiles: u32,
    sections: u32,
    crews: f64,
    finish_day: f64,
    // The version gained these three without a new number.
    finish_date: Option<String>,
    unfinished: Option<u32>,
    feet: Option<f64>,
    ice: f64,
    cost: f64,
}

impl Second {
    fn renewed(self) -> Renewed {
        let (profiles, sections) = self.run.as_ref().map(|run| (run.profiles, run.sections)).unzip();
        let run = self.run.map(|run| Run {
            finish_day: run.finish_day,
            finish_date: run.finish_date,
            unfinished: run.unfinished,
            feet: run.feet,
            ice: run.ice,
            cost: run.cost,
            team: Team { crews: run.crews, worked: None, idle: None, wages: None },
        });
        let record = Record {
            schema: SCHEMA,
            name: self.name,
            changed: self.changed,
            settings: self.settings,
            profiles,
            sections,
            run,
        };
        Renewed { record, text: self.text, by_profile: None }
    }
}

/// In a file everything stands together.
#[derive(Deserialize)]
struct Third {
    #[serde(flatten)]
    record: Record,
    text: Option<String>,
    by_profile: Option<Profiles>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn read(fixture: &str) -> Renewed {
        let value: serde_json::Value = serde_json::from_str(fixture).expect("JSON");
        renewed(value["schema"].as_f64(), value).expect("a record")
    }

    #[test]
    fn a_wall_of_the_first_version_has_its_text_and_parameters() {
        let old = read(include_str!("../../../../tests/fixtures/saved_version_1.json"));
        assert_eq!(old.text.as_deref(), Some("21 25 28\n17"));
        assert_eq!(old.record.settings[1], ("num_teams".to_owned(), "3".to_owned()));
        assert_eq!((old.record.schema, old.record.sections, old.record.run), (SCHEMA, Some(4), None));
    }

    #[test]
    fn a_record_of_the_second_version_has_its_figures() {
        let Renewed { record, text, .. } =
            read(include_str!("../../../../tests/fixtures/saved_version_2.json"));
        assert_eq!((record.name.as_str(), record.schema), ("The gate", SCHEMA));
        assert_eq!((record.profiles, record.sections), (Some(2), Some(4)));
        let run = record.run.expect("a run");
        assert_eq!(
            (run.finish_day, run.cost, run.team.crews, run.team.worked),
            (20.0, 10_744_500.0, 2.0, None)
        );
        assert_eq!(text.as_deref(), Some("  21 25,28 # the gate\n\n17"));
    }

    #[test]
    fn a_record_of_the_second_version_may_tell_more_of_its_run() {
        let fixture = include_str!("../../../../tests/fixtures/saved_version_2.json");
        let mut value: serde_json::Value = serde_json::from_str(fixture).expect("JSON");
        value["run"]["finish_date"] = "2024-08-31".into();
        value["run"]["unfinished"] = 4.into();
        value["run"]["feet"] = 29.into();
        let run = renewed(Some(2.0), value).expect("a record").record.run.expect("a run");
        assert_eq!(
            (run.finish_date.as_deref(), run.unfinished, run.feet),
            (Some("2024-08-31"), Some(4), Some(29.0))
        );
    }

    #[test]
    fn a_record_of_this_version_is_as_it_was() {
        let second = read(include_str!("../../../../tests/fixtures/saved_version_2.json")).record;
        let third = serde_json::to_value(&second).expect("JSON");
        assert_eq!(renewed(Some(3.0), third).expect("a record").record, second);
    }

    #[test]
    fn a_newer_or_a_broken_record_is_refused() {
        let value = |text: &str| serde_json::from_str::<serde_json::Value>(text).expect("JSON");
        assert!(renewed(Some(99.0), value(r#"{"schema": 99, "name": "Later"}"#)).is_err());
        assert!(renewed(Some(3.0), value(r#"{"schema": 3, "name": 7}"#)).is_err());
        assert!(renewed(None, value("7")).is_err());
    }
}
