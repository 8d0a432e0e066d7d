//! The colours of the heat map: a shade from 0 to 255 to a colour. Not for the colours
//! themselves: those stand in the style sheet, so that each theme has its own.

/// Red, green, blue, alpha.
pub type Colour = [u8; 4];

/// A colour for every shade.
pub type Ramp = [Colour; 256];

/// Lays `stops` evenly over the shades 1 to 255. Shade 0, no ice at all, stays clear.
pub fn ramp(stops: &[[u8; 3]]) -> Ramp {
    let mut ramp = [[0; 4]; 256];
    let Some(last) = stops.len().checked_sub(1) else { return ramp };
    for (shade, colour) in ramp.iter_mut().enumerate().skip(1) {
        // In 254ths of the way from the first stop to the last.
        let way = (shade - 1) * last;
        let (stop, part) = (way / 254, way % 254);
        let next = (stop + 1).min(last);
        let [red, green, blue] =
            [0, 1, 2].map(|channel| between(stops[stop][channel], stops[next][channel], part));
        *colour = [red, green, blue, 255];
    }
    ramp
}

/// The value `part` 254ths of the way from one to another, rounded.
fn between(from: u8, to: u8, part: usize) -> u8 {
    let mixed = (usize::from(from) * (254 - part) + usize::from(to) * part + 127) / 254;
    u8::try_from(mixed).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_ice_is_clear_and_the_ends_are_the_first_and_last_stop() {
        let ramp = ramp(&[[200, 220, 240], [90, 140, 200], [0, 20, 60]]);
        assert_eq!(ramp[0], [0; 4]);
        assert_eq!(ramp[1], [200, 220, 240, 255]);
        assert_eq!(ramp[128], [90, 140, 200, 255]);
        assert_eq!(ramp[255], [0, 20, 60, 255]);
    }

    #[test]
    fn the_ramp_never_turns_back() {
        let ramp = ramp(&[[255, 255, 255], [0, 0, 0]]);
        assert!(ramp[1..].windows(2).all(|pair| pair[0][0] >= pair[1][0]));
    }

    #[test]
    fn one_stop_or_none_is_no_fault() {
        assert_eq!(ramp(&[[1, 2, 3]])[77], [1, 2, 3, 255]);
        assert_eq!(ramp(&[])[77], [0; 4]);
    }
}
