//! The tables of the daily chart: by day or by profile. Not for the cumulative chart.

use icewall_protocol::View;
use leptos::prelude::*;

use super::days::{Columns, DaysTable};
use super::profiles::ProfilesTable;
use crate::desk::Desk;

/// A table of days or of profiles; profiles first where the chart tells many apart.
#[component]
pub(crate) fn DailyTables() -> impl IntoView {
    let desk = Desk::get();
    let view = Memo::new(move |_| desk.tables.with(|tables| tables.view));
    let chosen = RwSignal::new(None::<bool>);
    let many = move || matches!(view.get(), Some(View::Multiples | View::Heat));
    let by_profile = Memo::new(move |_| chosen.get().unwrap_or_else(many));
    let columns = Signal::derive(move || {
        let stacked = view.get() == Some(View::Stacked);
        Columns::All(if stacked { desk.tables.with(|tables| tables.rows) } else { 0 })
    });
    let option = move |profiles: bool, word: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="table"
                    prop:checked=move || by_profile.get() == profiles
                    on:change=move |_| chosen.set(Some(profiles))
                />
                <span>{word}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choices">
            <legend class="unseen">"Rows of the table"</legend>
            {option(false, "By day")}
            {option(true, "By profile")}
        </fieldset>
        {move || {
            if by_profile.get() {
                view! { <ProfilesTable /> }.into_any()
            } else {
                view! { <DaysTable columns /> }.into_any()
            }
        }}
    }
    .into_any()
}
