//! The planner: its example, and every figure of random walls by brute force over all crew counts
//! with the slow simulator.

mod goals;
mod orders;
mod staircase;

use icewall_core::config::{Config, Dispatch, Key, Wall};
use icewall_core::planner::Planner;
use icewall_suite::{even_wall, heights, parameters, slow};
use proptest::prelude::*;

/// A configuration of these values.
pub(crate) fn config(values: &[(Key, &str)], wall: Wall) -> Config {
    Config::new(parameters(values), wall).expect("a configuration")
}

/// One profile of so many sections, large enough for the tallies along the list to be used.
pub(crate) fn long_wall(sections: u32, target: u16, rate: &str, seed: u32) -> Config {
    let values = [(Key::TargetHeight, target.to_string()), (Key::BuildRate, rate.to_owned())];
    let values: Vec<(Key, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let heights = heights(sections as usize, target, seed);
    config(&[&values[..], &[(Key::MaxSectionCount, "10000000")]].concat(), even_wall(1, sections, heights))
}

prop_compose! {
    /// Up to 4 profiles of up to 5 sections, targets to 16, rates that leave short days.
    pub(crate) fn any_config()(
        (target, profiles) in (1u16..=16).prop_flat_map(|target| {
            let profile = prop::collection::vec(0..=target, 1..=5);
            (Just(target), prop::collection::vec(profile, 1..=4))
        }),
        rate in 1u16..=7,
        dispatch in any_dispatch(),
        wage in 0u64..1000,
        overhead in 0u64..20_000,
    ) -> Config {
        let values = [
            (Key::TargetHeight, target.to_string()),
            (Key::BuildRate, rate.to_string()),
            (Key::Dispatch, dispatch.name().to_owned()),
            (Key::CrewWage, wage.to_string()),
            (Key::OverheadPerDay, overhead.to_string()),
        ];
        let values: Vec<(Key, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
        config(&values, Wall::from_profiles(&profiles).expect("a wall"))
    }
}

pub(crate) fn any_dispatch() -> impl Strategy<Value = Dispatch> {
    prop::sample::select(Dispatch::ALL.to_vec())
}

/// What the slow simulator makes of a crew count.
#[derive(Clone, Debug)]
pub(crate) struct Slow {
    pub(crate) crews: u32,
    pub(crate) finish: u64,
    /// Feet of the whole wall by day, from day 1.
    pub(crate) feet: Vec<u64>,
    pub(crate) crew_days: u64,
}

impl Slow {
    pub(crate) fn until(&self, day: u64) -> u64 {
        self.feet.iter().take(usize::try_from(day).unwrap_or(usize::MAX)).sum()
    }

    pub(crate) fn peak(&self) -> u64 {
        self.feet.iter().copied().max().unwrap_or(0)
    }
}

/// The configuration with other crews and another order.
pub(crate) fn with(config: &Config, crews: u32, dispatch: Dispatch) -> Config {
    let parameters = config.parameters().clone().with(Key::NumTeams, &crews.to_string()).expect("crews");
    let parameters = parameters.with(Key::Dispatch, dispatch.name()).expect("an order");
    let parameters = parameters.with(Key::CrewWage, "0").expect("a wage");
    let parameters = parameters.with(Key::OverheadPerDay, "0").expect("an overhead");
    Config::new(parameters, config.wall().clone()).expect("a configuration")
}

/// Every useful crew count by the slow simulator, ascending.
pub(crate) fn all_slow(config: &Config, dispatch: Dispatch) -> Vec<Slow> {
    (1..=Planner::new(config, dispatch).most_crews())
        .map(|crews| {
            let seen = slow::build(&with(config, crews, dispatch));
            let days = seen.feet.first().map_or(0, Vec::len);
            Slow {
                crews,
                finish: seen.makespan,
                feet: (0..days).map(|day| seen.feet.iter().map(|feet| feet[day]).sum()).collect(),
                crew_days: seen.at_work.iter().map(|at_work| at_work.len() as u64).sum(),
            }
        })
        .collect()
}
