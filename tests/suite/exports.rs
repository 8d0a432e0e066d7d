//! What goes out of a run: read back, it is what the ledger and the work log say.

use std::collections::BTreeMap;

use icewall_core::config::{Config, Key};
use icewall_core::control::Unwatched;
use icewall_core::export::{
    By, LogFormat, LogText, MILESTONES_HEADING, MilestonesCsv, PROFILES_REMEMBERED, ResultsCsv, RunJson,
    remembered,
};
use icewall_core::ledger::{Ledger, Scope};
use icewall_core::log::{CSV_HEADING, Walk, WorkLog};
use icewall_core::units::Day;
use icewall_core::views::milestones::Milestones;
use icewall_suite::{even_wall, heights, parameters, simulate};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::formats::any_config;

fn ledger(config: &Config) -> Ledger {
    Ledger::new(config.clone(), &Unwatched).expect("nobody cancels")
}

fn csv(ledger: &Ledger, by: By, bytes: usize) -> String {
    let mut pieces = ResultsCsv::new(by);
    std::iter::from_fn(|| pieces.piece(ledger, bytes)).collect()
}

fn run(ledger: &Ledger, bytes: usize) -> Value {
    let mut pieces = RunJson::default();
    let text: String = std::iter::from_fn(|| pieces.piece(ledger, bytes)).collect();
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A number of a field.
fn number(field: &str) -> u64 {
    field.parse().unwrap_or_else(|error| panic!("{error}: {field}"))
}

/// What a field says of a date.
fn date(ledger: &Ledger, day: u64) -> Option<String> {
    let start = ledger.config().parameters().start_date()?;
    start.on_day(Day::new(day)).map(|date| date.to_string())
}

/// Days 1 to the last, each with what it must be; 0 stands for the whole wall.
fn check_day(ledger: &Ledger, profile: u64, day: u64, [ice, cost, until]: [u64; 3]) {
    let scope = match usize::try_from(profile).expect("small").checked_sub(1) {
        None => Scope::Wall,
        Some(index) => Scope::Profile(index),
    };
    let day = Day::new(day);
    let expected = [
        ledger.ice_on(scope, day).get(),
        ledger.cost_on(scope, day).get(),
        ledger.cost_until(scope, day).get(),
    ];
    assert_eq!([ice, cost, until], expected, "profile {profile}, day {day}");
}

/// Every day with work is told, for the wall and for each profile: the feet add up.
fn check_complete(ledger: &Ledger, ice: &[u64]) {
    let profiles = ledger.config().wall().profiles();
    assert_eq!(ice.len(), profiles + 1);
    assert_eq!(ice[0], ledger.ice().get());
    for (index, ice) in ice[1..].iter().enumerate() {
        let feet = ledger.profile(index).expect("a profile").feet;
        assert_eq!(*ice, ledger.to_ice(feet.get()).get());
    }
}

proptest! {
    #[test]
    fn results_by_day_are_the_ledgers(config in any_config(), bytes in 1usize..500) {
        let ledger = ledger(&config);
        let text = csv(&ledger, By::Days, bytes);
        let mut rows = text.lines();
        prop_assert_eq!(rows.next(), Some(By::Days.heading()));
        let (mut ice, mut count) = (vec![0; config.wall().profiles() + 1], 0);
        for row in rows {
            let fields: Vec<&str> = row.split(',').collect();
            let profile = if fields[2].is_empty() { 0 } else { number(fields[2]) };
            let day = number(fields[0]);
            prop_assert_eq!(fields[1], date(&ledger, day).unwrap_or_default());
            check_day(&ledger, profile, day, [3, 4, 5].map(|at| number(fields[at])));
            ice[usize::try_from(profile).expect("small")] += number(fields[3]);
            count += 1;
        }
        prop_assert_eq!(count, ResultsCsv::rows(&ledger, By::Days));
        check_complete(&ledger, &ice);
    }

    #[test]
    fn results_by_step_are_the_ledgers(config in any_config(), bytes in 1usize..500) {
        let ledger = ledger(&config);
        let text = csv(&ledger, By::Steps, bytes);
        let mut rows = text.lines();
        prop_assert_eq!(rows.next(), Some(By::Steps.heading()));
        let (mut ice, mut count) = (vec![0; config.wall().profiles() + 1], 0);
        for row in rows {
            let fields: Vec<&str> = row.split(',').collect();
            let profile = if fields[4].is_empty() { 0 } else { number(fields[4]) };
            let [from, to, ice_a_day, cost_a_day, until] = [0, 1, 5, 6, 7].map(|at| number(fields[at]));
            prop_assert_eq!(fields[2], date(&ledger, from).unwrap_or_default());
            prop_assert_eq!(fields[3], date(&ledger, to).unwrap_or_default());
            for day in from..=to {
                check_day(&ledger, profile, day, [ice_a_day, cost_a_day, until - (to - day) * cost_a_day]);
            }
            ice[usize::try_from(profile).expect("small")] += ice_a_day * (to - from + 1);
            count += 1;
        }
        prop_assert_eq!(count, ResultsCsv::rows(&ledger, By::Steps));
        check_complete(&ledger, &ice);
    }

    #[test]
    fn a_run_as_json_says_what_the_ledger_says(config in any_config(), bytes in 1usize..500) {
        let ledger = ledger(&config);
        let run = run(&ledger, bytes);
        for key in Key::ALL {
            let said = &run["parameters"][key.json_name()];
            let said = said.as_str().map_or_else(|| said.to_string(), str::to_owned);
            let value = config.parameters().value(key);
            prop_assert_eq!(said, if value.is_empty() { "null".to_owned() } else { value });
        }
        prop_assert_eq!(&run["figures"]["finish_day"], ledger.schedule().makespan());
        prop_assert_eq!(&run["figures"]["cost"], ledger.cost().get());
        let profiles = run["profiles"].as_array().expect("profiles");
        let mut ice = Vec::new();
        for (number, scope) in std::iter::once(&run).chain(profiles).enumerate() {
            ice.push(0);
            for step in scope["steps"].as_array().expect("steps") {
                let of = |name: &str| step[name].as_u64().expect("a number");
                let (from, to) = (of("from_day"), of("to_day"));
                prop_assert_eq!(&step["to_date"], &json!(date(&ledger, to)));
                for day in from..=to {
                    let until = of("cost_until") - (to - day) * of("cost_per_day");
                    check_day(&ledger, number as u64, day, [of("ice_per_day"), of("cost_per_day"), until]);
                }
                ice[number] += of("ice_per_day") * (to - from + 1);
            }
            if number > 0 {
                let figures = ledger.profile(number - 1).expect("a profile");
                prop_assert_eq!(&scope["profile"], number);
                prop_assert_eq!(&scope["start_feet"], figures.start.get());
                prop_assert_eq!(&scope["last_day"], &json!(figures.last_day.map(Day::get)));
                prop_assert_eq!(&scope["last_date"], &json!(figures.last_day.and_then(|day| date(&ledger, day.get()))));
            }
        }
        check_complete(&ledger, &ice);
    }

    #[test]
    fn log_records_say_the_same_in_both_formats(config in any_config(), bytes in 1usize..500) {
        let ledger = ledger(&config);
        let log = WorkLog::new(&ledger);
        prop_assume!(log.len() < 20_000);
        let written = |format| -> String {
            let (mut pieces, mut walk) = (LogText::new(format), Walk::new(&config));
            std::iter::from_fn(|| pieces.piece(config.parameters(), || walk.next(&config), bytes)).collect()
        };
        let (csv, lines) = (written(LogFormat::Csv), written(LogFormat::JsonLines));
        let names: Vec<&str> = CSV_HEADING.split(',').collect();
        prop_assert_eq!(csv.lines().next(), Some(CSV_HEADING));
        prop_assert_eq!(lines.lines().count() as u64, log.len());
        prop_assert_eq!(csv.lines().count() as u64, log.len() + 1);
        let mut feet = 0;
        for (record, line) in csv.lines().skip(1).zip(lines.lines()) {
            let said: Value = serde_json::from_str(line).expect("an object");
            prop_assert_eq!(said.as_object().expect("an object").len(), names.len());
            for (name, field) in names.iter().zip(record.split(',')) {
                let expected = match field {
                    "" => Value::Null,
                    _ if matches!(*name, "date" | "event") => json!(field),
                    _ => json!(number(field)),
                };
                prop_assert_eq!(&said[name], &expected);
            }
            feet += said["feet"].as_u64().unwrap_or(0);
        }
        prop_assert_eq!(feet, ledger.feet().get());
    }

    #[test]
    fn a_ledger_without_curves_says_the_same(config in any_config()) {
        let (drawn, undrawn) = (ledger(&config), Ledger::undrawn(config, &Unwatched).expect("nobody cancels"));
        prop_assert_eq!(csv(&drawn, By::Days, 1 << 20), csv(&undrawn, By::Days, 1 << 20));
        prop_assert_eq!(run(&drawn, 1 << 20), run(&undrawn, 1 << 20));
    }
}

#[test]
fn the_example_by_step_and_as_it_is_remembered() {
    let ledger = simulate(parameters(&[(Key::StartDate, "2024-08-11")]), Config::default().wall().clone());
    let text = csv(&ledger, By::Steps, 1 << 20);
    let rows: Vec<&str> = text.lines().skip(1).take(2).collect();
    assert_eq!(
        rows,
        [
            "1,2,2024-08-11,2024-08-12,,1755,3334500,6669000",
            "3,5,2024-08-13,2024-08-15,,1560,2964000,15561000"
        ]
    );
    let remembered: Value = serde_json::from_str(&remembered(&ledger)).expect("an object");
    assert_eq!(remembered["figures"]["finish_day"], 13);
    assert_eq!(remembered["figures"]["finish_date"], "2024-08-23");
    assert_eq!(
        remembered["figures"]["peak"],
        json!({"first_day": 1, "last_day": 2, "ice": 1755, "cost": 3_334_500})
    );
    assert_eq!(remembered["by_profile"].as_array().map(Vec::len), Some(3));
    assert_eq!(remembered["by_profile"][1]["cost"], 13 * 195 * 1900);
}

#[test]
fn what_is_remembered_stays_small() {
    let ledger = simulate(parameters(&[]), even_wall(100_000, 1, heights(100_000, 30, 1)));
    let text = remembered(&ledger);
    let value: Value = serde_json::from_str(&text).expect("an object");
    assert_eq!(value["by_profile"].as_array().map(Vec::len), Some(PROFILES_REMEMBERED));
    assert!(text.len() < 32 << 10, "{} bytes", text.len());
}

#[test]
fn more_runs_than_are_held_at_once_all_go_out_in_pieces_of_bounded_size() {
    // One crew and short last days: the pace changes with almost every section, so no curve is kept.
    let values = [(Key::MaxSectionCount, "10000000"), (Key::NumTeams, "1"), (Key::BuildRate, "7")];
    let sections = 400_000;
    let ledger = simulate(parameters(&values), even_wall(1, sections, heights(sections as usize, 30, 3)));
    let rows = ResultsCsv::rows(&ledger, By::Steps);
    assert!(rows > 2 * (1 << 18), "{rows}");
    let (mut pieces, mut told, mut last) = (ResultsCsv::new(By::Steps), 0, [0, 0]);
    while let Some(piece) = pieces.piece(&ledger, 1 << 16) {
        assert!(piece.len() < (1 << 16) + 256);
        for row in piece.lines().filter(|row| *row != By::Steps.heading()) {
            let fields: Vec<&str> = row.split(',').collect();
            let scope = usize::from(!fields[4].is_empty());
            assert_eq!(number(fields[0]), last[scope] + 1, "no day is left out");
            last[scope] = number(fields[1]);
            told += 1;
        }
    }
    assert_eq!((told, last), (rows, [ledger.schedule().makespan(); 2]));
}

proptest! {
    #[test]
    fn milestones_as_csv_say_what_the_views_say(config in any_config(), on in 0u64..60, bytes in 1usize..500) {
        let ledger = ledger(&config);
        let profiles: Vec<u32> = (0..u32::try_from(config.wall().profiles()).expect("small")).rev().collect();
        let mut pieces = MilestonesCsv::new(profiles.clone(), Day::new(on));
        let text: String = std::iter::from_fn(|| pieces.piece(&ledger, bytes)).collect();
        let mut rows = text.lines();
        prop_assert_eq!(rows.next(), Some(MILESTONES_HEADING));
        let scopes: Vec<Scope> = std::iter::once(Scope::Wall)
            .chain(profiles.into_iter().map(|profile| Scope::Profile(profile as usize))).collect();
        prop_assert_eq!(rows.clone().count(), scopes.len());
        for (row, scope) in rows.zip(scopes) {
            let fields: BTreeMap<&str, &str> = MILESTONES_HEADING.split(',').zip(row.split(',')).collect();
            let of = Milestones::new(&ledger, scope, Day::new(on)).expect("a scope");
            let profile = match scope {
                Scope::Wall => String::new(),
                Scope::Profile(index) => (index + 1).to_string(),
            };
            prop_assert_eq!(fields["profile"], profile);
            let amounts = [
                ("sections", u64::from(of.sections)), ("feet", of.feet.get()), ("ice", of.ice.get()),
                ("cost", of.cost.get()), ("peak_ice", of.peak_ice.get()), ("until_day", on),
            ];
            for (name, amount) in amounts {
                prop_assert_eq!(number(fields[name]), amount, "{}", name);
            }
            let [quarter, half, three, whole] = of.quarters;
            prop_assert_eq!(whole, of.last);
            for (name, day) in [("25", quarter), ("50", half), ("75", three)] {
                let [day_name, date_name] = ["day", "date"].map(|kind| format!("{kind}_{name}"));
                check_dated(&ledger, fields[day_name.as_str()], fields[date_name.as_str()], day);
            }
            for (name, day) in [("first", of.first), ("last", of.last), ("peak", of.peak)] {
                let [day_name, date_name] = ["day", "date"].map(|kind| format!("{name}_{kind}"));
                check_dated(&ledger, fields[day_name.as_str()], fields[date_name.as_str()], day);
            }
            let (whole, tenth) = fields["done_percent"].split_once('.').expect("one decimal");
            prop_assert_eq!(number(whole) * 10 + number(tenth), u64::from(of.done));
        }
    }
}

/// A day with its date beside it, or neither.
fn check_dated(ledger: &Ledger, said: &str, said_date: &str, day: Option<Day>) {
    assert_eq!(said, day.map(|day| day.to_string()).unwrap_or_default());
    assert_eq!(said_date, day.and_then(|day| date(ledger, day.get())).unwrap_or_default());
}
