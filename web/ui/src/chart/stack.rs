//! Profiles laid on one another, as levels of a drawing. Not a figure: what is read as a number
//! comes from the engine.

/// The upper levels of a stack, row after row: level `i` is rows `0..=i` on one another, each
/// value taken `scale` times. `rows` holds one row of `columns` values after the other.
pub fn levels(rows: &[f64], columns: usize, scale: f64) -> Vec<f64> {
    let mut levels: Vec<f64> = Vec::with_capacity(rows.len());
    for (place, value) in rows.iter().enumerate() {
        let below = if place < columns { 0.0 } else { levels[place - columns] };
        levels.push(below + value * scale);
    }
    levels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_holds_those_below() {
        assert_eq!(levels(&[1.0, 2.0, 10.0, 0.0, 5.0, 5.0], 2, 1.0), [1.0, 2.0, 11.0, 2.0, 16.0, 7.0]);
    }

    #[test]
    fn a_scale_stretches_every_row() {
        assert_eq!(levels(&[1.0, 2.0], 1, 1900.0), [1900.0, 5700.0]);
    }

    #[test]
    fn nothing_stays_nothing() {
        assert_eq!(levels(&[], 0, 1.0), [0.0; 0]);
    }
}
