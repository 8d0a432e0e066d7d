//! A chart of A and B on the page: the drawing, and pointer and keys on it. Not for the shapes of the curves.

use icewall_ui::chart::axis_words::room;
use icewall_ui::chart::day_keys::{Move, press};
use icewall_ui::number::{real, whole};
use leptos::html::Div;
use leptos::prelude::*;

use super::figures::both;
use super::overlay::{self, ABOVE, Measure, Shown};
use super::sides::{Sides, on};
use crate::browser::css::px;
use crate::browser::{pointer, uplot};
use crate::desk::Desk;
use crate::drawing::plot::BELOW;
use crate::drawing::svg::{Colours, Svg};
use crate::words;

/// Below this width, in CSS pixels, there is less room for words.
const NARROW: f64 = 520.0;

/// The room around a plot, left and right of it, and its height: by the width of the whole, and the room that the
/// first and the last day take beside it.
fn frame(width: f64, [first, last]: [f64; 2]) -> (f64, f64, f64) {
    let (left, right, height) = if width < NARROW { (44.0, 24.0, 160.0) } else { (60.0, 44.0, 200.0) };
    (first.max(left), last.max(right), height)
}

/// The room that the first and the last day take beside a plot. Tracks.
fn beside(sides: Sides) -> [f64; 2] {
    both(sides).map_or([0.0; 2], |both| {
        let days = both.iter().map(|of| of.summary.finish_day).max().unwrap_or(0);
        let start = both.iter().rev().find_map(|of| of.summary.start_date.as_deref());
        [1, days].map(|day| room(day, days, start))
    })
}

/// A chart.
#[component]
pub(super) fn Overlay(
    /// Both plans.
    sides: Sides,
    /// What it shows.
    #[prop(into)]
    measure: Signal<Measure>,
) -> impl IntoView {
    let desk = Desk::get();
    let place = NodeRef::<Div>::new();
    let width = width_of(place);
    let drawn = move || {
        let ([a, b], width) = (both(sides)?, width.get());
        let (of_a, of_b) = (sides.a.curves.get()?, sides.b.curves.get()?);
        if width <= 0.0 {
            return None;
        }
        let (left, right, height) = frame(width, beside(sides));
        let shown = [Shown { figures: &a, curves: &of_a }, Shown { figures: &b, curves: &of_b }];
        let measure = measure.get();
        let plot = overlay::plot([left, ABOVE, width - left - right, height], shown, measure);
        let mut svg = Svg::new(Colours::OfPage);
        overlay::draw(&mut svg, &plot, shown, measure);
        Some(svg.whole(width, ABOVE + height + BELOW, measure.title().0))
    };
    let day = Memo::new(move |_| desk.day.get().filter(|day| (1..=sides.days.get()).contains(day)));
    let across = move || day.get().map(|day| (real(day) - 0.5) / real(sides.days.get().max(1)));
    let point = move |event: &leptos::ev::PointerEvent| {
        let share = pointer::share_across(event)?;
        let days = sides.days.get_untracked();
        Some((whole(share * real(days)) + 1).min(days)).filter(|day| *day > 0)
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if event.ctrl_key() || event.alt_key() || event.meta_key() {
            return;
        }
        if let Some(moved) = press(&event.key(), day.get_untracked(), sides.days.get_untracked()) {
            event.prevent_default();
            desk.look_at(match moved {
                Move::To(day) => Some(day),
                Move::LetGo => None,
            });
        }
    };
    let frame = move || frame(width.get(), beside(sides));
    view! {
        <div
            class="plot compare-plot"
            node_ref=place
            style:height=move || px(frame().2 + ABOVE + BELOW)
            style:--frame-left=move || px(frame().0)
            style:--frame-right=move || px(frame().1)
            style:--frame-top=px(ABOVE)
            style:--frame-bottom=px(BELOW)
        >
            <div class="curve" aria-hidden="true" inner_html=move || drawn().unwrap_or_default()></div>
            <div
                class="plot-area"
                role="slider"
                tabindex="0"
                aria-label=move || format!("Day of the chart of A and B: {}", measure.get().title().0.to_lowercase())
                aria-valuemin="1"
                aria-valuemax=move || sides.days.get().max(1).to_string()
                aria-valuenow=move || day.get().unwrap_or(1).to_string()
                aria-valuetext=move || spoken(sides, day.get())
                on:pointermove=move |event| desk.look_at(point(&event))
                on:pointerdown=move |event| desk.look_at(point(&event))
                on:keydown=on_key
            >
                <i
                    class="compare-day"
                    hidden=move || across().is_none()
                    style:left=move || crate::browser::css::percent(across().unwrap_or(0.0) * 100.0)
                ></i>
            </div>
        </div>
    }
    .into_any()
}

/// The width of an element in CSS pixels, now and whenever it changes.
fn width_of(place: NodeRef<Div>) -> RwSignal<f64> {
    let width = RwSignal::new(0.0);
    let watched = StoredValue::new_local(None::<Box<dyn FnOnce()>>);
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let stop = uplot::watch(&place, move |now, _, _| {
            width.try_set(now);
        });
        watched.set_value(Some(Box::new(stop)));
    });
    on_cleanup(move || {
        if let Some(stop) = watched.try_update_value(Option::take).flatten() {
            stop();
        }
    });
    width
}

/// A day of both in one sentence, for the ear. Tracks.
fn spoken(sides: Sides, day: Option<u64>) -> String {
    let Some(day) = day else { return "no day chosen".to_owned() };
    let told = both(sides).and_then(|[a, b]| {
        let a = on(day, sides.a.day.get().as_deref(), &a)?;
        let b = on(day, sides.b.day.get().as_deref(), &b)?;
        let of = |[ice, cost, until]: [u64; 3]| {
            format!("{} of ice, {}, {} so far", words::ice(ice), words::gold(cost), words::gold(until))
        };
        Some(format!(": A {}; B {}", of(a), of(b)))
    });
    format!("Day {}{}", words::number(day), told.unwrap_or_default())
}
