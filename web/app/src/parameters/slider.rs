//! The crews' slider: from its position to a number of crews and back. Pure.
//!
//! Up to [`LINEAR`] crews every position is one crew more; beyond, every position is the same
//! factor more, so that ten million crews are within reach and the first few still apart.

/// So many crews have a position each.
const LINEAR: u64 = 200;
/// How many positions stand for the crews above.
const BEYOND: u32 = 200;

/// How many positions the slider has for at most `most` crews; the first is 1.
pub(super) fn positions(most: u64) -> u32 {
    let most = most.max(1);
    u32::try_from(most).ok().filter(|_| most <= LINEAR).unwrap_or(linear() + BEYOND)
}

/// How many crews a position stands for.
pub(super) fn crews_at(position: u32, most: u64) -> u64 {
    let position = position.clamp(1, positions(most));
    if position <= linear() {
        return u64::from(position);
    }
    if position == positions(most) {
        return most;
    }
    let share = f64::from(position - linear()) / f64::from(BEYOND);
    rounded(float(LINEAR) * (float(most) / float(LINEAR)).powf(share)).clamp(LINEAR + 1, most)
}

/// The position for a number of crews; one that is out of reach stands at the end.
pub(super) fn position_of(crews: u64, most: u64) -> u32 {
    let crews = crews.clamp(1, most.max(1));
    if crews <= LINEAR {
        return u32::try_from(crews).unwrap_or(1);
    }
    let share = (float(crews) / float(LINEAR)).ln() / (float(most) / float(LINEAR)).ln();
    let beyond = (share * f64::from(BEYOND)).round().clamp(1.0, f64::from(BEYOND));
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped to 1 … 200 just before"
    )]
    let beyond = beyond as u32;
    linear() + beyond
}

fn linear() -> u32 {
    u32::try_from(LINEAR).unwrap_or(u32::MAX)
}

#[expect(clippy::cast_precision_loss, reason = "numbers of crews, at most 10,000,000")]
fn float(crews: u64) -> f64 {
    crews as f64
}

/// To two digits: nobody aims at 4,873 crews with a slider.
fn rounded(crews: f64) -> u64 {
    let unit = 10_f64.powf((crews.log10() - 1.0).floor());
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "positive, at most 10,000,000"
    )]
    let crews = ((crews / unit).round() * unit) as u64;
    crews
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn up_to_two_hundred_every_position_is_one_crew() {
        assert_eq!(positions(9), 9);
        for crews in 1..=200 {
            assert_eq!(crews_at(crews, 200), u64::from(crews));
            assert_eq!(position_of(u64::from(crews), 1_000_000), crews);
        }
    }

    #[test]
    fn beyond_it_rises_with_every_position_to_the_very_last_crew() {
        for most in [201, 250, 1_999, 10_000_000] {
            let all: Vec<u64> = (1..=positions(most)).map(|position| crews_at(position, most)).collect();
            assert!(all.is_sorted(), "{most}");
            assert_eq!((all[0], all.last()), (1, Some(&most)));
        }
    }

    #[test]
    fn a_position_leads_back_to_itself_or_close_by() {
        for position in 201..=400 {
            let back = position_of(crews_at(position, 10_000_000), 10_000_000);
            assert!(back.abs_diff(position) <= 2, "{position} {back}");
        }
    }

    #[test]
    fn out_of_reach_stands_at_an_end() {
        assert_eq!((position_of(0, 9), position_of(99, 9), positions(0)), (1, 9, 1));
        assert_eq!((crews_at(0, 9), crews_at(99, 9)), (1, 9));
    }
}
