//! The cost until each day, as the runs have it: a band around the plan, and its table.

use std::sync::Arc;

use icewall_protocol::workshop::{Band, RiskRuns};
use icewall_ui::number::real;
use leptos::prelude::*;

use crate::export::Origin;
use crate::plot::{Drawn, Ink, Plot, Shape, rules, share};
use crate::table::{TableBox, heads};
use crate::why::{Column, Question};
use crate::words;

/// The curve. Pointing at it or moving the slider looks at a day.
#[component]
pub(super) fn Curve(
    runs: RwSignal<Option<Arc<RiskRuns>>>,
    /// What they are of.
    origin: Signal<Option<Origin>>,
) -> impl IntoView {
    let chosen = RwSignal::new(None::<usize>);
    let all = move || runs.get().unwrap_or_default();
    let bands = Memo::new(move |_| all().bands.len());
    let at = Memo::new(move |_| {
        let last = bands.get().saturating_sub(1);
        chosen.get().unwrap_or(last / 2).min(last)
    });
    let drawn = Memo::new(move |_| drawn(&all(), at.get()));
    let said = Memo::new(move |_| all().bands.get(at.get()).map(told).unwrap_or_default());
    let point = move |share: f64| {
        let all = all_of(runs);
        let day = share * real(latest(&all));
        chosen.set(Some(all.bands.partition_point(|band| real(band.day) < day)));
    };
    let asked = Column::start();
    let row = move |(at, band): (usize, Band)| {
        view! {
            <tr>
                <th scope="row">{words::number(band.day)}</th>
                {asked.cell(at, Question::Band(band), words::number(band.planned))}
                {band.cost.map(|cost| view! { <td>{words::number(cost)}</td> }).collect_view()}
            </tr>
        }
    };
    view! {
        <Plot
            id="bands"
            title="Cost until the day"
            unit="Gold Dragons"
            label="Day whose cost to look at"
            drawn
            at
            count=bands
            told=said
            point=Callback::new(point)
            choose=Callback::new(move |at| chosen.set(Some(at)))
            legend=vec![(Ink::Line, "half of the runs"), (Ink::Band, "8 of 10 runs"), (Ink::Bound, "with no day lost")]
            origin
            called="cost-of-the-runs"
        />
        <div class="table">
            <TableBox label="Cost until the day, of the runs" asked heads=heads(["Day", "No day lost, GD", "P10, GD", "P50, GD", "P80, GD", "P90, GD"])>
                {move || all().bands.iter().copied().enumerate().map(row).collect_view()}
            </TableBox>
        </div>
    }
    .into_any()
}

fn all_of(runs: RwSignal<Option<Arc<RiskRuns>>>) -> Arc<RiskRuns> {
    runs.get_untracked().unwrap_or_default()
}

fn latest(all: &RiskRuns) -> u64 {
    all.bands.last().map_or(1, |band| band.day)
}

fn drawn(all: &RiskRuns, at: usize) -> Drawn {
    let (days, most) = (latest(all), all.bands.last().map_or(0, |band| band.planned));
    let points = |of: fn(&Band) -> u64| {
        all.bands.iter().map(move |band| (share(band.day, days), share(of(band), most)))
    };
    let ground = || [(0.0, 0.0)].into_iter();
    let line = |of| vec![Shape::line(ground().chain(points(of)))];
    let band = ground().chain(points(|band| band.cost[0])).chain(points(|band| band.cost[3]).rev());
    let mut ends = rules(days, words::number);
    ends.retain(|(share, _)| *share < 0.8);
    ends.push((1.0, format!("day {}", words::number(days))));
    let looked_at = all.bands.get(at).map_or(0, |band| band.day);
    Drawn {
        rules: rules(most, |gold| words::short(real(gold))),
        ends,
        paths: vec![
            (Ink::Band, vec![Shape::area(band)]),
            (Ink::Bound, line(|band| band.planned)),
            (Ink::Line, line(|band| band.cost[1])),
        ],
        marks: vec![(Ink::At, share(looked_at, days))],
    }
}

fn told(band: &Band) -> String {
    let [p10, p50, _, p90] = band.cost.map(words::number);
    format!(
        "Until day {}: {p50} in half of the runs, {p10} to {p90} in 8 of 10, {} with no day lost",
        words::number(band.day),
        words::gold(band.planned),
    )
}
