//! The useful numbers of crews, as a table: the twin of the chart.

use std::sync::Arc;

use icewall_protocol::workshop::{PlanStep, Staircase};
use leptos::prelude::*;

use crate::desk::{Desk, set};
use crate::table::{TableBox, heads};
use crate::why::{Column, Question};
use crate::words;

/// So many rows stand there at first.
const AT_FIRST: usize = 100;

/// The fewest crews for each finish day.
#[component]
pub(super) fn UsefulSteps(
    /// The steps.
    stairs: RwSignal<Option<Arc<Staircase>>>,
) -> impl IntoView {
    let desk = Desk::get();
    let asked = Column::start();
    let row = move |(at, step): (usize, PlanStep)| {
        let crews = step.crews;
        let is_knee = stairs.with_untracked(|all| all.as_ref().is_some_and(|all| all.knee == Some(step)));
        let busy = step.utilisation_permille.map_or_else(|| "–".to_owned(), words::percent);
        view! {
            <tr class:looked-at=move || desk.summary(|summary| summary.crews) == u64::from(crews)>
                <th scope="row">
                    <button type="button" class="row-day" on:click=move |_| set("num_teams", &crews.to_string())>
                        {words::number(crews.into())}
                    </button>
                    {is_knee.then(|| view! { <span class="muted">" the bend"</span> })}
                </th>
                {asked.cell(at, Question::Plan(step), words::number(step.finish))}
                <td>{words::number(step.lower_bound)}</td>
                <td>{words::number(step.peak)}</td>
                <td>{words::number(step.idle)}</td>
                <td>{busy}</td>
                <td>{step.wages.map_or_else(|| "–".to_owned(), words::number)}</td>
            </tr>
        }
    };
    let with_all = RwSignal::new(false);
    let most = move || if with_all.get() { usize::MAX } else { AT_FIRST };
    let rows = move || {
        stairs
            .get()
            .unwrap_or_default()
            .useful
            .iter()
            .take(most())
            .copied()
            .enumerate()
            .map(row)
            .collect_view()
    };
    let count = move || stairs.with(|stairs| stairs.as_ref().map_or(0, |stairs| stairs.useful.len()));
    let is_cut = move || count() > most();
    view! {
        <h2>"The fewest crews for each finish day"</h2>
        <p class="muted">"Any number between two rows finishes no earlier than the row before it. A click on a number uses it."</p>
        <div class="table">
            <TableBox label="The fewest crews for each finish day" asked heads=heads(["Crews", "Finish day", "Lower bound", "Peak, yd³ a day", "Idle crew-days", "Busy", "Wages, GD"])>
                {rows}
            </TableBox>
            <button type="button" class="quiet" hidden=move || !is_cut() on:click=move |_| with_all.set(true)>
                {move || format!("Show all {}, not only the first {}", words::number(count() as u64), words::number(AT_FIRST as u64))}
            </button>
        </div>
    }
    .into_any()
}
