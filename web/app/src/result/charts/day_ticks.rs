//! The day axis below a plot that no library draws. It stands where that of the curves stands.

use leptos::prelude::*;

use super::axis_words::{day_marks, day_word};
use crate::browser::css::px;
use crate::result::pane::Pane;
use crate::state::State;

/// The days below a plot, each under its middle.
#[component]
pub(crate) fn DayTicks() -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let days = move || {
        let axis = pane.axis.get();
        let start =
            state.shown.with(|shown| shown.as_ref().and_then(|shown| shown.summary.start_date.clone()));
        day_marks(axis, start.as_deref())
            .into_iter()
            .map(|day| {
                let left = px(axis.middle(day));
                view! { <span style:left=left>{day_word(day, axis.finish, start.as_deref())}</span> }
            })
            .collect_view()
    };
    view! { <div class="day-ticks" aria-hidden="true">{days}</div> }.into_any()
}
