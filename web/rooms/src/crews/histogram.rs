//! The crews at work by day, and those that stand idle, hatched. Its table is its twin.

use std::sync::Arc;

use icewall_protocol::workshop::{Job, Made, Resources, ViewJob, ViewMade};
use icewall_ui::said::debounced;
use leptos::prelude::*;

use crate::browser::css::percent;
use crate::browser::pointer;
use crate::day::numbered;
use crate::desk::Desk;
use crate::export::{Chart, Part, TakePart};
use crate::table::{TableBox, heads};
use crate::why::{Column, Question, WhyButton};
use crate::words;
use crate::workshop::{Workshops, newest};

/// Columns of the picture, and rows of the table, at the most.
const COLUMNS: u32 = 500;
const ROWS: u32 = 100;
/// The picture's own scale: so many parts across and down.
const PARTS: u64 = 1000;

/// The histogram. Pointing at it looks at a day.
#[component]
pub(super) fn Histogram() -> impl IntoView {
    let desk = Desk::get();
    let open = RwSignal::new(false);
    let days = Memo::new(move |_| desk.days());
    let columns = resources(move || Some((days.get().first, days.get().last, COLUMNS)));
    let day = Memo::new(move |_| desk.day_shown());
    let on_day = resources(move || Some((day.get(), day.get(), 1)));
    let crews = move || desk.summary(|summary| summary.crews);
    let look = move |event: &leptos::ev::PointerEvent| {
        if let Some(share) = pointer::share_across(event) {
            desk.look_at(Some(days.get_untracked().at(share)));
        }
    };
    let words = Memo::new(move |_| on_day.with(|on_day| Some(sentence(desk, on_day.first()?))));
    let question = move || on_day.with(|on_day| on_day.first().copied().map(Question::AtWork));
    let said = debounced(move || words.get().unwrap_or_default());
    let path = move |of: fn(&Resources) -> u32| move || columns.with(|columns| area(columns, crews(), of));
    let part = move || {
        let days = days.get();
        let whole = Part::shown(desk)?;
        (!days.is_empty()).then_some(Part { days: (days.first, days.last), ..whole })
    };
    let at_day = move || days.get().place(day.get());
    view! {
        <figure class="chart crews-histogram" aria-labelledby="crews-histogram-title">
            <figcaption class="chart-head">
                <h2 id="crews-histogram-title">"Crews at work" <span class="unit">" by day"</span></h2>
                <button
                    type="button"
                    class="quiet"
                    aria-pressed=move || open.get().to_string()
                    aria-label="Table of crews at work"
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    "Table"
                </button>
                <TakePart chart=Chart::Crews label="Save the picture of crews at work" part=Signal::derive(part) />
            </figcaption>
            <p class="crews-top" aria-hidden="true">{move || words::counted(crews(), "crew", "crews")}</p>
            <div class="crews-plot" on:pointermove=move |event| look(&event) on:pointerdown=move |event| look(&event)>
                <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <path class="crews-some" d=path(|column| column.most) />
                    <path class="crews-all" d=path(|column| column.least) />
                </svg>
                <i
                    class="crews-day"
                    hidden=move || at_day().is_none()
                    style:left=move || percent(at_day().map_or(0.0, |(from, wide)| (from + wide / 2.0) * 100.0))
                ></i>
            </div>
            <p class="crews-ends" aria-hidden="true">
                <span>{move || format!("day {}", words::number(days.get().first))}</span>
                <span>{move || words::number(days.get().last)}</span>
            </p>
            <p class="legend" aria-hidden="true">
                <span class="legend-item"><i class="swatch crews-all"></i>"at work"</span>
                <span class="legend-item" hidden=move || !columns.with(|columns| is_shared(columns))>
                    <i class="swatch crews-some"></i>"on some days of the column"
                </span>
                <span class="legend-item"><i class="swatch crews-idle"></i>"idle"</span>
            </p>
            <p class="crews-words">
                <WhyButton question=Signal::derive(question) value=Signal::derive(move || words.get().unwrap_or_default()) />
            </p>
            <p class="unseen" role="status">{said}</p>
            <Show when=move || open.get()><Table /></Show>
        </figure>
    }
    .into_any()
}

/// Crews on some days (the first, the last) in so many columns, of the wall that is shown.
fn resources(of: impl Fn() -> Option<(u64, u64, u32)> + 'static) -> RwSignal<Arc<Vec<Resources>>> {
    let (desk, found) = (Desk::get(), RwSignal::new(Arc::default()));
    let job = move || {
        desk.wall.track();
        let (first, last, columns) = of().filter(|(first, ..)| *first > 0)?;
        Some(Job::View(ViewJob::Resources { days: (first, last), columns }))
    };
    newest(Workshops::get().views(), job, move |answered| {
        if let Made::View(ViewMade::Resources(columns)) = answered.made {
            found.try_set(Arc::new(columns));
        }
    });
    found
}

/// Whether a column stands for several days of which not all see as many crews.
fn is_shared(columns: &[Resources]) -> bool {
    columns.iter().any(|column| column.least < column.most)
}

fn sentence(desk: Desk, on_day: &Resources) -> String {
    let crews = desk.summary(|summary| summary.crews);
    format!(
        "Day {}: {} of {} at work, {} idle.",
        numbered(desk, on_day.days.0),
        words::number(on_day.most.into()),
        words::counted(crews, "crew", "crews"),
        words::number(crews.saturating_sub(on_day.most.into())),
    )
}

/// The area under the columns, as steps.
fn area(columns: &[Resources], crews: u64, of: impl Fn(&Resources) -> u32) -> String {
    let first = columns.first().map_or(1, |column| column.days.0);
    let span = columns.last().map_or(1, |column| column.days.1 + 1 - first);
    let step = |column: &Resources| {
        let y = PARTS - u64::from(of(column)) * PARTS / crews.max(1);
        format!("V{y}H{}", (column.days.1 + 1 - first) * PARTS / span)
    };
    format!("M0 {PARTS}{}V{PARTS}Z", columns.iter().map(step).collect::<String>())
}

/// The same as rows.
#[component]
fn Table() -> impl IntoView {
    let desk = Desk::get();
    let columns = resources(move || Some((desk.days().first, desk.days().last, ROWS)));
    let asked = Column::start();
    let row = move |(at, column): (usize, &Resources)| {
        let (first, last) = column.days;
        let days = if first == last {
            words::number(first)
        } else {
            format!("{}–{}", words::number(first), words::number(last))
        };
        let at_work = if column.least == column.most {
            words::number(column.most.into())
        } else {
            format!("{}–{}", words::number(column.least.into()), words::number(column.most.into()))
        };
        view! {
            <tr class:looked-at=move || (first..=last).contains(&desk.day_shown())>
                <th scope="row">{days}</th>
                {asked.cell(at, Question::AtWork(*column), at_work)}
                <td>{words::number(column.worked)}</td>
                <td>{words::number(column.idle)}</td>
            </tr>
        }
    };
    view! {
        <div class="table">
            <TableBox label="Table of crews at work" class="crews-table" caption="Crews by day" asked heads=heads(["Day", "Crews at work", "Crew-days worked", "Crew-days idle"])>
                {move || columns.get().iter().enumerate().map(row).collect_view()}
            </TableBox>
        </div>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_drawn_as_steps_from_the_ground() {
        let column = |days, most| Resources { days, most, least: most, ..Resources::default() };
        let columns = [column((101, 105), 4), column((106, 110), 1)];
        assert_eq!(area(&columns, 4, |column| column.most), "M0 1000V0H500V750H1000V1000Z");
        assert!(!is_shared(&columns));
    }
}
