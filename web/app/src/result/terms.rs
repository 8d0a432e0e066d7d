//! What the figures of a wall mean, in plain words. Not for the figures.

use icewall_protocol::desk::Figure;

/// A figure, its name and what it means.
pub(crate) const TERMS: [(Figure, &str, &str); 10] = [
    (
        Figure::Finish,
        "Finish day",
        "The last day on which a foot is added, counted from day 1; 0 where every section starts finished.",
    ),
    (
        Figure::Ice,
        "Ice in all",
        "All the ice that goes into the wall, in cubic yards. It does not depend on the number of crews.",
    ),
    (
        Figure::Cost,
        "Cost in all",
        "All the ice times its price, in Gold Dragons. It does not depend on the number of crews.",
    ),
    (Figure::Peak, "Peak", "The most ice that is needed on one day, and the days that need it."),
    (
        Figure::Busy,
        "Crew utilisation",
        "Crew-days worked out of all crew-days: crews times days until the wall is finished.",
    ),
    (Figure::Idle, "Idle crew-days", "Crew-days on which a crew has no section to work on."),
    (
        Figure::Bound,
        "Lower bound",
        "No plan with this many crews is finished sooner: the longest section, or all work shared out evenly.",
    ),
    (Figure::Crews, "Crews", "All crews, those that never get a section included."),
    (Figure::Sections, "Sections to build", "Stretches of wall that start below the target height, of all."),
    (
        Figure::Wages,
        "Wages and overhead",
        "Crew wages and overhead, in Gold Dragons: beside the cost, never part of it.",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_term_is_explained_twice() {
        for (place, (_, term, _)) in TERMS.iter().enumerate() {
            assert!(TERMS[place + 1..].iter().all(|(_, other, _)| other != term), "{term}");
        }
    }
}
