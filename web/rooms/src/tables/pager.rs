//! The controls below a table that is shown a page at a time. Not for its rows.

use leptos::prelude::*;

use super::pages::{PAGE, Page};
use crate::words;

/// First, previous, which rows, next, last, and a field to go to a row.
#[component]
pub(crate) fn Pager(
    /// The page that is shown.
    page: Memo<Page>,
    /// Takes the row whose page is wanted.
    wanted: RwSignal<u64>,
    /// What a row is, in the singular: `day`.
    row: &'static str,
    /// Goes to a row that is typed.
    #[prop(into)]
    go: Callback<u64>,
) -> impl IntoView {
    let button = move |word: &'static str, off: fn(Page) -> bool, to: fn(Page) -> u64| {
        view! {
            <button
                type="button"
                class="quiet"
                prop:disabled=move || off(page.get())
                on:click=move |_| {
                    wanted.try_set(to(page.get_untracked()));
                }
            >
                {word}
            </button>
        }
    };
    let range = move || {
        let page = page.get();
        let [first, last, total] = [page.first, page.last(), page.total].map(words::number);
        format!("{first}–{last} of {total}")
    };
    let typed = move |text: String| {
        if let Ok(to) = text.trim().parse::<u64>() {
            go.run(to.clamp(1, page.get_untracked().total.max(1)));
        }
    };
    view! {
        <div class="pager" role="group" aria-label=format!("Pages of the table by {row}") hidden=move || page.get().is_only()>
            {button("First", |page| !page.has_previous(), |_| 1)}
            {button("Previous", |page| !page.has_previous(), |page| page.first.saturating_sub(PAGE).max(1))}
            <span class="pager-range">{range}</span>
            {button("Next", |page| !page.has_next(), |page| page.first + PAGE)}
            {button("Last", |page| !page.has_next(), |page| page.total)}
            <label class="pager-go">
                {format!("Go to {row} ")}
                <input type="number" inputmode="numeric" min="1" step="1" on:change=move |event| typed(event_target_value(&event)) />
            </label>
        </div>
    }
    .into_any()
}
