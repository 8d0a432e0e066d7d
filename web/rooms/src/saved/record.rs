//! A saved wall as it is kept: the record in the list, and apart from it what its last run gave by profile
//! and its text, in which every section stands. Pure.

use icewall_protocol::{ProfileRow, Summary};
use icewall_ui::number::{real, whole};
use serde::{Deserialize, Serialize};

/// The version of [`Record`].
pub(super) const SCHEMA: u32 = 3;
/// Of how many profiles the figures are kept at the most: beside the text a wall takes no more than a bounded
/// number of bytes.
pub(super) const PROFILES_MOST: u32 = 1000;

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
    /// How many profiles it has; none where nobody counted.
    pub(super) profiles: Option<u32>,
    /// How many sections it has; none where nobody counted.
    pub(super) sections: Option<u32>,
    /// What the work log of its last run adds up to; none where it never ran here.
    pub(super) run: Option<Run>,
}

/// What the work log of a run adds up to. Amounts are whole numbers up to 2^53, which a float counts exactly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Run {
    /// The day on which the last foot is added; 0 for a wall that starts finished.
    pub(super) finish_day: f64,
    /// The calendar date of that day, where a start date is set.
    pub(super) finish_date: Option<String>,
    /// Sections that start below the target height; none where nobody counted.
    pub(super) unfinished: Option<u32>,
    /// Feet to build; none where nobody counted.
    pub(super) feet: Option<f64>,
    /// Ice in all, in cubic yards.
    pub(super) ice: f64,
    /// Cost in all, in Gold Dragons.
    pub(super) cost: f64,
    /// Who built it.
    pub(super) team: Team,
}

/// The crews of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Team {
    /// How many, those never used included.
    pub(super) crews: f64,
    /// Crew-days worked; none where nobody counted.
    pub(super) worked: Option<f64>,
    /// Crew-days idle; none where nobody counted.
    pub(super) idle: Option<f64>,
    /// Wages and overhead in Gold Dragons, beside the cost; none where nobody counted.
    pub(super) wages: Option<f64>,
}

/// What a run gave by profile, in their order: the first [`PROFILES_MOST`] of them. A column each, which takes
/// a fifth of what a record each would.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Profiles {
    /// Sections.
    pub(super) sections: Vec<u32>,
    /// The first day on which a foot is added; 0 where none is.
    pub(super) first_day: Vec<f64>,
    /// The last such day; 0 where there is none.
    pub(super) last_day: Vec<f64>,
    /// Ice, in cubic yards.
    pub(super) ice: Vec<f64>,
    /// Cost, in Gold Dragons.
    pub(super) cost: Vec<f64>,
}

impl Record {
    /// The record of a wall whose result stands there.
    pub(super) fn of(name: &str, changed: f64, settings: Vec<(String, String)>, summary: &Summary) -> Self {
        Self {
            schema: SCHEMA,
            name: name.to_owned(),
            changed,
            settings,
            profiles: Some(summary.profiles),
            sections: Some(summary.sections),
            run: Some(Run::of(summary)),
        }
    }
}

impl Run {
    fn of(summary: &Summary) -> Self {
        Self {
            finish_day: real(summary.finish_day),
            finish_date: summary.finish_date.clone(),
            unfinished: Some(summary.unfinished),
            feet: Some(real(summary.feet)),
            ice: real(summary.ice),
            cost: real(summary.cost),
            team: Team {
                crews: real(summary.crews),
                worked: Some(real(summary.crew_days)),
                idle: Some(real(summary.idle_crew_days)),
                wages: Some(real(summary.wages)),
            },
        }
    }
}

impl Profiles {
    /// What is remembered of rows.
    pub(super) fn of(rows: &[ProfileRow]) -> Self {
        let day = |day: Option<u64>| real(day.unwrap_or_default());
        Self {
            sections: rows.iter().map(|row| row.sections).collect(),
            first_day: rows.iter().map(|row| day(row.first_day)).collect(),
            last_day: rows.iter().map(|row| day(row.last_day)).collect(),
            ice: rows.iter().map(|row| real(row.ice)).collect(),
            cost: rows.iter().map(|row| real(row.cost)).collect(),
        }
    }

    /// Each profile's sections, first day, last day, ice and cost, for as many as have all of them.
    pub(super) fn rows(&self) -> impl Iterator<Item = [u64; 5]> {
        let days = self.first_day.iter().zip(&self.last_day);
        let amounts = self.ice.iter().zip(&self.cost);
        self.sections.iter().zip(days).zip(amounts).map(|((&sections, (&first, &last)), (&ice, &cost))| {
            [u64::from(sections), whole(first), whole(last), whole(ice), whole(cost)]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(profile: u32) -> ProfileRow {
        let sections = profile + 2;
        ProfileRow {
            profile,
            sections,
            start_feet: 21,
            feet: 9,
            first_day: (profile > 1).then_some(1),
            last_day: (profile > 1).then_some(9),
            peak_ice: 195,
            ice: 1755,
            cost: 1 << 53,
        }
    }

    #[test]
    fn profiles_come_back_as_they_were() {
        let profiles = Profiles::of(&[row(1), row(2)]);
        let rows: Vec<_> = profiles.rows().collect();
        assert_eq!(rows, [[3, 0, 0, 1755, 1 << 53], [4, 1, 9, 1755, 1 << 53]]);
    }

    #[test]
    fn of_columns_that_do_not_fit_together_the_shortest_counts() {
        let mut profiles = Profiles::of(&[row(1), row(2)]);
        profiles.ice.pop();
        assert_eq!(profiles.rows().count(), 1);
    }
}
