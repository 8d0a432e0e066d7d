//! The limits of the model, at their edges.

use icewall_core::config::{Config, Key, Wall};
use icewall_core::ledger::{Ledger, Scope};
use icewall_core::log::WorkLog;
use icewall_core::units::{AMOUNT_MOST, Day};
use icewall_core::views::{Columns, Outline, elevation};
use icewall_suite::{even_wall, heights, parameters, simulate};

fn wall(profiles: &[&[u16]]) -> Wall {
    let profiles: Vec<Vec<u16>> = profiles.iter().map(|profile| profile.to_vec()).collect();
    Wall::from_profiles(&profiles).expect("a wall")
}

#[test]
fn one_section() {
    let ledger = simulate(parameters(&[]), wall(&[&[0]]));
    assert_eq!((ledger.schedule().makespan(), ledger.ice().get()), (30, 30 * 195));
    assert_eq!(ledger.schedule().utilisation_permille(), Some(1000));
}

#[test]
fn a_wall_that_starts_finished_takes_no_day() {
    let ledger = simulate(parameters(&[]), wall(&[&[30, 30], &[30]]));
    assert_eq!((ledger.schedule().makespan(), ledger.schedule().crews(), ledger.cost().get()), (0, 0, 0));
    assert_eq!((ledger.peak(), ledger.schedule().utilisation_permille()), (None, None));
    assert_eq!(ledger.profile(0).expect("a profile").first_day, None);
    assert!(WorkLog::new(&ledger).is_empty());
}

#[test]
fn on_a_finished_wall_a_pool_is_relieved_on_day_1() {
    let ledger = simulate(parameters(&[(Key::NumTeams, "3")]), wall(&[&[30]]));
    let lines = WorkLog::new(&ledger).lines(0, 9).iter().map(ToString::to_string).collect::<Vec<_>>();
    let expected = ["Crew-1 - Relieved on day 1", "Crew-2 - Relieved on day 1", "Crew-3 - Relieved on day 1"];
    assert_eq!(lines, expected);
    assert_eq!((ledger.schedule().makespan(), ledger.schedule().idle_crew_days()), (0, 0));
}

#[test]
fn more_crews_than_sections() {
    let ledger = simulate(parameters(&[(Key::NumTeams, "10000000")]), wall(&[&[29, 28]]));
    let schedule = ledger.schedule();
    assert_eq!(
        (schedule.makespan(), schedule.crews(), schedule.idle_crew_days()),
        (2, 10_000_000, 19_999_997)
    );
    assert_eq!(WorkLog::new(&ledger).len(), 3 + 2 + 10_000_000);
}

#[test]
fn a_rate_above_the_rest_adds_only_the_rest() {
    let ledger = simulate(parameters(&[(Key::BuildRate, "1000")]), wall(&[&[0, 29]]));
    assert_eq!((ledger.schedule().makespan(), ledger.feet_on(Scope::Wall, Day::new(1)).get()), (1, 31));
}

#[test]
fn the_highest_target() {
    let ledger = simulate(parameters(&[(Key::TargetHeight, "1000")]), wall(&[&[0, 999, 1000]]));
    assert_eq!((ledger.schedule().makespan(), ledger.feet().get()), (1000, 1001));
}

#[test]
fn a_total_of_exactly_2_to_the_53rd_is_allowed_and_a_coin_more_is_not() {
    // 2^53 = 2^23 coins × 2^15 … as 8,388,608 coins × 524,288 yards × 2^11 feet; 1,000 is the highest target.
    let values =
        [(Key::CostPerVolume, "8388608"), (Key::VolumeIcePerFoot, "524288"), (Key::TargetHeight, "1000")];
    let exactly = wall(&[&[0, 0, 952]]);
    let ledger = simulate(parameters(&values), exactly.clone());
    assert_eq!(ledger.cost().get(), AMOUNT_MOST);
    let more = parameters(&values).with(Key::CostPerVolume, "8388609").expect("allowed by itself");
    assert!(Config::new(more, exactly.clone()).is_err());
    let paid = parameters(&values).with(Key::OverheadPerDay, "1").expect("allowed by itself");
    assert!(Config::new(paid, exactly).is_err(), "wages count towards the limit");
}

#[test]
fn ten_million_sections_in_a_hundred_profiles() {
    let values = [(Key::MaxSectionCount, "10000000"), (Key::NumTeams, "5000")];
    let ledger = simulate(parameters(&values), even_wall(100, 100_000, heights(10_000_000, 30, 1)));
    check_totals(&ledger);
    assert!(ledger.bytes() <= 16 * 10_000_000, "{} bytes", ledger.bytes());
}

#[test]
fn ten_million_profiles_of_one_section() {
    let ledger =
        simulate(parameters(&[(Key::NumTeams, "7")]), even_wall(10_000_000, 1, heights(10_000_000, 30, 2)));
    check_totals(&ledger);
    assert!(ledger.bytes() <= 16 * 10_000_000, "{} bytes", ledger.bytes());
}

#[test]
fn one_crew_over_4_billion_days() {
    let values = [(Key::MaxSectionCount, "10000000"), (Key::TargetHeight, "1000"), (Key::NumTeams, "1")];
    let cheap = [(Key::VolumeIcePerFoot, "1"), (Key::CostPerVolume, "1")];
    let ledger = simulate(
        parameters(&[values.as_slice(), &cheap].concat()),
        even_wall(1, 10_000_000, vec![0; 10_000_000]),
    );
    assert_eq!(ledger.schedule().makespan(), 10_000_000_000);
    let late = Day::new(9_999_999_999);
    assert_eq!(
        (ledger.feet_on(Scope::Wall, late).get(), ledger.feet_until(Scope::Profile(0), late).get()),
        (1, 9_999_999_999)
    );
    assert!(ledger.bytes() <= 16 * 10_000_000, "{} bytes", ledger.bytes());
    let log = WorkLog::new(&ledger);
    let last = log.line(log.len() - 1).expect("a line");
    assert_eq!(last.to_string(), "Crew-1 - Relieved on day 10000000000");
    // The last sections begin on days that four bytes do not hold.
    let outline = Outline::new(&ledger);
    let skyline = elevation::heights(&ledger, &outline, &Columns::new(0..10_000_000, 10), 2_000_000_000);
    assert_eq!(skyline.most, [1000, 1000, 0, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn few_crews_and_short_last_days_keep_within_the_memory() {
    let values = [(Key::MaxSectionCount, "1000000"), (Key::NumTeams, "1"), (Key::BuildRate, "7")];
    let ledger = simulate(parameters(&values), even_wall(1, 1_000_000, heights(1_000_000, 30, 3)));
    check_totals(&ledger);
    assert!(ledger.bytes() <= 16 * 1_000_000, "{} bytes", ledger.bytes());
}

/// The days add up to the whole, and the last is the last.
fn check_totals(ledger: &Ledger) {
    let makespan = ledger.schedule().makespan();
    let mut feet = 0;
    ledger.runs(Scope::Wall, &mut |run| feet += run.feet * run.days);
    assert_eq!(feet, ledger.feet().get());
    assert_eq!(ledger.feet_until(Scope::Wall, Day::new(makespan)), ledger.feet());
    assert!(ledger.feet_on(Scope::Wall, Day::new(makespan)).get() > 0);
    assert_eq!(ledger.feet_on(Scope::Wall, Day::new(makespan + 1)).get(), 0);
}
