//! Columns for charts: the days of a wall thinned to a width, without losing a peak.
//!
//! A column stands for several days where there are more days than columns. It then shows the day
//! with the most feet (the first such), never a mean and never every n-th day. All in feet: the
//! ledger turns them into ice and gold.

use std::ops::Range;

use crate::gather::in_order;
use crate::ledger::{Ledger, Run, Scope};
use crate::units::Day;

/// The whole wall's columns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// How many days a column stands for; the last may stand for fewer.
    pub days_per_column: u64,
    /// The first of the days, and the last; the last is before the first where there is nothing to build.
    pub days: (u64, u64),
    /// By column: the day it shows.
    pub day: Vec<u64>,
    /// By column: feet on that day.
    pub feet: Vec<u64>,
    /// By column: the fewest feet on any of its days.
    pub least: Vec<u64>,
    /// By column: feet until the end of its last day.
    pub until: Vec<u64>,
}

impl Series {
    /// The columns of a wall, at most `width` of them (at least 1).
    pub fn new(ledger: &Ledger, width: u32) -> Self {
        Self::of_days(ledger, width, (1, u64::MAX))
    }

    /// The same for some of the days, the first and the last; for all where the wall has none of them.
    pub fn of_days(ledger: &Ledger, width: u32, (first, last): (u64, u64)) -> Self {
        let makespan = ledger.schedule().makespan();
        let days = (first.max(1), last.min(makespan));
        let days = if days.0 > days.1 { (1, makespan) } else { days };
        let span = (days.1 + 1).saturating_sub(days.0);
        Self::cut(ledger, days, span.div_ceil(u64::from(width.max(1))))
    }

    /// The columns of a wall, each of so many days (at least 1): two walls cut alike can be laid over one
    /// another.
    pub fn by_days(ledger: &Ledger, days_per_column: u64) -> Self {
        Self::cut(ledger, (1, ledger.schedule().makespan()), days_per_column)
    }

    fn cut(ledger: &Ledger, days: (u64, u64), days_per_column: u64) -> Self {
        let days_per_column = days_per_column.max(1);
        let span = (days.1 + 1).saturating_sub(days.0);
        let count = usize::try_from(span.div_ceil(days_per_column)).unwrap_or(0);
        let mut series = Self {
            days_per_column,
            days,
            day: vec![0; count],
            feet: vec![0; count],
            least: vec![u64::MAX; count],
            until: vec![0; count],
        };
        let mut before = 0;
        ledger.runs(Scope::Wall, &mut |run| {
            for column in series.columns_of(&run) {
                let (first, last) = series.days_of(column);
                let shown = run.first.max(first);
                if run.feet > series.feet[column] || series.day[column] == 0 {
                    (series.day[column], series.feet[column]) = (shown, run.feet);
                }
                series.least[column] = series.least[column].min(run.feet);
                series.until[column] = before + run.feet * (run.last().min(last) - run.first + 1);
            }
            before += run.feet * run.days;
        });
        series
    }

    /// How many columns there are.
    pub fn len(&self) -> usize {
        self.day.len()
    }

    /// Whether there is nothing to build.
    pub fn is_empty(&self) -> bool {
        self.day.is_empty()
    }

    /// A profile's feet on the day that each column shows: what is stacked.
    pub fn on_shown_days(&self, ledger: &Ledger, profile: usize) -> Vec<u64> {
        let mut feet = vec![0; self.len()];
        ledger.runs(Scope::Profile(profile), &mut |run| {
            for column in self.columns_of(&run) {
                if (run.first..=run.last()).contains(&self.day[column]) {
                    feet[column] = run.feet;
                }
            }
        });
        feet
    }

    /// The most feet that any one of the profiles gets on any day of each column.
    pub fn most(&self, ledger: &Ledger, profiles: Range<usize>) -> Vec<u64> {
        let mut most = vec![0; self.len()];
        ledger.runs_of(profiles, &mut |_, run| {
            most[self.columns_of(&run)].iter_mut().for_each(|feet| *feet = run.feet.max(*feet));
        });
        most
    }

    /// Profiles shared out over at most `rows` rows, in order, and the most feet of each row.
    pub fn rows(&self, ledger: &Ledger, rows: u32) -> Vec<(Range<usize>, Vec<u64>)> {
        let profiles = ledger.config().wall().profiles();
        let rows = profiles.min(rows.max(1) as usize);
        in_order(rows, |row| {
            let group = row * profiles / rows..(row + 1) * profiles / rows;
            (group.clone(), self.most(ledger, group))
        })
    }

    /// The column that a day falls into; none for a day that the wall has not.
    pub fn column_of(&self, day: Day) -> Option<usize> {
        let index = usize::try_from(day.get().checked_sub(self.days.0)? / self.days_per_column).ok()?;
        (index < self.len()).then_some(index)
    }

    fn columns_of(&self, run: &Run) -> Range<usize> {
        let (first, last) = (run.first.max(self.days.0), run.last().min(self.days.1));
        if first > last {
            return 0..0;
        }
        let column =
            |day: u64| usize::try_from((day - self.days.0) / self.days_per_column).unwrap_or(usize::MAX);
        let end = (column(last) + 1).min(self.len());
        column(first).min(end)..end
    }

    /// First and last day of a column.
    fn days_of(&self, column: usize) -> (u64, u64) {
        let first = column as u64 * self.days_per_column + self.days.0;
        (first, (first + self.days_per_column - 1).min(self.days.1))
    }
}
