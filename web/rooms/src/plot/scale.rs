//! Where amounts lie on a chart of the rooms, and its rules. Not for what is drawn at them.

use icewall_ui::chart::ticks;
use icewall_ui::number::real;

/// Rules of an even scale at the most.
const RULES: u64 = 5;

/// How amounts lie on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scale {
    /// Equal steps for equal amounts, from 0.
    Even,
    /// Equal steps for ten times as much, from 1.
    Log,
}

impl Scale {
    /// Where an amount lies, as a share of the way to the most.
    pub(crate) fn share(self, amount: u64, most: u64) -> f64 {
        match self {
            Self::Even => share(amount, most),
            Self::Log => real(amount.clamp(1, most.max(1))).ln() / real(most.max(2)).ln(),
        }
    }

    /// The amount that lies at a share of the way.
    pub(crate) fn amount(self, share: f64, most: u64) -> f64 {
        match self {
            Self::Even => share * real(most),
            Self::Log => real(most.max(1)).powf(share),
        }
    }

    /// Rules with words.
    pub(crate) fn rules(self, most: u64, words: impl Fn(u64) -> String) -> Vec<(f64, String)> {
        let ticks = match self {
            Self::Even => ticks::amounts(most, RULES).into_iter().skip(1).collect::<Vec<_>>(),
            Self::Log => {
                (1..).map_while(|power| 10_u64.checked_pow(power)).take_while(|tick| *tick <= most).collect()
            }
        };
        ticks.into_iter().map(|tick| (self.share(tick, most), words(tick))).collect()
    }
}

/// Rules with words, for a scale from 0 to `most`.
pub(crate) fn rules(most: u64, words: impl Fn(u64) -> String) -> Vec<(f64, String)> {
    Scale::Even.rules(most, words)
}

/// A part of a whole as a share; the whole of nothing is nothing.
pub(crate) fn share(part: u64, whole: u64) -> f64 {
    real(part.min(whole)) / real(whole.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_times_as_much_is_as_far_again() {
        let log = |amount| Scale::Log.share(amount, 1000);
        assert!(
            log(1).abs() < 1e-9 && (log(100) - 2.0 * log(10)).abs() < 1e-9 && (log(1000) - 1.0).abs() < 1e-9
        );
        assert!((Scale::Log.amount(log(70), 1000) - 70.0).abs() < 1e-6);
        let rules = Scale::Log.rules(1935, |tick| tick.to_string());
        assert_eq!(rules.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>(), ["10", "100", "1000"]);
        assert!(Scale::Log.share(0, 0).abs() < 1e-9);
    }

    #[test]
    fn rules_are_round_and_leave_nothing_out() {
        let words = |most| rules(most, |tick| tick.to_string()).into_iter().map(|(_, words)| words);
        assert!(words(87).eq(["20", "40", "60", "80"]));
        assert!(words(0).next().is_none());
    }

    #[test]
    fn the_largest_amounts_have_their_place() {
        assert!((share(1 << 52, 1 << 53) - 0.5).abs() < 1e-9 && share(0, 0) == 0.0);
    }
}
