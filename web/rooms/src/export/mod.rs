//! The room in which results, the work log, the wall and charts are taken along as files. Not for how results are
//! written: the workshop hands over piece after piece.

mod charts;
mod making;

use icewall_protocol::workshop::{Export, Job};
use leptos::prelude::*;

use crate::desk::Desk;
use crate::words;

use charts::ChartFiles;
pub(crate) use charts::{Chart, Origin, Part, Picture, Plotted, TakePart, TakePicture};
pub(crate) use making::Making;

/// A log of so many crew-days or more is a large file.
const LARGE: u64 = 2_000_000;

/// What can be taken along: its file's name, what it is, and what stands in it.
const FILES: [(Export, &str, &str, &str); 9] = [
    (
        Export::ResultsBySteps,
        "results.csv",
        "Results by steps, CSV",
        "A row for each run of days that are alike, of the wall and of each profile: ice and cost a day, cost until then.",
    ),
    (Export::ResultsByDay, "results-by-day.csv", "Results by day, CSV", "The same with a row for every day."),
    (
        Export::Run,
        "run.json",
        "The whole run, JSON",
        "Every parameter, every figure, and the steps of the wall and of each profile.",
    ),
    (
        Export::LogText,
        "work.log",
        "Work log, text",
        "A line for each foot added, each section completed, each crew relieved.",
    ),
    (Export::LogCsv, "work-log.csv", "Work log, CSV", "The same as records under a heading."),
    (Export::LogLines, "work-log.jsonl", "Work log, JSON lines", "The same, a JSON object a line."),
    (
        Export::WallIni,
        "wall.ini",
        "Wall and parameters, INI",
        "What Icewall reads again, to the last parameter.",
    ),
    (Export::WallJson, "wall.json", "Wall and parameters, JSON", "The same as JSON."),
    (Export::WallLines, "wall.txt", "Wall, plain lines", "The start heights alone, a profile a line."),
];

/// The room.
#[component]
pub(crate) fn ExportRoom() -> impl IntoView {
    let (desk, making) = (Desk::get(), Making::start());
    // A wall that is too large for a link leads here.
    let is_wanted = desk.place.with_untracked(|place| place == "export?wall");
    let wall = FILES.iter().position(|(file, ..)| is_wanted && *file == Export::WallJson);
    let chosen = RwSignal::new(wall.unwrap_or_default());
    let save = move |_| {
        let (export, name, ..) = FILES[chosen.get_untracked()];
        let large = matches!(export, Export::LogText | Export::LogCsv | Export::LogLines)
            && desk.wall.with_untracked(|wall| {
                wall.as_ref().is_some_and(|wall| wall.shown.summary.crew_days >= LARGE)
            });
        making.begin(Job::Export(export), name, large);
    };
    let option =
        move |(index, (_, _, what, holds)): (usize, (Export, &'static str, &'static str, &'static str))| {
            view! {
                <label class="export-choice">
                    <input
                        type="radio"
                        name="export"
                        prop:checked=move || chosen.get() == index
                        prop:disabled=move || making.is_under_way()
                        on:change=move |_| chosen.set(index)
                    />
                    <span><b>{what}</b><span class="muted">{holds}</span></span>
                </label>
            }
        };
    view! {
        <section class="export" aria-labelledby="export-title">
            <h1 id="export-title">"Take it along"</h1>
            <p class="muted">{move || about(desk)}</p>
            <fieldset>
                <legend class="unseen">"What to save"</legend>
                {FILES.into_iter().enumerate().map(option).collect_view()}
            </fieldset>
            <p class="export-do">
                <button type="button" class="primary" prop:disabled=move || making.is_under_way() || desk.wall.with(Option::is_none) on:click=save>
                    {move || format!("Save {}", FILES[chosen.get()].1)}
                </button>
                <button type="button" hidden=move || !making.is_under_way() on:click=move |_| making.cancel()>"Cancel"</button>
                <span role="status">{move || making.said()}</span>
            </p>
            <ChartFiles />
            <p><a href="#/embed">"Put the app with this wall into a page of yours"</a></p>
        </section>
    }
    .into_any()
}

/// What the file will be about.
fn about(desk: Desk) -> String {
    if desk.wall.with(Option::is_none) {
        return "There is no result yet: mend the wall first.".to_owned();
    }
    let (profiles, sections, day) = desk
        .summary(|summary| (u64::from(summary.profiles), u64::from(summary.sections), summary.finish_day));
    let stale = if desk.stale.get() { " It is the last good result: the wall has a fault now." } else { "" };
    format!(
        "The wall that is shown: {}, {}, finished on day {}.{stale}",
        words::counted(profiles, "profile", "profiles"),
        words::counted(sections, "section", "sections"),
        words::number(day),
    )
}
