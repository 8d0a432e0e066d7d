//! A whole configuration: parameters and a wall that fit one another. It cannot exist otherwise.
//!
//! Reading one from a text, with the places of its faults, is the business of
//! [`input`](crate::input).

mod dispatch;
mod key;
mod parameters;
mod survey;
mod wall;

pub use dispatch::Dispatch;
pub use key::{IniSection, Key};
pub use parameters::Parameters;
pub(crate) use parameters::digits;
pub(crate) use wall::WallFault;
pub use wall::{HEIGHT_MOST, SECTIONS_MOST, Wall};

use crate::diagnostic::{Diagnostic, DiagnosticKind, Place, Severity};
use crate::units::AMOUNT_MOST;

/// Parameters and a wall that fit one another, with a total within 2^53. The default is the
/// model's worked example.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Config {
    parameters: Parameters,
    wall: Wall,
}

impl Config {
    /// Puts the two together.
    ///
    /// # Errors
    /// Every limit that the two break, each a fault at [`Place::Wall`]: a height above the target
    /// height (the first one is told), a profile with more sections than `max_section_count` (the
    /// longest is told), a total cost over 2^53, without or with wages.
    pub fn new(parameters: Parameters, wall: Wall) -> Result<Self, Vec<Diagnostic>> {
        let faults: Vec<_> = [height_fault(&parameters, &wall), length_fault(&parameters, &wall)]
            .into_iter()
            .flatten()
            .collect();
        if !faults.is_empty() {
            return Err(faults);
        }
        if let Some(fault) = cost_fault(&parameters, &wall) {
            return Err(vec![fault]);
        }
        Ok(Self { parameters, wall })
    }

    /// The parameters.
    pub fn parameters(&self) -> &Parameters {
        &self.parameters
    }

    /// The wall.
    pub fn wall(&self) -> &Wall {
        &self.wall
    }
}

fn fault(kind: DiagnosticKind) -> Diagnostic {
    Diagnostic { severity: Severity::Fault, place: Place::Wall, kind }
}

fn height_fault(parameters: &Parameters, wall: &Wall) -> Option<Diagnostic> {
    let most = parameters.target_height();
    if wall.tallest() <= most {
        return None;
    }
    let found = wall.heights().iter().find(|&&height| height > most)?.to_string();
    Some(fault(DiagnosticKind::TooTall { found, most }))
}

fn length_fault(parameters: &Parameters, wall: &Wall) -> Option<Diagnostic> {
    let most = parameters.max_section_count();
    let found = wall.longest();
    (found > most).then(|| fault(DiagnosticKind::SectionsInProfile { found: u64::from(found), most }))
}

/// The wages need the makespan, so they are looked at only where there are any.
fn cost_fault(parameters: &Parameters, wall: &Wall) -> Option<Diagnostic> {
    // No height is above the target: that was looked at before. At most 10^10 feet.
    let target = u64::from(parameters.target_height());
    let feet = target * wall.heights().len() as u64 - wall.start_feet();
    let cost =
        u128::from(feet) * u128::from(parameters.ice_per_foot()) * u128::from(parameters.cost_per_yard());
    if cost > u128::from(AMOUNT_MOST) {
        return Some(fault(DiagnosticKind::Cost { total: cost }));
    }
    if parameters.crew_wage() == 0 && parameters.overhead_per_day() == 0 {
        return None;
    }
    // The finish day takes a pass over the wall; a bound of it mostly will do.
    let within = |days| cost + wages(parameters, wall, days) <= u128::from(AMOUNT_MOST);
    if within(crate::schedule::finish_day_at_most(parameters, wall)) {
        return None;
    }
    let total = cost + wages(parameters, wall, crate::schedule::finish_day(parameters, wall));
    (total > u128::from(AMOUNT_MOST)).then(|| fault(DiagnosticKind::CostWithWages { total }))
}

