//! The four orders of the sections side by side, with the crews in force.

use icewall_protocol::workshop::{Job, Made, OrderRow};
use leptos::prelude::*;

use crate::desk::{Desk, set};
use crate::table::{TableBox, heads};
use crate::under_way::{JobLine, UnderWay};
use crate::why::{Column, Question};
use crate::words;
use crate::workshop::Workshops;

/// The orders as a table. A click on one uses it.
#[component]
pub(super) fn Orders() -> impl IntoView {
    let (desk, job) = (Desk::get(), UnderWay::new(Workshops::get().planner()));
    let again = RwSignal::new(0_u32);
    let rows = RwSignal::new(Vec::<OrderRow>::new());
    let crews = Memo::new(move |_| desk.summary(|summary| u32::try_from(summary.crews).unwrap_or(u32::MAX)));
    Effect::new(move |_| {
        desk.wall.track();
        again.track();
        if crews.get() == 0 {
            job.stop();
            rows.set(Vec::new());
            return;
        }
        job.start(Job::Orders { crews: crews.get() }, move |answered| {
            if let Made::Orders(found) = answered.made {
                rows.try_set(found);
            }
        });
    });
    let asked = Column::start();
    let row = move |(at, row): (usize, OrderRow)| {
        let name = words::ORDERS.iter().find(|(order, _)| *order == row.order).map_or("", |(_, name)| *name);
        let over = row.step.finish.saturating_sub(row.step.lower_bound);
        let order = row.order;
        let used = StoredValue::new(order.clone());
        view! {
            <tr>
                <th scope="row" class="plan-order">
                    <button type="button" class="row-day" on:click=move |_| set("dispatch", &used.get_value())>{name}</button>
                </th>
                {asked.cell(at, Question::Plan(row.step), words::number(row.step.finish))}
                <td>{words::days(over)}</td>
                <td>{row.crews_for_same.map_or_else(|| "–".to_owned(), |crews| words::number(crews.into()))}</td>
                <td>{row.saved.map_or_else(|| "–".to_owned(), saved)}</td>
            </tr>
        }
    };
    view! {
        <div class="plan-orders" hidden=move || crews.get() == 0>
            <h2>"In which order?"</h2>
            <p class="muted">
                {move || format!(
                    "A pool takes the sections from a list. With {} each order of it gives:",
                    words::counted(crews.get().into(), "crew", "crews"),
                )}
            </p>
            <JobLine job again=Callback::new(move |()| again.update(|again| *again += 1)) />
            <div class="table" hidden=move || rows.with(Vec::is_empty)>
                <TableBox label="The orders of the sections compared" asked heads=heads(["Order", "Finish day", "Over the lower bound", "Crews for the finish in force", "Saved"])>
                    {move || rows.get().into_iter().enumerate().map(row).collect_view()}
                </TableBox>
            </div>
        </div>
    }
    .into_any()
}

/// How many crews an order saves, in words.
fn saved(crews: i64) -> String {
    let count = words::counted(crews.unsigned_abs(), "crew", "crews");
    match crews {
        0 => "none".to_owned(),
        1.. => count,
        _ => format!("{count} more"),
    }
}
