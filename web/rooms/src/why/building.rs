//! The formulas behind the figures of crews and sections, with values. Every value comes from the core.

use icewall_protocol::Summary;
use icewall_protocol::workshop::{CrewRow, Resources, SectionFacts, Terms};

use super::formulas::{Formula, Part, SCHEDULE, SECTION, cost, ice};
use crate::words::{self, number};

/// The crews at work on some days, and those that stand idle.
pub(super) fn at_work(of: &Resources, summary: &Summary) -> Formula {
    let (first, last) = of.days;
    let crews = words::counted(of.most.into(), "crew", "crews");
    let (days, idle) = if first == last {
        let [all, most] = [summary.crews, of.most.into()].map(number);
        (format!("Day {}: {crews}", number(first)), format!("{all} − {most} = {}", number(of.idle)))
    } else {
        let from =
            if of.least == of.most { String::new() } else { format!("{} to ", number(of.least.into())) };
        let [all, days, worked] = [summary.crews, last + 1 - first, of.worked].map(number);
        (
            format!("Days {} to {}: {from}{crews} on each", number(first), number(last)),
            format!("{all} × {days} − {worked} = {}", number(of.idle)),
        )
    };
    let words = if first == last { "crews − crews at work" } else { "crews × days − crew-days worked" };
    let parts = vec![
        Part::new("At work", "crews that have a section on the day", vec![days]),
        Part::new("Idle", words, vec![idle]),
    ];
    Formula { title: "Crews at work".to_owned(), chapter: SCHEDULE, parts }
}

/// What a crew does in all.
pub(super) fn crew(row: &CrewRow, summary: &Summary) -> Formula {
    let relieved = if row.sections == 0 {
        format!("It gets no section: day {}", number(row.relieved))
    } else {
        format!("Its last section is finished on day {}", number(row.relieved))
    };
    let parts = vec![
        Part::new(
            "Days at work",
            "the days of its sections, added up",
            vec![format!(
                "{}: {}",
                words::counted(row.sections.into(), "section", "sections"),
                words::days(row.worked)
            )],
        ),
        Part::new(
            "Relieved",
            "the last day of its last section; day 1 for a crew that gets none",
            vec![relieved],
        ),
        Part::new(
            "Idle days",
            "finish day − days at work",
            vec![format!("{} − {} = {}", number(summary.finish_day), number(row.worked), number(row.idle))],
        ),
    ];
    Formula { title: format!("Crew {}", number(row.crew.into())), chapter: SCHEDULE, parts }
}

/// A section.
pub(super) fn section(facts: &SectionFacts, terms: &Terms) -> Formula {
    let title = format!("Section {}", number(facts.section.into()));
    let (target, rate) = (u64::from(terms.target), u64::from(terms.rate));
    let feet = |count: u64| words::counted(count, "foot", "feet");
    let to_build = Part::new(
        "Feet to build",
        "target − start height",
        vec![format!("{} − {} = {}", number(target), number(facts.start), feet(facts.feet))],
    );
    let Some((first, last)) = facts.days else {
        return Formula { title, chapter: SECTION, parts: vec![to_build] };
    };
    let worked = (facts.day.min(last) + 1).saturating_sub(first);
    let parts = vec![
        to_build,
        Part::new(
            "Days",
            "⌈feet to build ÷ feet a day⌉, from the day on which its crew is free",
            vec![format!(
                "⌈{} ÷ {}⌉ = {}: day {} to day {}",
                number(facts.feet),
                number(rate),
                words::days(last + 1 - first),
                number(first),
                number(last)
            )],
        ),
        Part::new(
            "Height on the day",
            "start height + feet a day × days worked until then, the target at most",
            vec![format!(
                "Day {}: min({}, {} + {} × {}) = {}",
                number(facts.day),
                number(target),
                number(facts.start),
                number(rate),
                number(worked),
                feet(facts.height)
            )],
        ),
        Part::new("Ice", "feet to build × ice for a foot", vec![ice(facts.feet, terms)]),
        Part::new("Cost", "ice × price of a cubic yard", vec![cost(facts.ice, terms)]),
    ];
    Formula { title, chapter: SECTION, parts }
}
