//! What a chart in a file has around its plot: title, what it is of, legend, the names of its axes. Not for what
//! stands in the plot.

use icewall_ui::number::count;

use crate::drawing::plot::BELOW;
use crate::drawing::svg::{Anchor, Colours, Line, SMALL, Svg, Type, tenths};

/// The width of a file in pixels.
pub(super) const WIDTH: f64 = 960.0;
/// Room left and right of the plot.
pub(super) const LEFT: f64 = 84.0;
const RIGHT: f64 = 60.0;
/// Room at the edges.
pub(super) const EDGE: f64 = 24.0;
/// Where the legend stands, and the plot's upper edge without words above it.
const LEGEND: f64 = 80.0;
pub(super) const TOP: f64 = 104.0;
const TITLE: Type = Type { ink: "--text", size: 18, bold: true, anchor: Anchor::Start };

/// What the legend explains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Key {
    /// A colour that fills.
    Fill(&'static str),
    /// Lines of a colour across a ground.
    Hatched(&'static str),
    /// A line.
    Line(Line),
    /// The colours of a scale, from little to much.
    Ramp(&'static [&'static str]),
}

/// The words around a plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Words {
    pub(super) title: String,
    pub(super) unit: String,
    /// What the chart is of.
    pub(super) of: String,
    pub(super) legend: Vec<(Option<Key>, String)>,
    /// The name of the axis across; empty where it needs none.
    pub(super) across: String,
}

/// A finished file.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Made {
    pub(crate) svg: String,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) title: String,
}

/// The plot's place: left, top, width, height; `above` is room for words over it.
pub(super) fn place(above: f64, height: f64) -> [f64; 4] {
    [LEFT, TOP + above, WIDTH - LEFT - RIGHT, height]
}

/// A sheet with its words around what `draw` draws, whose plot ends at `bottom`.
pub(super) fn sheet(colours: Colours, words: &Words, bottom: f64, draw: impl FnOnce(&mut Svg)) -> Made {
    let height = bottom + BELOW + if words.across.is_empty() { EDGE } else { EDGE + 20.0 };
    let mut svg = Svg::new(colours);
    svg.rect([0.0, 0.0, WIDTH, height], "--surface");
    let unit = if words.unit.is_empty() { String::new() } else { format!(", {}", words.unit) };
    let title = format!("{}{unit}", words.title);
    svg.text(EDGE, 36.0, TITLE, &title);
    svg.text(EDGE, 57.0, Type { size: 13, ..SMALL }, &words.of);
    svg.group("legend", |svg| legend(svg, &words.legend));
    draw(&mut svg);
    if !words.across.is_empty() {
        svg.text(WIDTH - RIGHT, bottom + BELOW + 18.0, SMALL.at(Anchor::End), &words.across);
    }
    Made { svg: svg.whole(WIDTH, height, &title), width: WIDTH, height, title: words.title.clone() }
}

/// Keys and their words in a row, which goes on below where it is full.
fn legend(svg: &mut Svg, keys: &[(Option<Key>, String)]) {
    let mut x = EDGE;
    for (key, words) in keys {
        x += match key {
            None => 0.0,
            Some(Key::Fill(fill)) => {
                svg.rect([x, LEGEND - 10.0, 12.0, 12.0], fill);
                18.0
            }
            Some(Key::Hatched(ink)) => {
                svg.hatched([x, LEGEND - 10.0, 12.0, 12.0], ink);
                18.0
            }
            Some(Key::Line(line)) => {
                svg.line(&format!("M{} {}h24", tenths(x), tenths(LEGEND - 4.0)), *line);
                30.0
            }
            Some(Key::Ramp(stops)) => {
                for (at, stop) in stops.iter().enumerate() {
                    svg.rect([x + 19.0 * count(at), LEGEND - 9.0, 19.0, 10.0], stop);
                }
                19.0 * count(stops.len()) + 6.0
            }
        };
        svg.text(x, LEGEND, SMALL, words);
        x += count(words.chars().count()) * 6.7 + 18.0;
    }
}
