//! The button at a chart's head that opens its table. Not for the table.

use leptos::prelude::*;

/// A pressed button: whether the table is open.
#[component]
pub(crate) fn TableSwitch(
    /// Whether it is open.
    open: RwSignal<bool>,
    /// What the table tells, for those who do not see the chart.
    label: &'static str,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="quiet table-switch"
            aria-pressed=move || open.get().to_string()
            aria-label=label
            on:click=move |_| {
                open.try_update(|open| *open = !*open);
            }
        >
            "Table"
        </button>
    }
    .into_any()
}
