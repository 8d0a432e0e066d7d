//! The picture in words: a sentence with a legend, and a table. Not for a single section.

use std::sync::Arc;

use icewall_ui::said::debounced;
use leptos::prelude::*;

use super::scene::Scene;
use super::seen::{Column, Heights, Seen};
use crate::table::{TableBox, heads};
use crate::why::{self, Question};
use crate::words;
use crate::workshop::{Workshops, newest};

/// The most rows of the table; where more sections are seen, neighbours share one.
const ROWS: u32 = 60;
/// What the columns of the table say.
const HEADS: [&str; 4] = ["Section", "Start, feet", "On the day, feet", "Crews at work"];

/// The legend, and what is seen in a sentence, which is read out when it has come to rest.
#[component]
pub(super) fn Told() -> impl IntoView {
    let scene = Scene::get();
    let words =
        Memo::new(move |_| scene.seen.with(|seen| seen.as_deref().and_then(sentence)).unwrap_or_default());
    let is_shared = Memo::new(move |_| {
        scene.seen.with(|seen| seen.as_ref().is_some_and(|seen| seen.columns.len() < sections(seen)))
    });
    let tells_profiles = Memo::new(move |_| {
        let pixels = scene.css_pixels_across();
        scene.seen.with(|seen| seen.as_ref().is_some_and(|seen| seen.tells_profiles(pixels)))
    });
    let said = debounced(move || words.get());
    let key = |class: &'static str, word: &'static str| {
        view! { <span class="legend-item"><i class=format!("swatch {class}")></i>{word}</span> }
    };
    view! {
        <p class="legend" aria-hidden="true">
            {key("stone", "start height")}
            {key("ice", "ice so far")}
            {move || is_shared.get().then(|| view! {
                {key("mixed", "start or ice")}
                {key("some", "only some sections")}
            })}
            {key("crew", "crew at work")}
            {move || tells_profiles.get().then(|| key("border", "profile begins"))}
        </p>
        <p class="elevation-told">{move || words.get()}</p>
        <p class="unseen" role="status">{said}</p>
    }
    .into_any()
}

fn sections(seen: &Seen) -> usize {
    usize::try_from((seen.told.last + 1).saturating_sub(seen.told.first)).unwrap_or(usize::MAX)
}

fn sentence(seen: &Seen) -> Option<String> {
    let (least, most) = seen.extremes()?;
    let told = &seen.told;
    let number = |section: u32| words::number(section.into());
    let place = if told.first == told.last {
        format!("section {}", number(told.first))
    } else {
        format!("sections {} to {}", number(told.first), number(told.last))
    };
    let high = if least == most {
        format!("{} high", words::counted(least.into(), "foot", "feet"))
    } else {
        format!(
            "from {} to {} high",
            words::number(least.into()),
            words::counted(most.into(), "foot", "feet")
        )
    };
    Some(format!(
        "At the end of day {}: {place} stand {high}, the target is {}; {} at work.",
        words::number(told.day),
        words::number(told.target.into()),
        words::counted(told.crews, "crew is", "crews are"),
    ))
}

/// The sections that are seen, as rows.
#[component]
pub(super) fn Table() -> impl IntoView {
    let scene = Scene::get();
    let seen = RwSignal::new(None::<Arc<Seen>>);
    newest(
        Workshops::get().views(),
        move || scene.skyline(ROWS),
        move |answered| {
            if let Some(told) = Seen::of(answered) {
                seen.try_set(Some(Arc::new(told)));
            }
        },
    );
    let asked = why::Column::start();
    let rows = move || {
        let seen = seen.get()?;
        let row = |(at, column): (usize, &Column)| row((asked, at), seen.sections(at), column);
        Some(seen.columns.iter().enumerate().map(row).collect_view())
    };
    view! {
        <div class="table">
            <TableBox label="Table of the sections that are seen" class="elevation-table" caption="By section" asked heads=heads(HEADS)>
                {rows}
            </TableBox>
        </div>
    }
    .into_any()
}

/// Some sections. Of one it can be asked why it is as high; of several the picture tells when it is zoomed.
fn row(
    (asked, at): (why::Column, usize),
    (first, last): (u32, u32),
    column: &Column,
) -> impl IntoView + use<> {
    let heights = |heights: Heights| span(heights.least.into(), heights.most.into());
    view! {
        <tr>
            <th scope="row">{span(first.into(), last.into())}</th>
            <td>{heights(column.start)}</td>
            {if first == last {
                asked.cell(at, Question::SectionAt(first), heights(column.now)).into_any()
            } else {
                view! { <td>{heights(column.now)}</td> }.into_any()
            }}
            <td>{words::number(column.crews.into())}</td>
        </tr>
    }
}

fn span(from: u64, to: u64) -> String {
    if from == to { words::number(from) } else { format!("{}–{}", words::number(from), words::number(to)) }
}
