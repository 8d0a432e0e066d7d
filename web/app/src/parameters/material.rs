//! Height, ice, cost and rate, and start, order and wages: fields that fold away, and what else is set.

use leptos::prelude::*;

use super::field::NumberField;
use super::force::{fault, others};
use super::label;
use super::order::OrderField;
use crate::browser::screen;
use crate::state::{Fields, State};
use crate::words;

/// The keys of the fields here.
const KEYS: [&str; 4] = ["target_height", "volume_ice_per_foot", "cost_per_volume", "build_rate"];
/// The keys of the fields for the plan.
const PLAN: [&str; 4] = ["start_date", "dispatch", "crew_wage", "overhead_per_day"];

/// What has no field here.
const WITHOUT_FIELD: [&str; 2] = ["cpu_worktime", "max_section_count"];

/// Whether one of some fields has a fault.
fn is_faulty(keys: &'static [&'static str]) -> Memo<bool> {
    let state = State::get();
    Memo::new(move |_| {
        state.reply.with(|reply| {
            reply.as_ref().is_some_and(|reply| keys.iter().any(|key| fault(reply, key).is_some()))
        })
    })
}

/// The fields of the material. Open where there is room, and where one has a fault.
#[component]
pub(crate) fn MaterialFields() -> impl IntoView {
    let wide = screen::is_wide();
    let is_faulty = is_faulty(&KEYS);
    view! {
        <details class="material" prop:open=move || wide || is_faulty.get()>
            <summary>"Height, ice, cost and rate"</summary>
            <div class="fields">
                <NumberField key="target_height" unit="feet" />
                <NumberField key="build_rate" unit="feet a day" />
                <NumberField key="volume_ice_per_foot" unit="cubic yards" />
                <NumberField key="cost_per_volume" unit="Gold Dragons" />
            </div>
        </details>
    }
    .into_any()
}

/// The fields of the plan, open where one has a fault, and what is set that has no field.
#[component]
pub(crate) fn PlanFields() -> impl IntoView {
    let state = State::get();
    let is_faulty = is_faulty(&PLAN);
    view! {
        <details class="material" prop:open=move || is_faulty.get()>
            <summary>"Start, order and wages"</summary>
            <div class="fields">
                <NumberField key="start_date" unit="date of day 1" kind="date" />
                <OrderField />
                <NumberField key="crew_wage" unit="Gold Dragons" />
                <NumberField key="overhead_per_day" unit="Gold Dragons" />
            </div>
        </details>
        {move || also_set(state)}
        {move || set_elsewhere(state)}
    }
    .into_any()
}

/// What the text sets beside the fields.
fn also_set(state: State) -> Option<AnyView> {
    let told: Vec<String> = state.reply.with(|reply| {
        let others = reply
            .as_ref()
            .map(|reply| others(reply, &[&KEYS[..], &PLAN[..], &["num_teams"]].concat()))
            .unwrap_or_default();
        others
            .into_iter()
            .map(|(parameter, line)| {
                let value = if parameter.value.is_empty() { "none" } else { &parameter.value };
                format!("{}: {value} (line {})", label(&parameter.key), words::number(u64::from(line)))
            })
            .collect()
    });
    if told.is_empty() {
        return None;
    }
    let items = told.into_iter().map(|told| view! { <li>{told}</li> }).collect_view();
    Some(view! { <div class="also-set"><p>"The text also sets:"</p><ul>{items}</ul></div> }.into_any())
}

/// What the API or a kept wall set that has no field, with a way to be rid of it.
fn set_elsewhere(state: State) -> Option<AnyView> {
    let set: Vec<_> = state.fields.with(|fields| {
        let differs = |key: &&&str| fields.value(key) != Fields::default().value(key);
        WITHOUT_FIELD.iter().filter(differs).map(|key| (*key, fields.value(key).to_owned())).collect()
    });
    if set.is_empty() {
        return None;
    }
    let items = set
        .into_iter()
        .map(|(key, value)| view! { <li>{format!("{}: {value}", label(key))}</li> })
        .collect_view();
    let usual = move |_| {
        state.fields.update(|fields| {
            for key in WITHOUT_FIELD {
                fields.set(key, Fields::default().value(key));
            }
        });
    };
    Some(
        view! {
            <div class="also-set">
                <p>"Also set:"</p>
                <ul>{items}</ul>
                <button type="button" class="quiet" on:click=usual>"Back to the usual values"</button>
            </div>
        }
        .into_any(),
    )
}
