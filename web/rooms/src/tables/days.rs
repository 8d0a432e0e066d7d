//! The table of days. Not for profiles.

use icewall_protocol::DayRow;
use icewall_protocol::workshop::{Job, Made};
use leptos::prelude::*;

use super::pager::Pager;
use super::pages::{PAGE, Page};
use super::rows::rows;
use crate::desk::Desk;
use crate::table::TableBox;
use crate::why::{Column, Question};
use crate::words;

/// Which columns a table of days has, beside day and date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Columns {
    /// Ice, cost, cost so far, and the ice of so many profiles.
    All(u32),
    /// Cost and cost so far.
    Costs,
}

/// The days, a page at a time. A click on a day's number looks at that day.
#[component]
pub(crate) fn DaysTable(
    /// Which columns it has.
    #[prop(into)]
    columns: Signal<Columns>,
) -> impl IntoView {
    let desk = Desk::get();
    let wanted = RwSignal::new(desk.day.get_untracked().unwrap_or(1));
    let on_page = Memo::new(move |_| Page::holding(wanted.get(), desk.summary(|summary| summary.finish_day)));
    let profiles = move || match columns.get() {
        Columns::All(profiles) => profiles,
        Columns::Costs => 0,
    };
    let job = move |page: Page| Job::Days {
        from: page.first,
        count: u32::try_from(PAGE).unwrap_or(u32::MAX),
        profiles: profiles(),
    };
    let rows = rows(
        move || on_page.get(),
        job,
        |made| match made {
            Made::Days(rows) => Some(rows),
            _ => None,
        },
    );
    let dated = Memo::new(move |_| rows.with(|rows| rows.iter().any(|row| row.date.is_some())));
    let head = move || {
        let ice = matches!(columns.get(), Columns::All(_)).then(|| view! { <th scope="col">"Ice, yd³"</th> });
        let of_profiles =
            (1..=profiles()).map(|n| view! { <th scope="col">{format!("Profile {n}, yd³")}</th> });
        view! {
            <th scope="col">"Day"</th>
            {dated.get().then(|| view! { <th scope="col">"Date"</th> })}
            {ice}
            <th scope="col">"Cost, GD"</th>
            <th scope="col">"Cost so far, GD"</th>
            {of_profiles.collect_view()}
        }
    };
    let label = Signal::derive(move || {
        match columns.get() {
            Columns::All(_) => "Table of days",
            Columns::Costs => "Table of the cost until each day",
        }
        .to_owned()
    });
    let go = move |day| {
        wanted.try_set(day);
        desk.look_at(Some(day));
    };
    let asked = Column::start();
    let body = move || {
        let (columns, dated) = (columns.get(), dated.get());
        let line = |(at, row): (usize, &DayRow)| line(row, columns, dated, (asked, at));
        rows.get().iter().enumerate().map(line).collect_view()
    };
    view! {
        <div class="table">
            <TableBox label=label caption="By day" asked heads=head.into_any()>
                {body}
            </TableBox>
            <Pager page=on_page wanted row="day" go />
        </div>
    }
    .into_any()
}

/// A day.
fn line(row: &DayRow, columns: Columns, dated: bool, (asked, at): (Column, usize)) -> impl IntoView + use<> {
    let (desk, day) = (Desk::get(), row.day);
    let why = |value| asked.cell(at, Question::Day(row.clone()), words::number(value));
    let looked_at = move || desk.day.get() == Some(day);
    // The first figure answers for the row.
    let figures = match columns {
        Columns::All(_) => view! { {why(row.ice)} <td>{words::number(row.cost)}</td> }.into_any(),
        Columns::Costs => why(row.cost).into_any(),
    };
    let of_profiles =
        row.ice_by_profile.iter().map(|&ice| view! { <td>{words::number(ice)}</td> }).collect_view();
    view! {
        <tr class:looked-at=looked_at on:click=move |_| desk.look_at(Some(day))>
            <th scope="row">
                <button type="button" class="row-day" aria-pressed=move || looked_at().to_string()>
                    {words::number(day)}
                </button>
            </th>
            {dated.then(|| view! { <td>{row.date.as_deref().map(words::date)}</td> })}
            {figures}
            <td>{words::number(row.cost_until)}</td>
            {of_profiles}
        </tr>
    }
}
