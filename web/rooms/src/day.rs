//! The one day of the page, in a room: a slider and what it stands at. Not for what a room shows of that day.

use leptos::prelude::*;

use crate::desk::Desk;
use crate::words;

/// A slider over the days that are shown; Escape lets the day go.
#[component]
pub(crate) fn DaySlider() -> impl IntoView {
    let desk = Desk::get();
    let finish = move || desk.summary(|summary| summary.finish_day);
    let shown = Memo::new(move |_| desk.day_shown());
    let days = Memo::new(move |_| desk.days());
    view! {
        <div class="room-day" hidden=move || finish() == 0>
            <input
                type="range"
                class="room-day-slider"
                step="1"
                aria-label="Day"
                aria-valuetext=move || told(desk, shown.get())
                prop:min=move || days.get().first.to_string()
                prop:max=move || days.get().last.max(1).to_string()
                prop:value=move || shown.get().max(1).to_string()
                on:input=move |event| desk.look_at(event_target_value(&event).parse().ok())
                on:keydown=move |event| if event.key() == "Escape" { desk.look_at(None) }
            />
            <span class="room-day-words">{move || told(desk, shown.get())}</span>
        </div>
    }
    .into_any()
}

/// A day of the shown wall in words, with its date where there is one: `Day 5 of 13, Aug 15, 2024`. Tracks.
fn told(desk: Desk, day: u64) -> String {
    let finish = words::number(desk.summary(|summary| summary.finish_day));
    let date = date(desk, day).map(|date| format!(", {date}")).unwrap_or_default();
    format!("Day {} of {finish}{date}", words::number(day))
}

/// The date of a day of the shown wall, where it has a start date: `Aug 15`. Tracks.
pub(crate) fn date(desk: Desk, day: u64) -> Option<String> {
    let start = desk.summary(|summary| summary.start_date.clone())?;
    words::short_date(&start, day, false)
}

/// A day in words, with its date in brackets where there is one: `day 5 (Aug 15)`. Tracks.
pub(crate) fn dated(desk: Desk, day: u64) -> String {
    format!("day {}", numbered(desk, day))
}

/// The same without the word: `5 (Aug 15)`. Tracks.
pub(crate) fn numbered(desk: Desk, day: u64) -> String {
    let date = date(desk, day).map(|date| format!(" ({date})")).unwrap_or_default();
    format!("{}{date}", words::number(day))
}
