//! The jobs of the room of milestones: rows in an order, the place of a profile, a file. The last order and the
//! last rows are kept, so that turning a page or another day finds them ready.
//!
//! No rule of the model stands here.

use icewall_answers::progress::Phase;
use icewall_core::export::MilestonesCsv;
use icewall_core::ledger::{Ledger, Scope};
use icewall_core::units::Day;
use icewall_core::views::milestones::{Column, Milestones, order};
use icewall_protocol::workshop::{
    MilestoneColumn, MilestoneDay, MilestoneJob, MilestoneMade, MilestoneOrder, MilestoneRow, MilestoneRows,
};

use crate::export::Exporter;
use crate::wall::Wall;

/// An order is told as a whole.
const WHOLE: Phase = Phase { from: 0, to: 1000 };
/// Rows that are given at once at the most.
const ROWS_MOST: u32 = 1000;

/// An order, as the core knows it: orders that are the same are equal, whatever they were asked as.
type Sorted = (Column, bool);
/// Which rows in a row: the place of the first, from 0, and how many.
type Stretch = (usize, usize);

/// What is kept of one wall.
#[derive(Default)]
pub(crate) struct MilestoneBook {
    /// Profiles (indices from 0) in the last order.
    order: Option<(Sorted, Vec<u32>)>,
    whole: Option<Milestones>,
    rows: Option<Rows>,
}

/// Rows that were asked for.
struct Rows {
    of: (Sorted, Stretch),
    /// Profiles, as indices from 0, each with its milestones.
    profiles: Vec<(usize, Milestones)>,
}

impl MilestoneBook {
    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        let order = self.order.as_ref().map_or(0, |(_, profiles)| size_of_val(profiles.as_slice()));
        order + self.rows.as_ref().map_or(0, |rows| size_of_val(rows.profiles.as_slice()))
    }

    /// Does a job about the profiles of a wall in an order. The wall must always be the same one.
    pub(crate) fn work(
        &mut self,
        wall: &Wall,
        order: MilestoneOrder,
        job: MilestoneJob,
    ) -> Option<MilestoneMade> {
        let ledger = wall.ledger();
        Some(match job {
            MilestoneJob::Rows { from, count } => {
                let stretch = (from.checked_sub(1)? as usize, count.min(ROWS_MOST) as usize);
                MilestoneMade::Rows(self.rows(ledger, order, stretch)?)
            }
            MilestoneJob::Place(profile) => {
                let profile = profile.checked_sub(1)?;
                let at = self.ordered(ledger, sorted(order))?.iter().position(|other| *other == profile);
                MilestoneMade::Place(at.and_then(|at| u32::try_from(at + 1).ok()))
            }
        })
    }

    /// A file of the first so many profiles in an order, at its beginning.
    pub(crate) fn file(&mut self, wall: &Wall, order: MilestoneOrder, most: u32) -> Option<Exporter> {
        let profiles = self.ordered(wall.ledger(), sorted(order))?;
        let profiles = profiles.get(..profiles.len().min(most as usize)).unwrap_or_default().to_vec();
        Some(Exporter::Milestones(MilestonesCsv::new(profiles, Day::new(order.day))))
    }

    fn ordered(&mut self, ledger: &Ledger, by: Sorted) -> Option<&[u32]> {
        let kept = self.order.take().filter(|(kept, _)| *kept == by);
        let profiles = match kept {
            Some((_, profiles)) => profiles,
            None => order(ledger, by.0, by.1, &WHOLE).ok()?,
        };
        Some(&self.order.insert((by, profiles)).1)
    }

    fn rows(&mut self, ledger: &Ledger, order: MilestoneOrder, stretch: Stretch) -> Option<MilestoneRows> {
        let (by, day) = (sorted(order), Day::new(order.day));
        if self.rows.as_ref().is_none_or(|rows| rows.of != (by, stretch)) {
            let places = self.ordered(ledger, by)?.iter().skip(stretch.0).take(stretch.1);
            let row = |profile: &u32| {
                let profile = *profile as usize;
                Some((profile, Milestones::new(ledger, Scope::Profile(profile), day)?))
            };
            let profiles = places.filter_map(row).collect();
            self.rows = Some(Rows { of: (by, stretch), profiles });
        }
        let whole = match self.whole {
            Some(whole) => whole,
            None => *self.whole.insert(Milestones::new(ledger, Scope::Wall, day)?),
        };
        let profiles = self.rows.as_ref()?.profiles.iter();
        let profiles = profiles.map(|(profile, milestones)| (Scope::Profile(*profile), *milestones));
        let all = std::iter::once((Scope::Wall, whole)).chain(profiles);
        let (rows, done) = all
            .map(|(scope, milestones)| {
                (told(ledger, scope, &milestones), milestones.on(ledger, scope, day).done)
            })
            .unzip();
        Some(MilestoneRows { day: dated(ledger, day), rows, done })
    }
}

