//! The planner's answers, in the protocol's words.

use icewall_answers::progress::Phase;
use icewall_core::ledger::Ledger;
use icewall_core::planner::{Planner, Step, cheapest, compare, knee, useful};
use icewall_core::units::{CubicYards, GoldDragons};
use icewall_protocol::workshop::{Made, OrderRow, PlanStep, Staircase};

use crate::parts::part;

/// The phases of a staircase, as stretches of the whole in per mille.
const FIRST: Phase = Phase { from: 0, to: 600 };
const MORE: Phase = Phase { from: 600, to: 1000 };
const ALL: Phase = Phase { from: 0, to: 1000 };
/// Numbers of crews that are looked at beside the first ones, where not every one is.
const REFINED: usize = 100;
/// Useful steps that are told one by one.
const USEFUL_MOST: usize = 100;

/// The staircase: a part as soon as the first steps are there, then all of it.
pub(crate) fn staircase(ledger: &Ledger) -> Made {
    let config = ledger.config();
    let planner = Planner::new(config, config.parameters().dispatch());
    let counts = planner.first_counts(config.parameters().crews());
    let Ok(mut steps) = planner.steps(&counts, &FIRST) else { return Made::Nothing };
    let next = planner.next_counts(&steps, None, REFINED);
    if !next.is_empty() {
        part(Made::Staircase(told(&steps)), Vec::new());
        let Ok(more) = planner.steps(&next, &MORE) else { return Made::Nothing };
        steps.extend(more);
        steps.sort_by_key(|step| step.crews);
    }
    Made::Staircase(told(&steps))
}

/// Every order with so many crews.
pub(crate) fn orders(ledger: &Ledger, crews: u32) -> Made {
    let Ok(compared) = compare(ledger.config(), crews.max(1), &ALL) else { return Made::Nothing };
    let row = |compared: icewall_core::planner::Compared| OrderRow {
        order: compared.dispatch.name().to_owned(),
        step: step(&compared.step),
        crews_for_same: compared.crews_for_same,
    };
    Made::Orders(compared.into_iter().map(row).collect())
}

fn told(steps: &[Step]) -> Staircase {
    let useful = useful(steps);
    Staircase {
        steps: steps.iter().map(step).collect(),
        useful_count: u32::try_from(useful.len()).unwrap_or(u32::MAX),
        knee: knee(&useful).as_ref().map(step),
        cheapest: cheapest(steps).as_ref().map(step),
        useful: useful.iter().take(USEFUL_MOST).map(step).collect(),
    }
}

fn step(step: &Step) -> PlanStep {
    let permille = step.utilisation().and_then(icewall_core::planner::Fraction::permille);
    PlanStep {
        crews: step.crews,
        finish: step.finish.get(),
        lower_bound: step.lower_bound.get(),
        idle: step.idle,
        utilisation_permille: permille.and_then(|permille| u32::try_from(permille).ok()),
        peak: CubicYards::get(step.peak),
        wages: step.wages.map(GoldDragons::get),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icewall_core::config::Config;
    use icewall_core::control::Unwatched;

    #[test]
    fn the_example_has_its_staircase_and_its_orders() {
        let ledger = Ledger::new(Config::default(), &Unwatched).expect("not called off");
        let Made::Staircase(stairs) = staircase(&ledger) else { panic!("a staircase") };
        assert_eq!(
            stairs.steps.iter().map(|step| (step.crews, step.finish)).take(2).collect::<Vec<_>>(),
            [(1, 87), (2, 48)]
        );
        assert_eq!(stairs.knee.map(|step| (step.crews, step.finish)), Some((3, 31)));
        assert_eq!(stairs.useful.last().map(|step| (step.crews, step.finish)), Some((9, 13)));
        let Made::Orders(rows) = orders(&ledger, 9) else { panic!("orders") };
        let same: Vec<_> = rows.iter().map(|row| (row.order.as_str(), row.crews_for_same)).collect();
        assert_eq!(same[..2], [("file_order", Some(9)), ("longest_first", Some(7))]);
    }
}
