//! What the figures of a wall mean, in plain words. Not for the figures.

/// A figure's name and what it means.
pub(crate) const TERMS: [(&str, &str); 10] = [
    (
        FINISH,
        "The last day on which a foot is added, counted from day 1; 0 where every section starts finished.",
    ),
    (ICE, "All the ice that goes into the wall, in cubic yards. It does not depend on the number of crews."),
    (COST, "All the ice times its price, in Gold Dragons. It does not depend on the number of crews."),
    (PEAK, "The most ice that is needed on one day, and the days that need it."),
    (BUSY, "Crew-days worked out of all crew-days: crews times days until the wall is finished."),
    (IDLE, "Crew-days on which a crew has no section to work on."),
    (
        BOUND,
        "No plan with this many crews is finished sooner: the longest section, or all work shared out evenly.",
    ),
    (CREWS, "All crews, those that never get a section included."),
    (SECTIONS, "Stretches of wall that start below the target height, of all."),
    (WAGES, "Crew wages and overhead, in Gold Dragons: beside the cost, never part of it."),
];

/// The finish day.
pub(crate) const FINISH: &str = "Finish day";
/// Ice in all.
pub(crate) const ICE: &str = "Ice in all";
/// Cost in all.
pub(crate) const COST: &str = "Cost in all";
/// The day with the most ice.
pub(crate) const PEAK: &str = "Peak";
/// Crew utilisation.
pub(crate) const BUSY: &str = "Crew utilisation";
/// Idle crew-days.
pub(crate) const IDLE: &str = "Idle crew-days";
/// The lower bound of the finish day.
pub(crate) const BOUND: &str = "Lower bound";
/// Crews.
pub(crate) const CREWS: &str = "Crews";
/// Unfinished sections of all.
pub(crate) const SECTIONS: &str = "Sections to build";
/// Wages and overhead.
pub(crate) const WAGES: &str = "Wages and overhead";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_term_is_explained_twice() {
        for (place, (term, _)) in TERMS.iter().enumerate() {
            assert!(TERMS[place + 1..].iter().all(|(other, _)| other != term), "{term}");
        }
    }
}
