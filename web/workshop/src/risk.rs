//! What days that are lost do to the plan in force, in the protocol's words.

use icewall_answers::progress::Phase;
use icewall_core::ledger::{Ledger, Scope};
use icewall_core::planner::Planner;
use icewall_core::risk::{self, Outcome, Risk, RiskAsked, TypedRisk};
use icewall_core::units::{Day, Fraction};
use icewall_protocol::workshop::{Band, Bar, Made, Quantiles, RiskField, RiskMade, RiskRuns, RiskTyped};

use crate::parts::part;

/// So many runs make the first part; each next one has about twice as many.
const FIRST: u32 = 20;

/// Builds the wall by chance as often as is asked, and tells parts on the way.
pub(crate) fn risk(ledger: &Ledger, typed: &RiskTyped) -> Made {
    let parameters = ledger.config().parameters();
    let asked = match RiskAsked::read(&of_core(typed), parameters.start_date()) {
        Ok(asked) => asked,
        Err(wrong) => {
            let told = wrong.into_iter().map(|(at, why)| (field(at), why.to_string()));
            return Made::Risk(RiskMade::Wrong(told.collect()));
        }
    };
    let planner = Planner::new(ledger.config(), parameters.dispatch());
    let mut risk = Risk::new(planner, ledger.schedule().crews(), asked.per_mille, asked.seed);
    let mut until = FIRST;
    loop {
        let done = risk.runs();
        until = until.min(asked.runs);
        let share = |runs: u32| u32::try_from(u64::from(runs) * 1000 / u64::from(asked.runs)).unwrap_or(1000);
        if risk.run(until - done, &Phase { from: share(done), to: share(until) }).is_err() {
            return Made::Nothing;
        }
        let made = Made::Risk(RiskMade::Runs(Box::new(told(ledger, &risk, asked))));
        if until == asked.runs {
            return made;
        }
        part(made, Vec::new());
        until *= 2;
    }
}

fn told(ledger: &Ledger, risk: &Risk, asked: RiskAsked) -> RiskRuns {
    let Some(outcome) = risk.outcome() else { return RiskRuns::default() };
    let finish = quantiles(outcome.finish);
    let dates = finish.map(|day| ledger.date_of(Day::new(day)).map(|date| date.to_string()));
    let permille = |share: Fraction| share.permille().unwrap_or(0);
    let meet = asked.meet.unwrap_or(Day::new(ledger.schedule().makespan()));
    RiskRuns {
        runs: outcome.runs,
        wanted: asked.runs,
        crews: ledger.schedule().crews(),
        planned: ledger.schedule().makespan(),
        finish,
        dates: match dates {
            [Some(p10), Some(p50), Some(p80), Some(p90)] => Some([p10, p50, p80, p90]),
            _ => None,
        },
        met: (meet.get(), permille(risk.met(meet))),
        bars: bars(risk, &outcome, permille),
        bands: bands(ledger, &outcome),
    }
}

fn bars(risk: &Risk, outcome: &Outcome, permille: impl Fn(Fraction) -> u32) -> Vec<Bar> {
    let histogram = &outcome.histogram;
    let bar = |(at, &runs): (u64, &u32)| {
        let first = histogram.first + at * histogram.days_per_bar;
        let last = (first + histogram.days_per_bar - 1).min(outcome.latest);
        Bar { first, last, runs, by_then_permille: permille(risk.met(Day::new(last))) }
    };
    (0..).zip(&histogram.runs).map(bar).collect()
}

fn bands(ledger: &Ledger, outcome: &Outcome) -> Vec<Band> {
    let band = |(column, feet): (u64, &risk::Quantiles)| {
        let day = (column * outcome.bands.days_per_column).min(outcome.latest);
        Band {
            day,
            cost: quantiles(*feet).map(|feet| ledger.to_cost(feet).get()),
            planned: ledger.cost_until(Scope::Wall, Day::new(day)).get(),
        }
    };
    (1..).zip(&outcome.bands.feet).map(band).collect()
}

fn quantiles(of: risk::Quantiles) -> Quantiles {
    [of.p10, of.p50, of.p80, of.p90]
}

fn of_core(typed: &RiskTyped) -> TypedRisk<'_> {
    TypedRisk { per_mille: &typed.per_mille, seed: &typed.seed, runs: &typed.runs, meet: &typed.meet }
}

fn field(field: risk::RiskField) -> RiskField {
    match field {
        risk::RiskField::PerMille => RiskField::PerMille,
        risk::RiskField::Seed => RiskField::Seed,
        risk::RiskField::Runs => RiskField::Runs,
        risk::RiskField::Meet => RiskField::Meet,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::rc::Rc;

    use super::*;
    use icewall_core::config::{Config, Key, Parameters, Wall};
    use icewall_core::control::Unwatched;

    fn of_example(per_mille: &str, meet: &str) -> (Vec<u32>, RiskRuns) {
        let parameters = Parameters::default().with(Key::NumTeams, "4").expect("crews");
        let config = Config::new(parameters, Wall::default()).expect("a configuration");
        let ledger = Ledger::new(config, &Unwatched).expect("not called off");
        let [per_mille, seed, runs, meet] = [per_mille, "42", "1000", meet].map(str::to_owned);
        let typed = RiskTyped { per_mille, seed, runs, meet };
        let heard = Rc::new(RefCell::new(Vec::new()));
        let parts = Rc::clone(&heard);
        let listener = move |made, _: Vec<_>| {
            if let Made::Risk(RiskMade::Runs(runs)) = made {
                parts.borrow_mut().push(runs.runs);
            }
        };
        let made = crate::parts::told(listener, || risk(&ledger, &typed));
        let Made::Risk(RiskMade::Runs(runs)) = made else { panic!("runs") };
        (heard.take(), *runs)
    }

    #[test]
    fn parts_come_on_the_way_and_the_whole_is_the_cores() {
        let (parts, runs) = of_example("100", "29");
        assert_eq!(parts, [20, 40, 80, 160, 320, 640]);
        // The core's own test has these figures of the seed.
        assert_eq!((runs.runs, runs.planned, runs.finish), (1000, 26, [27, 29, 31, 32]));
        assert_eq!(runs.bars.iter().map(|bar| bar.runs).sum::<u32>(), 1000);
        let bar = runs.bars.iter().find(|bar| bar.last == 29).expect("a bar a day");
        assert_eq!(runs.met, (29, bar.by_then_permille));
        let last = runs.bands.last().expect("a day");
        assert_eq!((last.cost, last.planned), ([32_233_500; 4], 32_233_500));
    }

    #[test]
    fn with_no_day_lost_every_run_is_the_plan() {
        let (_, runs) = of_example("0", "");
        assert_eq!((runs.finish, runs.met, runs.bars.len()), ([26; 4], (26, 1000), 1));
        assert!(runs.bands.iter().all(|band| band.cost == [band.planned; 4]));
    }
}
