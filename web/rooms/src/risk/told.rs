//! What the runs amount to, in words and as a table of finish days.

use std::sync::Arc;

use icewall_protocol::workshop::RiskRuns;
use leptos::prelude::*;

use crate::why::{Question, WhyButton};
use crate::words;

/// The shares of the runs that are told, in percent.
pub(crate) const SHARES: [u64; 4] = [10, 50, 80, 90];

/// The words.
#[component]
pub(super) fn Told(runs: RwSignal<Option<Arc<RiskRuns>>>) -> impl IntoView {
    let told = move || runs.with(|runs| runs.as_deref().map(sentence));
    let rows = move || {
        let runs = runs.get().unwrap_or_default();
        let dates = runs.dates.clone();
        let row = move |at: usize| {
            let date = dates.as_ref().and_then(|dates| dates.get(at)).map(|date| words::date(date));
            view! {
                <div>
                    <dt>{SHARES.get(at).map(|share| format!("P{share}"))}</dt>
                    <dd>{runs.finish.get(at).map(|day| words::number(*day))} <span class="muted">{date}</span></dd>
                </div>
            }
        };
        (0..SHARES.len()).map(row).collect_view()
    };
    view! {
        <p class="risk-told" role="status">{told}</p>
        <p><WhyButton question=Signal::derive(move || runs.get().map(Question::Chances)) value="Why?" label="Why the runs have these figures" /></p>
        <dl class="risk-days" aria-label="Finish day: the least that so many of the runs keep to">{rows}</dl>
    }
    .into_any()
}

fn sentence(runs: &RiskRuns) -> String {
    let [_, half, _, most] = runs.finish.map(words::number);
    let (day, met) = runs.met;
    let asked = if runs.runs < runs.wanted {
        format!("{} of {} runs so far", words::number(runs.runs.into()), words::number(runs.wanted.into()))
    } else {
        words::counted(runs.runs.into(), "run", "runs")
    };
    format!(
        "{asked} with {}: half are finished by day {half}, 9 of 10 by day {most}; with no day lost it is day {}. Day {} is met in {}.",
        words::counted(runs.crews.into(), "crew", "crews"),
        words::number(runs.planned),
        words::number(day),
        words::percent(met),
    )
}
