//! What the workshop drew: whose work each pixel shows, and how much of it is work. Pure but for taking it out of
//! an answer; the colours are the style sheet's.

use icewall_protocol::workshop::{Diagram, Made, ViewMade};

use crate::workshop::Answered;

/// Red, green, blue, alpha.
pub(crate) type Colour = [u8; 4];

/// The least that a pixel with any work shows of its colour, of 255: no work is ever hidden.
const LEAST: u32 = 90;

/// The diagram.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Drawn {
    /// What is true of it as a whole.
    pub(crate) told: Diagram,
    shown: Vec<u32>,
    share: Vec<u8>,
}

/// A crew or profile to be written into the pixels that show it, of one section: where they begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Label {
    pub(crate) column: usize,
    pub(crate) row: usize,
    pub(crate) number: u32,
}

impl Drawn {
    /// It, out of an answer; none where that is something else.
    pub(crate) fn of(answered: Answered) -> Option<Self> {
        let Made::View(ViewMade::Diagram(told)) = answered.made else { return None };
        let [shown, share] = [0, 1].map(|sheet| answered.sheets.array(sheet).to_vec());
        let (words, _) = shown.as_chunks::<4>();
        Some(Self { told, shown: words.iter().map(|word| u32::from_le_bytes(*word)).collect(), share })
    }

    /// The pixels, row by row from the top left. Numbers take the colours in turn; where nobody works it is
    /// clear.
    pub(crate) fn pixels(&self, colours: &[Colour]) -> Vec<u8> {
        let pixel = |(&number, &share): (&u32, &u8)| {
            let turn = usize::try_from(number.checked_sub(1)?).ok()? % colours.len().max(1);
            let [red, green, blue, _] = *colours.get(turn)?;
            let strength = LEAST + u32::from(share) * (255 - LEAST) / 255;
            Some([red, green, blue, u8::try_from(strength).unwrap_or(u8::MAX)])
        };
        self.shown.iter().zip(&self.share).flat_map(|of| pixel(of).unwrap_or_default()).collect()
    }

    /// A label for each crew's (or profile's) stretch of a section. Only of use where each pixel is one cell.
    pub(crate) fn labels(&self) -> Vec<Label> {
        let (width, height) = (self.told.width as usize, self.told.height as usize);
        let at = |column: usize, row: usize| self.shown.get(row * width + column).copied().unwrap_or(0);
        let mut labels = Vec::new();
        for row in 0..height {
            for column in 0..width {
                let before = if self.told.days_across {
                    column.checked_sub(1).map(|before| at(before, row))
                } else {
                    row.checked_sub(1).map(|before| at(column, before))
                };
                let number = at(column, row);
                if number > 0 && before != Some(number) {
                    labels.push(Label { column, row, number });
                }
            }
        }
        labels
    }

    /// The most sections and the most days that a pixel stands for.
    pub(crate) fn in_a_pixel(&self) -> (u64, u64) {
        let told = &self.told;
        let (wide, high) =
            if told.days_across { (told.height, told.width) } else { (told.width, told.height) };
        let sections = u64::from((told.sections.1 + 1).saturating_sub(told.sections.0));
        let days = (told.days.1 + 1).saturating_sub(told.days.0);
        (sections.div_ceil(u64::from(wide.max(1))), days.div_ceil(u64::from(high.max(1))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two sections across, three days down: crew 1 builds both, one after the other.
    fn drawn() -> Drawn {
        let told = Diagram { sections: (1, 2), days: (1, 3), width: 2, height: 3, days_across: false };
        Drawn { told, shown: vec![1, 0, 1, 0, 0, 9], share: vec![255, 0, 255, 0, 0, 1] }
    }

    #[test]
    fn colours_are_taken_in_turn_and_little_work_is_pale() {
        let colours: Vec<Colour> = (1..=8).map(|tone| [tone, 0, 0, 255]).collect();
        let pixels = drawn().pixels(&colours);
        let at = |pixel: usize| (pixels[pixel * 4], pixels[pixel * 4 + 3]);
        assert_eq!((at(0), at(1), at(5)), ((1, 255), (0, 0), (1, 90)));
    }

    #[test]
    fn a_label_stands_where_a_stretch_begins() {
        let label = |column, row, number| Label { column, row, number };
        assert_eq!(drawn().labels(), [label(0, 0, 1), label(1, 2, 9)]);
    }

    #[test]
    fn pixels_tell_how_much_they_stand_for() {
        let mut many = drawn();
        many.told.sections = (1, 5);
        assert_eq!((drawn().in_a_pixel(), many.in_a_pixel()), ((1, 1), (3, 1)));
    }
}
