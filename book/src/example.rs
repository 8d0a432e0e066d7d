//! What the core says about the worked example, or about a wall of a block: answers of the REST interface,
//! and tables over crew counts. Every figure of the pages comes from here.

use crate::json::pretty;
use icewall_core::config::Key;
use icewall_core::control::Unwatched;
use icewall_core::input::{self, Base, Reading};
use icewall_core::ledger::{Ledger, Scope};
use icewall_core::log::Walk;
use icewall_core::routes::{AtHand, Body, Lines, Need, Request, Standing, answer, needs};
use icewall_core::units::Day;
use std::fmt::Write as _;

/// The worked example of the statement, as the app has it.
const EXAMPLE: &str = include_str!("../../static/samples/example.txt");

/// A request, and its answer: about the wall below it, else about the example; with the settings below it.
pub(crate) fn request(body: &str) -> Result<String, String> {
    let mut lines = body.lines();
    let address = lines.next().unwrap_or_default();
    let (settings, wall): (Vec<&str>, Vec<&str>) = lines.partition(|line| line.contains('='));
    let text = if wall.is_empty() { EXAMPLE.to_owned() } else { wall.join("\n") };
    let (status, content) = ask_about(&text, address, &settings.join("\n"))?;
    if status != 200 && !content.contains("\"status\"") {
        return Err(format!("{address} is answered with {status}: {content}"));
    }
    if content.contains("no such route") {
        return Err(format!("there is no route {address}"));
    }
    let mut beside = settings.join(", ");
    if !wall.is_empty() {
        let comma = if beside.is_empty() { "" } else { ", " };
        beside.extend([comma, "the wall ", &wall.join(" / ")]);
    }
    let beside = if beside.is_empty() { beside } else { format!("    ({beside})") };
    Ok(format!("```text\nGET {address}{beside}\n```\n\n```json\n{}\n```\n", pretty(&content)))
}

/// The status and the body of an answer about the example.
pub(crate) fn ask(address: &str) -> Result<(u16, String), String> {
    ask_about(EXAMPLE, address, "")
}

fn ask_about(wall: &str, address: &str, settings: &str) -> Result<(u16, String), String> {
    let (reading, settings) = read(wall, settings)?;
    let config = reading.config.ok_or("the wall has a fault with these settings")?;
    let ledger = Ledger::new(config, &Unwatched).map_err(|_| "nobody calls it off")?;
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let request = Request { method: "GET", path, query, accept: "*/*", content_type: None, body: b"" };
    let standing = Standing { config: ledger.config(), kind: reading.kind, settings: &settings };
    let lines;
    let at_hand = match needs(&request) {
        Need::Nothing => AtHand::Nothing,
        Need::Config => AtHand::Config(&standing),
        Need::Ledger => AtHand::Ledger(&standing, &ledger),
        Need::Lines => {
            lines = Lines::of(&request, ledger.config(), &mut Walk::new(ledger.config()));
            AtHand::Lines(&standing, &lines)
        }
    };
    let answer = answer(&request, at_hand);
    match answer.body {
        Body::Text(text) => Ok((answer.status, text)),
        _ => Err(format!("the answer to {address} is no short text")),
    }
}

/// A file as the app opens it; one that says anything against it is none to show.
pub(crate) fn file(body: &str) -> Result<String, String> {
    let (reading, _) = read(body, "")?;
    match reading.diagnostics.iter().next() {
        Some(said) => Err(format!("a file is not read as it stands: {said:?}")),
        None => Ok(format!("```text\n{body}\n```\n")),
    }
}

/// A table of what crew counts take for the example.
pub(crate) fn days(body: &str) -> Result<String, String> {
    let mut table = "| crews | days | ice, profile 1, day 1 | cost until day 5 | busy |\n\
         | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    for crews in body.split_whitespace() {
        let settings = if crews == "each" { String::new() } else { format!("num_teams={crews}") };
        let (reading, _) = read(EXAMPLE, &settings)?;
        let config = reading.config.ok_or_else(|| format!("{crews} is no count of crews"))?;
        let ledger = Ledger::new(config, &Unwatched).map_err(|_| "nobody calls it off")?;
        let schedule = ledger.schedule();
        let busy = schedule
            .utilisation_permille()
            .map_or_else(|| "–".to_owned(), |permille| format!("{}.{} %", permille / 10, permille % 10));
        let words = if crews == "each" { "one each" } else { crews };
        let ice = ledger.ice_on(Scope::Profile(0), Day::new(1)).get();
        let cost = ledger.cost_until(Scope::Wall, Day::new(5)).get();
        let days = schedule.makespan();
        let (ice, cost) = (grouped(ice), grouped(cost));
        let _ = writeln!(table, "| {words} | {days} | {ice} | {cost} | {busy} |");
    }
    Ok(table)
}

/// `15561000` → `15,561,000`.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

type Settings = Vec<(Key, String)>;

/// Reads a wall under settings, one `key=value` a line.
pub(crate) fn read(wall: &str, settings: &str) -> Result<(Reading, Settings), String> {
    let mut values = Vec::new();
    for line in settings.lines() {
        let (name, value) = line.split_once('=').ok_or_else(|| format!("{line} is no key=value"))?;
        let key = Key::from_json_name(name).ok_or_else(|| format!("there is no parameter {name}"))?;
        values.push((key, value.to_owned()));
    }
    let base = Base { values };
    let reading = input::read(wall.as_bytes(), &base, &Unwatched).map_err(|_| "nobody calls it off")?;
    Ok((reading, base.values))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_statement_s_figures_are_the_core_s() {
        let made = request("profiles/1/days/3/").expect("answered");
        assert!(made.contains("{\"day\": 3, \"ice_amount\": 390}"), "{made}");
        let made = request("profiles/overview/5/\nnum_teams=2").expect("answered");
        assert!(made.contains("(num_teams=2)") && made.contains("{\"day\": 5, \"cost\": 3705000}"), "{made}");
    }

    #[test]
    fn another_wall_is_asked_about() {
        let made = request("profiles/1/\nnum_teams=2\n30 30 5").expect("answered");
        assert!(made.contains("\"last_day\": 25"), "{made}");
        assert!(made.contains("(num_teams=2, the wall 30 30 5)"), "{made}");
    }

    #[test]
    fn a_refusal_is_shown_and_a_wrong_address_is_a_fault() {
        assert!(request("profiles/9/").is_ok_and(|made| made.contains("404")));
        assert!(request("profiles/1/nothing/").is_err());
        assert!(request("profiles/1/\nnum_temas=2").is_err());
    }

    #[test]
    fn crews_and_their_days() {
        let made = days("1 4 each").expect("a table");
        assert!(made.contains("| 1 | 87 | 195 | 1,852,500 |") && made.contains("| 4 | 26 |"), "{made}");
        assert!(made.contains("| one each | 13 | 585 | 15,561,000 | 74.4 % |"), "{made}");
    }

    #[test]
    fn a_file_with_a_fault_or_a_warning_is_not_shown() {
        let text = "[Task]\nnum_workers = 2\n[Profiles]\n21 25";
        assert_eq!(file(text), Ok(format!("```text\n{text}\n```\n")));
        assert!(file("21 3O").is_err() && file("{\"num_temas\": 2, \"profiles\": [[21]]}").is_err());
    }

    #[test]
    fn numbers_are_grouped() {
        assert_eq!([1, 999, 1000, 15_561_000].map(grouped), ["1", "999", "1,000", "15,561,000"]);
    }
}
