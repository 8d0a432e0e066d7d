//! The columns of charts that only rooms draw, as sheets. Not for what is in them.

use icewall_answers::charts::{Columns, RowColumns, by_days, draw};
use icewall_core::ledger::Ledger;
use icewall_protocol::workshop::{ChartsJob, Cut, Made};

use crate::sheets::Sheet;

/// More columns than any screen has. Whoever asks by days knows how long another wall takes, perhaps not yet how
/// long this one does: a million days in columns of one would be more than the memory holds.
const COLUMNS_MOST: u64 = 1 << 14;

/// The columns of a wall.
pub(crate) fn work(ledger: &Ledger, job: ChartsJob) -> (Made, Vec<Sheet>) {
    let (charts, Columns { wall, rows }) = match job.cut {
        Cut::Columns(columns) => draw(ledger, columns, job.view, None),
        Cut::Days(days) => by_days(ledger, days.max(ledger.schedule().makespan().div_ceil(COLUMNS_MOST))),
    };
    let mut sheets: Vec<_> = wall.iter().map(|column| of_amounts(column)).collect();
    sheets.push(match rows {
        RowColumns::Ice(ice) => of_amounts(&ice),
        RowColumns::Shades(shades) => Sheet(shades),
    });
    (Made::Charts(charts), sheets)
}

fn of_amounts(amounts: &[f64]) -> Sheet {
    Sheet(amounts.iter().flat_map(|amount| amount.to_le_bytes()).collect())
}

#[cfg(test)]
mod tests {
    use icewall_core::config::{Config, Key, Parameters, Wall};
    use icewall_core::control::Unwatched;
    use icewall_protocol::{Column, View};

    use super::*;

    fn ask(cut: Cut, view: Option<View>) -> (Made, Vec<Sheet>) {
        asked(Config::default(), cut, view)
    }

    fn asked(config: Config, cut: Cut, view: Option<View>) -> (Made, Vec<Sheet>) {
        let ledger = Ledger::new(config, &Unwatched).expect("not called off");
        work(&ledger, ChartsJob { cut, view })
    }

    fn first((_, sheets): &(Made, Vec<Sheet>), column: Column) -> Option<u64> {
        let Sheet(bytes) = sheets.get(column as usize)?;
        let amount = f64::from_le_bytes(bytes.get(..8)?.try_into().ok()?);
        // Exact: compared as the bits of a whole amount.
        (0..1 << 20).find(|whole: &u32| f64::from(*whole).to_bits() == amount.to_bits()).map(u64::from)
    }

    #[test]
    fn the_example_has_a_sheet_for_each_column() {
        let made = ask(Cut::Columns(400), None);
        let Made::Charts(charts) = &made.0 else { panic!("charts") };
        assert_eq!((charts.columns, charts.view, made.1.len()), (13, View::Stacked, Column::COUNT));
        assert_eq!((first(&made, Column::Ice), first(&made, Column::Rows)), (Some(1755), Some(585)));
    }

    #[test]
    fn days_are_cut_as_is_asked() {
        let made = ask(Cut::Days(5), None);
        let Made::Charts(charts) = &made.0 else { panic!("charts") };
        assert_eq!((charts.columns, charts.days_per_column, charts.view), (3, 5, View::Wall));
        assert_eq!(first(&made, Column::Ice), Some(1755));
    }

    #[test]
    fn a_wall_of_many_days_has_no_more_columns_than_are_seen() {
        let one = Parameters::default().with(Key::NumTeams, "1").expect("allowed");
        let wall = Wall::from_profiles(&[vec![0; 2000]]).expect("a wall");
        let made = asked(Config::new(one, wall).expect("fits"), Cut::Days(1), None);
        let Made::Charts(charts) = &made.0 else { panic!("charts") };
        assert_eq!((charts.columns, charts.days_per_column), (15_000, 4), "60,000 days");
        assert_eq!(made.1[Column::Ice as usize].0.len(), 8 * 15_000);
    }
}
