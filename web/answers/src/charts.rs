//! The columns of a wall's charts: the core's series in ice and gold, as numbers that cross as typed arrays.
//! Not for how they are drawn.

use icewall_core::ledger::Ledger;
use icewall_core::series::Series;
use icewall_protocol::{Charts, View};

/// Small charts are a few hundred pixels wide.
const SMALL_COLUMNS: u32 = 240;

/// The columns that cross beside what they mean, in the order of `icewall_protocol::Column`.
pub struct Columns {
    /// All but the last.
    pub wall: [Vec<f64>; 5],
    /// The last: by profile.
    pub rows: RowColumns,
}

/// The columns by profile.
pub enum RowColumns {
    /// Cubic yards.
    Ice(Vec<f64>),
    /// 255 stands for the most ice.
    Shades(Vec<u8>),
}

/// Draws up the columns in a view, or in the one that suits the wall; at most so many of them, of some days (the
/// first and the last) or of all.
pub fn draw(
    ledger: &Ledger,
    columns: u32,
    view: Option<View>,
    days: Option<(u64, u64)>,
) -> (Charts, Columns) {
    let profiles = count(ledger.config().wall().profiles());
    let view = view.filter(|view| view.can_show(profiles)).unwrap_or(View::suits(profiles));
    let width = if view == View::Multiples { columns.min(SMALL_COLUMNS) } else { columns };
    drawn(ledger, &Series::of_days(ledger, width, days.unwrap_or((1, u64::MAX))), view)
}

/// The columns of the wall as one, each of so many days.
pub fn by_days(ledger: &Ledger, days_per_column: u64) -> (Charts, Columns) {
    drawn(ledger, &Series::by_days(ledger, days_per_column), View::Wall)
}

fn drawn(ledger: &Ledger, series: &Series, view: View) -> (Charts, Columns) {
    let (rows, feet) = by_profile(ledger, series, view);
    let most = feet.iter().flatten().copied().max().unwrap_or(0);
    let in_ice = |feet: u64| exact(ledger.to_ice(feet).get());
    let in_gold = |feet: u64| exact(ledger.to_cost(feet).get());
    let of =
        |feet: &[u64], unit: &dyn Fn(u64) -> f64| feet.iter().map(|&feet| unit(feet)).collect::<Vec<_>>();
    let columns = Columns {
        wall: [
            of(&series.day, &exact),
            of(&series.feet, &in_ice),
            of(&series.least, &in_ice),
            of(&series.feet, &in_gold),
            of(&series.until, &in_gold),
        ],
        rows: match view {
            View::Heat => RowColumns::Shades(feet.iter().flatten().map(|&feet| shade(feet, most)).collect()),
            _ => RowColumns::Ice(feet.iter().flatten().map(|&feet| in_ice(feet)).collect()),
        },
    };
    let charts = Charts {
        columns: count(series.len()),
        days: series.days,
        days_per_column: series.days_per_column,
        view,
        rows,
        row_peak: ledger.to_ice(most).get(),
    };
    (charts, columns)
}

/// The profiles of each row (first and last, from 1) and its feet by column.
fn by_profile(ledger: &Ledger, series: &Series, view: View) -> (Vec<(u32, u32)>, Vec<Vec<u64>>) {
    let profiles = ledger.config().wall().profiles();
    match view {
        View::Wall => (Vec::new(), Vec::new()),
        View::Stacked => (0..profiles)
            .map(|profile| {
                let number = count(profile) + 1;
                ((number, number), series.on_shown_days(ledger, profile))
            })
            .unzip(),
        View::Multiples | View::Heat => series
            .rows(ledger, View::HEAT_ROWS_MOST)
            .into_iter()
            .map(|(group, feet)| ((count(group.start) + 1, count(group.end)), feet))
            .unzip(),
    }
}

/// A share of the most in 255 steps; 0 only for nothing.
fn shade(feet: u64, most: u64) -> u8 {
    if feet == 0 { 0 } else { u8::try_from((feet * 255).div_ceil(most.max(1))).unwrap_or(u8::MAX) }
}

/// Exact: the core holds every amount to 2^53.
#[expect(clippy::cast_precision_loss, reason = "amounts are at most 2^53")]
fn exact(amount: u64) -> f64 {
    amount as f64
}

fn count(amount: usize) -> u32 {
    u32::try_from(amount).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_no_feet_have_no_shade_and_the_most_has_all() {
        assert_eq!((shade(0, 1000), shade(1, 1_000_000), shade(1_000_000, 1_000_000)), (0, 1, 255));
    }
}
