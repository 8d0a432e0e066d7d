//! A crew's row as pixels: one section after the other, in turn in two tones. Pure; the colours are the style
//! sheet's.

/// Red, green, blue, alpha.
pub(super) type Colour = [u8; 4];

/// What the parts are drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tones {
    /// Sections in turn.
    pub(super) turns: [Colour; 2],
    /// A pixel with several sections.
    pub(super) many: Colour,
}

/// The pixels of a row, from the left: by column the section that the crew is at first (0: it does not
/// work), and at how many.
pub(super) fn pixels(sections: &[u32], stints: &[u32], tones: &Tones) -> Vec<u8> {
    let (mut before, mut turn) = (0, 0);
    let colour = |(&section, &stints): (&u32, &u32)| {
        if section != before && section > 0 {
            turn = 1 - turn;
        }
        before = section;
        match (section, stints) {
            (0, _) => [0; 4],
            (_, 2..) => tones.many,
            _ => tones.turns[turn],
        }
    };
    sections.iter().zip(stints).flat_map(colour).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sections_take_turns_and_nobody_is_clear() {
        let tones = Tones { turns: [[1; 4], [2; 4]], many: [3; 4] };
        let row = pixels(&[7, 7, 9, 9, 9, 4, 0], &[1, 1, 1, 1, 2, 1, 0], &tones);
        let row: Vec<u8> = row.chunks(4).map(|pixel| pixel[0]).collect();
        assert_eq!(row, [2, 2, 1, 1, 3, 2, 0]);
    }
}
