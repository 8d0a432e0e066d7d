//! The worked example of the model, to the last figure.

use icewall_core::config::{Config, Key};
use icewall_core::ledger::{Ledger, Scope};
use icewall_core::log::WorkLog;
use icewall_core::units::Day;
use icewall_suite::{parameters, simulate};

fn with_crews(crews: &str) -> Ledger {
    simulate(parameters(&[(Key::NumTeams, crews)]), Config::default().wall().clone())
}

fn cost_until(ledger: &Ledger, scope: Scope, day: u64) -> u64 {
    ledger.cost_until(scope, Day::new(day)).get()
}

/// A row of the model's table: days, ice of profile 1 on day 1, cost until day 5, and cost until
/// day 3 by profile.
fn check(crews: &str, days: u64, ice: u64, until_5: u64, until_3: [u64; 3]) {
    let ledger = with_crews(crews);
    assert_eq!(ledger.schedule().makespan(), days, "{crews} crews");
    assert_eq!(ledger.ice_on(Scope::Profile(0), Day::new(1)).get(), ice, "{crews} crews");
    assert_eq!(cost_until(&ledger, Scope::Wall, 5), until_5, "{crews} crews");
    let by_profile = [0, 1, 2].map(|profile| cost_until(&ledger, Scope::Profile(profile), 3));
    assert_eq!(by_profile, until_3, "{crews} crews");
    assert_eq!(ledger.cost().get(), 32_233_500, "the total does not depend on the crews");
}

#[test]
fn one_crew() {
    check("1", 87, 195, 1_852_500, [1_111_500, 0, 0]);
}

#[test]
fn two_crews() {
    check("2", 48, 390, 3_705_000, [2_223_000, 0, 0]);
}

#[test]
fn four_crews() {
    check("4", 26, 585, 7_410_000, [2_964_000, 1_111_500, 370_500]);
}

#[test]
fn nine_crews_or_more_or_one_each() {
    for crews in ["9", "10", "10000000", ""] {
        check(crews, 13, 585, 15_561_000, [2_964_000, 1_111_500, 5_557_500]);
    }
}

#[test]
fn a_finished_section_takes_no_more_ice() {
    let ledger = with_crews("");
    let ice = |day| ledger.ice_on(Scope::Profile(0), Day::new(day)).get();
    assert_eq!([1, 2, 3].map(ice), [585, 585, 390], "section 3 is finished on day 2");
}

#[test]
fn the_cost_until_a_day_of_the_statement() {
    let ledger = with_crews("");
    assert_eq!(cost_until(&ledger, Scope::Profile(0), 1), 1_111_500);
    assert_eq!(cost_until(&ledger, Scope::Wall, 1), 3_334_500);
    assert_eq!(cost_until(&ledger, Scope::Wall, 1_000_000), 32_233_500);
}

#[test]
fn nine_crews_in_file_order_or_seven_longest_first_are_done_on_day_13() {
    let done = |crews, dispatch| {
        let parameters = parameters(&[(Key::NumTeams, crews), (Key::Dispatch, dispatch)]);
        simulate(parameters, Config::default().wall().clone()).schedule().makespan()
    };
    assert_eq!(done("9", "file_order"), 13);
    assert!(done("8", "file_order") > 13);
    assert_eq!(done("7", "longest_first"), 13);
    assert!(done("6", "longest_first") > 13);
}

#[test]
fn utilisation_and_idle_crew_days() {
    let ledger = with_crews("");
    let schedule = ledger.schedule();
    // 87 crew-days of 9 crews × 13 days: 74.36 %.
    assert_eq!(schedule.utilisation_permille(), Some(744));
    assert_eq!(schedule.idle_crew_days(), 30);
    assert_eq!(schedule.lower_bound(), 13);
}

#[test]
fn the_lines_of_the_statement_stand_in_the_work_log() {
    let ledger = with_crews("");
    let log = WorkLog::new(&ledger);
    let lines: Vec<String> = log.lines(0, usize::MAX).iter().map(ToString::to_string).collect();
    assert_eq!(lines.len() as u64, log.len());
    for line in [
        "Crew-4 - Added 1 foot to section 4 of profile 2 to reach 18 feet on day 1",
        "Crew-4 - Completed section 4 of profile 2 on day 13",
        "Crew-4 - Relieved on day 13",
    ] {
        assert!(lines.iter().any(|found| found == line), "{line}");
    }
}

#[test]
fn a_line_as_text_as_csv_and_as_json() {
    let parameters = parameters(&[(Key::StartDate, "2024-08-11")]);
    let ledger = simulate(parameters, Config::default().wall().clone());
    let (log, parameters) = (WorkLog::new(&ledger), ledger.config().parameters());
    let line = log.line(3).expect("a line");
    assert_eq!(
        line.text(parameters),
        "2024-08-11 INFO     Crew-4          - Added 1 foot to section 4 of profile 2 to reach 18 feet on day 1",
    );
    assert_eq!(line.csv(parameters), "1,2024-08-11,4,4,2,added,1,18,195,370500");
    let last = log.line(log.len() - 1).expect("a line");
    assert_eq!(
        last.json(parameters),
        r#"{"day":13,"date":"2024-08-23","crew":9,"section":null,"profile":null,"event":"relieved","feet":null,"height":null,"ice":null,"cost":null}"#,
    );
}
