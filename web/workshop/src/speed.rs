//! Plans of a made-up wall, computed only to see how long they take: the same wherever and with however many threads
//! it is done. Walls are made by the first of its kind and kept, so that the others take no time for them.
//!
//! Not here: the time, which the transport takes.

use icewall_answers::progress::Phase;
use icewall_core::config::{Config, Dispatch, Parameters, Wall};
use icewall_core::planner::Planner;
use icewall_core::risk::Risk;
use icewall_protocol::workshop::{Made, Trial};

const WHOLE: Phase = Phase { from: 0, to: 1000 };
/// Sections of a profile.
const PROFILE: u32 = 2000;
/// Profiles of the wall of [`Trial::Counts`].
const PROFILES: u32 = 500;
/// Numbers of crews that are tried there, from 1: with few crews nearly each section is a day of its own, and no
/// number takes longer.
const COUNTS: u32 = 200;
/// Crews, thousandths of their days that are lost, seed and runs of [`Trial::Risk`].
const RISK: (u32, u16, u64, u32) = (100, 50, 1, 10_000);

/// The walls that were made.
#[derive(Default)]
pub(crate) struct Trials {
    counts: Option<Planner>,
    risk: Option<Planner>,
}

impl Trials {
    /// Computes a plan, and tells the sum of what was found.
    pub(crate) fn run(&mut self, trial: Trial) -> Made {
        match trial {
            Trial::Counts => self.count(),
            Trial::Risk => self.risk(),
        }
        .map_or(Made::Nothing, Made::Speed)
    }

    /// The sum of the finish days.
    fn count(&mut self) -> Option<u64> {
        let planner = kept(&mut self.counts, PROFILES)?;
        let counts: Vec<u32> = (1..=COUNTS).collect();
        let steps = planner.steps(&counts, &WHOLE).ok()?;
        Some(steps.iter().map(|step| step.finish.get()).sum())
    }

    /// The sum of the days by which 10, 50, 80 and 90 % of the runs are finished.
    fn risk(&mut self) -> Option<u64> {
        let planner = kept(&mut self.risk, 1)?.clone();
        let (crews, per_mille, seed, runs) = RISK;
        let mut risk = Risk::new(planner, crews, per_mille, seed);
        risk.run(runs, &WHOLE).ok()?;
        let finish = risk.outcome()?.finish;
        Some(finish.p10 + finish.p50 + finish.p80 + finish.p90)
    }
}

/// The planner of a made-up wall, made where it is not there yet.
fn kept(place: &mut Option<Planner>, profiles: u32) -> Option<&Planner> {
    if place.is_none() {
        let ends = (1..=profiles).map(|profile| profile * PROFILE).collect();
        let wall = Wall::new(heights((profiles * PROFILE) as usize), ends).ok()?;
        let config = Config::new(Parameters::default(), wall).ok()?;
        *place = Some(Planner::new(&config, Dispatch::FileOrder));
    }
    place.as_ref()
}

/// Heights from 0 to 30 by a shift register (Marsaglia 2003, the one of 32 bits).
fn heights(count: usize) -> Vec<u16> {
    let mut state: u32 = 2_654_435_761;
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        u16::try_from(state % 31).unwrap_or(0)
    };
    std::iter::repeat_with(next).take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_timed_is_what_the_native_benchmark_times() {
        let mut trials = Trials::default();
        // The figures of tests/suite/bench/planner.rs.
        assert_eq!(trials.run(Trial::Risk), Made::Speed(331 + 333 + 334 + 335));
        assert_eq!(trials.run(Trial::Risk), Made::Speed(331 + 333 + 334 + 335));
        assert_eq!(kept(&mut trials.risk, 1).map(|planner| planner.step(100).finish.get()), Some(316));
        assert_eq!(Trial::Counts.placed(), u64::from(COUNTS * PROFILES * PROFILE));
        assert_eq!(Trial::Risk.placed(), u64::from(RISK.3 * PROFILE));
    }
}
