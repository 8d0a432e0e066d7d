//! How a chart is laid out: the room around its plot, the same for every chart, so that their
//! day axes lie under one another to the pixel. Not for what is drawn.

use super::number::{count, index};

/// Room above a plot, in CSS pixels: a label over the highest place fits in.
pub(crate) const TOP: f64 = 22.0;
/// Room below a plot, in CSS pixels: the day axis.
pub(crate) const BOTTOM: f64 = 26.0;
/// The narrowest page that has the wide layout of a chart, in CSS pixels.
const WIDE: f64 = 520.0;

/// The room of a chart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Frame {
    /// The whole width in CSS pixels.
    pub(crate) width: f64,
    /// Room left of the plot, in CSS pixels: the words of the other axis, and half that of the first day.
    pub(crate) left: f64,
    /// Room right of the plot, in CSS pixels: half the word of the last day.
    pub(crate) right: f64,
}

impl Frame {
    /// The layout for a width in CSS pixels, and the room that the words of the first and the last day take beside
    /// the plot.
    pub(crate) fn of(width: f64, [first, right]: [f64; 2]) -> Self {
        let left = if width < WIDE { 44.0 } else { 60.0 };
        Self { width, left: first.max(left), right }
    }

    /// The width of the plot in CSS pixels.
    pub(crate) fn plot(self) -> f64 {
        (self.width - self.left - self.right).max(0.0)
    }

    /// Whether there is room for the wide layout.
    pub(crate) fn is_wide(self) -> bool {
        self.width >= WIDE
    }

    /// How high the plot of the daily curve is, in CSS pixels.
    pub(crate) fn daily_height(self) -> f64 {
        if self.is_wide() { 220.0 } else { 176.0 }
    }

    /// How high the plot of the cumulative curve is, in CSS pixels.
    pub(crate) fn until_height(self) -> f64 {
        if self.is_wide() { 140.0 } else { 120.0 }
    }

    /// How many small charts stand side by side, and how wide each is, in CSS pixels.
    pub(crate) fn small(self) -> (usize, f64) {
        const NARROWEST: f64 = 132.0;
        let side_by_side = index((self.width + SMALL_GAP) / (NARROWEST + SMALL_GAP)).max(1);
        let gaps = count(side_by_side - 1) * SMALL_GAP;
        (side_by_side, ((self.width - gaps) / count(side_by_side)).max(0.0))
    }
}

/// Room between small charts, in CSS pixels.
pub(crate) const SMALL_GAP: f64 = 12.0;

/// How high a row of the heat map is, in whole CSS pixels.
pub(crate) fn heat_row(rows: usize) -> f64 {
    (360.0 / count(rows.max(1))).floor().clamp(2.0, 24.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_charts_fill_the_width() {
        for width in [320.0, 360.0, 768.0, 900.0, 1600.0] {
            let (side_by_side, each) = Frame::of(width, [20.0; 2]).small();
            let all = count(side_by_side) * each + count(side_by_side - 1) * SMALL_GAP;
            assert!((all - width).abs() < 1e-6, "{width}");
            assert!(each >= 132.0, "{width}");
        }
    }

    #[test]
    fn a_plot_is_never_narrower_than_nothing() {
        assert!(Frame::of(0.0, [20.0; 2]).plot() >= 0.0);
    }

    #[test]
    fn rows_of_the_heat_map_stay_visible() {
        let rows = [1, 51, 200].map(heat_row).map(index);
        assert_eq!(rows, [24, 7, 2]);
    }
}