fn sorted(order: MilestoneOrder) -> Sorted {
    let column = match order.by {
        MilestoneColumn::Profile => Column::Profile,
        MilestoneColumn::Done => Column::Done(Day::new(order.day)),
        MilestoneColumn::Start => Column::First,
        MilestoneColumn::Quarter => Column::Quarter(0),
        MilestoneColumn::Half => Column::Quarter(1),
        MilestoneColumn::ThreeQuarters => Column::Quarter(2),
        MilestoneColumn::Finish => Column::Last,
        MilestoneColumn::Peak => Column::Peak,
        MilestoneColumn::PeakIce => Column::PeakIce,
        MilestoneColumn::Sections => Column::Sections,
        MilestoneColumn::Feet | MilestoneColumn::Ice | MilestoneColumn::Cost => Column::Feet,
    };
    (column, order.greatest_first)
}

fn told(ledger: &Ledger, scope: Scope, milestones: &Milestones) -> MilestoneRow {
    let day = |day: Option<Day>| day.map(|day| dated(ledger, day));
    let [quarter, half, three_quarters, _] = milestones.quarters;
    MilestoneRow {
        profile: match scope {
            Scope::Wall => None,
            Scope::Profile(profile) => u32::try_from(profile + 1).ok(),
        },
        sections: milestones.sections,
        start: day(milestones.first),
        quarters: [quarter, half, three_quarters].map(day),
        finish: day(milestones.last),
        peak: day(milestones.peak),
        peak_ice: milestones.peak_ice.get(),
        feet: milestones.feet.get(),
        ice: milestones.ice.get(),
        cost: milestones.cost.get(),
    }
}

fn dated(ledger: &Ledger, day: Day) -> MilestoneDay {
    MilestoneDay { day: day.get(), date: ledger.date_of(day).map(|date| date.to_string()) }
}

#[cfg(test)]
mod tests {
    use icewall_core::config::Config;
    use icewall_core::control::Unwatched;
    use icewall_protocol::workshop::Made;

    use super::*;

    fn example() -> Wall {
        Wall::new(Ledger::new(Config::default(), &Unwatched).expect("not called off"))
    }

    fn by(by: MilestoneColumn, greatest_first: bool, day: u64) -> MilestoneOrder {
        MilestoneOrder { by, greatest_first, day }
    }

    /// The profiles of the rows and what is done of each.
    fn rows(book: &mut MilestoneBook, order: MilestoneOrder, from: u32) -> Vec<(Option<u32>, u32)> {
        let made = book.work(&example(), order, MilestoneJob::Rows { from, count: 2 });
        let Some(MilestoneMade::Rows(made)) = made else { panic!("rows") };
        made.rows.iter().map(|row| row.profile).zip(made.done).collect()
    }

    #[test]
    fn the_wall_comes_first_then_the_profiles_in_order() {
        let book = &mut MilestoneBook::default();
        // Feet to build: 16, 13, 58.
        let order = by(MilestoneColumn::Cost, true, 5);
        assert_eq!(rows(book, order, 1), [(None, 482), (Some(3), 431), (Some(1), 750)]);
        assert_eq!(rows(book, order, 3), [(None, 482), (Some(2), 384)]);
        assert_eq!(rows(book, by(MilestoneColumn::Cost, true, 13), 3), [(None, 1000), (Some(2), 1000)]);
        assert_eq!(rows(book, order, 4), [(None, 482)], "past the end there is only the wall");
    }

    #[test]
    fn an_order_by_what_is_done_changes_with_the_day() {
        let book = &mut MilestoneBook::default();
        let order = |day| by(MilestoneColumn::Done, false, day);
        assert_eq!(rows(book, order(5), 1)[1..], [(Some(2), 384), (Some(3), 431)]);
        assert_eq!(rows(book, order(13), 1)[1..], [(Some(1), 1000), (Some(2), 1000)]);
    }

    #[test]
    fn a_profile_has_its_place_in_an_order() {
        let place = |profile| {
            MilestoneBook::default().work(
                &example(),
                by(MilestoneColumn::Feet, true, 1),
                MilestoneJob::Place(profile),
            )
        };
        assert_eq!(place(3), Some(MilestoneMade::Place(Some(1))));
        assert_eq!(place(2), Some(MilestoneMade::Place(Some(3))));
        assert_eq!(place(4), Some(MilestoneMade::Place(None)));
        assert_eq!(place(0), None);
    }

    #[test]
    fn a_file_has_the_first_profiles_of_the_order() {
        let wall = example();
        let file = MilestoneBook::default().file(&wall, by(MilestoneColumn::Feet, true, 5), 2);
        let (made, sheets) = file.expect("a file").piece(&wall);
        assert_eq!(made, Made::Piece);
        let text = String::from_utf8(sheets[0].0.clone()).expect("a text");
        let starts: Vec<&str> = text.lines().map(|line| line.split(',').next().unwrap_or_default()).collect();
        assert_eq!(starts, ["profile", "", "3", "1"]);
        assert!(text.ends_with(",5,75.0\n"), "{text}");
    }
}
