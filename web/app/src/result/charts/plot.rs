//! The plot of a chart as something to point at: crosshair on the shared day, keys, tooltip.
//! Not for what is drawn below.

use icewall_protocol::DayFigures;
use leptos::prelude::*;

use super::day_keys::press;
use super::frame::{BOTTOM, TOP};
use super::tooltip::Tooltip;
use crate::browser::css::px;
use crate::result::day_words;
use crate::result::pane::{Chart, Pane};
use crate::state::State;

/// A plot with its drawing (`children`) and what lies over it.
#[component]
pub(crate) fn Plot(
    /// Which chart it is.
    chart: Chart,
    /// What it is called when it is read out.
    #[prop(into)]
    label: Signal<String>,
    /// How high the plot is, in CSS pixels.
    #[prop(into)]
    height: Signal<f64>,
    /// How high the curve stands on the shared day, as a share of the plot; none: no dot.
    #[prop(into)]
    level: Signal<Option<f64>>,
    /// Words on the plot, placed by percent and pixels.
    #[prop(into)]
    words: ViewFn,
    /// What more the tooltip says of the place that is pointed at.
    #[prop(into)]
    more: Callback<DayFigures, AnyView>,
    /// Hears how high in the plot the pointer is, in CSS pixels; none when it left.
    #[prop(optional, into)]
    pointed: Option<Callback<Option<f64>>>,
    children: Children,
) -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let figures = day_words::figures(state, pane);
    let span = move || pane.day.get().map(|day| pane.axis.get().span_of(day));
    let at = move |x: f64| pane.day_at(x, pane.axis.get_untracked().width);
    let tell = move |y: Option<f64>| {
        if let Some(pointed) = pointed {
            pointed.run(y);
        }
    };
    view! {
        <div class="plot" style:height=move || px(height.get() + TOP + BOTTOM)>
            {children()}
            <div
                class="plot-area"
                role="slider"
                tabindex="0"
                aria-label=move || label.get()
                aria-valuemin="1"
                aria-valuemax=move || pane.axis.get().days.max(1).to_string()
                aria-valuenow=move || pane.day.get().unwrap_or(1).to_string()
                aria-valuetext=move || day_words::value_text(pane, figures)
                on:pointermove=move |event| {
                    pane.active.try_set(Some(chart));
                    tell(Some(f64::from(event.offset_y())));
                    let day = at(f64::from(event.offset_x()));
                    if event.pointer_type() == "mouse" { pane.point(day) } else { pane.pin(day) }
                }
                on:pointerdown=move |event| {
                    pane.active.try_set(Some(chart));
                    tell(Some(f64::from(event.offset_y())));
                    pane.pin(at(f64::from(event.offset_x())));
                }
                on:pointerleave=move |_| {
                    tell(None);
                    pane.leave();
                }
                on:focus=move |_| {
                    pane.active.try_set(Some(chart));
                }
                on:keydown=move |event| {
                    let (day, days) = (pane.day.get_untracked(), pane.axis.get_untracked().days);
                    if event.ctrl_key() || event.alt_key() || event.meta_key() {
                        return;
                    }
                    if let Some(moved) = press(&event.key(), day, days) {
                        event.prevent_default();
                        pane.pin_spoken(moved);
                    }
                }
            >
                <div class="plot-marks" aria-hidden="true">{move || words.run()}</div>
                <div
                    class="crosshair"
                    hidden=move || span().is_none()
                    style:transform=move || format!("translateX({}px)", span().unwrap_or_default().0)
                    style:width=move || {
                        let (from, to) = span().unwrap_or_default();
                        px((to - from).max(1.0))
                    }
                >
                    <i
                        class="crosshair-dot"
                        hidden=move || level.get().is_none()
                        style:top=move || px((1.0 - level.get().unwrap_or(0.0)) * height.get())
                    ></i>
                </div>
                <Tooltip chart figures more />
            </div>
        </div>
    }
    .into_any()
}
