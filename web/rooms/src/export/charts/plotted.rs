//! A chart of the rooms as a file: the shapes of the page's chart, and its rules and words in a sheet. Not for what
//! they tell.

use super::sheet::{Key, Made, Words, place, sheet};
use crate::drawing::svg::{Anchor, Colours, Line, SMALL, Svg, tenths};
use crate::plot::{Drawn, Ink, path, side};

/// How high the plot is in pixels.
const HIGH: f64 = 320.0;
const RULE: Line = Line { ink: "--line", width: 1.0, dashed: false };
const EDGE: Line = Line { ink: "--edge", width: 1.0, dashed: false };

/// What a file is of, in words, and how its name begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) of: String,
    pub(crate) stem: String,
}

/// A chart of the rooms.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Plotted {
    pub(crate) title: &'static str,
    pub(crate) unit: &'static str,
    /// What is told of; marks that are not named here are not drawn.
    pub(crate) legend: Vec<(Ink, &'static str)>,
    pub(crate) drawn: Drawn,
    pub(crate) origin: Origin,
    /// What its file is called, behind what it is of.
    pub(crate) called: &'static str,
}

/// The chart.
pub(super) fn draw(plotted: Plotted, colours: Colours) -> Made {
    let Plotted { title, unit, legend, drawn, origin, .. } = plotted;
    let [left, top, width, height] = place(0.0, HIGH);
    let at = |(across, up): (f64, f64)| (left + across * width, top + (1.0 - up) * height);
    let keys = legend.iter().map(|(ink, words)| (Some(key(*ink)), (*words).to_owned()));
    let (title, unit) = (title.to_owned(), unit.to_owned());
    let words = Words { title, unit, of: origin.of, legend: keys.collect(), across: String::new() };
    sheet(colours, &words, top + height, |svg| {
        axes(svg, &drawn, at);
        for (ink, shapes) in &drawn.paths {
            let (fill, line, path) = (fill(*ink), line(*ink), path(shapes, at));
            svg.group("series", |svg| {
                if let Some(fill) = fill {
                    svg.area(&path, fill);
                }
                if let Some(line) = line {
                    svg.line(&path, line);
                }
            });
        }
        for (ink, share) in drawn.marks.iter().filter(|(ink, _)| legend.iter().any(|(named, _)| named == ink))
        {
            upright(svg, at((*share, 1.0)), height, *ink);
        }
    })
}

/// Rules across with their words, the ground, and the words below it.
fn axes(svg: &mut Svg, drawn: &Drawn, at: impl Fn((f64, f64)) -> (f64, f64)) {
    let across = |y: f64| format!("M{} {}H{}", tenths(at((0.0, 0.0)).0), tenths(y), tenths(at((1.0, 0.0)).0));
    svg.group("axis", |svg| {
        for (share, words) in &drawn.rules {
            let (x, y) = at((0.0, *share));
            svg.line(&across(y), RULE);
            svg.text(x - 8.0, y + 4.0, SMALL.at(Anchor::End), words);
        }
        let (_, ground) = at((0.0, 0.0));
        svg.line(&across(ground), EDGE);
        for (share, words) in &drawn.ends {
            svg.text(at((*share, 0.0)).0, ground + 20.0, SMALL.at(side(*share)), words);
        }
    });
}

fn upright(svg: &mut Svg, (x, top): (f64, f64), height: f64, ink: Ink) {
    if let Some(line) = line(ink) {
        svg.line(&format!("M{} {}v{}", tenths(x), tenths(top), tenths(height)), line);
    }
}

/// How the legend shows it.
fn key(ink: Ink) -> Key {
    fill(ink).map(Key::Fill).or_else(|| line(ink).map(Key::Line)).unwrap_or(Key::Line(EDGE))
}

fn fill(ink: Ink) -> Option<&'static str> {
    matches!(ink, Ink::Bar | Ink::Band).then_some("--accent-soft")
}

fn line(ink: Ink) -> Option<Line> {
    let (ink, width, dashed) = match ink {
        Ink::Band => return None,
        Ink::Line | Ink::At => ("--accent", 2.0, false),
        Ink::Bar => ("--accent", 1.0, false),
        Ink::Bound => ("--edge", 2.0, true),
        Ink::Now => ("--stale", 2.0, false),
        Ink::Half => ("--text", 2.0, false),
        Ink::Least | Ink::Knee | Ink::Goal => ("--p3", 2.0, true),
    };
    Some(Line { ink, width, dashed })
}
