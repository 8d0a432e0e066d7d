//! What is asked of a risk, as somebody types it into fields.
//!
//! Not here: what a field may hold in general, the risk itself.

use super::{PER_MILLE_MOST, RUNS_MOST};
use crate::calendar::Date;
use crate::typed::{Wrong, day, whole};
use crate::units::Day;

/// The fewest runs that somebody may ask for: with fewer, shares of a percent mean nothing.
const RUNS_LEAST: u32 = 1000;
/// Seeds beyond would say no more, and take more digits.
const SEED_MOST: u64 = 999_999_999_999;

/// What stands in the fields.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TypedRisk<'a> {
    /// Thousandths of the days of a crew that are lost.
    pub per_mille: &'a str,
    /// A whole number.
    pub seed: &'a str,
    /// A whole number.
    pub runs: &'a str,
    /// A day or, with a start date, its date; blank: none.
    pub meet: &'a str,
}

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RiskAsked {
    /// Thousandths, at most [`PER_MILLE_MOST`].
    pub per_mille: u16,
    /// What the random numbers come from.
    pub seed: u64,
    /// 1,000 to [`RUNS_MOST`].
    pub runs: u32,
    /// The day that is to be met.
    pub meet: Option<Day>,
}

/// A field of a risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskField {
    /// [`TypedRisk::per_mille`]
    PerMille,
    /// [`TypedRisk::seed`]
    Seed,
    /// [`TypedRisk::runs`]
    Runs,
    /// [`TypedRisk::meet`]
    Meet,
}

impl RiskAsked {
    /// Reads the fields; `start` is the date of day 1, where it has one.
    ///
    /// # Errors
    /// Every field that holds something else than it may.
    pub fn read(typed: &TypedRisk<'_>, start: Option<Date>) -> Result<Self, Vec<(RiskField, Wrong)>> {
        let mut wrong = Vec::new();
        let mut number = |field, text: &str, least: u64, most: u64| {
            whole(text, least, most).map_err(|why| wrong.push((field, why))).unwrap_or(least)
        };
        let per_mille = number(RiskField::PerMille, typed.per_mille, 0, PER_MILLE_MOST.into());
        let seed = number(RiskField::Seed, typed.seed, 0, SEED_MOST);
        let runs = number(RiskField::Runs, typed.runs, RUNS_LEAST.into(), RUNS_MOST.into());
        let meet = if typed.meet.trim().is_empty() {
            None
        } else {
            day(typed.meet, start).map_err(|why| wrong.push((RiskField::Meet, why))).ok()
        };
        if !wrong.is_empty() {
            return Err(wrong);
        }
        Ok(Self {
            per_mille: u16::try_from(per_mille).unwrap_or(PER_MILLE_MOST),
            seed,
            runs: u32::try_from(runs).unwrap_or(RUNS_MOST),
            meet,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::RiskField::{Meet, PerMille, Runs, Seed};
    use super::*;

    #[test]
    fn what_is_asked() {
        let typed = TypedRisk { per_mille: "50", seed: "7", runs: "1000", meet: "" };
        let asked = RiskAsked { per_mille: 50, seed: 7, runs: 1000, meet: None };
        assert_eq!(RiskAsked::read(&typed, None), Ok(asked));
        let typed = TypedRisk { meet: "2024-08-12", ..typed };
        let asked = RiskAsked { meet: Some(Day::new(2)), ..asked };
        assert_eq!(RiskAsked::read(&typed, Date::parse("2024-08-11")), Ok(asked));
    }

    #[test]
    fn every_wrong_field_is_told() {
        let typed = TypedRisk { per_mille: "901", seed: "x", runs: "999", meet: "0" };
        let wrong = RiskAsked::read(&typed, None).expect_err("all are wrong");
        assert_eq!(wrong.iter().map(|(field, _)| *field).collect::<Vec<_>>(), [PerMille, Seed, Runs, Meet]);
        assert_eq!(wrong[2].1.to_string(), "It must be a whole number from 1,000 to 100,000, not “999”");
    }
}
