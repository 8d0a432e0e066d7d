//! The charts: ice or cost a day, and cost until the day, over one day axis.
//!
//! Pure (tested natively): `frame`, `place`, and what rooms draw with as well (`icewall_ui::chart`). The rest
//! are components. Drawing arithmetic only: every number that is read
//! comes from the engine.

mod curve;
mod daily;
mod day_ticks;
pub(crate) mod frame;
mod heat;
mod legend;
mod marks;
mod multiples;
mod picture;
mod place;
mod plot;
mod small;
mod switches;
mod table_switch;
mod tooltip;
mod until;

use icewall_ui::chart::{axis_words, heat_rows, ramp, raster, stack, ticks};
pub(crate) use icewall_ui::chart::{day_axis, day_keys};
pub(crate) use icewall_ui::number;
use leptos::html::Section;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::day_bar::DayBar;
use super::pane::{Library, Pane, Sheet};
use crate::browser::css::px;
use crate::browser::uplot;
use crate::state::State;
use daily::Daily;
use frame::{BOTTOM, TOP};
use number::whole;
use until::Until;

/// Measures the place that the charts come into, as wide as they are, for as long as the page stands. Before they come:
/// the first run is of as many columns as they have room for.
pub(crate) fn measure(place: NodeRef<Section>) {
    let (state, pane) = (State::get(), Pane::get());
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let stop = uplot::watch(&place, move |width, ratio, drawing| {
            pane.sheet.try_set(Sheet { width, ratio, drawing });
        });
        std::mem::forget(stop);
    });
    Effect::new(move |_| {
        let plot = pane.frame().plot();
        if plot > 0.0 {
            state.set_width(u32::try_from(whole(plot)).unwrap_or(u32::MAX));
        }
    });
}

/// Both charts and the bar of their day.
#[component]
pub(crate) fn Charts() -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    load(pane);
    view! {
        <div
            class="charts"
            class:stale=move || state.stale.get()
            style:--frame-left=move || px(pane.frame().left)
            style:--frame-right=move || px(pane.frame().right)
            style:--frame-top=px(TOP)
            style:--frame-bottom=px(BOTTOM)
        >
            <Daily />
            <Until />
            <DayBar />
        </div>
    }
    .into_any()
}

/// Loads the charts' library.
pub(crate) fn load(pane: Pane) {
    pane.library.try_set(Library::Loading);
    spawn_local(async move {
        let library = match uplot::load().await {
            Ok(()) => Library::Ready,
            Err(fault) => {
                log::error!("the charts' library could not be loaded: {fault}");
                Library::Failed
            }
        };
        pane.library.try_set(library);
    });
}
