//! The heat map: a row a profile or a group of neighbours, shaded by the ice of the day. Not for
//! the shades: the engine tells them.

use icewall_protocol::DayFigures;
use leptos::html::{Canvas, ElementType};
use leptos::prelude::*;

use super::day_axis::DayAxis;
use super::day_ticks::DayTicks;
use super::frame::heat_row;
use super::number::{count, index};
use super::plot::Plot;
use super::ramp::ramp;
use super::{heat_rows, raster, tooltip};
use crate::browser::css::px;
use crate::browser::{canvas, told, uplot};
use crate::result::pane::{Chart, Pane, Sheet};
use crate::state::{Rows, Shown, State};
use crate::words;
use icewall_ui::colour::hex;

/// The colours that the shades lie between.
const STOPS: [&str; 5] = ["--heat-1", "--heat-2", "--heat-3", "--heat-4", "--heat-5"];
/// How high the name of a row is, in CSS pixels.
const NAME: f64 = 16.0;

/// The heat map with its rows' names and its days.
#[component]
pub(crate) fn Heat() -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let rows = Memo::new(move |_| {
        state.shown.with(|shown| shown.as_ref().map(|shown| shown.charts.rows.clone()).unwrap_or_default())
    });
    let high = move || heat_row(rows.with(Vec::len));
    let pointed = RwSignal::new(None::<usize>);
    let place = NodeRef::<Canvas>::new();
    Effect::new(move |_| {
        let (Some(place), Some(shown)) = (place.get(), state.shown.get()) else { return };
        paint(&place, &shown, pane.axis.get(), pane.sheet.get());
    });
    let names = move || {
        rows.with(|rows| {
            let last = rows.len().saturating_sub(1);
            let named = heat_rows::named(rows.len(), high(), NAME);
            named
                .filter_map(|row| rows.get(row).map(|&(from, to)| (row, if row == last { to } else { from })))
                .map(|(row, profile)| {
                    let top = px((count(row) + 0.5) * high());
                    view! { <span style:top=top>{words::number(profile.into())}</span> }
                })
                .collect_view()
        })
    };
    let row_mark = move || {
        let row = pointed.get()?;
        let (top, high) = (px(count(row) * high()), px(high()));
        Some(view! { <div class="heat-row" style:top=top style:height=high></div> })
    };
    let hear = move |y: Option<f64>| {
        let at = |y| rows.with_untracked(|rows| heat_rows::at(rows, y, heat_row(rows.len())));
        let row = y.and_then(at);
        if pointed.try_get_untracked() != Some(row) {
            pointed.try_set(row);
        }
    };
    view! {
        <Plot
            chart=Chart::Daily
            label="Day of the heat map of ice a day by profile"
            height=Signal::derive(move || count(rows.with(Vec::len)) * high())
            level=Signal::derive(|| None)
            words=row_mark
            more=move |figures: DayFigures| row_of(pointed, rows, &figures)
            pointed=hear
        >
            <span class="heat-title" aria-hidden="true">"Profile"</span>
            <div class="heat-names" aria-hidden="true">{names}</div>
            <canvas class="heat" node_ref=place></canvas>
            <DayTicks />
        </Plot>
    }
    .into_any()
}

/// The row that is pointed at: its name, and its ice where it is one profile that is told.
fn row_of(pointed: RwSignal<Option<usize>>, rows: Memo<Vec<(u32, u32)>>, figures: &DayFigures) -> AnyView {
    let row = pointed.get().and_then(|row| rows.with(|rows| rows.get(row).copied()));
    row.map_or_else(
        || ().into_any(),
        |row| {
            let profile =
                usize::try_from(row.0).ok().and_then(|profile| figures.profiles.get(profile.checked_sub(1)?));
            let ice = profile.filter(|_| row.0 == row.1).map(|profile| words::ice(profile.ice));
            tooltip::row(heat_rows::name(row), ice.unwrap_or_default()).into_any()
        },
    )
}

/// Paints the shades, one pixel of the screen wide and a row high; the style sheet stretches the
/// rows.
fn paint(place: &<Canvas as ElementType>::Output, shown: &Shown, axis: DayAxis, sheet: Sheet) {
    let Rows::Shades(shades) = &shown.columns.rows else { return };
    let stops: Vec<_> = uplot::properties(place, &STOPS).iter().filter_map(|stop| hex(stop)).collect();
    let width = index((axis.width * sheet.ratio).round());
    let pixels: Vec<_> = axis.columns_by_pixel(width).collect();
    let picture = raster::heat(shades, axis.columns, &pixels, &ramp(&stops));
    if let Err(fault) = canvas::paint(place, &picture, u32::try_from(width).unwrap_or(0)) {
        log::error!("the heat map could not be painted: {}", told(&fault));
    }
}
