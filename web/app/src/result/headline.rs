//! The answer in words: when the wall is finished and what it costs. Not for charts or tables.

use std::sync::Arc;

use icewall_protocol::{Peak, Summary};
use icewall_ui::said::debounced;
use leptos::prelude::*;

use super::standing::{Notice, missing, stale};
use crate::state::{Shown, State};
use crate::words;

/// The answer: finish day and cost, one sentence below, and how it stands.
#[component]
pub(crate) fn Headline() -> impl IntoView {
    let state = State::get();
    let is_stale = move || state.stale.get();
    // As a memo, so that the button below stays itself while the progress moves.
    let running = Memo::new(move |_| state.progress.with(Option::is_some));
    let said = debounced(move || state.shown.get().map(|shown| sentence(&shown)).unwrap_or_default());
    view! {
        <section class="answer" class:stale=is_stale aria-label="The answer">
            {move || match state.shown.get() {
                Some(shown) => answer(&shown).into_any(),
                None => waiting(state).into_any(),
            }}
            <div class="answer-status">
                {move || if running.get() { progress(state) } else { status(state) }}
            </div>
            <p class="unseen" role="status">{said}</p>
        </section>
    }
    .into_any()
}

/// The result in the largest type.
fn answer(shown: &Arc<Shown>) -> impl IntoView + use<> {
    let summary = &shown.summary;
    let date = summary.finish_date.clone().map(|date| {
        let shown = words::date(&date);
        // The blank is for those who hear or copy it.
        view! { " " <time class="answer-date" datetime=date>{shown}</time> }
    });
    view! {
        <h2 class="answer-line">
            <span class="answer-finish">{finish(summary)} {date}</span>
            " "
            <span class="answer-cost">{words::number(summary.cost)} " " {coins(summary.cost)}</span>
        </h2>
        <p class="answer-note">{note(summary)}</p>
    }
}

/// Apart from the number, so that the largest of them may break before its unit.
fn coins(cost: u64) -> &'static str {
    words::noun(cost, "Gold Dragon", "Gold Dragons")
}

fn finish(summary: &Summary) -> String {
    match summary.finish_day {
        0 => "Finished before day 1".to_owned(),
        day => format!("Finished on day {}", words::number(day)),
    }
}

/// The sentence below the answer.
fn note(summary: &Summary) -> String {
    let Some(peak) = &summary.peak else {
        return "Every section already stands at its height: no ice, no cost.".to_owned();
    };
    let busy = summary.utilisation_permille.map(|busy| format!(" · {} busy", words::percent(busy)));
    let (ice, peak_ice) = (words::ice(summary.ice), words::ice(peak.ice));
    format!("{ice} of ice · peak {peak_ice} {}{}", on_days(peak), busy.unwrap_or_default())
}

/// `on day 3`, `on days 1–2`.
pub(crate) fn on_days(peak: &Peak) -> String {
    if peak.first_day == peak.last_day {
        format!("on day {}", words::number(peak.first_day))
    } else {
        format!("on days {}–{}", words::number(peak.first_day), words::number(peak.last_day))
    }
}

fn sentence(shown: &Shown) -> String {
    format!("{}, {}. {}", finish(&shown.summary), words::gold(shown.summary.cost), note(&shown.summary))
}

/// What stands there before the first result. The room is the answer's.
fn waiting(state: State) -> impl IntoView {
    let why = move || {
        let (reply, halt) = (state.reply.get(), state.halted.get());
        missing(reply.as_deref(), halt.as_ref(), &state.engine.get())
    };
    view! {
        <h2 class="answer-line muted">
            {move || why().map_or("Computing the first result…", |notice| notice.title)}
        </h2>
        <p class="answer-note">{move || why().map(|notice| notice.detail).unwrap_or_default()}</p>
    }
}

/// A long run's progress, in the one line that always keeps its room.
fn progress(state: State) -> AnyView {
    let permille = move || state.progress.get().unwrap_or(0).to_string();
    view! {
        <label class="running">"Computing… " <progress max="1000" prop:value=permille></progress></label>
        <button type="button" class="quiet" on:click=move |_| state.cancel()>"Cancel"</button>
    }
    .into_any()
}

/// Why the result is stale, in the same line, and what can be done.
fn status(state: State) -> AnyView {
    let engine = state.engine.get();
    let down = matches!(engine, crate::state::EngineStatus::Down { .. });
    let again = (down || state.halted.get().is_some()).then(|| {
        view! { <button type="button" class="quiet" on:click=move |_| state.run_again()>"Compute again"</button> }
    });
    // An engine that is down is told beside a result that still holds as well.
    let mark = ((down || state.stale.get()) && state.shown.with(Option::is_some)).then(|| {
        let (reply, halt) = (state.reply.get(), state.halted.get());
        let Notice { title, detail } = stale(reply.as_deref(), halt.as_ref(), &engine);
        view! { <span class="stale-mark">{title}</span> <span class="stale-why">{detail}</span> }
    });
    view! { {mark} {again} }.into_any()
}
