//! What a chart of the rooms draws: shapes and uprights by shares of its plot, on the page and in a file alike. Pure.
//! Not for where amounts lie.

use icewall_ui::number::count;

use crate::drawing::svg::{Anchor, tenths};

/// What is drawn. Places are shares: across from the left, up from the bottom.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Drawn {
    /// Rules across, each with its words.
    pub(crate) rules: Vec<(f64, String)>,
    /// Words below, each at its place.
    pub(crate) ends: Vec<(f64, String)>,
    /// Shapes, the first ones lowest.
    pub(crate) paths: Vec<(Ink, Vec<Shape>)>,
    /// Upright lines.
    pub(crate) marks: Vec<(Ink, f64)>,
}

/// What a shape or an upright stands for, which says how it looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// The figure itself.
    Line,
    /// What it is held against.
    Bound,
    /// The figure as a bar.
    Bar,
    /// Where most of the runs lie.
    Band,
    /// What is in force.
    Now,
    /// What is looked at.
    At,
    /// The least.
    Least,
    /// Where a curve bends.
    Knee,
    /// Half of the runs.
    Half,
    /// A goal.
    Goal,
}

impl Ink {
    /// Its class in the style sheets.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Line => "line",
            Self::Bound => "bound",
            Self::Bar => "bar",
            Self::Band => "band",
            Self::Now => "now",
            Self::At => "at",
            Self::Least => "least",
            Self::Knee => "knee",
            Self::Half => "half",
            Self::Goal => "goal",
        }
    }
}

/// A line through points, or an area within them.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Shape {
    points: Vec<(f64, f64)>,
    is_closed: bool,
}

impl Shape {
    /// A line straight from point to point.
    pub(crate) fn line(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        Self { points: points.into_iter().collect(), is_closed: false }
    }

    /// A line of steps: each height holds until the next place.
    pub(crate) fn steps(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        let mut steps: Vec<(f64, f64)> = Vec::new();
        for (x, y) in points {
            let held = steps.last().map(|&(_, height)| (x, height));
            steps.extend(held.into_iter().chain([(x, y)]));
        }
        Self { points: steps, is_closed: false }
    }

    /// An area between its outer points.
    pub(crate) fn area(points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        Self { points: points.into_iter().collect(), is_closed: true }
    }

    /// A bar from the ground up: one of so many, all as wide.
    pub(crate) fn bar(at: usize, of: usize, up: f64) -> Self {
        let [left, right] = sides(at, of);
        Self::area([(left, 0.0), (left, up), (right, up), (right, 0.0)])
    }

    /// A line over a bar.
    pub(crate) fn over_bar(at: usize, of: usize, up: f64) -> Self {
        let [left, right] = sides(at, of);
        Self::line([(left, up), (right, up)])
    }
}

/// The sides of a bar.
fn sides(at: usize, of: usize) -> [f64; 2] {
    [at, at + 1].map(|side| count(side) / count(of.max(1)))
}

/// The middle of a bar.
pub(crate) fn middle(at: usize, of: usize) -> f64 {
    (count(at) + 0.5) / count(of.max(1))
}

/// Shapes as the data of an SVG's path; `place` puts shares where they belong.
pub(crate) fn path(shapes: &[Shape], place: impl Fn((f64, f64)) -> (f64, f64)) -> String {
    let mut path = String::new();
    for shape in shapes {
        for (at, point) in shape.points.iter().enumerate() {
            let (x, y) = place(*point);
            path.extend([if at == 0 { "M" } else { "L" }, &tenths(x), " ", &tenths(y)]);
        }
        path.push_str(if shape.is_closed { "Z" } else { "" });
    }
    path
}

/// At which of its ends a word below a plot stands at its place: none leaves the plot.
pub(crate) fn side(share: f64) -> Anchor {
    match share {
        0.9.. => Anchor::End,
        ..0.01 => Anchor::Start,
        _ => Anchor::Middle,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_parts(shapes: &[Shape]) -> String {
        path(shapes, |(x, y)| (x * 1000.0, (1.0 - y) * 1000.0))
    }

    #[test]
    fn steps_are_drawn_as_steps() {
        assert_eq!(in_parts(&[Shape::steps([(0.5, 1.0), (1.0, 0.5)])]), "M500 0L1000 0L1000 500");
    }

    #[test]
    fn bars_fill_the_plot() {
        let bars = [Shape::bar(0, 2, 0.5), Shape::bar(1, 2, 1.0)];
        let expected = "M0 1000L0 500L500 500L500 1000ZM500 1000L500 0L1000 0L1000 1000Z";
        assert_eq!(in_parts(&bars), expected);
        assert_eq!(in_parts(&[Shape::over_bar(1, 2, 1.0)]), "M500 0L1000 0");
    }
}
