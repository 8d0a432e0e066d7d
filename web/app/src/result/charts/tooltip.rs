//! The tooltip of a chart: the exact figures of the shared day, beside the day and never under
//! the pointer. The chart that is pointed at tells all, the other one its own figure.

use std::sync::Arc;

use icewall_protocol::DayFigures;
use leptos::prelude::*;

use crate::browser::css::px;
use crate::result::day_words;
use crate::result::pane::{Chart, Pane};
use crate::words;

/// The tooltip. It is for the eye: the plot says the same as its value.
#[component]
pub(crate) fn Tooltip(
    /// The chart it stands on.
    chart: Chart,
    /// The figures of the shared day.
    figures: Memo<Option<Arc<DayFigures>>>,
    /// What more it says.
    more: Callback<DayFigures, AnyView>,
) -> impl IntoView {
    let pane = Pane::get();
    // Which side, and where: right of the day in the left half, left of it in the right half.
    let place = Memo::new(move |_| {
        let axis = pane.axis.get();
        let (from, to) = pane.day.get().map(|day| axis.span_of(day))?;
        let left_half = from + to < axis.width;
        Some(if left_half { (true, to) } else { (false, from) })
    });
    let body = move || {
        let figures = figures.get()?;
        let all = pane.active.get().unwrap_or(Chart::Daily) == chart;
        Some(if all { full(chart, &figures, more).into_any() } else { brief(chart, &figures).into_any() })
    };
    view! {
        <div
            class="tooltip"
            aria-hidden="true"
            class:before=move || place.get().is_some_and(|(after, _)| !after)
            hidden=move || place.get().is_none() || figures.with(Option::is_none)
            style:left=move || px(place.get().map_or(0.0, |(_, x)| x))
        >
            {body}
        </div>
    }
    .into_any()
}

/// Everything there is to tell of the day.
fn full(chart: Chart, figures: &DayFigures, more: Callback<DayFigures, AnyView>) -> impl IntoView + use<> {
    let wall = &figures.wall;
    let rows = [
        ("Ice", words::ice(wall.ice)),
        ("Cost", words::gold_short(wall.cost)),
        ("So far", words::gold_short(wall.cost_until)),
        ("At work", words::counted(figures.crews_at_work, "crew", "crews")),
    ];
    let rows = if chart == Chart::Until { vec![rows[2].clone(), rows[1].clone()] } else { rows.to_vec() };
    view! {
        <p class="tooltip-day">{day_words::title(wall)}</p>
        {rows.into_iter().map(|(term, value)| row(term, value)).collect_view()}
        {more.run(figures.clone())}
    }
}

/// The one figure of this chart.
fn brief(chart: Chart, figures: &DayFigures) -> impl IntoView + use<> {
    match chart {
        Chart::Daily => words::ice(figures.wall.ice),
        Chart::Until => words::gold_short(figures.wall.cost_until),
    }
}

/// A term and its figure.
pub(crate) fn row(term: impl IntoView + 'static, value: String) -> impl IntoView {
    view! {
        <p class="tooltip-row">
            <span>{term}</span>
            <b>{value}</b>
        </p>
    }
}
