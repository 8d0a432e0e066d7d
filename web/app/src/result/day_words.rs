//! The figures of a day in words. Not for the figures: they come from the engine as they are.

use std::sync::Arc;

use icewall_protocol::{DayFigures, DayRow};
use leptos::prelude::*;

use super::pane::Pane;
use crate::state::State;
use crate::words;

/// A day and its date, where it has one: `Day 5`, `Day 5, Aug 15, 2024`.
pub(crate) fn title(row: &DayRow) -> String {
    let day = words::number(row.day);
    match &row.date {
        Some(date) => format!("Day {day}, {}", words::date(date)),
        None => format!("Day {day}"),
    }
}

/// A day in one line, for the eye.
pub(crate) fn line(row: &DayRow) -> String {
    let (ice, cost) = (words::ice(row.ice), words::gold_short(row.cost));
    format!("{ice} · {cost} · {} so far", words::gold_short(row.cost_until))
}

/// A day in one sentence, for the ear.
pub(crate) fn spoken(row: &DayRow) -> String {
    let ice = words::counted(row.ice, "cubic yard", "cubic yards");
    let (cost, until) = (words::gold(row.cost), words::gold(row.cost_until));
    format!("{}: {ice} of ice, {cost}, {until} so far", title(row))
}

/// The figures of the day that is looked at; those of the day before it for the moment that the
/// engine takes to answer; none where no day is looked at.
pub(crate) fn figures(state: State, pane: Pane) -> Memo<Option<Arc<DayFigures>>> {
    Memo::new(move |before: Option<&Option<Arc<DayFigures>>>| {
        let day = pane.day.get()?;
        let figures = state.figures.get();
        let fits = figures.filter(|figures| figures.wall.day == day);
        fits.or_else(|| before.cloned().flatten())
    })
}

/// What a control of the day says of itself. Tracks the day and its figures.
pub(crate) fn value_text(pane: Pane, figures: Memo<Option<Arc<DayFigures>>>) -> String {
    let Some(day) = pane.day.get() else { return "no day chosen".to_owned() };
    match figures.get().filter(|figures| figures.wall.day == day) {
        Some(figures) => spoken(&figures.wall),
        None => format!("Day {}", words::number(day)),
    }
}
