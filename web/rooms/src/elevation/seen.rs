//! What the workshop told of the skyline, column by column. Not for drawing it.

use icewall_protocol::workshop::{Made, Skyline, ViewMade};

use crate::workshop::Answered;

/// CSS pixels between two profiles, as many as it takes to tell them apart.
const PROFILES_APART: usize = 8;

/// Heights in feet of the sections of a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Heights {
    /// Of the first.
    pub(crate) first: u16,
    /// The least.
    pub(crate) least: u16,
    /// The greatest.
    pub(crate) most: u16,
    /// Of the last.
    pub(crate) last: u16,
}

/// A column: a section, or neighbours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Column {
    /// At the start.
    pub(crate) start: Heights,
    /// On the day.
    pub(crate) now: Heights,
    /// Crews at work.
    pub(crate) crews: u32,
    /// Profiles that begin.
    pub(crate) begun: u32,
}

/// A skyline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Seen {
    /// What is true of it as a whole.
    pub(crate) told: Skyline,
    /// From the left to the right.
    pub(crate) columns: Vec<Column>,
}

impl Seen {
    /// It, out of an answer; none where that is something else.
    pub(crate) fn of(answered: Answered) -> Option<Self> {
        let Made::View(ViewMade::Skyline(told)) = answered.made else { return None };
        let [start, now, crews, begun] = [0, 1, 2, 3].map(|sheet| answered.sheets.array(sheet).to_vec());
        Some(Self { told, columns: columns([&start, &now, &crews, &begun]) })
    }

    /// The first and last section of a column. Columns share the sections out as evenly as whole numbers
    /// go, as the core does.
    pub(crate) fn sections(&self, column: usize) -> (u32, u32) {
        let (first, count) = (u64::from(self.told.first), self.columns.len().max(1) as u64);
        let span = (u64::from(self.told.last) + 1).saturating_sub(first);
        let edge = |column: u64| u32::try_from(first + column * span / count).unwrap_or(u32::MAX);
        (edge(column as u64), edge(column as u64 + 1).saturating_sub(1))
    }

    /// Whether the profiles that begin stand far enough apart to be told apart, on so many CSS pixels.
    pub(crate) fn tells_profiles(&self, pixels: usize) -> bool {
        let begin = self.columns.iter().filter(|column| column.begun > 0).count();
        begin * PROFILES_APART <= pixels
    }

    /// The least and the greatest height on the day.
    pub(crate) fn extremes(&self) -> Option<(u16, u16)> {
        let least = self.columns.iter().map(|column| column.now.least).min()?;
        let most = self.columns.iter().map(|column| column.now.most).max()?;
        Some((least, most))
    }
}

/// The sheets' rows as columns of the picture: heights at the start and on the day, crews, profiles.
fn columns([start, now, crews, begun]: [&[u8]; 4]) -> Vec<Column> {
    let rows = start.chunks_exact(8).zip(now.chunks_exact(8));
    let counts = crews.chunks_exact(4).zip(begun.chunks_exact(4));
    let column = |((start, now), (crews, begun))| Column {
        start: heights(start),
        now: heights(now),
        crews: count(crews),
        begun: count(begun),
    };
    rows.zip(counts).map(column).collect()
}

fn heights(row: &[u8]) -> Heights {
    let at =
        |place: usize| row.get(place..place + 2).map_or(0, |pair| u16::from_le_bytes([pair[0], pair[1]]));
    Heights { first: at(0), least: at(2), most: at(4), last: at(6) }
}

fn count(bytes: &[u8]) -> u32 {
    bytes.try_into().map(u32::from_le_bytes).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_of_the_sheets_are_columns() {
        let start = [1, 0, 2, 0, 3, 1, 4, 0];
        let found = columns([&start, &[9, 0, 9, 0, 9, 0, 9, 0], &[5, 0, 0, 0], &[0, 1, 0, 0]]);
        let expected = Column {
            start: Heights { first: 1, least: 2, most: 259, last: 4 },
            now: Heights { first: 9, least: 9, most: 9, last: 9 },
            crews: 5,
            begun: 256,
        };
        assert_eq!(found, [expected]);
    }

    #[test]
    fn profiles_are_told_where_there_is_room() {
        let column = Column { begun: 1, ..Column::default() };
        let seen = Seen { columns: vec![column; 10], ..Seen::default() };
        assert!(seen.tells_profiles(80) && !seen.tells_profiles(79));
    }

    #[test]
    fn columns_share_the_sections_out() {
        let told = Skyline { first: 11, last: 15, columns: 2, ..Skyline::default() };
        let seen = Seen { told, columns: vec![Column::default(); 2] };
        assert_eq!((seen.sections(0), seen.sections(1)), ((11, 12), (13, 15)));
    }
}
