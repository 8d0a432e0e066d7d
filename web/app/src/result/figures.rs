//! The figures of the whole wall as a list of terms. Not for any figure of a day.

use icewall_protocol::Summary;
use icewall_protocol::desk::Figure;
use leptos::prelude::*;

use super::headline::on_days;
use super::terms;
use crate::state::State;
use crate::words;

/// The figures, and what they mean on demand. Keeps its room while there is no result.
#[component]
pub(crate) fn Figures() -> impl IntoView {
    let state = State::get();
    let list = move || {
        let shown = state.shown.get();
        let summary = shown.as_ref().map(|shown| &shown.summary);
        let wages = summary.is_some_and(|summary| summary.wages > 0);
        let shown_terms = terms::TERMS.iter().filter(|(figure, ..)| *figure != Figure::Wages || wages);
        shown_terms
            .map(|(figure, term, meaning)| {
                let value = summary.map_or_else(|| "–".to_owned(), |summary| value(summary, *figure));
                view! {
                    <div title=*meaning>
                        <dt>{*term}</dt>
                        <dd><WhyButton figure=*figure value /></dd>
                    </div>
                }
            })
            .collect_view()
    };
    let meanings = terms::TERMS.iter().map(|(_, term, meaning)| {
        view! {
            <dt>{*term}</dt>
            <dd>{*meaning}</dd>
        }
    });
    view! {
        <section class="figures" class:stale=move || state.stale.get() aria-labelledby="figures-title">
            <h2 id="figures-title">"The figures"</h2>
            <dl class="figure-list">{list}</dl>
            <details class="terms">
                <summary>"What these figures mean"</summary>
                <dl>{meanings.collect_view()}</dl>
            </details>
        </section>
    }
    .into_any()
}

/// A figure that can be asked how it comes about.
#[component]
pub(crate) fn WhyButton(
    /// Which.
    figure: Figure,
    /// What it says.
    value: String,
) -> impl IntoView {
    let state = State::get();
    view! {
        <button type="button" class="why" aria-haspopup="dialog" on:click=move |_| state.ask_why(figure)>{value}</button>
    }
    .into_any()
}

/// One figure with its unit.
fn value(summary: &Summary, figure: Figure) -> String {
    let none = || "–".to_owned();
    match figure {
        Figure::Finish => finish(summary),
        Figure::Ice => words::ice(summary.ice),
        Figure::Cost => words::gold_short(summary.cost),
        Figure::Peak => summary
            .peak
            .as_ref()
            .map_or_else(none, |peak| format!("{} {}", words::ice(peak.ice), on_days(peak))),
        Figure::Busy => summary.utilisation_permille.map_or_else(none, words::percent),
        Figure::Idle => words::counted(summary.idle_crew_days, "crew-day", "crew-days"),
        Figure::Bound => words::days(summary.lower_bound),
        Figure::Crews => words::counted(summary.crews, "crew", "crews"),
        Figure::Sections => {
            let all = u64::from(summary.sections);
            format!(
                "{} of {}",
                words::number(summary.unfinished.into()),
                words::counted(all, "section", "sections")
            )
        }
        Figure::Wages => words::gold_short(summary.wages),
        Figure::Day => none(),
    }
}

fn finish(summary: &Summary) -> String {
    match (summary.finish_day, &summary.finish_date) {
        (0, _) => "before day 1".to_owned(),
        (day, Some(date)) => format!("day {}, {}", words::number(day), words::date(date)),
        (day, None) => format!("day {}", words::number(day)),
    }
}
