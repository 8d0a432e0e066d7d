//! The plot of a chart as something to point at: crosshair on the shared day, keys, tooltip.
//! Not for what is drawn below.

use icewall_protocol::DayFigures;
use icewall_ui::window::Window;
use leptos::prelude::*;

use super::day_keys::press;
use super::frame::{BOTTOM, TOP};
use super::tooltip::Tooltip;
use crate::browser::css::px;
use crate::browser::pointer;
use crate::result::pane::{Chart, Pane};
use crate::result::{day_words, days};
use crate::state::State;

/// CSS pixels that a pointer moves at least to choose days.
const BRUSHED: f64 = 6.0;

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
    let span = move || {
        pane.day.get().filter(|day| pane.axis.get().has(*day)).map(|day| pane.axis.get().span_of(day))
    };
    // Where a pointer went down, and where it is now: the days in between are shown when it is released. A finger
    // that moves up or down scrolls the page instead: the browser calls its pointer off.
    let brush = RwSignal::new(None::<(f64, f64)>);
    let brushed = move || brush.get().filter(|(from, to)| (to - from).abs() >= BRUSHED);
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
                aria-valuemax=move || pane.axis.get().finish.max(1).to_string()
                aria-valuenow=move || pane.day.get().unwrap_or(1).to_string()
                aria-valuetext=move || day_words::value_text(pane, figures)
                on:pointermove=move |event| {
                    pane.active.try_set(Some(chart));
                    tell(Some(f64::from(event.offset_y())));
                    let x = f64::from(event.offset_x());
                    brush.update(|brush| if let Some(brush) = brush { brush.1 = x });
                    let day = at(x);
                    if event.pointer_type() == "mouse" { pane.point(day) } else { pane.pin(day) }
                }
                on:pointerdown=move |event| {
                    pane.active.try_set(Some(chart));
                    tell(Some(f64::from(event.offset_y())));
                    let x = f64::from(event.offset_x());
                    pane.pin(at(x));
                    brush.set(Some((x, x)));
                    pointer::capture(&event);
                }
                on:pointerup=move |_| {
                    show(state, pane, brushed());
                    brush.set(None);
                }
                on:pointercancel=move |_| brush.set(None)
                on:pointerleave=move |_| {
                    tell(None);
                    pane.leave();
                }
                on:focus=move |_| {
                    pane.active.try_set(Some(chart));
                }
                on:keydown=move |event| {
                    let (day, finish) = (pane.day.get_untracked(), pane.axis.get_untracked().finish);
                    if event.ctrl_key() || event.alt_key() || event.meta_key() {
                        return;
                    }
                    if days::pressed(state, pane, &event.key()) {
                        event.prevent_default();
                    } else if let Some(moved) = press(&event.key(), day, finish) {
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
                <i
                    class="brush"
                    hidden=move || brushed().is_none()
                    style:left=move || px(brushed().map_or(0.0, |(from, to)| from.min(to)))
                    style:width=move || px(brushed().map_or(0.0, |(from, to)| (to - from).abs()))
                ></i>
                <Tooltip chart figures more />
            </div>
        </div>
    }
    .into_any()
}

/// Shows the days between two pixels of a plot.
fn show(state: State, pane: Pane, pixels: Option<(f64, f64)>) {
    if let Some((from, to)) = pixels {
        let axis = pane.axis.get_untracked();
        let [first, last] = [from.min(to).max(0.0), from.max(to)].map(|pixel| axis.day_at(pixel));
        state.show_days(Some(Window { first, last }));
    }
}
