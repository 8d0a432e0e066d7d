//! The crews at work by day as a file, those that stand idle hatched. Not for how many they are.

use icewall_protocol::Summary;
use icewall_protocol::workshop::Resources;
use icewall_ui::number::real;

use super::sheet::{Key, Made, Words, place, sheet};
use crate::drawing::plot::Plot;
use crate::drawing::svg::{Colours, tenths};
use crate::words;

/// How high the plot is in pixels.
const HIGH: f64 = 320.0;
const AT_WORK: &str = "--p5";
const SOME: &str = "--accent-soft";
const IDLE: &str = "--edge";

/// The histogram of the days that the columns span.
pub(super) fn draw(columns: &[Resources], summary: &Summary, colours: Colours, of: String) -> Made {
    let first = columns.first().map_or(1, |column| column.days.0);
    let last = columns.last().map_or(0, |column| column.days.1);
    let shared = columns.iter().any(|column| column.least < column.most);
    let mut legend = vec![(Some(Key::Fill(AT_WORK)), "at work".to_owned())];
    if shared {
        legend.push((Some(Key::Fill(SOME)), "on some days of the column".to_owned()));
    }
    legend.push((Some(Key::Hatched(IDLE)), "idle".to_owned()));
    let words = Words {
        title: "Crews at work".to_owned(),
        unit: format!("of {}, by day", words::counted(summary.crews, "crew", "crews")),
        of,
        legend,
        across: if summary.start_date.is_some() { "day · date" } else { "day" }.to_owned(),
    };
    let [left, top, width, height] = place(0.0, HIGH);
    let (before, days) = (first - 1, (last + 1).saturating_sub(first));
    let start = summary.start_date.clone();
    let plot = Plot { left, top, width, height, before, days, start, most: summary.crews };
    sheet(colours, &words, top + height, |svg| {
        svg.group("series", |svg| {
            svg.hatched([left, top, width, height], IDLE);
            if shared {
                svg.area(&steps(columns, &plot, |column| column.most), SOME);
            }
            svg.area(&steps(columns, &plot, |column| column.least), AT_WORK);
        });
        plot.days_and_amounts(svg);
    })
}

/// The room below the columns, as steps.
fn steps(columns: &[Resources], plot: &Plot, of: impl Fn(&Resources) -> u32) -> String {
    let step = |column: &Resources| {
        ["V", &tenths(plot.y(real(of(column).into()))), "H", &tenths(plot.x(real(column.days.1)))].concat()
    };
    let ground = tenths(plot.top + plot.height);
    let all: String = columns.iter().map(step).collect();
    format!("M{} {ground}{all}V{ground}Z", tenths(plot.left))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_some_days_fill_the_plot() {
        let column = |days, least| Resources { days, most: 4, least, ..Resources::default() };
        let columns = [column((101, 105), 4), column((106, 110), 1)];
        let plot = Plot {
            left: 0.0,
            top: 0.0,
            width: 100.0,
            height: 40.0,
            before: 100,
            days: 10,
            start: None,
            most: 4,
        };
        assert_eq!(steps(&columns, &plot, |column| column.least), "M0 40V0H50V30H100V40Z");
    }
}
