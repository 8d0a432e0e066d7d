//! The day of what is done: a slider, a field, and what stands on it. It is the one day of the page.

use icewall_ui::said::debounced;
use leptos::prelude::*;

use super::board::Board;
use crate::words;

/// The controls and the words.
#[component]
pub(super) fn DayLine(board: Board) -> impl IntoView {
    let desk = board.desk;
    let choose = move |text: String| {
        let day = text.trim().parse::<u64>().ok();
        if let Some(day) = day.filter(|day| (1..=board.finish.get_untracked()).contains(day)) {
            desk.look_at(Some(day));
        }
    };
    let last = move || board.finish.get().to_string();
    let day = move || board.day.get().max(1).to_string();
    let off = move || board.finish.get() == 0;
    let of_finish =
        move || format!("Day {} of {}", words::number(board.day.get()), words::number(board.finish.get()));
    let let_go = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" {
            desk.look_at(None);
        }
    };
    let standing = Memo::new(move |_| standing(board));
    let said = debounced(move || standing.get());
    view! {
        <div class="milestones-day" role="group" aria-label="The day that is looked at">
            <label class="day-field">
                "Done on day "
                <input
                    type="number"
                    inputmode="numeric"
                    min="1"
                    step="1"
                    prop:max=last
                    prop:value=day
                    prop:disabled=off
                    on:change=move |event| choose(event_target_value(&event))
                    on:keydown=let_go
                />
            </label>
            <input
                type="range"
                class="milestones-slider"
                min="1"
                step="1"
                aria-label="Day to look at"
                aria-valuetext=of_finish
                prop:max=last
                prop:value=day
                prop:disabled=off
                on:input=move |event| choose(event_target_value(&event))
                on:keydown=let_go
            />
            <span class="milestones-standing">{move || standing.get()}</span>
            <p class="unseen" role="status">{said}</p>
        </div>
    }
    .into_any()
}

/// What stands of the wall at the end of the day.
fn standing(board: Board) -> String {
    let Some(done) = board.done.get() else { return String::new() };
    let on = match &done.day.date {
        Some(date) => words::date(date),
        None => format!("day {}", words::number(done.day.day)),
    };
    let whole = done.permille.first().copied().unwrap_or_default();
    format!("{} of the feet stand at the end of {on}", words::percent(whole))
}
