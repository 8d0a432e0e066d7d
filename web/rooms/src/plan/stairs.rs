//! The chart of the finish day against the number of crews, on the page and in a file. Its table is a part of its own.

use icewall_protocol::workshop::{PlanStep, Staircase};
use leptos::prelude::*;

use super::look::{Adopt, LogScale, Look, Reason, ends, most, suits, told};
use crate::export::{Origin, Plotted};
use crate::plot::{Drawn, Ink, Plot, Scale, Shape};
use crate::words;

/// What the chart is called, by what it goes, and what a file of it is called.
const TITLE: &str = "Finish day";
const UNIT: &str = "by number of crews";
const CALLED: &str = "finish-by-crews";
const LEGEND: [(Ink, &str); 4] = [
    (Ink::Line, "finish day"),
    (Ink::Bound, "lower bound"),
    (Ink::Knee, "the bend"),
    (Ink::Now, "crews in force"),
];

/// The chart. Pointing at it or moving the slider looks at a number of crews; a click takes it over.
#[component]
pub(super) fn Stairs(look: Look) -> impl IntoView {
    let drawn = Memo::new(move |_| {
        let all = look.stairs.get().unwrap_or_default();
        let mut drawn = drawn(&all, look.scale());
        drawn.marks.splice(0..0, look.marks());
        drawn
    });
    let said = Memo::new(move |_| {
        let knee = look.stairs.with(|all| all.as_ref().and_then(|all| all.knee));
        look.step.get().map(|step| told(&step, knee == Some(step))).unwrap_or_default()
    });
    view! {
        <Plot
            id="stairs"
            title=TITLE
            unit=UNIT
            label="Number of crews to look at"
            drawn
            at=look.at
            count=look.count()
            told=said
            point=look.point()
            choose=look.choose()
            click=Callback::new(move |()| look.adopt())
            legend=LEGEND.to_vec()
            origin=look.origin
            called=CALLED
        >
            <LogScale look />
            <Reason look />
            <Adopt look />
        </Plot>
    }
    .into_any()
}

/// The chart of a staircase, with the crews in force, for a file.
pub(crate) fn plotted(stairs: &Staircase, now: u64, origin: Origin) -> Plotted {
    let scale = suits(most(stairs));
    let mut drawn = drawn(stairs, scale);
    drawn.marks.insert(0, (Ink::Now, scale.share(now, most(stairs))));
    Plotted { title: TITLE, unit: UNIT, legend: LEGEND.to_vec(), drawn, origin, called: CALLED }
}

fn drawn(stairs: &Staircase, scale: Scale) -> Drawn {
    let (longest, most) = (stairs.steps.first().map_or(1, |step| step.finish.max(1)), most(stairs));
    let path = |of: fn(&PlanStep) -> u64| {
        let place = |step: &PlanStep| (scale.share(step.crews.into(), most), scale.share(of(step), longest));
        vec![Shape::steps(stairs.steps.iter().map(place))]
    };
    let knee = stairs.knee.iter();
    Drawn {
        rules: scale.rules(longest, |day| format!("day {}", words::number(day))),
        ends: ends(scale, most),
        paths: vec![(Ink::Bound, path(|step| step.lower_bound)), (Ink::Line, path(|step| step.finish))],
        marks: knee.map(|knee| (Ink::Knee, scale.share(knee.crews.into(), most))).collect(),
    }
}
