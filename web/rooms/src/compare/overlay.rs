//! The curves of A and B over one another, as a drawing. Not for putting it on the page.

use icewall_protocol::workshop::WallFigures;
use icewall_ui::number::{count, real};

use super::sides::Curves;
use crate::drawing::plot::{Levels, Plot};
use crate::drawing::svg::{Anchor, Line, SMALL, Svg, tenths};
use crate::words;

/// What the curves tell of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Ice, in cubic yards.
    Ice,
    /// Cost, in Gold Dragons.
    Cost,
    /// Cost until its end, in Gold Dragons.
    Until,
}

impl Measure {
    /// What the chart is called, and its unit.
    pub(crate) fn title(self) -> (&'static str, &'static str) {
        match self {
            Self::Ice => ("Ice a day", "cubic yards"),
            Self::Cost => ("Cost a day", "Gold Dragons"),
            Self::Until => ("Cost until the day", "Gold Dragons"),
        }
    }

    fn of(self, curves: &Curves) -> &[f64] {
        match self {
            Self::Ice => &curves.ice,
            Self::Cost => &curves.cost,
            Self::Until => &curves.until,
        }
    }

    fn most(self, figures: &WallFigures) -> u64 {
        let summary = &figures.summary;
        match self {
            Self::Ice => summary.peak.map_or(0, |peak| peak.ice),
            Self::Cost => summary.peak.map_or(0, |peak| peak.cost),
            Self::Until => summary.cost,
        }
    }
}

/// One of the two plans.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown<'a> {
    pub(crate) figures: &'a WallFigures,
    pub(crate) curves: &'a Curves,
}

/// Room above the plot for the words of both, in pixels.
pub(crate) const ABOVE: f64 = 44.0;
/// The lines of A and of B.
pub(crate) const LINES: [Line; 2] =
    [Line { ink: "--text", width: 2.0, dashed: true }, Line { ink: "--accent", width: 2.0, dashed: false }];
/// What fills the room below B.
pub(crate) const FILL: &str = "--curve";

/// The plot that both stand in.
pub(crate) fn plot([left, top, width, height]: [f64; 4], both: [Shown<'_>; 2], measure: Measure) -> Plot {
    let of = |pick: fn(&WallFigures) -> u64| both.map(|shown| pick(shown.figures)).into_iter().max();
    let most = both.map(|shown| measure.most(shown.figures)).into_iter().max().unwrap_or(0);
    let start = both.iter().rev().find_map(|shown| shown.figures.summary.start_date.clone());
    let days = of(|figures| figures.summary.finish_day).unwrap_or(0);
    Plot { left, top, width, height, before: 0, days, start, most }
}

/// Draws both: B filled and with a solid line, A dashed over it, each with its name at its end.
pub(crate) fn draw(svg: &mut Svg, plot: &Plot, both: [Shown<'_>; 2], measure: Measure) {
    plot.days_and_amounts(svg);
    for at in [1, 0] {
        let (shown, line) = (both[at], LINES[at]);
        let days = shown.figures.summary.finish_day;
        let levels =
            Levels { values: measure.of(shown.curves), days_per_column: shown.curves.days_per_column, days };
        let (area, mut edge) = plot.steps(levels);
        if edge.is_empty() {
            continue;
        }
        svg.group("series", |svg| {
            if at == 1 {
                svg.area(&area, FILL);
            }
            // Past the last day nothing is added to the cost.
            let end = match measure {
                Measure::Until => ["H", &tenths(plot.left + plot.width)],
                Measure::Ice | Measure::Cost => ["V", &tenths(plot.top + plot.height)],
            };
            edge.extend(end);
            svg.line(&edge, line);
        });
    }
    for (at, name) in ["A", "B"].into_iter().enumerate() {
        flag(svg, plot, (name, at), both[at].figures, measure);
    }
}

/// The name of a plan over its last day, A's above B's, and a thin line down to that day.
fn flag(svg: &mut Svg, plot: &Plot, (name, row): (&str, usize), of: &WallFigures, measure: Measure) {
    let summary = &of.summary;
    let day = words::number(summary.finish_day);
    let words = match measure {
        _ if summary.finish_day == 0 => return,
        Measure::Until => format!("{name}: {}, day {day}", words::gold_short(summary.cost)),
        Measure::Ice | Measure::Cost => format!("{name}: finished, day {day}"),
    };
    let (x, foot) = (plot.x(real(summary.finish_day)), plot.top - ABOVE + 14.0 + 18.0 * count(row));
    let wide = count(words.chars().count()) * 6.7 + 6.0;
    let (anchor, at) = if x - plot.left > wide {
        (Anchor::End, x - 5.0)
    } else if plot.left + plot.width - x > wide {
        (Anchor::Start, x + 5.0)
    } else {
        (Anchor::Start, plot.left)
    };
    let ink = LINES[row].ink;
    svg.group("flag", |svg| {
        svg.text(at, foot, SMALL.at(anchor).in_ink(ink), &words);
        let top = foot - 10.0;
        let line = Line { ink, width: 1.0, dashed: row == 0 };
        svg.line(&format!("M{} {}V{}", tenths(x), tenths(top), tenths(plot.top + plot.height)), line);
    });
}
