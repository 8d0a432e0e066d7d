//! What was measured: time and speed-up against what would be ideal, as charts and as a table.

use icewall_ui::number::{count, index, real, whole};
use leptos::prelude::*;

use super::taking::Row;
use super::trial;
use crate::browser::css::tenth;
use crate::browser::locale::tenths;
use crate::export::Origin;
use crate::plot::{Drawn, Ink, Plot, Shape, middle, rules};
use crate::table::{TableBox, heads};
use crate::words;

/// The charts and the table.
#[component]
pub(super) fn Measured(rows: RwSignal<Vec<Row>>) -> impl IntoView {
    let verdict = move || rows.with(|rows| verdict(rows));
    view! {
        <p class="plan-answer">{verdict}</p>
        <Chart
            rows
            id="times"
            title="Time"
            unit="milliseconds, by threads"
            label="Number of threads whose time to look at"
            of=|row, _| row.ms
            ideal=|row, one| one.ms / f64::from(row.threads)
            words=|value| tenths(whole(value * 10.0))
        />
        <Chart
            rows
            id="speed-up"
            title="Speed-up"
            unit="times as fast as one thread, by threads"
            label="Number of threads whose speed-up to look at"
            of=|row, one| one.ms / row.ms
            ideal=|row, _| f64::from(row.threads)
            words=|value| tenths(whole(value * 10.0 + 0.5))
        />
        <Table rows />
    }
    .into_any()
}

/// What it comes to, in a sentence.
fn verdict(rows: &[Row]) -> String {
    let (Some(one), Some(last)) = (rows.first(), rows.last()) else { return String::new() };
    let each = format!(
        "{} ns for each section placed",
        tenths(whole(one.ms * 1e7 / real(one.trial.placed()) + 0.5))
    );
    if one.threads == last.threads {
        return format!("One thread takes {} ms: {each}.", tenths(whole(one.ms * 10.0)));
    }
    let same = rows.iter().all(|row| row.found == one.found);
    format!(
        "One thread takes {} ms, {each}. {} are {} times as fast, and find {}.",
        tenths(whole(one.ms * 10.0)),
        words::counted(last.threads.into(), "thread", "threads"),
        tenths(whole(one.ms / last.ms * 10.0 + 0.5)),
        if same { "the same" } else { "something else" },
    )
}

/// What the times are of, for a file.
fn origin(row: &Row) -> Origin {
    let (_, name, what) = trial(row.trial);
    let stem = format!("speed-{}", name.to_lowercase().replace(' ', "-"));
    Origin { of: what.to_owned(), stem }
}

type Figure = fn(&Row, &Row) -> f64;

/// A chart: a bar for each number of threads, and a line where it would be ideal. Figures are of a row and of
/// that with one thread.
#[component]
fn Chart(
    rows: RwSignal<Vec<Row>>,
    id: &'static str,
    title: &'static str,
    unit: &'static str,
    label: &'static str,
    of: Figure,
    ideal: Figure,
    words: fn(f64) -> String,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<usize>);
    let bars = Memo::new(move |_| rows.with(Vec::len));
    let at = Memo::new(move |_| chosen.get().unwrap_or(usize::MAX).min(bars.get().saturating_sub(1)));
    let drawn = Memo::new(move |_| rows.with(|rows| drawn(rows, at.get(), of, ideal, words)));
    let told = Memo::new(move |_| {
        rows.with(|rows| {
            let (row, one) = rows.get(at.get()).zip(rows.first())?;
            let threads = words::counted(row.threads.into(), "thread", "threads");
            Some(format!("{threads}: {}, ideal {}", words(of(row, one)), words(ideal(row, one))))
        })
        .unwrap_or_default()
    });
    view! {
        <Plot
            id
            title
            unit
            label
            drawn
            at
            count=bars
            told
            point=Callback::new(move |share: f64| chosen.set(Some(index(share * count(bars.get_untracked())))))
            choose=Callback::new(move |at| chosen.set(Some(at)))
            legend=vec![(Ink::Bar, "measured"), (Ink::Bound, "ideal")]
            origin=Signal::derive(move || rows.with(|rows| rows.first().map(origin)))
            called=id
        />
    }
    .into_any()
}

fn drawn(rows: &[Row], at: usize, of: Figure, ideal: Figure, words: fn(f64) -> String) -> Drawn {
    let Some(one) = rows.first() else { return Drawn::default() };
    let most = rows.iter().flat_map(|row| [of(row, one), ideal(row, one)]).fold(0.0, f64::max);
    let bar = |(at, row)| Shape::bar(at, rows.len(), of(row, one) / most);
    let best = |(at, row)| Shape::over_bar(at, rows.len(), ideal(row, one) / most);
    let middle = |bar| middle(bar, rows.len());
    let lines = rules(whole(most), |tick| words(real(tick)));
    // The rules are whole numbers of a scale that may end between two.
    let lines = lines.into_iter().map(|(share, words)| (share * real(whole(most)) / most, words));
    Drawn {
        rules: lines.collect(),
        ends: rows
            .iter()
            .enumerate()
            .map(|(bar, row)| (middle(bar).min(0.89), words::number(row.threads.into())))
            .collect(),
        paths: vec![
            (Ink::Bar, rows.iter().enumerate().map(bar).collect()),
            (Ink::Bound, rows.iter().enumerate().map(best).collect()),
        ],
        marks: vec![(Ink::At, middle(at))],
    }
}

/// The charts' twin.
#[component]
fn Table(rows: RwSignal<Vec<Row>>) -> impl IntoView {
    let row = |(row, one): (Row, f64)| {
        let each = row.ms * 1e7 / real(row.trial.placed());
        let share = one / row.ms / f64::from(row.threads) * 1000.0;
        view! {
            <tr data-ms=tenth(row.ms)>
                <th scope="row">{words::number(row.threads.into())}</th>
                <td>{tenths(whole(row.ms * 10.0))}</td>
                <td>{tenths(whole(row.ends.0 * 10.0))} "–" {tenths(whole(row.ends.1 * 10.0))}</td>
                <td>{tenths(whole(each + 0.5))}</td>
                <td>{tenths(whole(one / row.ms * 10.0 + 0.5))}</td>
                <td>{words::percent(u32::try_from(whole(share + 0.5)).unwrap_or(0))}</td>
                <td>{words::number(row.found)}</td>
            </tr>
        }
    };
    let all = move || {
        let rows = rows.get();
        let one = rows.first().map_or(0.0, |row| row.ms);
        rows.into_iter().map(|of| row((of, one))).collect_view()
    };
    view! {
        <div class="table">
            <TableBox label="Time by number of threads" heads=heads(["Threads", "Median, ms", "From – to, ms", "A section, ns", "Speed-up", "Of the ideal", "Days found, in sum"])>
                {all}
            </TableBox>
        </div>
    }
    .into_any()
}
