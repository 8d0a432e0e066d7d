//! The chart of ice or cost a day, in the view that is chosen. Not for the views themselves.

use icewall_protocol::{DayFigures, View};
use leptos::prelude::*;

use super::curve::Curve;
use super::heat::Heat;
use super::multiples::Multiples;
use super::number::real;
use super::picture::{PROFILES, Picture, daily};
use super::plot::Plot;
use super::switches::{MeasureSwitch, ViewSwitch, measure_in_force, reasons, shown_view};
use super::table_switch::TableSwitch;
use super::{legend, marks, tooltip};
use crate::result::pane::{Chart, Measure, Pane};
use crate::state::{Shown, State};
use crate::words;

/// The daily chart with its choices and its table.
#[component]
pub(crate) fn Daily() -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let view = Memo::new(move |_| shown_view(state));
    let measure = Memo::new(move |_| measure_in_force(state, pane));
    let title = move || match measure.get() {
        Measure::Ice => ("Ice a day", "cubic yards"),
        Measure::Cost => ("Cost a day", "Gold Dragons"),
    };
    let legend = move || {
        let shown = state.shown.get()?;
        let (axis, frame) = (pane.axis.get(), pane.frame());
        let named =
            marks::names(&shown, &daily(&shown, measure.get(), axis.width), axis, frame.daily_height())
                .is_some();
        Some(legend::line(&shown, named))
    };
    view! {
        <figure class="chart" aria-labelledby="daily-title">
            <figcaption class="chart-head">
                <h2 id="daily-title">{move || title().0} <span class="unit">", " {move || title().1}</span></h2>
                <MeasureSwitch />
                <ViewSwitch />
                <TableSwitch open=pane.daily_table label="Table of the days and profiles" />
            </figcaption>
            <p class="chart-note" id="view-reason">{move || reasons(state)}</p>
            <div class="legend">{legend}</div>
            {move || match view.get() {
                View::Multiples => view! { <Multiples /> }.into_any(),
                View::Heat => view! { <Heat /> }.into_any(),
                View::Wall | View::Stacked => view! { <DailyCurve /> }.into_any(),
            }}
            <div id="daily-table" hidden=move || !pane.daily_table.get()></div>
        </figure>
    }
    .into_any()
}

/// The wall as one, or its profiles stacked.
#[component]
fn DailyCurve() -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let height = Signal::derive(move || pane.frame().daily_height());
    let words = move || {
        state.shown.get().map_or_else(
            || ().into_any(),
            |shown| {
                let (axis, picture) = (pane.axis.get(), picture(&shown, pane));
                let mut all = marks::daily(&shown, &picture, axis, height.get(), &peak(&shown, pane));
                all.extend(marks::names(&shown, &picture, axis, height.get()).unwrap_or_default());
                marks::view(all)
            },
        )
    };
    let level = move || {
        let (day, shown) = (pane.day.get()?, state.shown.get()?);
        let top = shown.summary.peak.as_ref()?.ice;
        let ice = shown.columns.ice.get(pane.axis.get().column_of(day))?;
        Some(ice / real(top))
    };
    view! {
        <Plot
            chart=Chart::Daily
            label="Day of the chart of ice and cost a day"
            height
            level=Signal::derive(level)
            words
            more=move |figures: DayFigures| by_profile(state, &figures)
        >
            <Curve picture height=super::frame::Frame::daily_height />
        </Plot>
    }
    .into_any()
}

fn picture(shown: &Shown, pane: Pane) -> Picture {
    daily(shown, pane.measure.get(), pane.axis.get().width)
}

/// How high the peak is, in words.
fn peak(shown: &Shown, pane: Pane) -> String {
    let peak = shown.summary.peak.as_ref();
    peak.map_or_else(String::new, |peak| match pane.measure.get() {
        Measure::Ice => words::ice(peak.ice),
        Measure::Cost => words::gold_short(peak.cost),
    })
}

/// The ice of each stacked profile, for the tooltip: the uppermost first, as they are drawn.
fn by_profile(state: State, figures: &DayFigures) -> AnyView {
    let stacked = state.shown.get_untracked().filter(|shown| shown.charts.view == View::Stacked);
    let count = stacked.map_or(0, |shown| shown.charts.rows.len());
    let profiles =
        figures.profiles.iter().take(count).zip(PROFILES).enumerate().filter(|(_, (day, _))| day.ice > 0);
    let rows: Vec<_> = profiles
        .map(|(row, (day, colour))| {
            let name = legend::swatch(colour, format!("Profile {}", row + 1));
            tooltip::row(name, words::ice(day.ice)).into_any()
        })
        .collect();
    view! { <div class="tooltip-profiles">{rows.into_iter().rev().collect_view()}</div> }.into_any()
}
