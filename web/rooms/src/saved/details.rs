//! More of a saved wall: what else can be done with it, and what its last run gave. Not for computing
//! anything: it was computed when the wall was saved.

use icewall_ui::number::whole;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::record::{Profiles, Record, Run};
use super::shelf::Shelf;
use super::store;
use crate::table::{TableBox, heads};
use crate::why::{Question, Sums, WhyButton};
use crate::words;

/// So many profiles are listed.
const LISTED: usize = 100;
/// What the columns say.
const HEADS: [&str; 6] = ["Profile", "Sections", "First day", "Last day", "Ice, yd³", "Cost, GD"];

/// What is unfolded below a row.
#[component]
pub(super) fn Details(
    /// The wall's number.
    number: u32,
    /// Its record; none where it is broken.
    record: Option<Record>,
    /// Raised to rename it.
    renaming: RwSignal<bool>,
) -> impl IntoView {
    let shelf = Shelf::get();
    let is_whole = record.is_some();
    let run = record.and_then(|record| record.run);
    let profiles = RwSignal::new(Profiles::default());
    if run.is_some() {
        // They are kept a little later than the wall.
        Effect::new(move |_| {
            shelf.entries.track();
            spawn_local(async move {
                if let Some(kept) = store::parts(number).await.ok().and_then(|parts| parts.by_profile()) {
                    profiles.try_set(kept);
                }
            });
        });
    }
    view! {
        <div class="saved-details">
            <p class="saved-do">
                <button type="button" hidden=!is_whole on:click=move |_| shelf.open(number)>"Open"</button>
                <button type="button" hidden=!is_whole on:click=move |_| renaming.set(true)>"Rename"</button>
                <button type="button" hidden=!is_whole on:click=move |_| shelf.duplicate(number)>"Duplicate"</button>
                <button type="button" on:click=move |_| shelf.save_one(number)>"Save as a file"</button>
                <button type="button" on:click=move |_| shelf.delete(number)>"Delete"</button>
            </p>
            <p class="muted">
                {run.as_ref().map(summed)} " "
                {run.as_ref().and_then(sums).map(|sums| view! {
                    <WhyButton question=Signal::stored(Some(Question::Saved(sums))) value="Why?" label="Why the last run has these figures" />
                })}
            </p>
            <Show when=move || profiles.with(|profiles| !profiles.sections.is_empty())>
                {move || profiles.with(table)}
            </Show>
        </div>
    }
    .into_any()
}

/// What the run's work log adds up to.
fn summed(run: &Run) -> String {
    let days = |days: f64| words::counted(whole(days), "crew-day", "crew-days");
    let mut parts = Vec::new();
    if let (Some(unfinished), Some(feet)) = (run.unfinished, run.feet) {
        let sections = words::counted(unfinished.into(), "section", "sections");
        parts.push(format!("{} to build in {sections}", words::counted(whole(feet), "foot", "feet")));
    }
    parts.push(words::counted(whole(run.team.crews), "crew", "crews"));
    if let (Some(worked), Some(idle)) = (run.team.worked, run.team.idle) {
        parts.push(format!("{} worked, {} idle", days(worked), words::number(whole(idle))));
    }
    parts.push(words::ice(whole(run.ice)));
    if let Some(wages) = run.team.wages.filter(|wages| *wages > 0.0) {
        parts.push(format!("{} of wages and overhead", words::gold_short(whole(wages))));
    }
    parts.join(" · ")
}

/// The same as numbers, where all of them were counted.
fn sums(run: &Run) -> Option<Sums> {
    let number = |amount: Option<f64>| amount.map(whole);
    Some(Sums {
        finish: whole(run.finish_day),
        feet: number(run.feet)?,
        ice: whole(run.ice),
        cost: whole(run.cost),
        crews: whole(run.team.crews),
        worked: number(run.team.worked)?,
        idle: number(run.team.idle)?,
    })
}

fn table(profiles: &Profiles) -> impl IntoView + use<> {
    let line = |(index, [sections, first, last, ice, cost]): (usize, [u64; 5])| {
        let day = |day: u64| if day == 0 { "–".to_owned() } else { words::number(day) };
        let cells = [words::number(sections), day(first), day(last), words::number(ice), words::number(cost)];
        view! {
            <tr>
                <th scope="row">{words::number(index as u64 + 1)}</th>
                {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
            </tr>
        }
    };
    let rows = profiles.rows().take(LISTED).enumerate().map(line).collect_view();
    let is_cut = profiles.sections.len() > LISTED;
    view! {
        <div class="table">
            <TableBox label="The last run by profile" heads=heads(HEADS)>
                {rows}
            </TableBox>
            <p class="muted" hidden=!is_cut>"Its first 100 profiles. Open the wall to see all of them."</p>
        </div>
    }
}
