//! The line between a chart's title and its plot: what its colours mean, and what else must be
//! known to read it. It keeps its room. Not for words on the plot.

use icewall_protocol::View;
use leptos::prelude::*;

use super::picture::PROFILES;
use crate::state::Shown;
use crate::words;

/// What the line says of a result; `named`: whether the profiles' names stand on the plot.
pub(crate) fn line(shown: &Shown, named: bool) -> AnyView {
    let stacked = shown.charts.view == View::Stacked && !named;
    let profiles = stacked.then(|| {
        let swatches = PROFILES.iter().take(shown.charts.rows.len()).enumerate();
        swatches.map(|(row, colour)| swatch(colour, format!("Profile {}", row + 1))).collect_view()
    });
    let heat = (shown.charts.view == View::Heat).then(|| heat(shown));
    let scale = (shown.charts.view == View::Multiples).then(|| multiples(shown));
    view! { {profiles} {heat} {scale} {thinned(shown)} }.into_any()
}

/// A colour and what it stands for.
pub(crate) fn swatch(colour: &'static str, word: String) -> impl IntoView {
    view! {
        <span class="legend-item">
            <i class="swatch" style:background=format!("var({colour})")></i>
            {word}
        </span>
    }
}

/// The scale of the heat map's colours.
fn heat(shown: &Shown) -> impl IntoView + use<> {
    view! {
        <span class="legend-item">
            "One profile: 0" <i class="ramp"></i> {words::ice(shown.charts.row_peak)} " a day"
        </span>
    }
}

/// The scale that the small charts share.
fn multiples(shown: &Shown) -> String {
    let (first, last) = shown.charts.days;
    let (peak, first, last) = (words::ice(shown.charts.row_peak), words::number(first), words::number(last));
    format!("Every chart: days {first}–{last}, 0 to {peak} a day.")
}

/// What a column stands for where it holds several days.
fn thinned(shown: &Shown) -> Option<AnyView> {
    let days = shown.charts.days_per_column;
    (days > 1).then(|| {
        let days = words::number(days);
        let band = (shown.charts.view == View::Wall)
            .then(|| view! { <span class="legend-item"><i class="swatch band"></i> "down to the day with the least"</span> });
        view! {
            <span>{format!("Each column shows the day with the most ice of {days} days.")}</span>
            {band}
        }
        .into_any()
    })
}
