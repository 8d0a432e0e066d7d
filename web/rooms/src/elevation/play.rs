//! Which day it is while the wall is played. Pure; times are milliseconds of one steady clock.

/// A wall that is being played.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Play {
    /// The day it began with.
    pub(super) from: u64,
    /// When it began.
    pub(super) began: f64,
    /// The last day.
    pub(super) finish: u64,
    /// How long a day takes, in microseconds.
    pub(super) micros: u32,
}

impl Play {
    /// The day at a moment.
    pub(super) fn day_at(&self, now: f64) -> u64 {
        let days = (now - self.began).max(0.0) * 1000.0 / f64::from(self.micros.max(1));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "whole days that have passed"
        )]
        let days = days as u64;
        self.from.saturating_add(days).min(self.finish)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_takes_its_time_and_the_last_one_stays() {
        let play = Play { from: 1, began: 500.0, finish: 13, micros: 10_000 };
        let days = [400.0, 500.0, 509.0, 511.0, 561.0, 5000.0].map(|now| play.day_at(now));
        assert_eq!(days, [1, 1, 1, 2, 7, 13]);
    }
}
