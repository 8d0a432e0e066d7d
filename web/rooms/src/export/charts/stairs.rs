//! The chart of the plan: the finish day against the number of crews. Not for the plan itself.

use icewall_protocol::workshop::{PlanStep, Staircase};
use icewall_ui::chart::ticks;
use icewall_ui::number::real;

use super::sheet::{Key, Made, Words, place, sheet};
use crate::drawing::plot::Plot;
use crate::drawing::svg::{Colours, Line, tenths};
use crate::words;

const FINISH: Line = Line { ink: "--accent", width: 2.0, dashed: false };
const BOUND: Line = Line { ink: "--edge", width: 2.0, dashed: true };
const NOW: Line = Line { ink: "--stale", width: 2.0, dashed: false };

/// The staircase; `now` is the number of crews in force.
pub(super) fn draw(stairs: &Staircase, now: u64, colours: Colours, of: String) -> Made {
    let steps = &stairs.steps;
    let words = Words {
        title: "Finish day by number of crews".to_owned(),
        unit: String::new(),
        of,
        legend: vec![
            (Some(Key::Line(FINISH)), "finish day".to_owned()),
            (Some(Key::Line(BOUND)), "lower bound".to_owned()),
            (Some(Key::Line(NOW)), "crews in force".to_owned()),
        ],
        across: "crews".to_owned(),
    };
    let most = steps.last().map_or(1, |step| u64::from(step.crews));
    let longest = steps.first().map_or(1, |step| step.finish);
    let [left, top, width, height] = place(0.0, 320.0);
    let plot = Plot { left, top, width, height, before: 0, days: most, start: None, most: longest };
    sheet(colours, &words, top + height, |svg| {
        plot.amounts(svg);
        let marks = ticks::days((0, most), width, 60.0);
        plot.marks(svg, marks.into_iter().map(|crews| (real(crews), words::number(crews))));
        for (of, line) in
            [((|step| step.lower_bound) as fn(&PlanStep) -> u64, BOUND), (|step| step.finish, FINISH)]
        {
            svg.group("series", |svg| svg.line(&path(steps, &plot, of), line));
        }
        let x = tenths(plot.x(real(now.min(most))));
        svg.line(&format!("M{x} {}V{}", tenths(top), tenths(top + height)), NOW);
    })
}

/// Steps as steps: each number of crews holds until the next.
fn path(steps: &[PlanStep], plot: &Plot, of: fn(&PlanStep) -> u64) -> String {
    let mut path = String::new();
    for step in steps {
        let (x, y) = (tenths(plot.x(real(step.crews.into()))), tenths(plot.y(real(of(step)))));
        path.extend(if path.is_empty() { ["M", &x, " ", &y] } else { ["H", &x, "V", &y] });
    }
    path
}
