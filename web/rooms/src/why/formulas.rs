//! The formulas behind the figures, with values. They are those of the model; every value comes from the core.

use icewall_protocol::Summary;
use icewall_protocol::desk::Figure;
use icewall_protocol::workshop::Terms;

use crate::words::{self, number};

/// How a figure comes about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Formula {
    /// What it is called.
    pub(super) title: &'static str,
    /// The formula in words.
    pub(super) words: &'static str,
    /// The same with the values put in, a line each.
    pub(super) lines: Vec<String>,
    /// The chapter of the model that it stands in.
    pub(super) chapter: &'static str,
}

const SECTION: &str = "a-section";
const SCHEDULE: &str = "who-builds-where";
const COSTS: &str = "ice-and-cost";
const WHOLE: &str = "figures-of-a-whole-wall";

/// The formula of a figure.
pub(super) fn formula(figure: Figure, summary: &Summary, terms: &Terms) -> Formula {
    let of = |title, words, chapter, lines| Formula { title, words, lines, chapter };
    match figure {
        Figure::Finish => of(
            "Finish day",
            "the last day of the section that is finished last: its first day + ⌈(target − start height) ÷ feet a day⌉ − 1",
            SCHEDULE,
            vec![finish(summary, terms)],
        ),
        Figure::Ice => {
            of("Ice in all", "feet to build × ice for a foot", COSTS, vec![ice(summary.feet, terms)])
        }
        Figure::Cost => of(
            "Cost in all",
            "ice × price of a cubic yard",
            COSTS,
            vec![ice(summary.feet, terms), cost(summary.ice, terms)],
        ),
        Figure::Peak => of(
            "Peak",
            "the most feet that are added on one day × ice for a foot",
            COSTS,
            vec![ice(terms.peak_feet, terms)],
        ),
        Figure::Busy => {
            of("Crew utilisation", "crew-days worked ÷ (crews × finish day)", WHOLE, vec![busy(summary)])
        }
        Figure::Idle => of(
            "Idle crew-days",
            "crews × finish day − crew-days worked",
            WHOLE,
            vec![format!(
                "{} × {} − {} = {}",
                number(summary.crews),
                number(summary.finish_day),
                number(summary.crew_days),
                number(summary.idle_crew_days)
            )],
        ),
        Figure::Bound => of(
            "Lower bound",
            "the greater of the days of the longest section and ⌈crew-days ÷ crews⌉",
            WHOLE,
            vec![bound(summary, terms)],
        ),
        Figure::Crews => of(
            "Crews",
            if terms.is_pool { "the crews of the pool" } else { "one for each section to build" },
            SCHEDULE,
            vec![words::counted(summary.crews, "crew", "crews")],
        ),
        Figure::Sections => of(
            "Sections to build",
            "sections that start below the target height",
            SECTION,
            vec![format!(
                "{} of {} start below {} feet",
                number(summary.unfinished.into()),
                number(summary.sections.into()),
                number(terms.target.into())
            )],
        ),
        Figure::Wages => of(
            "Wages and overhead",
            "(wage of a crew and day × crews + overhead of a day) × finish day",
            WHOLE,
            vec![format!(
                "({} × {} + {}) × {} = {}",
                number(terms.wage),
                number(summary.crews),
                number(terms.overhead),
                number(summary.finish_day),
                words::gold_short(summary.wages)
            )],
        ),
        Figure::Day => day(terms),
    }
}

fn ice(feet: u64, terms: &Terms) -> String {
    let amount = feet * terms.ice_per_foot;
    format!(
        "{} × {} = {}",
        words::counted(feet, "foot", "feet"),
        words::ice(terms.ice_per_foot),
        words::ice(amount)
    )
}

fn cost(ice: u64, terms: &Terms) -> String {
    let amount = words::gold_short(ice * terms.cost_per_yard);
    format!("{} × {} = {amount}", words::ice(ice), words::gold_short(terms.cost_per_yard))
}

fn finish(summary: &Summary, terms: &Terms) -> String {
    terms.last.map_or_else(
        || "Every section starts at the target height: nothing is to be built.".to_owned(),
        |last| {
            format!(
                "Section {}, crew {}: {} + ⌈({} − {}) ÷ {}⌉ − 1 = day {}",
                number(last.section.into()),
                number(last.crew.into()),
                number(last.first),
                number(terms.target.into()),
                number(last.start),
                number(terms.rate.into()),
                number(summary.finish_day)
            )
        },
    )
}

fn busy(summary: &Summary) -> String {
    let share = summary.utilisation_permille.map_or_else(|| "–".to_owned(), words::percent);
    format!(
        "{} ÷ ({} × {}) = {share}",
        number(summary.crew_days),
        number(summary.crews),
        number(summary.finish_day)
    )
}

fn bound(summary: &Summary, terms: &Terms) -> String {
    let (longest, crew_days, crews) =
        (number(terms.longest.into()), number(summary.crew_days), number(summary.crews));
    format!("max({longest}, ⌈{crew_days} ÷ {crews}⌉) = {}", words::days(summary.lower_bound))
}

fn day(terms: &Terms) -> Formula {
    let on = terms.feet_on * terms.ice_per_foot;
    let until = terms.feet_until * terms.ice_per_foot;
    Formula {
        title: "Figures of a day",
        words: "feet that are added on the day × ice for a foot; ice × price of a cubic yard; the same for all days so far",
        lines: vec![
            format!("Day {}: {}", number(terms.day), ice(terms.feet_on, terms)),
            cost(on, terms),
            format!("So far: {}", ice(terms.feet_until, terms)),
            cost(until, terms),
        ],
        chapter: COSTS,
    }
}
