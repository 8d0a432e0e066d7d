//! The formulas behind the figures of the planner and of the risk, with values. Every value comes from the core.

use icewall_protocol::Summary;
use icewall_protocol::workshop::{Band, PlanStep, RiskRuns, Terms};

use super::formulas::{BOUND, BUSY, Formula, IDLE, PEAK, Part, WAGES, WHOLE, bound, busy, ice, idle, wages};
use crate::risk::SHARES;
use crate::words::{self, number};

const RISK: &str = "planner.html#risk";

/// A plan with so many crews; the wall is that of the summary.
pub(super) fn plan(step: &PlanStep, summary: &Summary, terms: &Terms) -> Formula {
    let (crews, worked) = (u64::from(step.crews), summary.crew_days);
    let mut parts = vec![
        Part::new(
            "Finish day",
            "each crew that is free is sent to the next section, day after day, until none is left; so crews × finish day = crew-days worked + idle crew-days",
            vec![format!(
                "({} + {}) ÷ {} = day {}",
                number(worked),
                number(step.idle),
                number(crews),
                number(step.finish)
            )],
        ),
        Part::new("Lower bound", BOUND, vec![bound(terms.longest.into(), worked, crews, step.lower_bound)]),
        Part::new("Peak", PEAK, vec![ice(step.peak / terms.ice_per_foot.max(1), terms)]),
        Part::new(
            "Crew utilisation",
            BUSY,
            vec![busy(worked, crews, step.finish, step.utilisation_permille)],
        ),
        Part::new("Idle crew-days", IDLE, vec![idle(crews, step.finish, worked, step.idle)]),
    ];
    if let Some(paid) = step.wages.filter(|wages| *wages > 0) {
        parts.push(Part::new("Wages and overhead", WAGES, vec![wages(terms, crews, step.finish, paid)]));
    }
    Formula { title: format!("With {}", words::counted(crews, "crew", "crews")), chapter: WHOLE, parts }
}

/// Finish days under days that are lost.
pub(super) fn chances(runs: &RiskRuns) -> Formula {
    let all = u64::from(runs.runs);
    let finish = SHARES.into_iter().zip(runs.finish).map(|(share, day)| {
        let so_many = words::counted((all * share).div_ceil(100), "run", "runs");
        format!("P{share}: ⌈{share}% of {}⌉ = {so_many}, finished by day {}", number(all), number(day))
    });
    let (day, met) = runs.met;
    let parts = vec![
        Part::new(
            "P10, P50, P80, P90",
            "the least day by which so many of the runs are finished",
            finish.collect(),
        ),
        Part::new(
            "The day to be met",
            "the runs that are finished by it ÷ all runs",
            vec![format!(
                "Day {}: {} of {}",
                number(day),
                words::percent(met),
                words::counted(all, "run", "runs")
            )],
        ),
    ];
    Formula { title: "Finish days of the runs".to_owned(), chapter: RISK, parts }
}

/// The runs that finish on the days of a bar; none where there is no such bar.
pub(super) fn bar(runs: &RiskRuns, at: usize) -> Option<Formula> {
    let bar = runs.bars.get(at)?;
    let by_then: u64 = runs.bars.iter().take(at + 1).map(|bar| u64::from(bar.runs)).sum();
    let all = words::counted(runs.runs.into(), "run", "runs");
    let parts = vec![
        Part::new(
            "Runs",
            "the runs whose last section is finished on the day",
            vec![format!("{} of {all}", number(bar.runs.into()))],
        ),
        Part::new(
            "Finished by then",
            "the runs that are finished by the day ÷ all runs",
            vec![format!(
                "{} ÷ {} = {}",
                number(by_then),
                number(runs.runs.into()),
                words::percent(bar.by_then_permille)
            )],
        ),
    ];
    let title = if bar.first == bar.last {
        format!("Finished on day {}", number(bar.first))
    } else {
        format!("Finished on days {} to {}", number(bar.first), number(bar.last))
    };
    Some(Formula { title, chapter: RISK, parts })
}

/// What the runs cost until a day.
pub(super) fn band(band: &Band) -> Formula {
    let shares = SHARES.into_iter().zip(band.cost).map(|(share, cost)| {
        format!("P{share}: {share}% of the runs have cost {} or less", words::gold_short(cost))
    });
    let parts = vec![
        Part::new(
            "With no day lost",
            "the cost of the plan until the day",
            vec![words::gold_short(band.planned)],
        ),
        Part::new(
            "P10, P50, P80, P90",
            "the least cost until the day that so many of the runs do not exceed",
            shares.collect(),
        ),
    ];
    Formula { title: format!("Cost until day {}", number(band.day)), chapter: RISK, parts }
}
