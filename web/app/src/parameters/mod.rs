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

pub(crate) use icewall_ui::words::parameter as label;
use leptos::prelude::*;

use crews::CrewsFields;
pub(crate) use material::{MaterialFields, PlanFields};

/// The parameters' part of the page, with the crews; the other fields are put into it.
#[component]
pub(crate) fn Parameters() -> impl IntoView {
    view! {
        <section class="parameters" id="parameters" aria-label="Parameters">
            <CrewsFields />
        </section>
    }
    .into_any()
}
