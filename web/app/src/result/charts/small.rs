//! One small chart of a profile. Not for their arrangement.

use leptos::html::Canvas;
use leptos::prelude::*;

use super::number::{index, real};
use super::raster;
use crate::browser::uplot::{self, Paint};
use crate::result::pane::Pane;
use crate::state::{Rows, State};

/// How high a small plot is, in CSS pixels.
const HIGH: f64 = 48.0;

/// The steps of one profile, numbered from 0.
#[component]
pub(crate) fn Small(
    /// Which one.
    profile: usize,
    /// Takes the one that is pointed at.
    pointed: RwSignal<Option<usize>>,
) -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let place = NodeRef::<Canvas>::new();
    Effect::new(move |_| {
        let (Some(place), Some(shown)) = (place.get(), state.shown.get()) else { return };
        let Rows::Ice(rows) = &shown.columns.rows else { return };
        let (axis, sheet) = (pane.axis.get(), pane.sheet.get());
        let row = rows.get(profile * axis.columns..(profile + 1) * axis.columns).unwrap_or_default();
        let width = index((pane.frame().small().1 * sheet.ratio).round());
        let pixels: Vec<_> = axis.columns_by_pixel(width).collect();
        let heights = raster::heights(row, &pixels, real(shown.charts.row_peak));
        uplot::paint_steps(&place, &heights, HIGH, sheet.ratio, Paint { fill: "--curve", line: "--accent" });
    });
    let point = move |x: i32, pinned: bool| {
        pointed.try_set(Some(profile));
        let Some(width) = pane
            .sheet
            .try_get_untracked()
            .map(|sheet| super::frame::Frame::of(sheet.width, [0.0; 2]).small().1)
        else {
            return;
        };
        let day = pane.day_at(f64::from(x), width);
        if pinned { pane.pin(day) } else { pane.point(day) }
    };
    view! {
        <div
            class="small"
            on:pointermove=move |event| point(event.offset_x(), event.pointer_type() != "mouse")
            on:pointerdown=move |event| point(event.offset_x(), true)
        >
            <span class="small-name">{profile + 1}</span>
            <canvas node_ref=place></canvas>
            <i class="small-day"></i>
        </div>
    }
    .into_any()
}
