//! The parameter fields: what builds the wall, and what it costs.
//!
//! A field keeps what is typed; whether it is allowed is the core's to say, and what the core says
//! is shown below the field. Where the wall's text sets a parameter, its field shows that value.

mod crews;
mod field;
mod force;
mod material;
mod order;
mod slider;

use leptos::prelude::*;

use crews::CrewsFields;
use material::MaterialFields;

/// The parameters' part of the page.
#[component]
pub(crate) fn Parameters() -> impl IntoView {
    view! {
        <section class="parameters" aria-label="Parameters">
            <CrewsFields />
            <MaterialFields />
        </section>
    }
    .into_any()
}

/// What a parameter is called, by its JSON key.
pub(crate) fn label(key: &str) -> &str {
    match key {
        "num_teams" => "Crews",
        "target_height" => "Target height",
        "volume_ice_per_foot" => "Ice per foot",
        "cost_per_volume" => "Cost per cubic yard",
        "build_rate" => "Build rate of a crew",
        "max_section_count" => "Most sections in a profile",
        "cpu_worktime" => "Seconds a played day",
        "start_date" => "Start date",
        "dispatch" => "Order of sections",
        "crew_wage" => "Wage a crew a day",
        "overhead_per_day" => "Overhead a day",
        other => other,
    }
}
