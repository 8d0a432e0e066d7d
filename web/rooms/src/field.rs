//! A field for something that the workshop reads as it is typed: its label, its unit, what is wrong with it. Not
//! for what it may hold.

use leptos::prelude::*;

/// The field.
#[component]
pub(crate) fn Field(
    /// Names it in the page.
    id: &'static str,
    /// What it asks for.
    label: &'static str,
    /// The unit behind it.
    #[prop(into)]
    unit: Signal<String>,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Something is typed.
    typed: Callback<String>,
    /// What is wrong with it.
    fault: Memo<Option<String>>,
) -> impl IntoView {
    let fault_id = [id, "-fault"].concat();
    let described_by = fault_id.clone();
    view! {
        <div class="ask">
            <label for=id>{label}</label>
            <span class="ask-value">
                <input
                    type="text"
                    id=id
                    autocomplete="off"
                    spellcheck="false"
                    aria-describedby=described_by
                    aria-invalid=move || fault.with(Option::is_some).to_string()
                    prop:value=value
                    on:input=move |event| typed.run(event_target_value(&event))
                />
                <span class="unit">{unit}</span>
            </span>
            <span class="ask-fault" id=fault_id role="alert">{fault}</span>
        </div>
    }
    .into_any()
}

/// What is wrong with a field, among all that is wrong.
pub(crate) fn fault_of<F: PartialEq>(wrong: &[(F, String)], field: &F) -> Option<String> {
    wrong.iter().find(|(own, _)| own == field).map(|(_, why)| why.clone())
}
