//! The formulas behind the milestones of a profile or of the wall, with values. Every value comes from the core.

use icewall_protocol::workshop::{BuiltSection, MilestoneTerms, Quarter};

use super::formulas::{Formula, LAST, PEAK, Part, SCHEDULE, cost, finish, ice};
use crate::words::{self, number};

/// The formulas of a row.
pub(super) fn formula(of: &MilestoneTerms) -> Formula {
    let title = of
        .profile
        .map_or_else(|| "The wall".to_owned(), |profile| format!("Profile {}", number(profile.into())));
    let terms = &of.terms;
    let mut parts = vec![
        Part::new("Done", "feet that stand ÷ feet to build, rounded down", vec![done(of)]),
        Part::new("Start", "the first day of the section that is begun first", vec![begun(of.begun)]),
        Part::new(
            "25, 50, 75% on",
            "the first day at whose end so much of the feet to build stands",
            [25, 50, 75]
                .into_iter()
                .zip(of.quarters)
                .filter_map(|(share, day)| Some(quarter(share, of.feet, day?)))
                .collect(),
        ),
        Part::new("Finish", LAST, vec![finish(of.ended, of.ended.map_or(0, |section| section.last), terms)]),
    ];
    if let Some((day, feet)) = of.peak {
        parts.push(Part::new("Peak", PEAK, vec![format!("Day {}: {}", number(day), ice(feet, terms))]));
    }
    parts.extend([
        Part::new("Feet", "sections × target − the sum of their start heights", vec![feet(of)]),
        Part::new("Ice", "feet to build × ice for a foot", vec![ice(of.feet, terms)]),
        Part::new("Cost", "ice × price of a cubic yard", vec![cost(of.feet * terms.ice_per_foot, terms)]),
    ]);
    Formula { title, chapter: SCHEDULE, parts }
}

fn done(of: &MilestoneTerms) -> String {
    // All of nothing is done.
    let permille = (of.done * 1000).checked_div(of.feet).unwrap_or(1000);
    let share = words::percent(u32::try_from(permille).unwrap_or(1000));
    format!("Until day {}: {} ÷ {} = {share}", number(of.terms.day), number(of.done), number(of.feet))
}

fn begun(section: Option<BuiltSection>) -> String {
    section.map_or_else(
        || "Every section starts at the target height.".to_owned(),
        |section| {
            let [number_of, crew] = [section.section, section.crew].map(|of| number(of.into()));
            format!("Section {number_of}, crew {crew}: day {}", number(section.first))
        },
    )
}

fn quarter(share: u32, feet: u64, of: Quarter) -> String {
    format!(
        "⌈{share}% of {}⌉ = {}: {} at the end of day {}, {} at the end of day {}",
        number(feet),
        words::counted(of.goal, "foot", "feet"),
        number(of.before),
        number(of.day - 1),
        number(of.until),
        number(of.day)
    )
}

fn feet(of: &MilestoneTerms) -> String {
    format!(
        "{} × {} − {} = {}",
        number(of.sections.into()),
        number(of.terms.target.into()),
        number(of.start_feet),
        words::counted(of.feet, "foot", "feet")
    )
}
