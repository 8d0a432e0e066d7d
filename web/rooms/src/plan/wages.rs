//! What wages come to with each number of crews: a chart, and a table around the least. Not for the cost of the
//! ice, which is the same with any number of crews.

use icewall_protocol::workshop::{PlanStep, WageRow};
use leptos::prelude::*;

use super::look::{Adopt, Look, Reason};
use super::tried;
use crate::desk::set;
use crate::plot::{Drawn, Ink, Plot, Shape, rules, share};
use crate::table::{TableBox, heads};
use crate::why::{Column, Question};
use crate::words;
use icewall_ui::number::real;

/// Wages against the number of crews; a hint where none are set.
#[component]
pub(super) fn Wages(look: Look) -> impl IntoView {
    let rows = Memo::new(move |_| {
        look.stairs.with(|all| all.as_ref().map(|all| all.wages.clone()).unwrap_or_default())
    });
    view! {
        <div class="plan-wages">
            <h2>"What do wages come to?"</h2>
            <p class="muted" hidden=move || !rows.with(Vec::is_empty)>
                "No wages are set. Give a crew a wage, or each day an overhead, under "
                <a href="#/wall">"Start, order and wages"</a>
                ": then numbers of crews are compared by what they cost."
            </p>
            <Show when=move || !rows.with(Vec::is_empty)>
                <p>{move || look.stairs.with(|all| all.as_ref().and_then(|all| all.cheapest.map(|least| said(&least, tried(all).is_some()))))}</p>
                <Curve look />
                <WageTable rows />
            </Show>
        </div>
    }
    .into_any()
}

fn said(least: &PlanStep, is_of_some: bool) -> String {
    format!(
        "Least with {}{}: {}, finished on day {}. Wages and overhead are paid until the finish, for idle days too.",
        words::counted(least.crews.into(), "crew", "crews"),
        if is_of_some { ", of the numbers tried" } else { "" },
        words::gold(least.wages.unwrap_or_default()),
        words::number(least.finish),
    )
}

/// The chart.
#[component]
fn Curve(look: Look) -> impl IntoView {
    let drawn = Memo::new(move |_| {
        let all = look.stairs.get().unwrap_or_default();
        let paid = || all.steps.iter().filter_map(|step| Some((u64::from(step.crews), step.wages?)));
        let most = paid().map(|(_, wages)| wages).max().unwrap_or(0);
        let mut marks = look.marks();
        if let Some(least) = all.cheapest {
            marks.push((Ink::Least, look.across(least.crews.into())));
        }
        Drawn {
            rules: rules(most, |gold| words::short(real(gold))),
            ends: look.ends(),
            paths: vec![(
                Ink::Line,
                vec![Shape::steps(paid().map(|(crews, wages)| (look.across(crews), share(wages, most))))],
            )],
            marks,
        }
    });
    let told = Memo::new(move |_| look.step.get().map(|step| told(&step)).unwrap_or_default());
    view! {
        <Plot
            id="wages"
            title="Wages and overhead"
            unit="Gold Dragons, by number of crews"
            label="Number of crews whose wages to look at"
            drawn
            at=look.at
            count=look.count()
            told
            point=look.point()
            choose=look.choose()
            click=Callback::new(move |()| look.adopt())
            legend=vec![(Ink::Line, "wages and overhead"), (Ink::Least, "least"), (Ink::Now, "crews in force")]
            origin=look.origin
            called="wages-by-crews"
        >
            <Reason look />
            <Adopt look />
        </Plot>
    }
    .into_any()
}

fn told(step: &PlanStep) -> String {
    let crews = words::counted(step.crews.into(), "crew", "crews");
    let day = words::number(step.finish);
    step.wages.map_or_else(
        || format!("{crews}: more than may be paid in all"),
        |wages| format!("{crews}: {} until day {day}", words::gold(wages)),
    )
}

/// The numbers of crews around the least, as a table: the chart's twin.
#[component]
fn WageTable(rows: Memo<Vec<WageRow>>) -> impl IntoView {
    let asked = Column::start();
    let row = move |(at, row): (usize, WageRow)| {
        let crews = row.step.crews;
        view! {
            <tr class:looked-at=row.over == 0>
                <th scope="row">
                    <button type="button" class="row-day" on:click=move |_| set("num_teams", &crews.to_string())>
                        {words::number(crews.into())}
                    </button>
                </th>
                {asked.cell(at, Question::Plan(row.step), words::number(row.step.finish))}
                <td>{row.step.wages.map_or_else(|| "–".to_owned(), words::number)}</td>
                <td>{if row.over == 0 { "least".to_owned() } else { words::number(row.over) }}</td>
            </tr>
        }
    };
    view! {
        <div class="table">
            <TableBox label="Wages around the least" asked heads=heads(["Crews", "Finish day", "Wages, GD", "Over the least, GD"])>
                {move || rows.get().into_iter().enumerate().map(row).collect_view()}
            </TableBox>
        </div>
    }
    .into_any()
}
