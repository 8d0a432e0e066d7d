//! The menu of examples.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::samples::SAMPLES;
use crate::browser::textarea;
use crate::state::State;

/// A select that takes an example and then stands at its heading again, so that the same one can
/// be taken twice.
#[component]
pub(super) fn Examples() -> impl IntoView {
    let state = State::get();
    let on_change = move |event: leptos::ev::Event| {
        state.take_example(&event_target_value(&event));
        if let Some(select) = event.target().and_then(|target| target.dyn_into().ok()) {
            textarea::reset_select(&select);
        }
    };
    view! {
        <select class="examples" aria-label="Examples" on:change=on_change>
            <option value="">"Examples"</option>
            {SAMPLES.map(|sample| view! { <option value=sample.key>{sample.name}</option> }).collect_view()}
        </select>
    }
    .into_any()
}
