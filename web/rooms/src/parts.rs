//! The parts of the planner, as links to one another. Not for what is in them.

use leptos::prelude::*;

use crate::desk::Desk;

/// What the address calls each part, and its name.
const PARTS: [(&str, &str); 3] = [("plan", "Plan"), ("risk", "Risk"), ("speed", "Speed")];

/// The links.
#[component]
pub(crate) fn PlannerParts() -> impl IntoView {
    let desk = Desk::get();
    let link = move |(fragment, name): (&'static str, &'static str)| {
        view! {
            <a href=["#/", fragment].concat() aria-current=move || (desk.room() == fragment).then_some("page")>{name}</a>
        }
    };
    view! { <nav class="parts" aria-label="Parts of the planner">{PARTS.map(link).collect_view()}</nav> }
        .into_any()
}
