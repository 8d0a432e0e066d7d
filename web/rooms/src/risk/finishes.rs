//! The runs by finish day: a histogram, and its table.

use std::sync::Arc;

use icewall_protocol::workshop::{Bar, RiskRuns};
use icewall_ui::number::{count, index, real};
use leptos::prelude::*;

use crate::export::Origin;
use crate::plot::{Drawn, Ink, Plot, Shape, middle, rules, share};
use crate::table::{TableBox, heads};
use crate::why::{Column, Question};
use crate::words;

/// The histogram. Pointing at it or moving the slider looks at a bar.
#[component]
pub(super) fn Finishes(
    runs: RwSignal<Option<Arc<RiskRuns>>>,
    /// What they are of.
    origin: Signal<Option<Origin>>,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<usize>);
    let all = move || runs.get().unwrap_or_default();
    let bars = Memo::new(move |_| all().bars.len());
    // At first the bar in which half of the runs are finished.
    let at = Memo::new(move |_| {
        let all = all();
        let half = bar_of(&all, all.finish[1]);
        chosen.get().unwrap_or(half).min(all.bars.len().saturating_sub(1))
    });
    let drawn = Memo::new(move |_| drawn(&all(), at.get()));
    let told =
        Memo::new(move |_| all().bars.get(at.get()).map(|bar| told(bar, all().runs)).unwrap_or_default());
    let asked = Column::start();
    let row = move |(at, bar): (usize, &Bar)| {
        view! {
            <tr>
                <th scope="row">{days(bar)}</th>
                {asked.cell(at, Question::Bar(all(), at), words::number(bar.runs.into()))}
                <td>{words::percent(bar.by_then_permille)}</td>
            </tr>
        }
    };
    view! {
        <Plot
            id="finishes"
            title="Runs"
            unit="by finish day"
            label="Finish day to look at"
            drawn
            at
            count=bars
            told
            point=Callback::new(move |share: f64| chosen.set(Some(index(share * count(bars.get_untracked())))))
            choose=Callback::new(move |at| chosen.set(Some(at)))
            legend=vec![(Ink::Bar, "runs"), (Ink::Half, "half are finished"), (Ink::Goal, "the day to be met")]
            origin
            called="runs-by-finish-day"
        />
        <div class="table">
            <TableBox label="Runs by finish day" asked heads=heads(["Finish day", "Runs", "Finished by then"])>
                {move || all().bars.iter().enumerate().map(row).collect_view()}
            </TableBox>
        </div>
    }
    .into_any()
}

/// The bar that holds a day, or the nearest.
fn bar_of(all: &RiskRuns, day: u64) -> usize {
    all.bars.partition_point(|bar| bar.last < day).min(all.bars.len().saturating_sub(1))
}

fn drawn(all: &RiskRuns, at: usize) -> Drawn {
    let bars = &all.bars;
    let middle = |bar| middle(bar, bars.len());
    let mut ends = vec![(0.0, bars.first().map(days).unwrap_or_default())];
    if bars.len() > 4 {
        ends.push((middle(bars.len() / 2), bars.get(bars.len() / 2).map(days).unwrap_or_default()));
    }
    if bars.len() > 1 {
        ends.push((1.0, bars.last().map(|bar| format!("day {}", days(bar))).unwrap_or_default()));
    }
    let mut marks = vec![(Ink::Half, middle(bar_of(all, all.finish[1])))];
    let (day, _) = all.met;
    if bars.first().zip(bars.last()).is_some_and(|(first, last)| (first.first..=last.last).contains(&day)) {
        marks.push((Ink::Goal, middle(bar_of(all, day))));
    }
    marks.push((Ink::At, middle(at)));
    let most = most_runs(bars);
    let boxes = bars.iter().enumerate();
    let boxes = boxes.map(|(at, bar)| Shape::bar(at, bars.len(), share(bar.runs.into(), most)));
    Drawn { rules: rules(most, words::number), ends, paths: vec![(Ink::Bar, boxes.collect())], marks }
}

fn most_runs(bars: &[Bar]) -> u64 {
    bars.iter().map(|bar| u64::from(bar.runs)).max().unwrap_or(0)
}

/// The days of a bar.
fn days(bar: &Bar) -> String {
    if bar.first == bar.last {
        words::number(bar.first)
    } else {
        format!("{}–{}", words::number(bar.first), words::number(bar.last))
    }
}

fn told(bar: &Bar, runs: u32) -> String {
    let share =
        icewall_ui::number::whole(real(bar.runs.into()) * 1000.0 / real(u64::from(runs).max(1)) + 0.5);
    format!(
        "{} {}: {} ({}), {} finished by then",
        words::noun(bar.last - bar.first + 1, "Day", "Days"),
        days(bar),
        words::counted(bar.runs.into(), "run", "runs"),
        words::percent(u32::try_from(share).unwrap_or(1000)),
        words::percent(bar.by_then_permille),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_in_its_bar_or_the_nearest() {
        let bar = |first, runs| Bar { first, last: first, runs, by_then_permille: 0 };
        let all = RiskRuns {
            bars: vec![bar(7, 1), bar(8, 2)],
            finish: [7, 8, 8, 8],
            met: (9, 1000),
            ..RiskRuns::default()
        };
        assert_eq!((bar_of(&all, 3), bar_of(&all, 8), bar_of(&all, 9)), (0, 1, 1));
    }
}
