//! What the black-box tests and the benchmark share: walls from a seed, and a slow simulator that
//! goes by the rules of the model day by day, crew by crew, to hold the core against.

pub mod slow;

use icewall_core::config::{Config, Key, Parameters, Wall};
use icewall_core::control::Unwatched;
use icewall_core::ledger::Ledger;

/// So many heights from 0 to `most`, by xorshift from a seed: the same everywhere.
pub fn heights(count: usize, most: u16, seed: u32) -> Vec<u16> {
    let mut state = seed.wrapping_mul(2_654_435_761).max(1);
    let next = || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        u16::try_from(state % (u32::from(most) + 1)).unwrap_or(0)
    };
    std::iter::repeat_with(next).take(count).collect()
}

/// A wall of equally long profiles.
///
/// # Panics
/// When the model allows no such wall.
pub fn even_wall(profiles: u32, sections: u32, heights: Vec<u16>) -> Wall {
    let ends = (1..=profiles).map(|profile| profile * sections).collect();
    Wall::new(heights, ends).expect("a wall that the model allows")
}

/// The defaults with these values instead.
///
/// # Panics
/// When the model does not allow one of them.
pub fn parameters(values: &[(Key, &str)]) -> Parameters {
    values.iter().fold(Parameters::default(), |parameters, &(key, value)| {
        parameters.with(key, value).expect("a value that the model allows")
    })
}

/// Simulates a wall that the model allows.
///
/// # Panics
/// When the model does not allow it.
pub fn simulate(parameters: Parameters, wall: Wall) -> Ledger {
    let config = Config::new(parameters, wall).expect("a configuration that the model allows");
    Ledger::new(config, &Unwatched).expect("nobody cancels")
}
