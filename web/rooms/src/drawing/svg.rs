//! SVG, written shape by shape. A shape says its colours in attributes, never in a style, which the page's policy
//! forbids. Pure. Not for where shapes stand.

use icewall_ui::number::whole;

/// What the names of colours (custom properties of the page: `--accent`) stand for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Colours {
    /// What they are where the drawing stands: it follows the theme.
    OfPage,
    /// These, by name: the drawing stands alone.
    Fixed(Vec<(&'static str, String)>),
}

impl Colours {
    /// What a name stands for; `none` for no name, or one that is not known.
    pub(crate) fn of(&self, name: &str) -> String {
        match self {
            _ if name.is_empty() => "none".to_owned(),
            Self::OfPage => format!("var({name})"),
            Self::Fixed(known) => {
                let found = known.iter().find(|(known, _)| *known == name);
                found.map_or_else(|| "none".to_owned(), |(_, value)| value.clone())
            }
        }
    }
}

/// How far apart the lines of a hatching begin along an edge, in pixels.
const HATCH: f64 = 7.0;

/// A drawing that grows.
#[derive(Debug)]
pub(crate) struct Svg {
    out: String,
    colours: Colours,
}

/// At which of its ends a word stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Type {
    pub(crate) ink: &'static str,
    pub(crate) size: u32,
    pub(crate) bold: bool,
    pub(crate) anchor: Anchor,
}

/// A small word of an axis.
pub(crate) const SMALL: Type = Type { ink: "--muted", size: 12, bold: false, anchor: Anchor::Start };

impl Type {
    /// The same at another end.
    pub(crate) fn at(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    /// The same in another colour.
    pub(crate) fn in_ink(self, ink: &'static str) -> Self {
        Self { ink, ..self }
    }
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) ink: &'static str,
    pub(crate) width: f64,
    pub(crate) dashed: bool,
}

impl Svg {
    /// Nothing yet.
    pub(crate) fn new(colours: Colours) -> Self {
        Self { out: String::new(), colours }
    }

    fn put(&mut self, shape: &str) {
        self.out.push_str(shape);
    }

    /// Shapes that belong together.
    pub(crate) fn group(&mut self, class: &str, draw: impl FnOnce(&mut Self)) {
        self.put(&format!("<g class=\"{class}\">"));
        draw(self);
        self.out.push_str("</g>");
    }

    /// A rectangle: left, top, width, height.
    pub(crate) fn rect(&mut self, [x, y, width, height]: [f64; 4], fill: &str) {
        let (x, y, width, height) = (tenths(x), tenths(y), tenths(width), tenths(height));
        let fill = self.colours.of(fill);
        self.put(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"/>"
        ));
    }

    /// A rectangle of slanting lines: left, top, width, height.
    pub(crate) fn hatched(&mut self, [x, y, width, height]: [f64; 4], ink: &'static str) {
        let mut path = String::new();
        // Each line runs from the left or the lower edge up to the upper or the right one.
        let mut at = HATCH;
        while at < width + height {
            let (from, to) = ((at - height).max(0.0), at.min(width));
            let ends = [x + from, y + at - from, x + to, y + at - to].map(tenths);
            path.extend(["M", &ends[0], " ", &ends[1], "L", &ends[2], " ", &ends[3]]);
            at += HATCH;
        }
        self.line(&path, Line { ink, width: 1.0, dashed: false });
    }

    /// A path that is filled.
    pub(crate) fn area(&mut self, path: &str, fill: &str) {
        let fill = self.colours.of(fill);
        self.put(&format!("<path d=\"{path}\" fill=\"{fill}\"/>"));
    }

    /// A path along which a line runs.
    pub(crate) fn line(&mut self, path: &str, line: Line) {
        let (ink, width) = (self.colours.of(line.ink), tenths(line.width));
        let dashes = if line.dashed { " stroke-dasharray=\"6 4\"" } else { "" };
        self.put(&format!(
            "<path d=\"{path}\" fill=\"none\" stroke=\"{ink}\" stroke-width=\"{width}\"{dashes}/>"
        ));
    }

    /// A word, with its foot at a height.
    pub(crate) fn text(&mut self, x: f64, y: f64, of: Type, words: &str) {
        let (x, y, ink) = (tenths(x), tenths(y), self.colours.of(of.ink));
        let anchor = match of.anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let weight = if of.bold { " font-weight=\"600\"" } else { "" };
        self.put(&format!(
            "<text x=\"{x}\" y=\"{y}\" fill=\"{ink}\" font-size=\"{}\" text-anchor=\"{anchor}\"{weight}>{}</text>",
            of.size,
            escaped(words)
        ));
    }

    /// A picture by its address: left, top, width, height.
    pub(crate) fn image(&mut self, [x, y, width, height]: [f64; 4], address: &str) {
        let (x, y, width, height) = (tenths(x), tenths(y), tenths(width), tenths(height));
        self.put(&format!(
            "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" preserveAspectRatio=\"none\" image-rendering=\"pixelated\" href=\"{address}\"/>"
        ));
    }

    /// The whole of it, in so many pixels; `title` is read out.
    pub(crate) fn whole(self, width: f64, height: f64, title: &str) -> String {
        let (width, height, title) = (tenths(width), tenths(height), escaped(title));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" font-family=\"system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif\" role=\"img\"><title>{title}</title>{}</svg>",
            self.out
        )
    }
}

/// A place in tenths of a pixel, written by whole numbers: floats are not written in these modules.
pub(crate) fn tenths(place: f64) -> String {
    let sign = if place < -0.05 { "-" } else { "" };
    let all = whole((place.abs() * 10.0).round());
    match all % 10 {
        0 => format!("{sign}{}", all / 10),
        tenth => format!("{sign}{}.{tenth}", all / 10),
    }
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_written_in_tenths() {
        assert_eq!([0.0, 12.34, -0.26, -7.0, 0.96].map(tenths), ["0", "12.3", "-0.3", "-7", "1"]);
    }

    #[test]
    fn a_hatching_stays_inside_of_its_rectangle() {
        let mut svg = Svg::new(Colours::OfPage);
        svg.hatched([10.0, 20.0, 8.0, 6.0], "--edge");
        let drawn = svg.whole(30.0, 30.0, "T");
        assert!(drawn.contains("d=\"M11 26L17 20\""), "{drawn}");
    }

    #[test]
    fn a_drawing_stands_alone_with_fixed_colours_and_follows_the_page_without() {
        let drawn = |colours| {
            let mut svg = Svg::new(colours);
            svg.text(1.0, 2.0, SMALL, "a < b & c");
            svg.whole(10.0, 20.0, "T")
        };
        let alone = drawn(Colours::Fixed(vec![("--muted", "#123456".to_owned())]));
        assert!(alone.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"20\""));
        assert!(alone.contains("fill=\"#123456\"") && alone.contains("a &lt; b &amp; c"), "{alone}");
        assert!(drawn(Colours::OfPage).contains("fill=\"var(--muted)\""));
        assert_eq!(Colours::OfPage.of(""), "none");
    }
}
