//! The planner's answers, in the protocol's words.

use icewall_answers::progress::Phase;
use icewall_core::ledger::Ledger;
use icewall_core::planner::{Planner, Step, cheapest, compare, knee, useful};
use icewall_core::units::{CubicYards, Fraction, GoldDragons};
use icewall_protocol::workshop::{Made, OrderRow, PlanStep, Staircase, WageRow};

use crate::parts::part;

/// The phases of a staircase, as stretches of the whole in per mille.
const FIRST: Phase = Phase { from: 0, to: 600 };
const MORE: Phase = Phase { from: 600, to: 1000 };
const ALL: Phase = Phase { from: 0, to: 1000 };
/// Numbers of crews that are looked at beside the first ones, where not every one is.
const REFINED: usize = 100;
/// Useful steps that are told one by one.
const USEFUL_MOST: usize = 100;
/// Useful steps whose wages are told on either side of the cheapest.
const WAGES_AROUND: usize = 20;

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
    let own = ledger.config().parameters().dispatch();
    let in_force =
        compared.iter().find(|compared| compared.dispatch == own).and_then(|own| own.crews_for_same);
    let row = |compared: icewall_core::planner::Compared| OrderRow {
        order: compared.dispatch.name().to_owned(),
        step: step(&compared.step),
        crews_for_same: compared.crews_for_same,
        saved: in_force.zip(compared.crews_for_same).map(|(own, other)| i64::from(own) - i64::from(other)),
    };
    Made::Orders(compared.into_iter().map(row).collect())
}

fn told(steps: &[Step]) -> Staircase {
    let useful = useful(steps);
    let cheapest = cheapest(steps);
    Staircase {
        steps: steps.iter().map(step).collect(),
        useful_count: u32::try_from(useful.len()).unwrap_or(u32::MAX),
        knee: knee(&useful).as_ref().map(step),
        cheapest: cheapest.as_ref().map(step),
        wages: wages(&useful, cheapest),
        useful: useful.iter().take(USEFUL_MOST).map(step).collect(),
    }
}

/// Useful steps around the cheapest, which is one of them: with no wages but overhead all cost the same
/// until the same day.
fn wages(useful: &[Step], cheapest: Option<Step>) -> Vec<WageRow> {
    let Some(least) = cheapest.and_then(|step| step.wages).filter(|least| least.get() > 0) else {
        return Vec::new();
    };
    let at =
        useful.iter().position(|step| Some(step.wages) == cheapest.map(|least| least.wages)).unwrap_or(0);
    let row = |at: &Step| {
        let over = at.wages?.get() - least.get();
        Some(WageRow { step: step(at), over })
    };
    useful.iter().skip(at.saturating_sub(WAGES_AROUND)).take(2 * WAGES_AROUND + 1).filter_map(row).collect()
}

pub(crate) fn step(step: &Step) -> PlanStep {
    PlanStep {
        crews: step.crews,
        finish: step.finish.get(),
        lower_bound: step.lower_bound.get(),
        idle: step.idle,
        utilisation_permille: step.utilisation().and_then(Fraction::permille),
        peak: CubicYards::get(step.peak),
        wages: step.wages.map(GoldDragons::get),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icewall_core::config::{Config, Key, Parameters, Wall};
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
        let same: Vec<_> =
            rows.iter().map(|row| (row.order.as_str(), row.crews_for_same, row.saved)).collect();
        assert_eq!(same[..2], [("file_order", Some(9), Some(0)), ("longest_first", Some(7), Some(2))]);
    }

    #[test]
    fn wages_are_told_around_the_least() {
        let of = |wage: &str, overhead: &str| {
            let parameters = Parameters::default().with(Key::CrewWage, wage).expect("a wage");
            let parameters = parameters.with(Key::OverheadPerDay, overhead).expect("an overhead");
            let config = Config::new(parameters, Wall::default()).expect("a configuration");
            let Made::Staircase(stairs) =
                staircase(&Ledger::new(config, &Unwatched).expect("not called off"))
            else {
                panic!("a staircase")
            };
            let least = stairs.wages.iter().filter(|row| row.over == 0).map(|row| row.step.crews).collect();
            (least, stairs.cheapest.map(|step| step.crews))
        };
        assert_eq!(of("0", "0"), (vec![], Some(9)));
        // One crew alone wastes no day; where each day costs as well, more are worth their idle days.
        assert_eq!(of("100", "0"), (vec![1], Some(1)));
        assert_eq!(of("0", "100"), (vec![9], Some(9)));
        assert_eq!(of("100", "500"), (vec![9], Some(9)));
    }
}
