//! The days of a row as a picture: a bar from the first to the last, parted at the quarters, with the peak. How
//! far it is filled on the looked-at day the style sheet draws, from a property of the table. It tells what
//! the cells beside it tell, and is hidden from those who hear them. Not for the figures.

use icewall_protocol::workshop::{MilestoneDay, MilestoneRow};
use icewall_ui::number::real;
use leptos::prelude::*;

use crate::browser::css::percent;

/// A bar of so many percent of all days is wide enough to be parted; a narrower one would be nothing but gaps.
const PARTED: f64 = 10.0;

/// The picture; empty where there is nothing to build.
pub(super) fn span(row: &MilestoneRow, finish: u64) -> impl IntoView + use<> {
    let days = row.start.as_ref().zip(row.finish.as_ref()).map(|(first, last)| (first.day, last.day));
    let bar = days.map(|(first, last)| {
        let (from, to) = (end_of(first - 1, finish), end_of(last, finish));
        let parted = row.quarters.iter().flatten().filter(move |day| day.day < last && to - from >= PARTED);
        let part = |day: &MilestoneDay| {
            let at = percent(end_of(day.day, finish));
            view! { <i class="milestones-part" style:left=at></i> }
        };
        let peak = row.peak.as_ref().map(|peak| {
            let at = percent(f64::midpoint(end_of(peak.day - 1, finish), end_of(peak.day, finish)));
            view! { <i class="milestones-peak" style:left=at></i> }
        });
        view! {
            <i class="milestones-bar" style:--from=percent(from) style:--span=percent(to - from)></i>
            <i class="milestones-until" style:--from=percent(from) style:--span=percent(to - from)></i>
            {parted.map(part).collect_view()}
            {peak}
        }
    });
    view! { <div class="milestones-span" aria-hidden="true">{bar}</div> }
}

/// Where a day ends, in percent of all days.
pub(super) fn end_of(day: u64, finish: u64) -> f64 {
    real(day) / real(finish.max(1)) * 100.0
}
