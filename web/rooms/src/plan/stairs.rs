//! The chart of the finish day against the number of crews. Its table is a part of its own.

use icewall_protocol::workshop::PlanStep;
use leptos::prelude::*;

use super::look::{Adopt, LogScale, Look, Reason, told};
use crate::plot::{Drawn, Plot, steps};
use crate::words;

/// The chart. Pointing at it or moving the slider looks at a number of crews; a click takes it over.
#[component]
pub(super) fn Stairs(look: Look) -> impl IntoView {
    let drawn = Memo::new(move |_| {
        let all = look.stairs.get().unwrap_or_default();
        let longest = all.steps.first().map_or(1, |step| step.finish.max(1));
        let (scale, most) = (look.scale(), look.most());
        let path = |of: fn(&PlanStep) -> u64| {
            let place =
                |step: &PlanStep| (scale.share(step.crews.into(), most), scale.share(of(step), longest));
            steps(all.steps.iter().map(place))
        };
        Drawn {
            rules: scale.rules(longest, |day| format!("day {}", words::number(day))),
            ends: look.ends(),
            paths: vec![("bound", path(|step| step.lower_bound)), ("line", path(|step| step.finish))],
            marks: look.marks(),
        }
    });
    let said = Memo::new(move |_| look.step.get().map(|step| told(&step)).unwrap_or_default());
    view! {
        <Plot
            id="stairs"
            title="Finish day"
            unit="by number of crews"
            label="Number of crews to look at"
            drawn
            at=look.at
            count=look.count()
            told=said
            point=look.point()
            choose=look.choose()
            click=Callback::new(move |()| look.adopt())
            legend=vec![("line", "finish day"), ("bound", "lower bound"), ("now", "crews in force")]
        >
            <LogScale look />
            <Reason look />
            <Adopt look />
        </Plot>
    }
    .into_any()
}
