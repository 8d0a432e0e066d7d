//! The result: the answer in words, the charts, the day that is looked at, the figures.
//!
//! Everything here shows what the engine told ([`crate::state::State::shown`]); nothing computes
//! a figure. What draws is divided: pure drawing arithmetic stands in `icewall_ui::chart` (day axis, ticks,
//! stack, ramp, raster) and beside the components (`place`), the browser's part in `browser/`.

#![expect(unreachable_pub, reason = "the component macro makes the properties of a component public")]

pub(crate) mod charts;
mod day_bar;
mod day_words;
pub(crate) mod days;
mod figures;
mod headline;
mod pane;
mod standing;
mod terms;

use leptos::prelude::*;

use charts::Charts;
use figures::Figures;
use headline::Headline;
use pane::Pane;

/// The result side of the page: two parts, `.answer` and `.detail`, for the layout to place.
#[component]
pub(crate) fn ResultPane() -> impl IntoView {
    Pane::provide();
    view! {
        <Headline />
        <section class="detail" aria-label="Charts and figures">
            <Charts />
            <Figures />
        </section>
    }
    .into_any()
}
