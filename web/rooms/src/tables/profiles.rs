//! The table of profiles. Not for days.

use icewall_protocol::ProfileRow;
use icewall_protocol::workshop::{Job, Made};
use leptos::prelude::*;

use super::pager::Pager;
use super::pages::{PAGE, Page};
use super::rows::rows;
use crate::desk::Desk;
use crate::table::{TableBox, heads};
use crate::why::{Column, Question};
use crate::words;

/// What the columns say.
const HEADS: [&str; 9] = [
    "Profile",
    "Sections",
    "Start, feet",
    "To build, feet",
    "First day",
    "Last day",
    "Peak, yd³ a day",
    "Ice, yd³",
    "Cost, GD",
];

/// The profiles, a page at a time.
#[component]
pub(crate) fn ProfilesTable() -> impl IntoView {
    let desk = Desk::get();
    let wanted = RwSignal::new(1_u64);
    let total = move || desk.summary(|summary| summary.profiles);
    let page = Memo::new(move |_| Page::holding(wanted.get(), total().into()));
    let job = |page: Page| Job::Profiles {
        from: u32::try_from(page.first).unwrap_or(u32::MAX),
        count: u32::try_from(PAGE).unwrap_or(u32::MAX),
    };
    let rows = rows(
        move || page.get(),
        job,
        |made| match made {
            Made::Profiles(rows) => Some(rows),
            _ => None,
        },
    );
    let asked = Column::start();
    view! {
        <div class="table">
            <TableBox label="Table of profiles" caption="By profile" asked heads=heads(HEADS)>
                {move || rows.get().iter().enumerate().map(|(at, row)| line(row, (asked, at))).collect_view()}
            </TableBox>
            <Pager page wanted row="profile" go=move |profile| { wanted.try_set(profile); } />
        </div>
    }
    .into_any()
}

/// A profile.
fn line(row: &ProfileRow, (asked, at): (Column, usize)) -> impl IntoView + use<> {
    let day = |day: Option<u64>| day.map_or_else(|| "–".to_owned(), words::number);
    let cells = [
        words::number(row.sections.into()),
        words::number(row.start_feet),
        words::number(row.feet),
        day(row.first_day),
        day(row.last_day),
        words::number(row.peak_ice),
        words::number(row.ice),
        words::number(row.cost),
    ];
    view! {
        <tr>
            <th scope="row">{asked.figure(at, Question::Milestones(Some(row.profile)), words::number(row.profile.into()))}</th>
            {cells.map(|cell| view! { <td>{cell}</td> }).collect_view()}
        </tr>
    }
}
