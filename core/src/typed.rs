//! What somebody types into a field beside a wall: whole numbers, days and shares, by the rules that hold in a
//! file. Blanks around a value pass.
//!
//! Not here: parameters (the configuration reads its own), what a field is for (the goals, the risk).

use std::fmt;

use crate::calendar::Date;
use crate::config::digits;
use crate::diagnostic::{grouped, number_hint, shortened};
use crate::units::{AMOUNT_MOST, Day, Fraction};

/// Decimal places of a share in percent at the most.
const PLACES_MOST: usize = 3;

/// What a field may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// A whole number.
    Whole {
        /// The least.
        least: u64,
        /// The most.
        most: u64,
    },
    /// A day of the project, from 1.
    Day,
    /// A day of the project or its date, the first of which is this.
    DayOrDate(Date),
    /// A share in percent, with a sign for it or without.
    Percent,
}

/// A field that holds something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// What it may hold.
    pub allowed: Allowed,
    /// What stands there, cut short where it is long; empty where something must stand there.
    pub found: String,
}

impl Wrong {
    fn new(allowed: Allowed, found: &str) -> Self {
        Self { allowed, found: shortened(found) }
    }

    /// What might have been meant, where something can be guessed.
    pub fn hint(&self) -> Option<String> {
        match self.allowed {
            Allowed::Day if Date::parse(&self.found).is_some() => {
                Some("a date needs the wall's start date".to_owned())
            }
            _ => number_hint(&self.found, "whole numbers only"),
        }
    }
}

impl fmt::Display for Allowed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let grouped = |number: u64| grouped(u128::from(number));
        match *self {
            Self::Whole { least, most: AMOUNT_MOST } => write!(f, "a whole number from {}", grouped(least)),
            Self::Whole { least, most } => {
                write!(f, "a whole number from {} to {}", grouped(least), grouped(most))
            }
            Self::Day => f.write_str("a day from 1"),
            Self::DayOrDate(first) => write!(f, "a day from 1, or a date from {first}"),
            Self::Percent => f.write_str("a share from 0 to 100 percent, with at most 3 decimal places"),
        }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "It must be {}", self.allowed)?;
        match self.hint() {
            _ if self.found.is_empty() => Ok(()),
            Some(hint) => write!(f, ", not “{}”: {hint}", self.found),
            None => write!(f, ", not “{}”", self.found),
        }
    }
}

/// A whole number between two, both allowed.
///
/// # Errors
/// [`Wrong`] for anything else.
pub fn whole(text: &str, least: u64, most: u64) -> Result<u64, Wrong> {
    let number = digits(text.trim()).filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| Wrong::new(Allowed::Whole { least, most }, text.trim()))
}

/// A day of the project, by its number or, where the first has a date, by its own.
///
/// # Errors
/// [`Wrong`] for anything else, a date before the first among it.
pub fn day(text: &str, start: Option<Date>) -> Result<Day, Wrong> {
    let text = text.trim();
    let number = digits(text).filter(|number| (1..=AMOUNT_MOST).contains(number)).map(Day::new);
    let dated = || start.zip(Date::parse(text)).and_then(|(start, date)| start.day_of(date));
    number.or_else(dated).ok_or_else(|| Wrong::new(start.map_or(Allowed::Day, Allowed::DayOrDate), text))
}

/// A share in percent, `79.5` or `79.5 %`.
///
/// # Errors
/// [`Wrong`] for anything else.
pub fn percent(text: &str) -> Result<Fraction, Wrong> {
    let text = text.trim();
    share(text.strip_suffix('%').unwrap_or(text).trim_end()).ok_or_else(|| Wrong::new(Allowed::Percent, text))
}

fn share(text: &str) -> Option<Fraction> {
    let (whole, places) = text.split_once('.').unwrap_or((text, "0"));
    if places.len() > PLACES_MOST {
        return None;
    }
    let scale = places.bytes().fold(1u64, |scale, _| scale * 10);
    let denominator = 100 * scale;
    let numerator = digits(whole)?.checked_mul(scale)?.checked_add(digits(places)?)?;
    (numerator <= denominator).then_some(Fraction { numerator, denominator })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_between_two() {
        assert_eq!(whole(" 0900 ", 0, 900), Ok(900));
        for (text, words) in [
            ("901", "It must be a whole number from 0 to 900, not “901”"),
            ("9O0", "It must be a whole number from 0 to 900, not “9O0”: the letter O; did you mean 900?"),
            ("", "It must be a whole number from 0 to 900"),
        ] {
            assert_eq!(whole(text, 0, 900).expect_err(text).to_string(), words);
        }
        let wrong = whole("-1", 0, AMOUNT_MOST).expect_err("a sign").to_string();
        assert_eq!(
            wrong,
            "It must be a whole number from 0, not “-1”: nothing below 0 is allowed; did you mean 1?"
        );
    }

    #[test]
    fn days_by_number_and_by_date() {
        let start = Date::parse("2024-08-11");
        assert_eq!((day("26", None), day("2024-08-11", start)), (Ok(Day::new(26)), Ok(Day::new(1))));
        assert_eq!(day(" 2024-09-05", start), Ok(Day::new(26)));
        for (text, start, words) in [
            ("0", None, "It must be a day from 1, not “0”"),
            (
                "2024-09-05",
                None,
                "It must be a day from 1, not “2024-09-05”: a date needs the wall's start date",
            ),
            ("2024-08-10", start, "It must be a day from 1, or a date from 2024-08-11, not “2024-08-10”"),
        ] {
            assert_eq!(day(text, start).expect_err(text).to_string(), words);
        }
    }

    #[test]
    fn shares_are_exact() {
        let check = |text, part| {
            let found = percent(text).map(|share| (share.numerator, share.denominator));
            assert_eq!(found.ok(), part, "{text}");
        };
        check("80", Some((800, 1000)));
        check(" 79.5 % ", Some((795, 1000)));
        check("100.000%", Some((100_000, 100_000)));
        check("0", Some((0, 1000)));
        for text in ["100.1", "1.2345", "-1", "%", "", ".5", "5.", "a"] {
            check(text, None);
        }
        assert_eq!(
            percent("120").expect_err("too much").to_string(),
            "It must be a share from 0 to 100 percent, with at most 3 decimal places, not “120”"
        );
    }
}