fn wages(parameters: &Parameters, wall: &Wall, days: u64) -> u128 {
    let unfinished = || wall.heights().iter().filter(|&&height| height < parameters.target_height()).count();
    let crews = parameters.crews().unwrap_or_else(|| u32::try_from(unfinished()).unwrap_or(u32::MAX));
    u128::from(parameters.wages_a_day(crews)) * u128::from(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters(values: &[(Key, &str)]) -> Parameters {
        values.iter().fold(Parameters::default(), |parameters, (key, value)| {
            parameters.with(*key, value).expect("an allowed value")
        })
    }

    fn check(values: &[(Key, &str)], profiles: &[Vec<u16>], faults: &[DiagnosticKind]) {
        let wall = Wall::from_profiles(profiles).expect("a wall");
        let found = Config::new(parameters(values), wall).err().unwrap_or_default();
        let found: Vec<_> = found.into_iter().map(|diagnostic| diagnostic.kind).collect();
        assert_eq!(found, faults);
    }

    #[test]
    fn the_default_is_the_worked_example() {
        let config = Config::default();
        assert_eq!(Config::new(config.parameters.clone(), config.wall.clone()).as_ref(), Ok(&config));
        assert_eq!(crate::output::lines(config.wall()), "21 25 28\n17\n17 22 17 19 17\n");
    }

    #[test]
    fn a_height_is_at_most_the_target() {
        check(&[], &[vec![30]], &[]);
        check(&[], &[vec![30, 31, 32]], &[DiagnosticKind::TooTall { found: "31".into(), most: 30 }]);
    }

    #[test]
    fn a_profile_is_at_most_so_long_and_every_fault_is_told() {
        let most = (Key::MaxSectionCount, "2");
        check(&[most], &[vec![1, 2], vec![1, 2]], &[]);
        let too_long = DiagnosticKind::SectionsInProfile { found: 3, most: 2 };
        let too_tall = DiagnosticKind::TooTall { found: "99".into(), most: 30 };
        check(&[most], &[vec![1], vec![1, 99, 3]], &[too_tall, too_long]);
    }

    #[test]
    fn a_total_of_exactly_2_to_the_53_is_allowed() {
        // 2^53 = 2^9 feet × 2^19 (524,288) cubic yards × 2^25 (33,554,432) coins.
        let values =
            [(Key::TargetHeight, "512"), (Key::VolumeIcePerFoot, "524288"), (Key::CostPerVolume, "33554432")];
        check(&values, &[vec![0]], &[]);
        check(&values, &[vec![0], vec![512]], &[]);
        let total = (1 << 53) + (1 << 44);
        check(&values, &[vec![0, 511]], &[DiagnosticKind::Cost { total }]);
    }

    #[test]
    fn the_largest_total_is_counted_without_overflow() {
        let values = [
            (Key::TargetHeight, "1000"),
            (Key::MaxSectionCount, "10000000"),
            (Key::VolumeIcePerFoot, "1000000"),
            (Key::CostPerVolume, "1000000000"),
        ];
        let total = 10u128.pow(25);
        check(&values, &[vec![0; 10_000_000]], &[DiagnosticKind::Cost { total }]);
    }

    #[test]
    fn wages_count_towards_the_limit() {
        // One section of 1 foot: 1 day, cost 1. 2^53 = 9,007,199,254,740,992, of which the wages
        // take 9,007,199 crews × 1,000,000,000 and the overhead the rest.
        let values = |overhead| {
            [
                (Key::VolumeIcePerFoot, "1"),
                (Key::CostPerVolume, "1"),
                (Key::NumTeams, "9007199"),
                (Key::CrewWage, "1000000000"),
                (Key::OverheadPerDay, overhead),
            ]
        };
        check(&values("254740991"), &[vec![29]], &[]);
        let total = (1 << 53) + 1;
        check(&values("254740992"), &[vec![29]], &[DiagnosticKind::CostWithWages { total }]);
    }

    #[test]
    fn with_one_crew_each_only_unfinished_sections_are_paid() {
        let values =
            [(Key::VolumeIcePerFoot, "1"), (Key::CostPerVolume, "1"), (Key::OverheadPerDay, "1000000000000")];
        check(&values, &[vec![30, 30]], &[]);
        let wage = (Key::CrewWage, "1000000000");
        check(&[values[0], values[1], wage], &[vec![30, 29, 29]], &[]);
    }
}
