//! A curve on the page: draws a picture whenever the result, the measure, the size or the theme
//! changes. Not for what it shows, and not for pointing at it.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::day_axis::DayAxis;
use super::frame::{BOTTOM, Frame, TOP};
use super::load;
use super::number::real;
use super::picture::Picture;
use super::ticks;
use crate::browser::uplot::{Axis, Curve as Drawing};
use crate::result::pane::{Library, Pane};
use crate::state::{Shown, State};
use crate::words;

/// Room for a date beside a day, in CSS pixels.
const DATE: f64 = 62.0;
/// From so many days on, a month alone might mean two years.
const DAYS_OF_A_YEAR: u64 = 330;

/// A curve over days, as high as `height` says.
#[component]
pub(crate) fn Curve(
    /// What is drawn of a result.
    picture: fn(&Shown, Pane) -> Picture,
    /// How high the plot is, in CSS pixels.
    height: fn(Frame) -> f64,
) -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let host = NodeRef::<Div>::new();
    let drawing = StoredValue::new_local(None::<Drawing>);
    Effect::new(move |_| {
        let (Some(host), Library::Ready) = (host.get(), pane.library.get()) else { return };
        let (frame, Some(shown)) = (pane.frame(), state.shown.get()) else { return };
        if frame.plot() <= 0.0 {
            return;
        }
        drawing.try_update_value(|drawing| {
            let drawing = drawing.get_or_insert_with(|| Drawing::new(&host, TOP, BOTTOM));
            let height = height(frame);
            drawing.size(frame.width, height + TOP + BOTTOM, frame.left, frame.right);
            draw(drawing, &picture(&shown, pane), &shown, pane, height);
        });
    });
    on_cleanup(move || {
        if let Some(drawing) = drawing.try_update_value(Option::take).flatten() {
            drawing.free();
        }
    });
    view! {
        <div class="curve" node_ref=host></div>
        {move || instead(state, pane)}
    }
    .into_any()
}

/// What stands in the plot where there is no curve to be seen.
fn instead(state: State, pane: Pane) -> Option<AnyView> {
    if pane.library.get() == Library::Failed {
        let words = view! {
            <div class="plot-words">
                <p>"The charts could not be loaded; the tables tell the same."</p>
                <button type="button" class="quiet" on:click=move |_| load(pane)>"Try again"</button>
            </div>
        };
        return Some(words.into_any());
    }
    let words = match state.shown.with(|shown| shown.as_ref().map(|shown| shown.summary.finish_day)) {
        None => "The chart appears with the first result.",
        Some(0) => "Nothing to build: no day needs any ice.",
        Some(_) => return None,
    };
    Some(view! { <div class="plot-words"><p>{words}</p></div> }.into_any())
}

fn draw(drawing: &Drawing, picture: &Picture, shown: &Arc<Shown>, pane: Pane, height: f64) {
    let axis = pane.axis.get();
    let days = day_marks(axis, shown.summary.start_date.as_deref());
    let days = Axis {
        top: real(axis.days.max(1)),
        words: days.iter().map(|&day| day_word(day, axis, shown.summary.start_date.as_deref())).collect(),
        marks: days.into_iter().map(real).collect(),
    };
    let marks = ticks::amounts(picture.top, if height > 200.0 { 5 } else { 4 });
    let amounts = Axis {
        top: real(picture.top.max(1)),
        words: marks.iter().map(|&mark| axis_word(mark)).collect(),
        marks: marks.into_iter().map(real).collect(),
    };
    drawing.axes(&days, &amounts);
    if shown.columns.day.is_empty() {
        // A wall that starts finished: the axes alone, one day wide.
        drawing.draw(&[0.0, 1.0], &[0.0], &[], picture.stroke);
    } else {
        drawing.draw(&axis.edges(), &picture.levels, &picture.paints, picture.stroke);
    }
}

/// The days that are written below a plot, as far apart as the longest word of one takes, and room.
pub(crate) fn day_marks(axis: DayAxis, start: Option<&str>) -> Vec<u64> {
    let digits = axis.days.max(1).ilog10() + 1;
    let date = if start.is_some() { DATE } else { 0.0 };
    ticks::days(axis.days, axis.width, f64::from(digits + digits.saturating_sub(1) / 3) * 7.5 + 14.0 + date)
}

/// A day below a plot: `5`, or with its date `5 · Aug 15`; years where the wall takes about one.
pub(crate) fn day_word(day: u64, axis: DayAxis, start: Option<&str>) -> String {
    let date = start.and_then(|start| words::short_date(start, day, axis.days > DAYS_OF_A_YEAR));
    match date {
        Some(date) => format!("{} · {date}", words::number(day)),
        None => words::number(day),
    }
}

/// An amount beside its mark: in full where it is short.
fn axis_word(amount: u64) -> String {
    if amount < 10_000 { words::number(amount) } else { words::short(real(amount)) }
}
