//! The chart of the cost until the day. Not for the daily cost.

use leptos::prelude::*;

use super::curve::Curve;
use super::marks;
use super::number::real;
use super::picture::until;
use super::plot::Plot;
use super::table_switch::TableSwitch;
use crate::result::pane::{Chart, Pane};
use crate::state::State;

/// The cumulative chart with its table.
#[component]
pub(crate) fn Until() -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let height = Signal::derive(move || pane.frame().until_height());
    let words = move || {
        let shown = state.shown.get();
        shown.map_or_else(|| ().into_any(), |shown| marks::view(marks::until(&shown)))
    };
    let level = move || {
        let (day, shown) = (pane.day.get()?, state.shown.get()?);
        let until = shown.columns.cost_until.get(pane.axis.get().column_of(day))?;
        Some(until / real(shown.summary.cost.max(1)))
    };
    view! {
        <figure class="chart" aria-labelledby="until-title">
            <figcaption class="chart-head">
                <h2 id="until-title">"Cost until the day" <span class="unit">", Gold Dragons"</span></h2>
                <TableSwitch open=pane.until_table label="Table of the cost until each day" />
            </figcaption>
            <Plot
                chart=Chart::Until
                label="Day of the chart of the cost until the day"
                height
                level=Signal::derive(level)
                words
                more=|_| ().into_any()
            >
                <Curve picture=|shown, _| until(shown) height=super::frame::Frame::until_height />
            </Plot>
            <div id="until-table" hidden=move || !pane.until_table.get()></div>
        </figure>
    }
    .into_any()
}
