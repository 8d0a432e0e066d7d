//! The planner's answers, in the protocol's words.

use icewall_answers::progress::Phase;
use icewall_core::config::Dispatch;
use icewall_core::control::Cancelled;
use icewall_core::ledger::Ledger;
use icewall_core::planner::{Compared, Goals, Planner, Step, TypedGoals, cheapest, compare, knee, useful};
use icewall_core::units::{CubicYards, Day, Fraction, GoldDragons};
use icewall_protocol::workshop::{Made, OrderRow, PlanStep, Staircase, WageRow};

use crate::parts::part;

const ALL: Phase = Phase { from: 0, to: 1000 };
/// Numbers of crews that are looked at beside the first ones, where not every one is.
const REFINED: usize = 102;
/// So many of them at a time: each time those around the target come twice as near.
const AT_ONCE: usize = 6;
/// Of the first ones each of so many comes before the others, for a first sight of the whole.
const COARSE: usize = 8;
/// Numbers of crews that are tried between two parts.
const A_PART: usize = 4 * AT_ONCE;
/// Useful steps whose wages are told on either side of the cheapest.
const WAGES_AROUND: usize = 20;

/// The staircase: parts as its steps are found, then all of it. `by` is the finish day asked for, as it was typed.
pub(crate) fn staircase(ledger: &Ledger, by: &str) -> Made {
    let config = ledger.config();
    let planner = Planner::new(config, config.parameters().dispatch());
    let first = planner.first_counts(config.parameters().crews());
    let steps = if first.len() == planner.most_crews() as usize {
        planner.steps(&first, &ALL)
    } else {
        chosen(&planner, first, target(ledger, by))
    };
    steps.map_or(Made::Nothing, |steps| Made::Staircase(told(&steps)))
}

/// Steps of some numbers of crews: a few of the first ones, the others, then more around a day.
fn chosen(planner: &Planner, first: Vec<u32>, target: Day) -> Result<Vec<Step>, Cancelled> {
    let whole = first.len() + REFINED;
    let share = |done: usize| u32::try_from(done.min(whole) * 1000 / whole).unwrap_or(1000);
    let (coarse, others): (Vec<_>, Vec<_>) = (0..).zip(first).partition(|(at, _)| at % COARSE == 0);
    let mut first = [coarse, others].into_iter();
    let (mut steps, mut told_of) = (Vec::<Step>::new(), 0);
    while steps.len() < whole {
        let counts: Vec<u32> = match first.next() {
            Some(counts) => counts.into_iter().map(|(_, crews)| crews).collect(),
            None => planner.next_counts(&steps, Some(target), AT_ONCE),
        };
        if counts.is_empty() {
            break;
        }
        if !steps.is_empty() && (told_of == 0 || steps.len() >= told_of + A_PART) {
            told_of = steps.len();
            part(Made::Staircase(told(&steps)), Vec::new());
        }
        let phase = Phase { from: share(steps.len()), to: share(steps.len() + counts.len()) };
        steps.extend(planner.steps(&counts, &phase)?);
        steps.sort_by_key(|step| step.crews);
    }
    Ok(steps)
}

/// The day around which most numbers of crews are tried: the one asked for, else the finish in force.
fn target(ledger: &Ledger, by: &str) -> Day {
    let typed = TypedGoals { finish_by: by, ..TypedGoals::default() };
    let asked = Goals::read(&typed, ledger.config().parameters().start_date());
    asked.ok().and_then(|goals| goals.finish_by).unwrap_or(Day::new(ledger.schedule().makespan()))
}

/// Every order with so many crews: parts as they are found, then all of them.
pub(crate) fn orders(ledger: &Ledger, crews: u32) -> Made {
    let own = ledger.config().parameters().dispatch();
    let heard = |found: &[Compared]| {
        if found.len() < Dispatch::ALL.len() {
            part(Made::Orders(rows(found, own)), Vec::new());
        }
    };
    let compared = compare(ledger.config(), crews.max(1), &ALL, heard);
    compared.map_or(Made::Nothing, |found| Made::Orders(rows(&found, own)))
}

/// A row for each order, beside the one in force.
fn rows(found: &[Compared], own: Dispatch) -> Vec<OrderRow> {
    let in_force = found.iter().find(|compared| compared.dispatch == own).and_then(|own| own.crews_for_same);
    let row = |compared: &Compared| OrderRow {
        order: compared.dispatch.name().to_owned(),
        step: step(&compared.step),
        crews_for_same: compared.crews_for_same,
        saved: in_force.zip(compared.crews_for_same).map(|(own, other)| i64::from(own) - i64::from(other)),
    };
    found.iter().map(row).collect()
}

