//! Height, ice, cost and rate: four fields that fold away, and what else the text sets.

use leptos::prelude::*;

use super::field::NumberField;
use super::force::{fault, others};
use super::label;
use crate::browser::screen;
use crate::state::State;
use crate::words;

/// The keys of the fields here.
const KEYS: [&str; 4] = ["target_height", "volume_ice_per_foot", "cost_per_volume", "build_rate"];
/// The keys of all fields.
const ALL: [&str; 5] = ["target_height", "volume_ice_per_foot", "cost_per_volume", "build_rate", "num_teams"];

/// The fields of the material. Open where there is room, and where one has a fault.
#[component]
pub(super) fn MaterialFields() -> impl IntoView {
    let state = State::get();
    let wide = screen::is_wide();
    let faulty = Memo::new(move |_| {
        state.reply.with(|reply| {
            reply.as_ref().is_some_and(|reply| KEYS.iter().any(|key| fault(reply, key).is_some()))
        })
    });
    view! {
        <details class="material" prop:open=move || wide || faulty.get()>
            <summary>"Height, ice, cost and rate"</summary>
            <div class="fields">
                <NumberField key="target_height" unit="feet" get=|f| &f.target_height set=|f| &mut f.target_height />
                <NumberField
                    key="build_rate"
                    unit="feet a day"
                    get=|f| &f.build_rate
                    set=|f| &mut f.build_rate
                />
                <NumberField
                    key="volume_ice_per_foot"
                    unit="cubic yards"
                    get=|f| &f.volume_ice_per_foot
                    set=|f| &mut f.volume_ice_per_foot
                />
                <NumberField
                    key="cost_per_volume"
                    unit="Gold Dragons"
                    get=|f| &f.cost_per_volume
                    set=|f| &mut f.cost_per_volume
                />
            </div>
        </details>
        {move || also_set(state)}
        {move || set_by_api(state)}
    }
    .into_any()
}

/// What the text sets beside the fields.
fn also_set(state: State) -> Option<AnyView> {
    let told: Vec<String> = state.reply.with(|reply| {
        let others = reply.as_ref().map(|reply| others(reply, &ALL)).unwrap_or_default();
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

/// What the API set beside the fields, with a way to be rid of it.
fn set_by_api(state: State) -> Option<AnyView> {
    let others = state.fields.with(|fields| fields.others.clone());
    if others.is_empty() {
        return None;
    }
    let told = |(key, value): (String, String)| view! { <li>{format!("{}: {value}", label(&key))}</li> };
    let items = others.into_iter().map(told).collect_view();
    let drop_them = move |_| state.fields.update(|fields| fields.others.clear());
    Some(
        view! {
            <div class="also-set">
                <p>"The API also set:"</p>
                <ul>{items}</ul>
                <button type="button" class="quiet" on:click=drop_them>"Back to the usual values"</button>
            </div>
        }
        .into_any(),
    )
}
