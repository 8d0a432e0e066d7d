//! The figures of A and B side by side, and what B rests on that A does not. Not for curves.

use std::sync::Arc;

use icewall_protocol::Summary;
use icewall_protocol::desk::Figure;
use icewall_protocol::workshop::WallFigures;
use leptos::prelude::*;

use super::change::{Change, differences};
use super::sides::Sides;
use crate::browser::locale;
use crate::table::{TableBox, heads};
use crate::why::{Column, Question};
use crate::words;

/// A figure: its name, what it is in each, and how the two differ.
struct Row {
    name: &'static str,
    /// What is asked about it; none where it is counted rather than worked out.
    figure: Option<Figure>,
    values: [String; 2],
    change: Change,
    words: String,
}

/// Both pairs of figures, once they are there.
pub(super) fn both(sides: Sides) -> Option<[Arc<WallFigures>; 2]> {
    Some([sides.a.figures.get()?, sides.b.figures.get()?])
}

/// What B rests on that A does not, in a line.
#[component]
pub(super) fn Differences(sides: Sides) -> impl IntoView {
    let told = move || {
        let [a, b] = both(sides)?;
        let found = differences(&a, &b);
        if found.is_empty() {
            return Some("A and B rest on the same wall and the same parameters.".into_any());
        }
        let all = found.into_iter().map(|(name, in_a, in_b)| {
            let values = (!in_a.is_empty()).then(|| view! { ": " {in_a} " in A, " <b>{in_b}</b> " in B" });
            view! { <li>{name} {values}</li> }
        });
        Some(view! { "They differ in " <ul>{all.collect_view()}</ul> }.into_any())
    };
    view! { <div class="compare-differences">{told}</div> }.into_any()
}

/// The table.
#[component]
pub(super) fn FiguresTable(sides: Sides) -> impl IntoView {
    let asked = Column::start();
    let body = move || {
        let [a, b] = both(sides)?;
        let rows = rows(&a.summary, &b.summary).into_iter().enumerate().map(
            |(at, Row { name, figure, values: [a, b], change, words })| {
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        <td>{a}</td>
                        <td>{b}</td>
                        <td class="compare-change" class:same=change == Change::Same>
                            <span class="compare-sign" aria-hidden="true">{change.sign()}</span>
                            {told(asked, at, figure, words)}
                        </td>
                    </tr>
                }
            },
        );
        Some(rows.collect_view())
    };
    view! {
        <div class="table">
            <TableBox label="Figures of A and B" of="compare-figures" asked heads=heads(["Figure", "A", "B", "B against A"])>
                {body}
            </TableBox>
        </div>
    }
    .into_any()
}

/// How the two differ; where it can be asked why, as a button.
fn told(asked: Column, at: usize, figure: Option<Figure>, words: String) -> AnyView {
    match figure {
        Some(figure) => asked.figure(at, Question::Beside(figure, words.clone()), words).into_any(),
        None => words.into_any(),
    }
}

fn rows(a: &Summary, b: &Summary) -> Vec<Row> {
    let finish =
        |of: &Summary| dated(format!("day {}", words::number(of.finish_day)), of.finish_date.as_ref());
    let peak = |of: &Summary| of.peak.map_or(0, |peak| peak.ice);
    let first = |of: &Summary| of.peak.map_or(0, |peak| peak.first_day);
    let row = |name,
               figure: Option<Figure>,
               of: &dyn Fn(&Summary) -> u64,
               told: &dyn Fn(&Summary) -> String,
               amount: fn(u64) -> String,
               more| {
        let change = Change::from(of(a), of(b));
        Row { name, figure, values: [told(a), told(b)], change, words: change.words(amount, more) }
    };
    let amount = |name, figure, of: fn(&Summary) -> u64, amount: fn(u64) -> String| {
        row(name, Some(figure), &of, &|summary| amount(of(summary)), amount, ["less", "more"])
    };
    let number = |name, figure, of: fn(&Summary) -> u64, nouns: fn(u64) -> String| {
        row(name, figure, &of, &|summary| words::number(of(summary)), nouns, ["fewer", "more"])
    };
    let days: [&'static str; 2] = ["earlier", "later"];
    let mut rows = vec![
        row("Finished", Some(Figure::Finish), &|of| of.finish_day, &finish, words::days, days),
        amount("Ice in all", Figure::Ice, |of| of.ice, words::ice),
        amount("Cost", Figure::Cost, |of| of.cost, words::gold_short),
        row(
            "Most ice on a day",
            Some(Figure::Peak),
            &peak,
            &|of| words::ice(peak(of)),
            words::ice,
            ["less", "more"],
        ),
        row("Peak day", Some(Figure::Peak), &first, &peak_days, words::days, days),
        number("Crews", Some(Figure::Crews), |of| of.crews, |by| words::counted(by, "crew", "crews")),
        busy(a, b),
        number(
            "Idle crew-days",
            Some(Figure::Idle),
            |of| of.idle_crew_days,
            |by| words::counted(by, "crew-day", "crew-days"),
        ),
        row(
            "Lower bound",
            Some(Figure::Bound),
            &|of| of.lower_bound,
            &|of| format!("day {}", words::number(of.lower_bound)),
            words::days,
            days,
        ),
    ];
    if a.wages.max(b.wages) > 0 {
        rows.insert(3, amount("Wages and overhead", Figure::Wages, |of| of.wages, words::gold_short));
    }
    if a.sections != b.sections {
        rows.push(number(
            "Sections",
            None,
            |of| of.sections.into(),
            |by| words::counted(by, "section", "sections"),
        ));
    }
    if a.profiles != b.profiles {
        rows.push(number(
            "Profiles",
            None,
            |of| of.profiles.into(),
            |by| words::counted(by, "profile", "profiles"),
        ));
    }
    if a.feet != b.feet {
        rows.push(number(
            "Feet to build",
            Some(Figure::Ice),
            |of| of.feet,
            |by| words::counted(by, "foot", "feet"),
        ));
    }
    rows
}

fn dated(day: String, date: Option<&String>) -> String {
    match date {
        Some(date) => format!("{day}, {}", words::date(date)),
        None => day,
    }
}

fn peak_days(of: &Summary) -> String {
    let Some(peak) = of.peak else { return "–".to_owned() };
    let (first, last) = (words::number(peak.first_day), words::number(peak.last_day));
    if peak.first_day == peak.last_day { format!("day {first}") } else { format!("days {first}–{last}") }
}

/// Crew utilisation, which differs in points of a percent.
fn busy(a: &Summary, b: &Summary) -> Row {
    let told = |of: &Summary| of.utilisation_permille.map_or_else(|| "–".to_owned(), words::percent);
    let (name, values) = ("Crews busy", [told(a), told(b)]);
    match a.utilisation_permille.zip(b.utilisation_permille) {
        Some((one, other)) => {
            let change = Change::from(one.into(), other.into());
            let points = |by| format!("{} points", locale::tenths(by));
            Row {
                name,
                figure: Some(Figure::Busy),
                values,
                change,
                words: change.words(points, ["less", "more"]),
            }
        }
        None => Row { name, figure: None, values, change: Change::Same, words: "–".to_owned() },
    }
}
