//! The formulas behind the figures, with values. They are those of the model; every value comes from the core.

use icewall_protocol::desk::Figure;
use icewall_protocol::workshop::{BuiltSection, Terms};
use icewall_protocol::{DayRow, Summary};

use crate::words::{self, number};

/// How a figure comes about, or some that belong together.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Formula {
    /// What it is called.
    pub(super) title: String,
    /// The chapter that tells of it, in the documentation.
    pub(super) chapter: &'static str,
    /// A part for each figure.
    pub(super) parts: Vec<Part>,
}

/// The formula of one figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// What it is called, where there are several.
    pub(super) name: String,
    /// The formula in words.
    pub(super) words: &'static str,
    /// The same with the values put in, a line each.
    pub(super) lines: Vec<String>,
}

impl Part {
    pub(super) fn new(name: &str, words: &'static str, lines: Vec<String>) -> Self {
        Self { name: name.to_owned(), words, lines }
    }
}

pub(super) const SECTION: &str = "model.html#a-section";
pub(super) const SCHEDULE: &str = "model.html#who-builds-where";
pub(super) const COSTS: &str = "model.html#ice-and-cost";
pub(super) const WHOLE: &str = "model.html#figures-of-a-whole-wall";

/// Formulas in words that stand in more than one place.
pub(super) const BUSY: &str = "crew-days worked ÷ (crews × finish day)";
pub(super) const IDLE: &str = "crews × finish day − crew-days worked";
pub(super) const BOUND: &str = "the greater of the days of the longest section and ⌈crew-days ÷ crews⌉";
pub(super) const WAGES: &str = "(wage of a crew and day × crews + overhead of a day) × finish day";
pub(super) const LAST: &str = "the last day of the section that is finished last: its first day + ⌈(target − start height) ÷ feet a day⌉ − 1";
pub(super) const PEAK: &str = "the most feet that are added on one day × ice for a foot";

/// The formula of a figure.
pub(super) fn formula(figure: Figure, summary: &Summary, terms: &Terms) -> Formula {
    let of = |title: &str, words, chapter, lines| Formula {
        title: title.to_owned(),
        chapter,
        parts: vec![Part::new("", words, lines)],
    };
    match figure {
        Figure::Finish => {
            of("Finish day", LAST, SCHEDULE, vec![finish(terms.last, summary.finish_day, terms)])
        }
        Figure::Ice => {
            of("Ice in all", "feet to build × ice for a foot", COSTS, vec![ice(summary.feet, terms)])
        }
        Figure::Cost => of(
            "Cost in all",
            "ice × price of a cubic yard",
            COSTS,
            vec![ice(summary.feet, terms), cost(summary.ice, terms)],
        ),
        Figure::Peak => of("Peak", PEAK, COSTS, vec![ice(terms.peak_feet, terms)]),
        Figure::Busy => {
            let share = summary.utilisation_permille;
            let line = busy(summary.crew_days, summary.crews, summary.finish_day, share);
            of("Crew utilisation", BUSY, WHOLE, vec![line])
        }
        Figure::Idle => of(
            "Idle crew-days",
            IDLE,
            WHOLE,
            vec![idle(summary.crews, summary.finish_day, summary.crew_days, summary.idle_crew_days)],
        ),
        Figure::Bound => of(
            "Lower bound",
            BOUND,
            WHOLE,
            vec![bound(terms.longest.into(), summary.crew_days, summary.crews, summary.lower_bound)],
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
            WAGES,
            WHOLE,
            vec![wages(terms, summary.crews, summary.finish_day, summary.wages)],
        ),
        Figure::Day => day(terms),
    }
}

pub(super) fn ice(feet: u64, terms: &Terms) -> String {
    let amount = feet * terms.ice_per_foot;
    format!(
        "{} × {} = {}",
        words::counted(feet, "foot", "feet"),
        words::ice(terms.ice_per_foot),
        words::ice(amount)
    )
}

pub(super) fn cost(ice: u64, terms: &Terms) -> String {
    let amount = words::gold_short(ice * terms.cost_per_yard);
    format!("{} × {} = {amount}", words::ice(ice), words::gold_short(terms.cost_per_yard))
}

/// The last day of a section that is finished last.
pub(super) fn finish(last: Option<BuiltSection>, day: u64, terms: &Terms) -> String {
    last.map_or_else(
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
                number(day)
            )
        },
    )
}

pub(super) fn busy(worked: u64, crews: u64, finish: u64, permille: Option<u32>) -> String {
    let share = permille.map_or_else(|| "–".to_owned(), words::percent);
    format!("{} ÷ ({} × {}) = {share}", number(worked), number(crews), number(finish))
}

pub(super) fn idle(crews: u64, finish: u64, worked: u64, idle: u64) -> String {
    format!("{} × {} − {} = {}", number(crews), number(finish), number(worked), number(idle))
}

pub(super) fn bound(longest: u64, worked: u64, crews: u64, bound: u64) -> String {
    let [longest, worked, crews] = [longest, worked, crews].map(number);
    format!("max({longest}, ⌈{worked} ÷ {crews}⌉) = {}", words::days(bound))
}

pub(super) fn wages(terms: &Terms, crews: u64, finish: u64, wages: u64) -> String {
    format!(
        "({} × {} + {}) × {} = {}",
        number(terms.wage),
        number(crews),
        number(terms.overhead),
        number(finish),
        words::gold_short(wages)
    )
}

fn day(terms: &Terms) -> Formula {
    let on = terms.feet_on * terms.ice_per_foot;
    let until = terms.feet_until * terms.ice_per_foot;
    let lines = vec![
        format!("Day {}: {}", number(terms.day), ice(terms.feet_on, terms)),
        cost(on, terms),
        format!("So far: {}", ice(terms.feet_until, terms)),
        cost(until, terms),
    ];
    let words = "feet that are added on the day × ice for a foot; ice × price of a cubic yard; the same for all days so far";
    Formula { title: "Figures of a day".to_owned(), chapter: COSTS, parts: vec![Part::new("", words, lines)] }
}

/// A day with what the first profiles take on it.
pub(super) fn of_day(row: &DayRow, summary: &Summary, terms: &Terms) -> Formula {
    let mut of = formula(Figure::Day, summary, terms);
    let profile = |(profile, amount): (u64, &u64)| {
        format!("Profile {}: {}", number(profile), ice(amount / terms.ice_per_foot.max(1), terms))
    };
    let lines: Vec<String> = (1..).zip(&row.ice_by_profile).map(profile).collect();
    if !lines.is_empty() {
        of.parts.push(Part::new("By profile", "feet of the profile on the day × ice for a foot", lines));
    }
    of
}
