//! The days that matter as CSV: a row for the whole wall, then one for each profile. Not for the order of the
//! profiles, which is whoever's asks.

use crate::ledger::{Ledger, Scope};
use crate::output::print;
use crate::units::Day;
use crate::views::milestones::Milestones;

/// The heading. The profile (from 1) is empty for the whole wall; `day_25` is the day at whose end a quarter of
/// the feet stand; `done_percent` is what stands at the end of `until_day`, rounded down to a tenth. Days and dates
/// are empty where there is nothing to build, dates where the wall has no start date.
pub const MILESTONES_HEADING: &str = "profile,sections,feet,ice,cost,first_day,first_date,day_25,date_25,\
    day_50,date_50,day_75,date_75,last_day,last_date,peak_day,peak_date,peak_ice,until_day,done_percent";

/// Writes the milestones of a wall and of its profiles.
#[derive(Clone, Debug)]
pub struct MilestonesCsv {
    /// Profiles, as indices from 0.
    profiles: Vec<u32>,
    day: Day,
    /// How many rows are written, the wall's being the first; none before the heading.
    rows: Option<usize>,
}

impl MilestonesCsv {
    /// Begins, with these profiles (indices from 0) in this order, and what is done on a day.
    pub fn new(profiles: Vec<u32>, day: Day) -> Self {
        Self { profiles, day, rows: None }
    }

    /// The next piece, longer than `bytes` by a row at most; none at the end.
    pub fn piece(&mut self, ledger: &Ledger, bytes: usize) -> Option<String> {
        let mut text = String::with_capacity(bytes.saturating_add(512));
        let mut rows = self.rows.unwrap_or_else(|| {
            print(&mut text, format_args!("{MILESTONES_HEADING}\n"));
            0
        });
        while text.len() < bytes.max(1) {
            let profile = rows.checked_sub(1).map(|before| self.profiles.get(before));
            match profile {
                None => self.row(ledger, Scope::Wall, &mut text),
                Some(Some(&profile)) => self.row(ledger, Scope::Profile(profile as usize), &mut text),
                Some(None) => break,
            }
            rows += 1;
        }
        self.rows = Some(rows);
        (!text.is_empty()).then_some(text)
    }

    /// A scope's row; nothing for a profile that the wall has not.
    fn row(&self, ledger: &Ledger, scope: Scope, text: &mut String) {
        let Some(milestones) = Milestones::new(ledger, scope, self.day) else { return };
        let Milestones { sections, first, last, peak, peak_ice, feet, ice, cost, done, quarters } =
            milestones;
        let [quarter, half, three, _] = quarters;
        if let Scope::Profile(profile) = scope {
            print(text, format_args!("{}", profile + 1));
        }
        print(text, format_args!(",{sections},{feet},{ice},{cost}"));
        for day in [first, quarter, half, three, last, peak] {
            let date = day.and_then(|day| ledger.date_of(day));
            let date = date.map(|date| date.to_string()).unwrap_or_default();
            match day {
                Some(day) => print(text, format_args!(",{day},{date}")),
                None => text.push_str(",,"),
            }
        }
        print(text, format_args!(",{peak_ice},{},{}.{}\n", self.day, done / 10, done % 10));
    }
}
