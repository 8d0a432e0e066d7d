//! Ice and cost by day, of the whole wall and of each profile, as CSV: a row for each day, or for each
//! run of days that are alike.

use super::walk::{Step, Walk, scopes};
use crate::ledger::{Ledger, Run};
use crate::output::print;
use crate::units::Day;

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// A run of days that are alike.
    Steps,
    /// A day.
    Days,
}

impl By {
    /// The heading. Ice and cost are those of one day, `cost_until` is that until the row's last day; the
    /// profile (from 1) is empty for the whole wall.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Steps => "from_day,to_day,from_date,to_date,profile,ice_per_day,cost_per_day,cost_until",
            Self::Days => "day,date,profile,ice,cost,cost_until",
        }
    }
}

/// Writes the results of a wall: its own rows, then those of each profile, each from the first day with
/// work to the last.
#[derive(Clone, Debug)]
pub struct ResultsCsv {
    by: By,
    walk: Walk,
    /// The scope that is written, 0 being the wall; none before the heading.
    scope: Option<usize>,
    /// What is left of the step whose days are being written.
    rest: Option<Step>,
}

impl ResultsCsv {
    /// Begins.
    pub fn new(by: By) -> Self {
        Self { by, walk: Walk::default(), scope: None, rest: None }
    }

    /// How many rows there are, the heading not among them. It costs a pass over the wall.
    pub fn rows(ledger: &Ledger, by: By) -> u64 {
        let mut rows = 0;
        let mut count = |run: Run| rows += if by == By::Steps { 1 } else { run.days };
        ledger.runs(crate::ledger::Scope::Wall, &mut count);
        ledger.runs_of(0..ledger.config().wall().profiles(), &mut |_, run| count(run));
        rows
    }

    /// The next piece, longer than `bytes` by a row at most; none at the end.
    pub fn piece(&mut self, ledger: &Ledger, bytes: usize) -> Option<String> {
        let mut text = String::with_capacity(bytes.saturating_add(256));
        let mut scope = self.scope.unwrap_or_else(|| {
            text.push_str(self.by.heading());
            text.push('\n');
            0
        });
        while text.len() < bytes.max(1) && scope < scopes(ledger) {
            match self.rest.take().or_else(|| self.walk.next_of(ledger, scope)) {
                Some(step) => self.row(ledger, scope, step, &mut text),
                None => scope += 1,
            }
        }
        self.scope = Some(scope);
        (!text.is_empty()).then_some(text)
    }

    fn row(&mut self, ledger: &Ledger, scope: usize, step: Step, text: &mut String) {
        let Step { run, before } = step;
        let on = |day| ledger.date_of(Day::new(day)).map(|date| date.to_string()).unwrap_or_default();
        let last = if self.by == By::Steps { run.last() } else { run.first };
        match self.by {
            By::Steps => print(text, format_args!("{},{last},{},{}", run.first, on(run.first), on(last))),
            By::Days => print(text, format_args!("{last},{}", on(last))),
        }
        let profile = if scope == 0 { String::new() } else { scope.to_string() };
        let until = before + run.feet * (last - run.first + 1);
        let (ice, cost) = (ledger.to_ice(run.feet), ledger.to_cost(run.feet));
        print(text, format_args!(",{profile},{ice},{cost},{}\n", ledger.to_cost(until)));
        self.rest = (last < run.last()).then(|| Step {
            run: Run { first: last + 1, days: run.last() - last, feet: run.feet },
            before: until,
        });
    }
}
