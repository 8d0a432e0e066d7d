//! In which order a pool takes the sections: a choice. Not for what the orders mean, which is the model's.

use leptos::prelude::*;

use super::field::{Notes, governed, trouble};
use super::label;
use crate::state::State;
use crate::words;

const KEY: &str = "dispatch";

/// The order of the sections.
#[component]
pub(super) fn OrderField() -> impl IntoView {
    let state = State::get();
    let governed = governed(KEY);
    let trouble = trouble(KEY);
    let value = Memo::new(move |_| match governed.get() {
        Some(governed) => governed.value,
        None => state.fields.with(|fields| fields.value(KEY).to_owned()),
    });
    let choose = move |event| state.fields.update(|fields| fields.set(KEY, &event_target_value(&event)));
    let options = words::ORDERS.map(|(order, word)| {
        view! { <option value=order prop:selected=move || value.with(|value| value == order)>{word}</option> }
    });
    view! {
        <div class="field">
            <label for="field-dispatch">{label(KEY)}</label>
            <select
                id="field-dispatch"
                prop:disabled=move || governed.with(Option::is_some)
                aria-describedby="fault-dispatch note-dispatch"
                on:change=choose
            >
                {options.collect_view()}
            </select>
            <Notes key=KEY governed=governed trouble=trouble />
        </div>
    }
    .into_any()
}
