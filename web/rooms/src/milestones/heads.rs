//! The columns of the table: what they are called, and which way they are sorted at first. Pure.

use icewall_protocol::workshop::MilestoneColumn;

/// A column by which the table can be sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// What it is called.
    pub(super) name: &'static str,
    /// What it is, for the workshop.
    pub(super) column: MilestoneColumn,
    /// Whether the greatest is first at first: so it is for amounts.
    pub(super) greatest_first: bool,
    /// What the least and the greatest are called in a sentence: “earliest first”.
    ends: (&'static str, &'static str),
}

/// The columns before the picture of the days.
pub(super) const BEFORE: [Head; 2] = [
    Head { ends: ("in wall order", "in reverse"), ..least("Profile", MilestoneColumn::Profile) },
    least("Done", MilestoneColumn::Done),
];

/// Those after it.
pub(super) const AFTER: [Head; 11] = [
    early("Start", MilestoneColumn::Start),
    early("25% on", MilestoneColumn::Quarter),
    early("50% on", MilestoneColumn::Half),
    early("75% on", MilestoneColumn::ThreeQuarters),
    early("Finish", MilestoneColumn::Finish),
    early("Peak day", MilestoneColumn::Peak),
    most("Peak, yd³", MilestoneColumn::PeakIce),
    most("Sections", MilestoneColumn::Sections),
    most("Feet", MilestoneColumn::Feet),
    most("Ice, yd³", MilestoneColumn::Ice),
    most("Cost, GD", MilestoneColumn::Cost),
];

const fn least(name: &'static str, column: MilestoneColumn) -> Head {
    Head { name, column, greatest_first: false, ends: ("the least first", "the most first") }
}

const fn most(name: &'static str, column: MilestoneColumn) -> Head {
    Head { greatest_first: true, ..least(name, column) }
}

const fn early(name: &'static str, column: MilestoneColumn) -> Head {
    Head { ends: ("the earliest first", "the latest first"), ..least(name, column) }
}

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sort {
    /// The column.
    pub(super) column: MilestoneColumn,
    /// Whether the greatest is first.
    pub(super) greatest_first: bool,
}

impl Sort {
    /// In wall order.
    pub(super) fn at_first() -> Self {
        let [profile, _] = BEFORE;
        Self { column: profile.column, greatest_first: profile.greatest_first }
    }

    /// After a column's head was pressed: by it, or the other way round.
    pub(super) fn pressed(self, head: Head) -> Self {
        let again = self.column == head.column;
        let greatest_first = if again { !self.greatest_first } else { head.greatest_first };
        Self { column: head.column, greatest_first }
    }

    /// How a head says it (`aria-sort`).
    pub(super) fn of(self, head: Head) -> &'static str {
        match (self.column == head.column, self.greatest_first) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    }

    /// What is said of it: “by Finish, the latest first”.
    pub(super) fn words(self) -> String {
        let mut heads = BEFORE.iter().chain(&AFTER);
        let Some(head) = heads.find(|head| head.column == self.column) else { return String::new() };
        let (least, greatest) = head.ends;
        format!("{}, {}", head.name, if self.greatest_first { greatest } else { least })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_sorts_its_own_way_and_pressed_again_the_other_way_round() {
        let [.., cost] = AFTER;
        let [start, ..] = AFTER;
        let by_cost = Sort::at_first().pressed(cost);
        assert_eq!((by_cost.of(cost), by_cost.of(start)), ("descending", "none"));
        assert_eq!(by_cost.pressed(cost).of(cost), "ascending");
        assert_eq!(by_cost.pressed(start).of(start), "ascending");
    }

    #[test]
    fn an_order_is_told_in_words() {
        assert_eq!(Sort::at_first().words(), "Profile, in wall order");
        let [start, ..] = AFTER;
        assert_eq!(Sort::at_first().pressed(start).pressed(start).words(), "Start, the latest first");
    }
}