fn told(steps: &[Step]) -> Staircase {
    let useful = useful(steps);
    let cheapest = cheapest(steps);
    Staircase {
        steps: steps.iter().map(step).collect(),
        knee: knee(&useful).as_ref().map(step),
        cheapest: cheapest.as_ref().map(step),
        wages: wages(&useful, cheapest),
        useful: useful.iter().map(step).collect(),
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
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;
    use icewall_core::config::{Config, Key, Parameters, Wall};
    use icewall_core::control::Unwatched;

    #[test]
    fn the_example_has_its_staircase_and_its_orders() {
        let ledger = Ledger::new(Config::default(), &Unwatched).expect("not called off");
        let Made::Staircase(stairs) = staircase(&ledger, "") else { panic!("a staircase") };
        assert_eq!(
            stairs.steps.iter().map(|step| (step.crews, step.finish)).take(2).collect::<Vec<_>>(),
            [(1, 87), (2, 48)]
        );
        assert_eq!(stairs.knee.map(|step| (step.crews, step.finish)), Some((3, 31)));
        assert_eq!(stairs.useful.last().map(|step| (step.crews, step.finish)), Some((9, 13)));
        let heard = Rc::new(RefCell::new(Vec::new()));
        let parts = Rc::clone(&heard);
        let listener = move |made, _: Vec<_>| {
            if let Made::Orders(rows) = made {
                parts.borrow_mut().push(rows.len());
            }
        };
        let Made::Orders(rows) = crate::parts::told(listener, || orders(&ledger, 9)) else {
            panic!("orders")
        };
        assert_eq!(heard.take(), [1, 2, 3], "each as it is found");
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
                staircase(&Ledger::new(config, &Unwatched).expect("not called off"), "")
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

    /// A staircase, with how many steps each of its parts had.
    fn large(parameters: &Parameters, by: &str) -> (Vec<usize>, Staircase) {
        let heights = (0..6000u32).map(|at| u16::try_from(at * 7919 % 31).expect("a height")).collect();
        let wall = Wall::new(heights, vec![2000, 4000, 6000]).expect("a wall");
        let config = Config::new(parameters.clone(), wall).expect("a configuration");
        let ledger = Ledger::new(config, &Unwatched).expect("not called off");
        let heard = Rc::new(RefCell::new(Vec::new()));
        let parts = Rc::clone(&heard);
        let listener = move |made, _: Vec<_>| {
            if let Made::Staircase(stairs) = made {
                parts.borrow_mut().push(stairs.steps.len());
            }
        };
        let Made::Staircase(stairs) = crate::parts::told(listener, || staircase(&ledger, by)) else {
            panic!("a staircase")
        };
        (heard.take(), stairs)
    }

    #[test]
    fn a_large_wall_is_tried_in_parts_and_closely_around_the_day_asked_for() {
        let (parts, stairs) = large(&Parameters::default(), "456");
        assert!(parts.len() > 3 && parts.is_sorted() && parts[0] < 20, "{parts:?}");
        assert!(stairs.steps.len() < 250);
        let at = stairs.steps.partition_point(|step| step.finish > 456);
        let (fewer, fewest) = (stairs.steps[at - 1], stairs.steps[at]);
        assert_eq!(fewer.crews + 1, fewest.crews, "nothing is left between the two");
        // Without a day asked for it is the finish in force.
        let (_, stairs) = large(&Parameters::default(), "4 56");
        let at = stairs.steps.partition_point(|step| step.finish > 30);
        assert_eq!(stairs.steps[at - 1].crews + 1, stairs.steps[at].crews);
    }

    #[test]
    fn the_least_wages_of_a_large_wall_have_their_neighbours_tried() {
        let parameters = Parameters::default().with(Key::CrewWage, "10").expect("a wage");
        let parameters = parameters.with(Key::OverheadPerDay, "5000").expect("an overhead");
        let (_, stairs) = large(&parameters, "");
        let least = stairs.cheapest.expect("it can be paid").crews;
        for near in [least - 1, least + 1] {
            let is_tried = stairs.steps.iter().any(|step| step.crews == near);
            let at = stairs.steps.partition_point(|step| step.crews < near);
            let (before, after) = (stairs.steps[at - 1], stairs.steps[at]);
            assert!(is_tried || before.finish == after.finish, "{near}");
        }
    }
}
