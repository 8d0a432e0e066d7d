//! A curve on the page: draws a picture whenever the result, the measure, the size or the theme
//! changes. Not for what it shows, and not for pointing at it.

use std::sync::Arc;

use leptos::html::Div;
use leptos::prelude::*;

use super::axis_words::{amount_word, day_marks, day_word};
use super::frame::{BOTTOM, Frame, TOP};
use super::load;
use super::number::real;
use super::picture::Picture;
use super::ticks;
use crate::browser::locale;
use crate::browser::uplot::{Axis, Curve as Drawing};
use crate::result::pane::{Library, Pane};
use crate::state::{Shown, State};

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
        // The axes are written when the browser draws.
        locale::track();
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
    let start = shown.summary.start_date.as_deref();
    let days = day_marks(axis, start);
    let days = Axis {
        top: real(axis.days.max(1)),
        words: days.iter().map(|&day| day_word(day, axis.finish, start)).collect(),
        marks: days.into_iter().map(|day| real(day - axis.before)).collect(),
    };
    let marks = ticks::amounts(picture.top, if height > 200.0 { 5 } else { 4 });
    let amounts = Axis {
        top: real(picture.top.max(1)),
        words: marks.iter().map(|&mark| amount_word(mark)).collect(),
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
