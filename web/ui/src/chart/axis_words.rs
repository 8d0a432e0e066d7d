//! What stands at the marks of a chart's axes, in the reader's locale. Not for where the marks of amounts stand.

use super::day_axis::DayAxis;
use super::ticks;
use crate::number::real;
use crate::words;

/// Room for a date beside a day, in CSS pixels.
const DATE: f64 = 62.0;
/// From so many days on, a month alone might mean two years.
const DAYS_OF_A_YEAR: u64 = 330;

/// The days that are written below a plot, as far apart as the longest word of one takes, and room.
pub fn day_marks(axis: DayAxis, start: Option<&str>) -> Vec<u64> {
    let digits = (axis.before + axis.days).max(1).ilog10() + 1;
    let date = if start.is_some() { DATE } else { 0.0 };
    ticks::days(
        (axis.before, axis.days),
        axis.width,
        f64::from(digits + digits.saturating_sub(1) / 3) * 7.5 + 14.0 + date,
    )
}

/// A day below a plot: `5`, or with its date `5 · Aug 15`; years where the wall takes about one.
pub fn day_word(day: u64, axis: DayAxis, start: Option<&str>) -> String {
    let date = start.and_then(|start| words::short_date(start, day, axis.finish > DAYS_OF_A_YEAR));
    match date {
        Some(date) => format!("{} · {date}", words::number(day)),
        None => words::number(day),
    }
}

/// An amount beside its mark: in full where it is short.
pub fn amount_word(amount: u64) -> String {
    if amount < 10_000 { words::number(amount) } else { words::short(real(amount)) }
}
