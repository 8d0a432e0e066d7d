//! The days of A and B as rows: the one that is looked at, and the table that is the twin of the charts. Not for
//! the figures of whole plans.

use std::sync::Arc;

use icewall_protocol::DayRow;
use icewall_protocol::workshop::{Job, Made, WallFigures};
use leptos::prelude::*;

use super::Beside;
use super::change::Change;
use super::figures::both;
use super::sides::{Sides, on};
use crate::desk::Desk;
use crate::table::TableBox;
use crate::tables::{PAGE, Page, Pager};
use crate::why::{Column, Question};
use crate::words;
use crate::workshop::{Client, Workshops, newest};

/// The head of a column that tells how B stands to A.
const CHANGE: &str = "B against A";
const HEADS: [&str; 7] = ["Day", "Ice A, yd³", "Ice B, yd³", CHANGE, "So far A, GD", "So far B, GD", CHANGE];

/// The day that is looked at, a line for each plan.
#[component]
pub(super) fn LookedAt(sides: Sides) -> impl IntoView {
    let desk = Desk::get();
    let lines = move || {
        let (day, [a, b]) = (desk.day.get()?, both(sides)?);
        let of = |name: &'static str, row: Option<Arc<DayRow>>, figures: &WallFigures| {
            let [ice, cost, until] = on(day, row.as_deref(), figures)?;
            let date = row.filter(|row| row.day == day).and_then(|row| row.date.as_deref().map(words::date));
            let date = date.map(|date| format!("{date}: ")).unwrap_or_default();
            let (ice, cost, until) = (words::ice(ice), words::gold_short(cost), words::gold_short(until));
            Some(view! { <span><b>{name}</b> " " {format!("{date}{ice} · {cost} · {until} so far")}</span> })
        };
        Some(view! {
            <span>{format!("Day {}", words::number(day))}</span>
            " "
            {of("A", sides.a.day.get(), &a)}
            " "
            {of("B", sides.b.day.get(), &b)}
        })
    };
    let none = move || {
        desk.day.get().is_none().then_some(
            view! { <span class="muted">"Point at a day, or step by the arrow keys on a chart."</span> },
        )
    };
    view! { <p class="compare-looked-at">{lines}{none}</p> }.into_any()
}

/// The table, under a disclosure.
#[component]
pub(super) fn DaysOfBoth(sides: Sides) -> impl IntoView {
    let open = RwSignal::new(false);
    view! {
        <details class="compare-days" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary>"Table of the days of A and B"</summary>
            <Show when=move || open.get()><DaysTable sides /></Show>
        </details>
    }
    .into_any()
}

#[component]
fn DaysTable(sides: Sides) -> impl IntoView {
    let (desk, beside, workshops) = (Desk::get(), Beside::get(), Workshops::get());
    let wanted = RwSignal::new(desk.day.get_untracked().unwrap_or(1));
    let page = Memo::new(move |_| Page::holding(wanted.get(), sides.days.get()));
    let of_a = rows(workshops.beside(), page, move || beside.is_there());
    let of_b = rows(workshops.views(), page, move || desk.wall.with(Option::is_some));
    let go = move |day| {
        wanted.try_set(day);
        desk.look_at(Some(day));
    };
    let asked = Column::start();
    let body = move || {
        let ([a, b], page) = (both(sides)?, page.get());
        let (of_a, of_b) = (of_a.get(), of_b.get());
        let row = |day: u64| {
            let find = |rows: &[DayRow], figures: &WallFigures| {
                on(day, rows.iter().find(|row| row.day == day), figures)
            };
            let at = usize::try_from(day - page.first).unwrap_or_default();
            line(day, find(&of_a, &a), find(&of_b, &b), (asked, at))
        };
        Some((page.first..=page.last()).map(row).collect_view())
    };
    let heads = HEADS
        .map(|head| view! { <th scope="col" class:compare-change=head == CHANGE>{head}</th> })
        .collect_view();
    view! {
        <div class="table">
            <TableBox label="Table of the days of A and B" asked heads=heads.into_any()>
                {body}
            </TableBox>
            <Pager page wanted row="day" go />
        </div>
    }
    .into_any()
}

/// The rows of a plan on a page, again whenever the plan is another one: `is_there` tracks it.
fn rows(
    client: Client,
    page: Memo<Page>,
    is_there: impl Fn() -> bool + 'static,
) -> RwSignal<Arc<Vec<DayRow>>> {
    let rows = RwSignal::new(Arc::default());
    let job = move || {
        let (from, count) = (page.get().first, u32::try_from(PAGE).unwrap_or(u32::MAX));
        is_there().then_some(Job::Days { from, count, profiles: 0 })
    };
    newest(client, job, move |answered| {
        if let Made::Days(found) = answered.made {
            rows.try_set(Arc::new(found));
        }
    });
    rows
}

fn line(
    day: u64,
    a: Option<[u64; 3]>,
    b: Option<[u64; 3]>,
    (asked, at_row): (Column, usize),
) -> impl IntoView + use<> {
    let desk = Desk::get();
    let told = |of: Option<[u64; 3]>, at: usize| of.and_then(|of| of.get(at).copied());
    let number = |amount: Option<u64>| amount.map_or_else(|| "…".to_owned(), words::number);
    let change = move |at: usize| told(a, at).zip(told(b, at)).map(|(a, b)| Change::from(a, b));
    let words = move |at: usize, amount: fn(u64) -> String| {
        change(at).map(|change| change.words(amount, ["less", "more"])).unwrap_or_default()
    };
    let sign = move |at: usize| {
        let sign = change(at).map(Change::sign);
        view! { <span class="compare-sign" aria-hidden="true">{sign}</span> }
    };
    let differ = format!("ice {}; cost so far {}", words(0, words::ice), words(2, words::gold_short));
    let why = asked.figure(at_row, Question::DayBeside(day, differ), words(0, words::number));
    let looked_at = move || desk.day.get() == Some(day);
    view! {
        <tr class:looked-at=looked_at>
            <th scope="row">
                <button type="button" class="row-day" aria-pressed=move || looked_at().to_string() on:click=move |_| desk.look_at(Some(day))>
                    {words::number(day)}
                </button>
            </th>
            <td>{number(told(a, 0))}</td>
            <td>{number(told(b, 0))}</td>
            <td class="compare-change">{sign(0)} {why}</td>
            <td>{number(told(a, 2))}</td>
            <td>{number(told(b, 2))}</td>
            <td class="compare-change">{sign(2)} {words(2, words::number)}</td>
        </tr>
    }
}
