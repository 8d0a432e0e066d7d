//! Calendar dates, for the day that is day 1 and those that follow.
//!
//! A date changes no figure; it is what axes and logs show beside the number of a day.

use std::fmt;

use crate::units::Day;

/// The last year that is written with four digits.
const YEAR_LAST: i32 = 9999;

/// A date of the Gregorian calendar, in the years 0000 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

impl Date {
    /// Reads `YYYY-MM-DD`, with exactly so many digits; none for anything else and for a day that
    /// the calendar has not.
    ///
    /// ```
    /// use icewall_core::calendar::Date;
    /// assert_eq!(Date::parse("2024-02-29").unwrap().to_string(), "2024-02-29");
    /// assert_eq!(Date::parse("2023-02-29"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else { return None };
        let year = u16::from(two_digits(y1, y2)?) * 100 + u16::from(two_digits(y3, y4)?);
        let month = time::Month::try_from(two_digits(m1, m2)?).ok()?;
        let day = two_digits(d1, d2)?;
        time::Date::from_calendar_date(i32::from(year), month, day).ok().map(Self)
    }

    /// The date of a day of the project when `self` is day 1; none past the year 9999.
    pub fn on_day(self, day: Day) -> Option<Self> {
        let later = i32::try_from(day.get().checked_sub(1)?).ok()?;
        let date = time::Date::from_julian_day(self.0.to_julian_day().checked_add(later)?).ok()?;
        (date.year() <= YEAR_LAST).then_some(Self(date))
    }

    /// The day of the project that has a date when `self` is day 1; none for a date before it.
    pub fn day_of(self, date: Self) -> Option<Day> {
        let later = date.0.to_julian_day().checked_sub(self.0.to_julian_day())?;
        Some(Day::new(u64::try_from(later).ok()? + 1))
    }
}

fn two_digits(tens: u8, ones: u8) -> Option<u8> {
    (tens.is_ascii_digit() && ones.is_ascii_digit()).then(|| (tens - b'0') * 10 + (ones - b'0'))
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.0.to_calendar_date();
        write!(f, "{year:04}-{:02}-{day:02}", u8::from(month))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, day: u64, expected: Option<&str>) {
        let date = Date::parse(text).expect(text);
        assert_eq!(date.to_string(), text);
        let found = date.on_day(Day::new(day));
        assert_eq!(found.map(|date| date.to_string()).as_deref(), expected);
        assert_eq!(found.and_then(|found| date.day_of(found)), expected.map(|_| Day::new(day)));
    }

    #[test]
    fn day_1_is_the_start_date() {
        check("2024-08-11", 1, Some("2024-08-11"));
    }

    #[test]
    fn days_go_over_months_leap_days_and_years() {
        check("2024-02-28", 2, Some("2024-02-29"));
        check("2023-02-28", 2, Some("2023-03-01"));
        check("2024-12-31", 2, Some("2025-01-01"));
    }

    #[test]
    fn there_is_no_date_past_9999_nor_before_day_1() {
        check("9999-12-31", 1, Some("9999-12-31"));
        check("9999-12-31", 2, None);
        check("2024-08-11", u64::MAX, None);
        check("2024-08-11", 10_000_000_000, None);
        check("2024-08-11", 0, None);
    }

    #[test]
    fn only_the_strict_form_is_read() {
        for text in [
            "",
            "2024-8-11",
            "2024-08-11 ",
            "24-08-11",
            "2024/08/11",
            "2024-13-01",
            "2024-00-10",
            "2024-02-30",
            "+024-08-11",
        ] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
        assert_eq!(Date::parse("٢٠٢٤-08"), None);
    }
}
