//! The diagram in words and as a table. Not for the picture.

use std::sync::Arc;

use icewall_protocol::workshop::{Job, Made, SectionFacts, ViewJob, ViewMade};
use icewall_ui::said::debounced;
use leptos::prelude::*;

use super::scene::Scene;
use crate::day::dated;
use crate::desk::Desk;
use crate::table::{TableBox, heads};
use crate::why::{Column, Question};
use crate::words;
use crate::workshop::{Workshops, newest};

/// Rows of the table at the most.
const ROWS: u32 = 100;

/// What is seen, and how much a pixel stands for.
#[component]
pub(super) fn Told() -> impl IntoView {
    let scene = Scene::get();
    let words = Memo::new(move |_| {
        let (sections, days) = (scene.sections.get(), scene.days.get());
        let in_a_pixel =
            scene.drawn.with(|drawn| drawn.as_ref().map(|drawn| drawn.in_a_pixel())).unwrap_or((1, 1));
        let pixel = match in_a_pixel {
            (1, 1) => "Each cell is a section on a day".to_owned(),
            (sections, days) => format!(
                "A pixel stands for up to {} on up to {}; it shows the first that is worked on, the paler the less of it is work",
                words::counted(sections, "section", "sections"),
                words::days(days),
            ),
        };
        format!(
            "{} to {}, days {} to {}. {pixel}.",
            format_args!("Sections {}", words::number(sections.first)),
            words::number(sections.last),
            words::number(days.first),
            words::number(days.last),
        )
    });
    let said = debounced(move || words.get());
    view! {
        <p class="diagram-told">{move || words.get()}</p>
        <p class="unseen" role="status">{said}</p>
    }
    .into_any()
}

/// The sections that are seen, as rows; of many the first.
#[component]
pub(super) fn Table() -> impl IntoView {
    let scene = Scene::get();
    let desk = Desk::get();
    let found = RwSignal::new(Arc::<Vec<SectionFacts>>::default());
    let job = move || {
        desk.wall.track();
        let (seen, day) = (scene.sections.get(), desk.day_shown());
        let count = u32::try_from(seen.len()).unwrap_or(u32::MAX).min(ROWS);
        let first = u32::try_from(seen.first).unwrap_or(u32::MAX);
        Some(Job::View(ViewJob::Sections { first, count, day }))
    };
    newest(Workshops::get().views(), job, move |answered| {
        if let Made::View(ViewMade::Sections(facts)) = answered.made {
            found.try_set(Arc::new(facts));
        }
    });
    let cut = move || scene.sections.get().len() > u64::from(ROWS);
    let asked = Column::start();
    let row = move |(at, facts): (usize, &SectionFacts)| {
        let section = facts.section;
        let day = |day: Option<u64>| day.map_or_else(|| "–".to_owned(), |day| dated(desk, day));
        view! {
            <tr class:looked-at=move || desk.section.get() == Some(section)>
                <th scope="row">
                    <button type="button" class="row-day" on:click=move |_| desk.section.set(Some(section))>
                        {words::number(section.into())}
                    </button>
                </th>
                <td>{words::number(facts.profile.into())}</td>
                <td>{facts.crew.map_or_else(|| "–".to_owned(), |crew| words::number(crew.into()))}</td>
                <td>{day(facts.days.map(|(first, _)| first))}</td>
                <td>{day(facts.days.map(|(_, last)| last))}</td>
                {asked.cell(at, Question::Section(facts.clone()), words::number(facts.height))}
            </tr>
        }
    };
    view! {
        <div class="table">
            <p hidden=move || !cut()>{format!("The first {ROWS} of the sections that are seen:")}</p>
            <TableBox label="Table of the sections that are seen" class="diagram-table" caption="By section" asked heads=heads(["Section", "Profile", "Crew", "From", "To", "Feet high on the day"])>
                {move || found.get().iter().enumerate().map(row).collect_view()}
            </TableBox>
        </div>
    }
    .into_any()
}
