//! Words on a curve: the peak, the finish, and the names of stacked profiles where they fit. Not
//! for the curve itself.

use icewall_protocol::View;
use leptos::prelude::*;

use super::day_axis::DayAxis;
use super::number::{count, index, real};
use super::picture::Picture;
use super::place::{Cells, centred, highest_between};
use crate::browser::css::px;
use crate::state::Shown;
use crate::words;

/// A word on a plot, placed in CSS pixels from the plot's upper corner on its side.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mark {
    word: String,
    class: &'static str,
    side: Side,
    top: f64,
    /// How far a line leads down from the word's top, to what it names.
    lead: f64,
}

/// From which side of the plot a word is placed, and how far.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Side {
    Left(f64),
    Right,
}

/// How high a word is, in CSS pixels.
const HIGH: f64 = 18.0;
/// How far a word stands above the curve, in CSS pixels.
const ABOVE: f64 = 3.0;
/// How wide a cell is in which the room for names is looked for, in CSS pixels.
const CELL: f64 = 4.0;

/// About how wide a word is, in CSS pixels.
fn wide(word: &str) -> f64 {
    count(word.chars().count()) * 6.7 + 10.0
}

/// Puts the words on the page.
pub(crate) fn view(marks: Vec<Mark>) -> AnyView {
    let mark = |Mark { word, class, side, top, lead }: Mark| {
        let (left, right) = match side {
            Side::Left(left) => (px(left), "auto"),
            Side::Right => ("auto".to_owned(), "0"),
        };
        let (top, lead) = (px(top), px(lead));
        let class = format!("mark {class}");
        view! { <span class=class style:left=left style:right=right style:top=top style:height=lead>{word}</span> }
    };
    marks.into_iter().map(mark).collect_view().into_any()
}

/// The peak and the finish of the daily curve; `peak` is how high the peak is, in words.
pub(crate) fn daily(shown: &Shown, picture: &Picture, axis: DayAxis, height: f64, peak: &str) -> Vec<Mark> {
    let Some(highest) = shown.summary.peak.as_ref().filter(|_| axis.days > 0) else { return Vec::new() };
    let (first, last) = shown.charts.days;
    let word = format!("peak {peak}");
    let [from, to] = [highest.first_day.max(first), highest.last_day.min(last)];
    let mut marks = Vec::new();
    let mut end = 0.0;
    if from <= to {
        let left = centred(f64::midpoint(axis.middle(from), axis.middle(to)), wide(&word), axis.width);
        end = left + wide(&word);
        marks.push(Mark { word, class: "peak", side: Side::Left(left), top: -HIGH - ABOVE, lead: HIGH });
    }
    if last < shown.summary.finish_day {
        return marks;
    }
    let word = format!("finished, day {}", words::number(shown.summary.finish_day));
    let left = axis.width - wide(&word);
    let upper = picture.levels.len().saturating_sub(axis.columns);
    let levels = picture.levels.get(upper..).unwrap_or_default();
    let height_of = |level: f64| (1.0 - level / real(picture.top.max(1))) * height;
    let top = height_of(highest_between(levels, left / axis.width, 1.0)) - HIGH - ABOVE;
    // The finish gives way to the peak: the day axis names the last day as well.
    if left > 0.0 && (left > end || top >= 0.0) {
        let lead = height_of(levels.last().copied().unwrap_or(0.0)) - top;
        marks.push(Mark { word, class: "finish", side: Side::Right, top, lead });
    }
    marks
}

/// The total at the end of the cumulative curve.
pub(crate) fn until(shown: &Shown) -> Vec<Mark> {
    if shown.summary.finish_day == 0 || shown.charts.days.1 < shown.summary.finish_day {
        return Vec::new();
    }
    let word = format!("{} in all", words::gold_short(shown.summary.cost));
    vec![Mark { word, class: "finish", side: Side::Right, top: -HIGH - ABOVE, lead: HIGH + ABOVE }]
}

/// The names of stacked profiles, where every one fits into its band; else none.
pub(crate) fn names(shown: &Shown, picture: &Picture, axis: DayAxis, height: f64) -> Option<Vec<Mark>> {
    if shown.charts.view != View::Stacked || axis.columns == 0 {
        return None;
    }
    let columns: Vec<_> = axis.columns_by_pixel(index(axis.width / CELL)).collect();
    let ground = vec![0.0; axis.columns];
    let pixel = height / real(picture.top.max(1));
    let name = |row: usize| {
        let level = |row: usize| picture.levels.get(row * axis.columns..(row + 1) * axis.columns);
        let lower = if row == 0 { Some(ground.as_slice()) } else { level(row - 1) };
        let word = format!("Profile {}", row + 1);
        let cells = index((wide(&word) / CELL).ceil());
        let (cell, middle) = Cells::new(&columns, lower?, level(row)?).fit(cells, HIGH / pixel)?;
        let (left, top) = (count(cell) * CELL, height - middle * pixel - HIGH / 2.0);
        Some(Mark { word, class: "name", side: Side::Left(left), top, lead: HIGH })
    };
    (0..picture.paints.len()).map(name).collect()
}
