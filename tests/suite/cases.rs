//! The judged cases: 60 walls with figures from an independent, slow simulator.

use icewall_core::config::{Key, Wall};
use icewall_core::ledger::{Ledger, Scope};
use icewall_core::log::{Event, Line, WorkLog};
use icewall_core::units::Day;
use icewall_suite::{parameters, simulate};
use serde_json::Value;

const CASES: &str = include_str!("../fixtures/model_cases.json");

fn number(value: &Value) -> u64 {
    value.as_u64().expect("a whole number")
}

fn list(value: &Value) -> &[Value] {
    value.as_array().expect("a list")
}

fn ledger(config: &Value) -> Ledger {
    let values: Vec<(Key, String)> = Key::ALL
        .iter()
        .filter_map(|&key| Some((key, config.get(key.json_name())?)))
        .map(|(key, value)| (key, if value.is_null() { String::new() } else { value.to_string() }))
        .collect();
    let values: Vec<(Key, &str)> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    let heights = |profile: &Value| {
        list(profile).iter().map(|height| u16::try_from(number(height)).expect("a height")).collect()
    };
    let profiles: Vec<Vec<u16>> = list(&config["profiles"]).iter().map(heights).collect();
    simulate(parameters(&values), Wall::from_profiles(&profiles).expect("a wall"))
}

#[test]
fn every_case_has_its_figures() {
    let cases: Vec<Value> = serde_json::from_str(CASES).expect("the fixture is JSON");
    assert_eq!(cases.len(), 60);
    for case in &cases {
        let name = &case["name"];
        let ledger = ledger(&case["config"]);
        assert_eq!(ledger.schedule().makespan(), number(&case["days"]), "{name}");
        assert_eq!(ledger.cost().get(), number(&case["total_cost"]), "{name}");
        let triple = |row: &Value| [0, 1, 2].map(|i| number(&row[i]));
        for [profile, day, ice] in list(&case["ice"]).iter().map(triple) {
            let scope = Scope::Profile(usize::try_from(profile).expect("small") - 1);
            assert_eq!(ledger.ice_on(scope, Day::new(day)).get(), ice, "{name}, {profile}, day {day}");
        }
        for [profile, day, cost] in list(&case["cost"]).iter().map(triple) {
            let scope = Scope::Profile(usize::try_from(profile).expect("small") - 1);
            assert_eq!(ledger.cost_until(scope, Day::new(day)).get(), cost, "{name}, {profile}, day {day}");
        }
        for row in list(&case["cost_all"]) {
            let (day, cost) = (Day::new(number(&row[0])), number(&row[1]));
            assert_eq!(ledger.cost_until(Scope::Wall, day).get(), cost, "{name}, day {day}");
        }
    }
}

#[test]
fn every_case_with_a_log_has_its_lines() {
    let cases: Vec<Value> = serde_json::from_str(CASES).expect("the fixture is JSON");
    let logged: Vec<&Value> = cases.iter().filter(|case| case.get("log").is_some()).collect();
    assert_eq!(logged.len(), 12);
    for case in logged {
        let ledger = ledger(&case["config"]);
        let log = WorkLog::new(&ledger);
        let expected = list(&case["log"]);
        assert_eq!(log.len(), expected.len() as u64, "{}", case["name"]);
        for (index, event) in (0..).zip(expected) {
            let line = log.line(index).expect("a line");
            assert_eq!(&as_json(&line), event, "{}, line {index}", case["name"]);
        }
        assert_eq!(log.line(log.len()), None);
    }
}

fn as_json(line: &Line) -> Value {
    let (name, site, height) = match line.event {
        Event::Added { site, height, .. } => ("added", Some(site), Some(height.get())),
        Event::Completed { site, height } => ("completed", Some(site), Some(height.get())),
        Event::Relieved => ("relieved", None, None),
    };
    serde_json::json!({
        "day": line.day.get(),
        "crew": line.crew,
        "profile": site.map(|site| site.profile),
        "section": site.map(|site| site.section),
        "event": name,
        "height": height,
    })
}
