//! The plot of a chart over days: its axes, and levels as steps in it. Not for words on it, nor for its colours.

use icewall_ui::chart::axis_words::{amount_word, day_marks, day_word};
use icewall_ui::chart::day_axis::DayAxis;
use icewall_ui::chart::ticks;
use icewall_ui::number::real;

use super::svg::{Anchor, Line, SMALL, Svg, tenths};

/// A plot: where it stands, in pixels, and what its axes reach to.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plot {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// How many days come before those of the day axis.
    pub(crate) before: u64,
    /// How many days the day axis has.
    pub(crate) days: u64,
    /// The date of day 1, where one is set.
    pub(crate) start: Option<String>,
    /// The end of the axis of amounts.
    pub(crate) most: u64,
}

/// The levels of columns: a value for each, and how many days a column holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Levels<'a> {
    pub(crate) values: &'a [f64],
    pub(crate) days_per_column: u64,
    /// The last day of the last column.
    pub(crate) days: u64,
}

/// Room below a plot for the days, in pixels.
pub(crate) const BELOW: f64 = 26.0;
const RULE: Line = Line { ink: "--line", width: 1.0, dashed: false };

impl Plot {
    /// The pixel of a place on the scale of days; day `d` takes the room from `d − 1` to `d`.
    pub(crate) fn x(&self, place: f64) -> f64 {
        self.left + (place - real(self.before)) / real(self.days.max(1)) * self.width
    }

    /// The pixel of an amount.
    pub(crate) fn y(&self, amount: f64) -> f64 {
        self.top + self.height * (1.0 - (amount / real(self.most.max(1))).clamp(0.0, 1.0))
    }

    /// The day axis in as many columns as there are days.
    pub(crate) fn axis(&self) -> DayAxis {
        let columns = usize::try_from(self.days).unwrap_or(usize::MAX);
        let (finish, days, before) = (self.before + self.days, self.days, self.before);
        DayAxis { finish, days, before, per_column: 1, columns, width: self.width }
    }

    /// Both axes with their marks and words.
    pub(crate) fn days_and_amounts(&self, svg: &mut Svg) {
        self.amounts(svg);
        self.days(svg);
    }

    /// The axis of amounts: light rules, and what they stand for.
    pub(crate) fn amounts(&self, svg: &mut Svg) {
        svg.group("axis", |svg| {
            for mark in ticks::amounts(self.most, if self.height > 200.0 { 5 } else { 4 }) {
                let y = self.y(real(mark)).round() + 0.5;
                let rule = format!("M{} {}H{}", tenths(self.left), tenths(y), tenths(self.left + self.width));
                svg.line(&rule, RULE);
                svg.text(self.left - 8.0, y + 4.0, SMALL.at(Anchor::End), &amount_word(mark));
            }
        });
    }

    /// The day axis: a mark below the middle of a day, and the day.
    pub(crate) fn days(&self, svg: &mut Svg) {
        let (axis, start) = (self.axis(), self.start.as_deref());
        let marks = day_marks(axis, start).into_iter();
        self.marks(svg, marks.map(|day| (real(day) - 0.5, day_word(day, axis.finish, start))));
    }

    /// Marks below the plot, at places on the scale across, and their words.
    pub(crate) fn marks(&self, svg: &mut Svg, marks: impl Iterator<Item = (f64, String)>) {
        let base = self.top + self.height;
        svg.group("axis", |svg| {
            for (place, word) in marks {
                let x = self.x(place);
                svg.line(&format!("M{} {}v5", tenths(x), tenths(base)), RULE);
                svg.text(x, base + 20.0, SMALL.at(Anchor::Middle), &word);
            }
        });
    }

    /// The steps of levels as two paths: the room below them, and their upper edge. Days that are alike are
    /// one step.
    pub(crate) fn steps(&self, levels: Levels<'_>) -> (String, String) {
        let (mut edge, mut before) = (String::new(), None);
        let last = levels.values.len();
        let edge_of = |column: usize| {
            let day = (column as u64).saturating_mul(levels.days_per_column).min(levels.days);
            tenths(self.x(real(day)))
        };
        for (column, value) in levels.values.iter().enumerate() {
            let y = tenths(self.y(*value));
            if before.as_ref() != Some(&y) {
                let x = edge_of(column);
                edge.extend(if before.is_none() { ["M", &x, " ", &y] } else { ["H", &x, "V", &y] });
                before = Some(y);
            }
        }
        if before.is_some() {
            edge.extend(["H", &edge_of(last)]);
        }
        let base = tenths(self.top + self.height);
        let area = if edge.is_empty() { String::new() } else { format!("{edge}V{base}H{}Z", edge_of(0)) };
        (area, edge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLOT: Plot =
        Plot { left: 10.0, top: 5.0, width: 100.0, height: 50.0, before: 0, days: 10, start: None, most: 5 };

    #[test]
    fn steps_are_drawn_as_steps_and_days_that_are_alike_as_one() {
        let (area, edge) = PLOT.steps(Levels { values: &[5.0, 5.0, 0.0, 1.0], days_per_column: 2, days: 7 });
        assert_eq!(edge, "M10 5H50V55H70V45H80");
        assert_eq!(area, "M10 5H50V55H70V45H80V55H10Z");
    }

    #[test]
    fn no_columns_no_path() {
        assert_eq!(
            PLOT.steps(Levels { values: &[], days_per_column: 1, days: 0 }),
            (String::new(), String::new())
        );
    }
}
