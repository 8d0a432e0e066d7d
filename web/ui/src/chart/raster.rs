//! Columns thinned to pixels: the picture of the heat map and the curves of the small charts.
//! A pixel that shows several columns shows the highest, so that no peak is lost. Not for
//! putting them on the screen.

use std::ops::Range;

use super::ramp::Ramp;

/// The heat map as red, green, blue, alpha: `pixels.len()` wide, one line a row of `shades`,
/// which holds one row of `columns` shades after the other.
pub fn heat(shades: &[u8], columns: usize, pixels: &[Range<usize>], ramp: &Ramp) -> Vec<u8> {
    if columns == 0 {
        return Vec::new();
    }
    let mut picture = Vec::with_capacity(shades.len() / columns * pixels.len() * 4);
    for row in shades.chunks_exact(columns) {
        for range in pixels {
            let shown = row.get(range.clone()).unwrap_or_default();
            let shade = shown.iter().copied().max().unwrap_or(0);
            picture.extend_from_slice(&ramp[usize::from(shade)]);
        }
    }
    picture
}

/// One row of amounts, a height for each pixel, the highest of the columns that it shows, as a
/// share of `top`.
pub fn heights(row: &[f64], pixels: &[Range<usize>], top: f64) -> Vec<f64> {
    let height = |range: &Range<usize>| {
        let highest = row.get(range.clone()).unwrap_or_default().iter().copied().fold(0.0, f64::max);
        if top > 0.0 { highest / top } else { 0.0 }
    };
    pixels.iter().map(height).collect()
}

#[cfg(test)]
mod tests {
    use super::super::ramp::ramp;
    use super::*;

    #[test]
    fn a_pixel_over_several_columns_shows_the_highest() {
        let ramp = ramp(&[[0, 0, 0], [254, 254, 254]]);
        let picture = heat(&[0, 255, 1, 0, 0, 0], 3, &[0..2, 2..3], &ramp);
        assert_eq!(picture, [254, 254, 254, 255, 0, 0, 0, 255, 0, 0, 0, 0, 0, 0, 0, 0]);
    }

    #[test]
    fn small_curves_share_one_top() {
        assert_eq!(heights(&[5.0, 10.0, 0.0], &[0..1, 1..3], 20.0), [0.25, 0.5]);
        assert_eq!(heights(&[0.0], &[0..1; 1], 0.0), [0.0]);
    }

    #[test]
    fn no_columns_no_picture() {
        assert!(heat(&[], 0, &[], &ramp(&[])).is_empty());
    }
}
