//! The curves of two plans over one another as a file. Not for the curves.

use icewall_protocol::workshop::WallFigures;

use super::sheet::{Key, Made, Words, place, sheet};
use crate::compare::Curves;
use crate::compare::overlay::{self, ABOVE, LINES, Measure, Shown};
use crate::drawing::svg::Colours;

/// How high the plot is in pixels.
const HIGH: f64 = 320.0;

/// A and B.
pub(super) fn draw(
    both: [(&WallFigures, &Curves); 2],
    measure: Measure,
    colours: Colours,
    of: String,
) -> Made {
    let shown = both.map(|(figures, curves)| Shown { figures, curves });
    let plot = overlay::plot(place(ABOVE, HIGH), shown, measure);
    let (title, unit) = measure.title();
    let [a, b] = LINES;
    let words = Words {
        title: format!("{title} of A and B"),
        unit: unit.to_owned(),
        of,
        legend: vec![
            (Some(Key::Line(a)), "A, dashed".to_owned()),
            (Some(Key::Line(b)), "B, solid and filled".to_owned()),
        ],
        across: if plot.start.is_some() { "day · date".to_owned() } else { "day".to_owned() },
    };
    sheet(colours, &words, plot.top + HIGH, |svg| overlay::draw(svg, &plot, shown, measure))
}
