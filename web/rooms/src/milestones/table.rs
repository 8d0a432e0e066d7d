//! The table of milestones: heads that sort it, the whole wall, then the profiles of a page. Not for its rows.

use leptos::prelude::*;

use super::board::Board;
use super::heads::{AFTER, BEFORE, Head};
use super::row::row;
use super::span::end_of;
use crate::browser::css::{percent, tenth};
use crate::why::{Column, pressed};
use crate::words;

/// The table, in a box that scrolls by itself.
#[component]
pub(super) fn MilestonesTable(board: Board) -> impl IntoView {
    let until = move || percent(end_of(board.day.get(), board.finish.get()));
    let days = move || match board.finish.get() {
        0 => "Days".to_owned(),
        1 => "Day 1".to_owned(),
        last => format!("Days 1 to {}", words::number(last)),
    };
    let asked = Column::start();
    let rows = move || {
        board.rows.with(|rows| {
            rows.iter().enumerate().map(|(at, milestones)| row(board, asked, at, milestones)).collect_view()
        })
    };
    view! {
        <div class="table milestones-table">
            <div
                class="table-box"
                tabindex="0"
                role="region"
                aria-label="Table of milestones"
                aria-busy=move || board.rows.with(|rows| rows.is_empty()).to_string()
                data-ms=move || board.done.with(|done| done.as_ref().map(|done| tenth(done.ms)))
            >
                <table style:--until=until>
                    <caption>"Milestones of the wall and of each profile"</caption>
                    <thead>
                        <tr>
                            {BEFORE.map(|column| head(board, column)).collect_view()}
                            <th scope="col" class="milestones-days">{days}</th>
                            {AFTER.map(|column| head(board, column)).collect_view()}
                        </tr>
                    </thead>
                    <tbody on:keydown=move |event| pressed(&event) on:focusout=move |_| asked.left()>{rows}</tbody>
                </table>
            </div>
        </div>
        <p class="legend milestones-legend" aria-hidden="true">
            <span class="legend-item"><i class="swatch until"></i>"until the day"</span>
            <span class="legend-item"><i class="swatch after"></i>"after it"</span>
            <span class="legend-item"><i class="swatch part"></i>"25, 50, 75% stand"</span>
            <span class="legend-item"><i class="swatch peak"></i>"peak day"</span>
        </p>
    }
    .into_any()
}

/// A head that sorts by its column, or the other way round.
fn head(board: Board, column: Head) -> impl IntoView {
    view! {
        <th scope="col" aria-sort=move || board.sort.get().of(column)>
            <button type="button" class="milestones-sort" on:click=move |_| board.press(column)>{column.name}</button>
        </th>
    }
}
