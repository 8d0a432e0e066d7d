//! What a curve shows: its levels and how they are painted. Not for its axes' words, and not for
//! drawing it.

use icewall_protocol::View;

use super::number::{count, real};
use super::stack::levels;
use crate::browser::uplot::{Paint, Stroke};
use crate::result::pane::Measure;
use crate::state::{Rows, Shown};

/// A curve, ready to be drawn.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Picture {
    /// The levels, the lowest first, one after the other: a value for each column.
    pub(crate) levels: Vec<f64>,
    /// How each level is painted.
    pub(crate) paints: Vec<Paint>,
    /// The highest value.
    pub(crate) top: u64,
    /// How its steps are drawn.
    pub(crate) stroke: Stroke,
}

/// The colours of the profiles.
pub(crate) const PROFILES: [&str; 8] = ["--p1", "--p2", "--p3", "--p4", "--p5", "--p6", "--p7", "--p8"];

/// From this width of a column on, in CSS pixels, days stand apart.
const APART: f64 = 9.0;
/// Below this width of a column, in CSS pixels, lines are thin.
const THIN: f64 = 4.0;

/// The curve of ice or cost a day, on a plot `width` CSS pixels wide.
pub(crate) fn daily(shown: &Shown, measure: Measure, width: f64) -> Picture {
    let (ice, cost) = shown.summary.peak.as_ref().map_or((0, 0), |peak| (peak.ice, peak.cost));
    // Cost goes with ice, so one scale turns a drawing of the one into a drawing of the other.
    let scale = match measure {
        Measure::Ice => 1.0,
        Measure::Cost => real(cost) / real(ice.max(1)),
    };
    let top = if measure == Measure::Ice { ice } else { cost };
    let columns = &shown.columns;
    let stroke = match width / count(columns.day.len()) {
        APART.. => Stroke::Apart,
        ..THIN => Stroke::Thin,
        _ => Stroke::Joined,
    };
    if let (View::Stacked, Rows::Ice(rows)) = (shown.charts.view, &columns.rows) {
        // On narrow columns the lines would hide what they divide.
        let line = if stroke == Stroke::Apart { "--bg" } else { "" };
        let paints = PROFILES.map(|fill| Paint { fill, line });
        let profiles = shown.charts.rows.len().min(paints.len());
        let levels = levels(rows, columns.day.len(), scale);
        return Picture { levels, paints: paints[..profiles].to_vec(), top, stroke };
    }
    let whole = match measure {
        Measure::Ice => &columns.ice,
        Measure::Cost => &columns.cost,
    };
    if shown.charts.days_per_column > 1 {
        let least = columns.ice_least.iter().map(|ice| ice * scale);
        let levels = least.chain(whole.iter().copied()).collect();
        let band = Paint { fill: "--curve-band", line: "--accent" };
        return Picture { levels, paints: vec![Paint { fill: "--curve", line: "" }, band], top, stroke };
    }
    let paints = vec![Paint { fill: "--curve", line: "--accent" }];
    Picture { levels: whole.clone(), paints, top, stroke }
}

/// The curve of the cost until the day.
pub(crate) fn until(shown: &Shown) -> Picture {
    Picture {
        levels: shown.columns.cost_until.clone(),
        paints: vec![Paint { fill: "--curve", line: "--accent" }],
        top: shown.summary.cost,
        stroke: Stroke::Joined,
    }
}
