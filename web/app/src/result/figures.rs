//! The figures of the whole wall as a list of terms. Not for any figure of a day.

use icewall_protocol::Summary;
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
        let shown_terms = terms::TERMS.iter().filter(|(term, _)| *term != terms::WAGES || wages);
        shown_terms
            .map(|(term, meaning)| {
                let value = summary.map_or_else(|| "–".to_owned(), |summary| value(summary, term));
                view! {
                    <div title=*meaning>
                        <dt>{*term}</dt>
                        <dd>{value}</dd>
                    </div>
                }
            })
            .collect_view()
    };
    let meanings = terms::TERMS.iter().map(|(term, meaning)| {
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

/// One figure with its unit.
fn value(summary: &Summary, term: &str) -> String {
    let none = || "–".to_owned();
    match term {
        terms::FINISH => finish(summary),
        terms::ICE => words::ice(summary.ice),
        terms::COST => words::gold_short(summary.cost),
        terms::PEAK => summary
            .peak
            .as_ref()
            .map_or_else(none, |peak| format!("{} {}", words::ice(peak.ice), on_days(peak))),
        terms::BUSY => summary.utilisation_permille.map_or_else(none, words::percent),
        terms::IDLE => words::counted(summary.idle_crew_days, "crew-day", "crew-days"),
        terms::BOUND => words::days(summary.lower_bound),
        terms::CREWS => words::counted(summary.crews, "crew", "crews"),
        terms::SECTIONS => {
            let all = u64::from(summary.sections);
            format!(
                "{} of {}",
                words::number(summary.unfinished.into()),
                words::counted(all, "section", "sections")
            )
        }
        terms::WAGES => words::gold_short(summary.wages),
        _ => none(),
    }
}

fn finish(summary: &Summary) -> String {
    match (summary.finish_day, &summary.finish_date) {
        (0, _) => "before day 1".to_owned(),
        (day, Some(date)) => format!("day {}, {}", words::number(day), words::date(date)),
        (day, None) => format!("day {}", words::number(day)),
    }
}
