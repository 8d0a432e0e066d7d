//! Where the marks of an axis stand: whole, round numbers. Not for their wording.

use crate::number::{real, whole};

/// Marks from 0 up to `top`, at most `most` steps, each step 1, 2 or 5 times a power of ten.
pub fn amounts(top: u64, most: u64) -> Vec<u64> {
    let step = step(top, most);
    (0..=top / step).map(|mark| mark * step).collect()
}

/// Marks of so many days after those before: the first, round ones, and the last, none closer than
/// `apart` pixels to the next when the axis is `width` pixels wide.
pub fn days((before, days): (u64, u64), width: f64, apart: f64) -> Vec<u64> {
    if days == 0 {
        return Vec::new();
    }
    let (first, last) = (before + 1, before + days);
    let step = step(days, whole(width / apart).max(1));
    let far = |from: u64, to: u64| real(to - from) * width / real(days) >= apart;
    let mut marks = vec![first];
    let round = (first / step + 1..=last / step).map(|mark| mark * step);
    marks.extend(round.filter(|&day| day > first && far(first, day) && far(day, last)));
    if days > 1 {
        marks.push(last);
    }
    marks
}

/// The smallest round step with which `most` steps reach `top`.
fn step(top: u64, most: u64) -> u64 {
    let enough = top.div_ceil(most.max(1)).max(1);
    let mut ten = 1_u64;
    loop {
        for factor in [1, 2, 5] {
            if factor * ten >= enough {
                return factor * ten;
            }
        }
        ten = ten.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_round_and_start_at_nothing() {
        assert_eq!(amounts(1755, 4), [0, 500, 1000, 1500]);
        assert_eq!(amounts(32_233_500, 4), [0, 10_000_000, 20_000_000, 30_000_000]);
        assert_eq!(amounts(0, 4), [0]);
        assert_eq!(amounts(3, 5), [0, 1, 2, 3], "never between whole numbers");
    }

    #[test]
    fn the_largest_amount_has_marks() {
        assert_eq!(amounts(1 << 53, 4).len(), 2);
        assert!(amounts(u64::MAX / 2, 4).len() <= 5);
    }

    #[test]
    fn days_name_the_first_and_the_last() {
        assert_eq!(days((0, 13), 600.0, 40.0), (1..=13).collect::<Vec<_>>());
        assert_eq!(days((0, 13), 200.0, 40.0), [1, 5, 10, 13]);
        assert_eq!(days((100, 30), 200.0, 40.0), [101, 110, 120, 130]);
        assert_eq!(days((0, 1), 200.0, 40.0), [1]);
        assert_eq!(days((0, 0), 200.0, 40.0), [0; 0]);
    }

    #[test]
    fn days_that_would_touch_the_last_are_left_out() {
        assert_eq!(days((0, 1001), 500.0, 50.0), [1, 200, 400, 600, 800, 1001]);
    }
}
