//! Answers of the profiles, days and overview routes.

use serde::Serialize;

use super::path::Found;
use super::query::Query;
use super::table::Route;
use super::{Answer, AtHand, json};
use crate::diagnostic::grouped;
use crate::ledger::{Ledger, Scope};
use crate::output::written;
use crate::units::Day;

#[derive(Serialize)]
struct Profile {
    id: usize,
    sections: u32,
    start_feet: u64,
    feet_to_build: u64,
    first_day: Option<u64>,
    last_day: Option<u64>,
    ice_amount: u64,
    cost: u64,
}

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the names are the interface's")]
struct Profiles {
    total: usize,
    offset: u64,
    next: Option<String>,
    profiles: Vec<Profile>,
}

/// What a path is about: the profile that it names, which the wall must have, or the whole wall.
pub(super) fn scope(found: &Found, at_hand: AtHand<'_>) -> Result<Scope, Answer> {
    let Some(standing) = at_hand.standing() else { return Ok(Scope::Wall) };
    let profile = found.profile(standing.config.wall().profiles())?;
    Ok(profile.map_or(Scope::Wall, Scope::Profile))
}

/// The answer of one of these routes.
pub(super) fn answer(route: Route, ledger: &Ledger, scope: Scope, day: Option<Day>, query: &Query) -> Answer {
    json(match (route, scope) {
        (Route::Profiles, _) => profiles(ledger, query),
        (Route::Profile, Scope::Profile(index)) => written(&profile(ledger, index)),
        (Route::Day, _) => {
            let day = day.unwrap_or_default();
            amount("ice_amount", Some(day), ledger.ice_on(scope, day).get(), query)
        }
        _ => {
            // The cost stays at the total after the last day.
            let until = day.unwrap_or(Day::new(ledger.schedule().makespan()));
            amount("cost", day, ledger.cost_until(scope, until).get(), query)
        }
    })
}

/// As numbers, or as the strings of the original statement.
fn amount(name: &str, day: Option<Day>, amount: u64, query: &Query) -> String {
    let (quote, amount) = match query.format {
        "original" => ("\"", grouped(u128::from(amount))),
        _ => ("", amount.to_string()),
    };
    let day = day.map_or_else(|| "null".to_owned(), |day| format!("{quote}{day}{quote}"));
    format!("{{\"day\":{day},\"{name}\":{quote}{amount}{quote}}}")
}

fn profiles(ledger: &Ledger, query: &Query) -> String {
    let (offset, limit) = query.page();
    let total = ledger.config().wall().profiles();
    let from = usize::try_from(offset).unwrap_or(usize::MAX).min(total);
    let end = from.saturating_add(limit).min(total);
    let next = (end < total).then(|| format!("profiles/?offset={end}&limit={limit}"));
    let profiles = (from..end).filter_map(|index| profile(ledger, index)).collect();
    written(&Profiles { total, offset, next, profiles })
}

fn profile(ledger: &Ledger, index: usize) -> Option<Profile> {
    let figures = ledger.profile(index)?;
    let feet = figures.feet.get();
    Some(Profile {
        id: index + 1,
        sections: figures.sections,
        start_feet: figures.start.get(),
        feet_to_build: feet,
        first_day: figures.first_day.map(Day::get),
        last_day: figures.last_day.map(Day::get),
        ice_amount: ledger.to_ice(feet).get(),
        cost: ledger.to_cost(feet).get(),
    })
}
