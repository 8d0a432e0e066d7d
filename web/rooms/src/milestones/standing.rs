//! What stands of the wall at the end of the day that is looked at, in words. Not for its profiles.

use icewall_ui::said::debounced;
use leptos::prelude::*;

use super::board::Board;
use crate::words;

/// The words; read out when they have come to rest.
#[component]
pub(super) fn Standing(board: Board) -> impl IntoView {
    let words = Memo::new(move |_| sentence(board));
    let said = debounced(move || words.get());
    view! {
        <p class="milestones-standing">{move || words.get()}</p>
        <p class="unseen" role="status">{said}</p>
    }
    .into_any()
}

fn sentence(board: Board) -> String {
    let Some(done) = board.done.get() else { return String::new() };
    let date = done.day.date.as_deref().map(|date| format!(", {}", words::date(date))).unwrap_or_default();
    let whole = done.permille.first().copied().unwrap_or_default();
    format!(
        "{} of the feet stand at the end of day {}{date}.",
        words::percent(whole),
        words::number(done.day.day)
    )
}
