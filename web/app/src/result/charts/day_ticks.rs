//! The day axis below a plot that no library draws. It stands where that of the curves stands.

use leptos::prelude::*;

use super::curve::day_apart;
use super::ticks;
use crate::browser::css::px;
use crate::result::pane::Pane;
use crate::words;

/// The days below a plot, each under its middle.
#[component]
pub(crate) fn DayTicks() -> impl IntoView {
    let pane = Pane::get();
    let days = move || {
        let axis = pane.axis.get();
        ticks::days(axis.days, axis.width, day_apart(axis.days))
            .into_iter()
            .map(|day| {
                let left = px(axis.middle(day));
                view! { <span style:left=left>{words::number(day)}</span> }
            })
            .collect_view()
    };
    view! { <div class="day-ticks" aria-hidden="true">{days}</div> }.into_any()
}
