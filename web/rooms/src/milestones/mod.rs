//! The milestones: the days that matter of the wall and of each profile, in any order. Not for which days they
//! are, which the workshop tells.
//!
//! `heads` says what the columns are, `board` is the state; each other module is a part of the room.

mod board;
mod files;
mod heads;
mod row;
mod span;
mod standing;
mod table;

use icewall_protocol::workshop::MilestoneRow;
use leptos::prelude::*;

use crate::day::DaySlider;
use crate::tables::Pager;
use crate::words;
use board::Board;
use files::Files;
use standing::Standing;
use table::MilestonesTable;

/// The room.
#[component]
pub(crate) fn MilestonesRoom() -> impl IntoView {
    let board = Board::open();
    view! {
        <section class="milestones" aria-labelledby="milestones-title">
            <h1 id="milestones-title">"Milestones"</h1>
            <p class="milestones-answer">{move || answer(board)}</p>
            {move || board.stopped().map(|why| stopped(board, &why))}
            <div class="milestones-body" hidden=move || board.desk.wall.with(Option::is_none)>
                <DaySlider />
                <Standing board />
                <MilestonesTable board />
                <Pager page=board.page wanted=board.wanted row="profile" go=move |profile| board.seek(profile) />
                <p class="milestones-said" role="status">{move || board.said.get()}</p>
                <Files board />
            </div>
        </section>
    }
    .into_any()
}

/// What is said where the workshop does not come up any more.
fn stopped(board: Board, why: &str) -> impl IntoView + use<> {
    view! {
        <p role="alert">
            {format!("The milestones cannot be computed: {why}. ")}
            <button type="button" on:click=move |_| board.revive()>"Try again"</button>
        </p>
    }
}

/// The milestones of the whole wall, in a sentence.
fn answer(board: Board) -> String {
    if board.desk.wall.with(Option::is_none) {
        return "There is no result yet: mend the wall first.".to_owned();
    }
    let stale = if board.desk.stale.get() {
        " It is the last good result: the wall has changed or has a fault."
    } else {
        ""
    };
    board.rows.with(|rows| rows.first().map(sentence)).unwrap_or_default() + stale
}

fn sentence(wall: &MilestoneRow) -> String {
    let [_, half, three_quarters] = &wall.quarters;
    let (Some(half), Some(three_quarters), Some(finish), Some(peak)) =
        (half, three_quarters, &wall.finish, &wall.peak)
    else {
        return "Every section already stands at its height: there is nothing to build.".to_owned();
    };
    let on = |day: &icewall_protocol::workshop::MilestoneDay| match &day.date {
        Some(date) => format!("day {} ({})", words::number(day.day), words::date(date)),
        None => format!("day {}", words::number(day.day)),
    };
    let stand = if half.day == finish.day {
        format!("All the feet stand on {}.", on(finish))
    } else {
        format!(
            "Half of the feet stand on {}, three quarters on {}, all on {}.",
            on(half),
            on(three_quarters),
            on(finish)
        )
    };
    format!("{stand} The busiest is {}, with {} of ice.", on(peak), words::ice(wall.peak_ice))
}
