//! One pass over sections in the order of their start days that gives the feet of every day.
//!
//! Each section changes the pace three times (it starts, it comes to its last day, it is
//! finished), never later than the longest section after its start: a ring of so many days holds
//! all changes to come.

use super::curve::Run;
use crate::schedule::Effort;
use crate::schedule::ring::{DAYS, slot};

/// The days swept so far, and the changes of pace to come. Fit for another pass after each.
pub(super) struct Sweep<'a> {
    effort: &'a Effort,
    /// By day: how the feet a day change on it.
    change: Box<[i64; DAYS]>,
    today: u64,
    /// The day after the last on which anything changes.
    end: u64,
    /// The run that goes on: its first day and its feet a day.
    run: (u64, i64),
}

impl<'a> Sweep<'a> {
    pub(super) fn new(effort: &'a Effort) -> Self {
        Self { effort, change: Box::new([0; DAYS]), today: 0, end: 0, run: (0, 0) }
    }

    /// Sweeps over sections by their start day, which never decreases, and their height.
    pub(super) fn pass(&mut self, sections: impl Iterator<Item = (u64, u16)>, visit: &mut dyn FnMut(Run)) {
        let rate = i64::from(self.effort.rate());
        // A count in a register: most sections in a row start on the same day, and an addition in
        // memory would make each wait for the one before.
        let mut starting = 0;
        for (start, height) in sections {
            let need = self.effort.need(height);
            if need.days == 0 {
                continue;
            }
            if start > self.today {
                self.change[slot(self.today)] += std::mem::take(&mut starting) * rate;
                self.pass_to(start, visit);
            }
            starting += 1;
            let end = start + u64::from(need.days);
            self.end = self.end.max(end + 1);
            self.change[slot(end)] -= rate;
            if need.short > 0 {
                self.change[slot(end - 1)] -= i64::from(need.short);
                self.change[slot(end)] += i64::from(need.short);
            }
        }
        self.change[slot(self.today)] += starting * rate;
        self.pass_to(self.end, visit);
        (self.today, self.end, self.run) = (0, 0, (0, 0));
    }

    /// Takes the changes of every day before `day`.
    fn pass_to(&mut self, day: u64, visit: &mut dyn FnMut(Run)) {
        // After the last change nothing is under way, so a longer pause need not be walked.
        for today in self.today..day.min(self.end) {
            let change = std::mem::take(&mut self.change[slot(today)]);
            if change != 0 {
                self.close(today, visit);
                self.run = (today, self.run.1 + change);
            }
        }
        self.today = day;
    }

    /// Visits the run that ends before `day`, the idle time before the first excepted.
    fn close(&mut self, day: u64, visit: &mut dyn FnMut(Run)) {
        let (first, feet) = self.run;
        if first > 0 {
            visit(Run { first, days: day - first, feet: feet.unsigned_abs() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Key, Parameters};

    /// The runs of sections given as (start day, height), target 30.
    fn runs(rate: &str, sections: &[(u64, u16)]) -> Vec<(u64, u64, u64)> {
        let parameters = Parameters::default().with(Key::BuildRate, rate).expect("a rate");
        let effort = Effort::new(&parameters);
        let mut sweep = Sweep::new(&effort);
        let mut seen = [Vec::new(), Vec::new()];
        for runs in &mut seen {
            sweep.pass(sections.iter().copied(), &mut |run: Run| runs.push((run.first, run.days, run.feet)));
        }
        let [first, second] = seen;
        assert_eq!(first, second, "a sweep is fit for another pass");
        first
    }

    #[test]
    fn a_section_is_one_run() {
        assert_eq!(runs("1", &[(1, 20)]), [(1, 10, 1)]);
    }

    #[test]
    fn a_short_last_day_is_a_run_of_its_own() {
        assert_eq!(runs("3", &[(2, 20)]), [(2, 3, 3), (5, 1, 1)]);
    }

    #[test]
    fn a_crew_that_goes_on_at_the_same_pace_makes_no_step() {
        assert_eq!(runs("1", &[(1, 20), (11, 25)]), [(1, 15, 1)]);
    }

    #[test]
    fn a_pause_is_a_run_of_no_feet_however_long() {
        let far = 4_000_000_000;
        assert_eq!(runs("1", &[(1, 29), (far, 29)]), [(1, 1, 1), (2, far - 2, 0), (far, 1, 1)]);
    }

    #[test]
    fn nothing_to_do_is_no_run() {
        assert_eq!(runs("1", &[(1, 30)]), []);
    }
}
