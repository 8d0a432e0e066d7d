//! What stands at the marks of a chart's axes, in the reader's locale. Not for where the marks of amounts stand.

use super::day_axis::DayAxis;
use super::ticks;
use crate::number::{count, real};
use crate::words;

/// About how wide a character is, and the room between two days, in CSS pixels.
const CHARACTER: f64 = 7.0;
const GAP: f64 = 14.0;
/// The least room beside a plot, in CSS pixels.
const BESIDE: f64 = 20.0;
/// From so many days on, a month alone might mean two years.
const DAYS_OF_A_YEAR: u64 = 330;

/// The days that are written below a plot, as far apart as the longest word of one takes, and room.
pub fn day_marks(axis: DayAxis, start: Option<&str>) -> Vec<u64> {
    let longest = width(&day_word(axis.before + axis.days, axis.finish, start));
    ticks::days((axis.before, axis.days), axis.width, longest + GAP)
}

/// The room beside a plot, in CSS pixels, for half the word of the day at its end.
pub fn room(day: u64, finish: u64, start: Option<&str>) -> f64 {
    (width(&day_word(day, finish, start)) / 2.0 + 2.0).max(BESIDE)
}

fn width(word: &str) -> f64 {
    count(word.chars().count()) * CHARACTER
}

/// A day below a plot: `5`, or with its date `5 · Aug 15`; years where the wall takes about one.
pub fn day_word(day: u64, finish: u64, start: Option<&str>) -> String {
    let date = start.and_then(|start| words::short_date(start, day.max(1), finish > DAYS_OF_A_YEAR));
    match date {
        Some(date) => format!("{} · {date}", words::number(day)),
        None => words::number(day),
    }
}

/// An amount beside its mark: in full where it is short.
pub fn amount_word(amount: u64) -> String {
    if amount < 10_000 { words::number(amount) } else { words::short(real(amount)) }
}
