//! All that is known of one section.

use crate::ledger::Ledger;
use crate::log::Rota;
use crate::units::{CubicYards, Day, Feet, GoldDragons};

/// All that is known of one section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// Its number over the whole wall, from 1.
    pub section: u32,
    /// Its profile, from 1.
    pub profile: u32,
    /// Its number within the profile, from 1.
    pub position: u32,
    /// Start height.
    pub start: Feet,
    /// Height at the end of the day that was asked for.
    pub height: Feet,
    /// Feet to build.
    pub feet: Feet,
    /// Ice for all of them.
    pub ice: CubicYards,
    /// Their cost.
    pub cost: GoldDragons,
    /// First and last day of work; none for a section that starts finished.
    pub days: Option<(Day, Day)>,
    /// Who builds it, from 1; none for a section that starts finished.
    pub crew: Option<u32>,
}

impl Facts {
    /// The facts of a section (index from 0) on a day; none where the wall has no such section.
    pub fn new(ledger: &Ledger, rota: &Rota, section: usize, day: Day) -> Option<Self> {
        let (wall, schedule) = (ledger.config().wall(), ledger.schedule());
        let start = *wall.heights().get(section)?;
        let profile = wall.profile_of(section)?;
        let number = |index: usize| u32::try_from(index + 1).unwrap_or(u32::MAX);
        let feet = u64::from(schedule.effort().feet(start));
        Some(Self {
            section: number(section),
            profile: number(profile),
            position: number(section - wall.profile(profile).start),
            start: Feet::new(u64::from(start)),
            height: ledger.height_on(section, day),
            feet: Feet::new(feet),
            ice: ledger.to_ice(feet),
            cost: ledger.to_cost(feet),
            days: schedule.days_of(wall, section),
            crew: rota.crew_of(section),
        })
    }
}
