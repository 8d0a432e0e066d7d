//! A curve as steps: the days on which the feet a day change, with the feet until then.
//!
//! Two numbers a step, and the feet a day need not be kept: between two steps they are the
//! difference in feet over the difference in days, a whole number by construction.

/// Days in a row on each of which as many feet are added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// The first of the days.
    pub first: u64,
    /// How many days; at least 1.
    pub days: u64,
    /// Feet on each of them.
    pub feet: u64,
}

impl Run {
    /// The last of the days.
    pub fn last(&self) -> u64 {
        self.first + self.days - 1
    }
}

/// Feet added until each day, kept at the days on which the pace changes.
#[derive(Clone, Debug, Default)]
pub(super) struct Curve {
    /// First days of the runs, and at the end the day after the last.
    days: Vec<u64>,
    /// Feet added before each of those days.
    before: Vec<u64>,
}

impl Curve {
    /// Adds the next run; the runs follow one another without a gap.
    pub(super) fn push(&mut self, run: Run) {
        if self.days.is_empty() {
            self.days.push(run.first);
            self.before.push(0);
        }
        self.days.push(run.first + run.days);
        self.before.push(self.before.last().copied().unwrap_or(0) + run.days * run.feet);
    }

    /// No run follows.
    pub(super) fn finish(&mut self) {
        self.days.shrink_to_fit();
        self.before.shrink_to_fit();
    }

    pub(super) fn steps(&self) -> usize {
        self.days.len()
    }

    pub(super) fn bytes(&self) -> usize {
        size_of_val(self.days.as_slice()) + size_of_val(self.before.as_slice())
    }

    /// Feet added until the end of a day.
    pub(super) fn until(&self, day: u64) -> u64 {
        let after = day + 1;
        let right = self.days.partition_point(|&d| d <= after);
        let point = |i: usize| Some((*self.days.get(i)?, *self.before.get(i)?));
        match (right.checked_sub(1).and_then(point), point(right)) {
            (None, _) => 0,
            (Some((_, before)), None) => before,
            (Some((d0, f0)), Some((d1, f1))) => f0 + (f1 - f0) / (d1 - d0) * (after - d0),
        }
    }

    /// The runs, in order.
    pub(super) fn runs(&self) -> impl Iterator<Item = Run> + '_ {
        let points = || self.days.iter().zip(&self.before);
        points().zip(points().skip(1)).map(|((&d0, &f0), (&d1, &f1))| Run {
            first: d0,
            days: d1 - d0,
            feet: (f1 - f0) / (d1 - d0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve() -> Curve {
        let mut curve = Curve::default();
        for (first, days, feet) in [(3, 2, 5), (5, 1, 0), (6, 4, 2)] {
            curve.push(Run { first, days, feet });
        }
        curve
    }

    #[test]
    fn feet_until_a_day_grow_by_the_run_it_lies_in() {
        let until: Vec<u64> = (0..12).map(|day| curve().until(day)).collect();
        assert_eq!(until, [0, 0, 0, 5, 10, 10, 12, 14, 16, 18, 18, 18]);
    }

    #[test]
    fn the_runs_come_back_as_they_went_in() {
        let runs: Vec<_> = curve().runs().map(|r| (r.first, r.days, r.feet)).collect();
        assert_eq!(runs, [(3, 2, 5), (5, 1, 0), (6, 4, 2)]);
    }
}
