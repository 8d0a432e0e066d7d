//! The sections of the crew that is chosen, in the order in which it builds them.

use std::sync::Arc;

use icewall_protocol::workshop::{CrewRow, Job, Made, Stint, ViewJob, ViewMade};
use leptos::prelude::*;

use super::Chosen;
use crate::day::dated;
use crate::desk::Desk;
use crate::table::{TableBox, heads};
use crate::why::{Column, Question, WhyButton};
use crate::words;
use crate::workshop::{Workshops, newest};

/// How many are shown at first, and how many more at a time.
const SHOWN: u32 = 50;

/// The sections, where a crew is chosen.
#[component]
pub(super) fn CrewSections() -> impl IntoView {
    let (desk, Chosen(chosen)) = (Desk::get(), expect_context());
    let found = RwSignal::new((0, Arc::<Vec<Stint>>::default()));
    let most = RwSignal::new(SHOWN);
    Effect::new(move |_| {
        chosen.track();
        most.set(SHOWN);
    });
    let job = move || {
        desk.wall.track();
        let (crew, count) = (chosen.get()?, most.get());
        Some(Job::View(ViewJob::Stints { crew, from: 0, count: count + 1 }))
    };
    newest(Workshops::get().views(), job, move |answered| {
        if let (Made::View(ViewMade::Stints(stints)), Some(crew)) =
            (answered.made, chosen.try_get_untracked().flatten())
        {
            found.try_set((crew, Arc::new(stints)));
        }
    });
    let row = row_of(chosen);
    let is_there = move || chosen.with(|chosen| chosen.is_some_and(|crew| found.with(|(of, _)| *of == crew)));
    let count = move || most.get() as usize;
    let more = move || found.with(|(_, stints)| stints.len()) > count();
    let asked = Column::start();
    let stint = move |(at, stint): (usize, &Stint)| {
        let (section, (first, last)) = (stint.section, stint.days);
        let looked_at = move || desk.day.get().is_some_and(|day| (first..=last).contains(&day));
        view! {
            <tr class:looked-at=looked_at>
                <th scope="row">
                    <button type="button" class="row-day" on:click=move |_| desk.section.set(Some(section))>
                        {words::number(section.into())}
                    </button>
                </th>
                <td>{words::number(stint.profile.into())}</td>
                {asked.cell(at, Question::SectionAt(section), dated(desk, first))}
                <td>{dated(desk, last)}</td>
            </tr>
        }
    };
    let rows =
        move || found.with(|(_, stints)| stints.iter().take(count()).enumerate().map(stint).collect_view());
    view! {
        <section class="crews-sections" aria-labelledby="crews-sections-title" hidden=move || !is_there()>
            <h2 id="crews-sections-title">
                {move || format!("Sections of crew {}", words::number(found.with(|(crew, _)| *crew).into()))}
            </h2>
            <p>
                <WhyButton
                    question=Signal::derive(move || row.get().map(Question::Crew))
                    value=Signal::derive(move || row.get().map(|row| figures(desk, &row)).unwrap_or_default())
                />
            </p>
            <p hidden=move || found.with(|(_, stints)| !stints.is_empty())>"It gets no section: there are more crews than sections to build."</p>
            <div class="table" hidden=move || found.with(|(_, stints)| stints.is_empty())>
                <TableBox label="Sections of the crew" caption="In the order in which it builds them" asked heads=heads(["Section", "Profile", "From", "To"])>
                    {rows}
                </TableBox>
            </div>
            <button type="button" class="quiet" hidden=move || !more() on:click=move |_| most.update(|most| *most = (*most * 2).min(999))>
                "Show more"
            </button>
        </section>
    }
    .into_any()
}

/// What the chosen crew does in all.
fn row_of(chosen: RwSignal<Option<u32>>) -> RwSignal<Option<CrewRow>> {
    let (desk, found) = (Desk::get(), RwSignal::new(None::<CrewRow>));
    let job = move || {
        desk.wall.track();
        let first = chosen.get()?;
        // Its figures are those of all days, whichever are drawn.
        Some(Job::View(ViewJob::Crews { first, count: 1, days: (1, 1), columns: 1 }))
    };
    newest(Workshops::get().views(), job, move |answered| {
        if let Made::View(ViewMade::Crews(told)) = answered.made {
            found.try_set(told.rows.first().copied());
        }
    });
    found
}

fn figures(desk: Desk, row: &CrewRow) -> String {
    format!(
        "{}, {} at work, {} idle, relieved on {}",
        words::counted(row.sections.into(), "section", "sections"),
        words::days(row.worked),
        words::days(row.idle),
        dated(desk, row.relieved),
    )
}
