//! A figure of a room that can be asked how it comes about. Not for the answer.

use leptos::prelude::*;

use super::{Column, Question, Reasons};

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
    /// The column of a table that it stands in, and its row there, counted from 0.
    #[prop(optional)]
    row: Option<(Column, usize)>,
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
            tabindex=move || row.filter(|(column, at)| column.is_passed(*at)).map(|_| "-1")
            prop:disabled=move || question.with(Option::is_none)
            on:click=ask
            on:focus=move |_| if let Some((column, at)) = row { column.came(at) }
        >
            {move || value.get()}
        </button>
    }
    .into_any()
}
