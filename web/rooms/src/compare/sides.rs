//! What is known of the two plans: figures, curves over the same days, the day that is looked at. Each side is
//! asked of the workshop that holds it. Not for showing it.

use std::sync::Arc;

use icewall_protocol::workshop::{ChartsJob, CompareJob, CompareMade, Cut, Job, Made, WallFigures};
use icewall_protocol::{Charts, Column, DayRow, View};
use leptos::prelude::*;

use super::Beside;
use crate::desk::Desk;
use crate::workshop::{Answered, Client, Workshops, newest};

/// Columns of a chart at the most.
const COLUMNS: u64 = 600;

/// The curves of a plan.
#[derive(Clone, Debug, Default)]
pub(crate) struct Curves {
    /// How many days a column holds.
    pub(crate) days_per_column: u64,
    /// Cubic yards on the day with the most of each column.
    pub(crate) ice: Vec<f64>,
    /// Gold Dragons on that day.
    pub(crate) cost: Vec<f64>,
    /// Gold Dragons until the end of each column.
    pub(crate) until: Vec<f64>,
}

impl Curves {
    /// They, out of an answer; none where that is something else.
    pub(crate) fn of(answered: &Answered) -> Option<Self> {
        let Made::Charts(Charts { days_per_column, .. }) = answered.made else { return None };
        let [ice, cost, until] =
            [Column::Ice, Column::Cost, Column::CostUntil].map(|column| answered.sheets.amounts(column));
        Some(Self { days_per_column, ice, cost, until })
    }
}

/// One of the two.
#[derive(Clone, Copy)]
pub(crate) struct Side {
    /// Its figures; none until they are told.
    pub(crate) figures: RwSignal<Option<Arc<WallFigures>>>,
    /// Its curves.
    pub(crate) curves: RwSignal<Option<Arc<Curves>>>,
    /// The day that is looked at, as it was told last.
    pub(super) day: RwSignal<Option<Arc<DayRow>>>,
}

/// Both.
#[derive(Clone, Copy)]
pub(crate) struct Sides {
    /// The plan that is kept.
    pub(crate) a: Side,
    /// The wall that is shown.
    pub(crate) b: Side,
    /// The later finish day of the two: where the day axis ends.
    pub(crate) days: Memo<u64>,
}

impl Sides {
    /// Asks for both from now on, for as long as the part of the page lives that begins it.
    pub(crate) fn start() -> Self {
        let (desk, workshops, beside) = (Desk::get(), Workshops::get(), Beside::get());
        let side =
            || Side { figures: RwSignal::new(None), curves: RwSignal::new(None), day: RwSignal::new(None) };
        let (a, b) = (side(), side());
        let finish = |side: Side| {
            side.figures.with(|figures| figures.as_ref().map_or(0, |figures| figures.summary.finish_day))
        };
        let days = Memo::new(move |_| finish(a).max(finish(b)));
        let sides = Self { a, b, days };
        sides.ask(a, workshops.beside(), move || beside.is_there());
        sides.ask(b, workshops.views(), move || desk.wall.with(Option::is_some));
        sides
    }

    /// Asks for one side whenever that is another plan; `is_there` tracks it.
    fn ask(self, side: Side, client: Client, is_there: impl Fn() -> bool + Copy + 'static) {
        let desk = Desk::get();
        Effect::new(move |_| {
            if !is_there() {
                side.figures.set(None);
                side.curves.set(None);
            }
        });
        let figures = move || is_there().then_some(Job::Compare(CompareJob::Figures));
        newest(client.clone(), figures, move |answered| {
            if let Made::Compare(CompareMade::Figures(figures)) = answered.made {
                side.figures.try_set(Some(Arc::from(figures)));
            }
        });
        let curves = move || {
            let cut = Cut::Days(self.days.get().div_ceil(COLUMNS).max(1));
            is_there().then_some(Job::Charts(ChartsJob { cut, view: Some(View::Wall) }))
        };
        newest(client.clone(), curves, move |answered| {
            if let Some(curves) = Curves::of(&answered) {
                side.curves.try_set(Some(Arc::new(curves)));
            }
        });
        let day = move || {
            let day = desk.day.get()?;
            is_there().then_some(Job::Days { from: day, count: 1, profiles: 0 })
        };
        newest(client, day, move |answered| {
            if let Made::Days(rows) = answered.made {
                side.day.try_set(rows.into_iter().next().map(Arc::new));
            }
        });
    }
}

/// A day of a plan, after its last day as well: nothing is built then, and the cost stays as it is.
pub(super) fn on(day: u64, row: Option<&DayRow>, figures: &WallFigures) -> Option<[u64; 3]> {
    match row.filter(|row| row.day == day) {
        Some(row) => Some([row.ice, row.cost, row.cost_until]),
        None if day > figures.summary.finish_day => Some([0, 0, figures.summary.cost]),
        None => None,
    }
}
