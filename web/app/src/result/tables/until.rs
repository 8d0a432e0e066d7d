//! The table of the cumulative chart. Not for the daily chart's.

use leptos::prelude::*;

use super::days::{Columns, DaysTable};

/// The cost of each day and until it.
#[component]
pub(crate) fn UntilTable() -> impl IntoView {
    view! { <DaysTable columns=Signal::derive(|| Columns::Costs) /> }.into_any()
}
