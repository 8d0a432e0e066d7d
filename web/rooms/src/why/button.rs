//! A figure of a room that can be asked how it comes about. Not for the answer.

use leptos::prelude::*;

use super::{Question, Reasons};

/// The figure, as a button.
#[component]
pub(crate) fn WhyButton(
    /// What is asked when it is pressed; none: it cannot be asked yet.
    #[prop(into)]
    question: Signal<Option<Question>>,
    /// What it says.
    #[prop(into)]
    value: Signal<String>,
    /// What it is called when it is read out, where that is more than it says.
    #[prop(optional)]
    label: Option<&'static str>,
) -> impl IntoView {
    let reasons = Reasons::get();
    let ask = move |_| {
        if let Some(question) = question.get_untracked() {
            reasons.ask(question);
        }
    };
    view! {
        <button
            type="button"
            class="why"
            aria-haspopup="dialog"
            aria-label=label
            prop:disabled=move || question.with(Option::is_none)
            on:click=ask
        >
            {move || value.get()}
        </button>
    }
    .into_any()
}
