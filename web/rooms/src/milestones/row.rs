//! A row of the table: the wall or a profile. Not for the picture of its days.

use icewall_protocol::workshop::{MilestoneDay, MilestoneRow};
use leptos::prelude::*;

use super::board::Board;
use super::span::span;
use crate::desk::Desk;
use crate::why::{Column, Question};
use crate::words;

/// A row; `at` is its number among those that are shown, the wall's being 0.
pub(super) fn row(board: Board, asked: Column, at: usize, row: &MilestoneRow) -> impl IntoView + use<> {
    let profile = row.profile;
    let name = profile.map_or_else(|| "The wall".to_owned(), |profile| words::number(profile.into()));
    let done = move || board.done.with(|done| done.as_ref()?.permille.get(at).copied()).map(words::percent);
    let [quarter, half, three_quarters] = &row.quarters;
    let days = [&row.start, quarter, half, three_quarters, &row.finish, &row.peak];
    let amounts = [row.peak_ice, row.sections.into(), row.feet, row.ice, row.cost];
    let sought = move || profile.is_some() && board.sought.get() == profile;
    view! {
        <tr class:milestones-whole=profile.is_none() class:sought=sought>
            <th scope="row">{asked.figure(at, Question::Milestones(profile), name)}</th>
            <td>{done}</td>
            <td class="milestones-picture">{span(row, board.finish.get_untracked())}</td>
            {days.map(|day| day_cell(board.desk, day.as_ref())).collect_view()}
            {amounts.map(|amount| view! { <td>{words::number(amount)}</td> }).collect_view()}
        </tr>
    }
}

/// A day with its date. A click looks at it; without a mouse the field above the table does.
fn day_cell(desk: Desk, day: Option<&MilestoneDay>) -> impl IntoView + use<> {
    let Some(MilestoneDay { day, date }) = day.cloned() else { return view! { <td>"–"</td> }.into_any() };
    let looked_at = move || desk.day.get() == Some(day);
    view! {
        <td class="milestones-when" class:looked-at=looked_at on:click=move |_| desk.look_at(Some(day))>
            {words::number(day)}
            {date.map(|date| view! { <span class="milestones-date">{words::date(&date)}</span> })}
        </td>
    }
    .into_any()
}
