//! What the parts of the result share beside the page's state: how large the charts are, what
//! they measure, and how the one day is pointed at. Not for the result itself.

use std::sync::Arc;

use icewall_ui::chart::axis_words::room;
use leptos::prelude::*;

use super::charts::day_axis::DayAxis;
use super::charts::day_keys::Move;
use super::charts::frame::Frame;
use crate::state::{Shown, State};

/// What the daily chart shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Cubic yards of ice.
    Ice,
    /// Gold Dragons.
    Cost,
}

/// The place the charts are drawn on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sheet {
    /// Its width in CSS pixels; 0 until it is known.
    pub(crate) width: f64,
    /// The screen's pixels to each CSS pixel.
    pub(crate) ratio: f64,
    /// Rises when the colours change.
    pub(crate) drawing: u32,
}

/// Whether the charts' library is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Library {
    /// It is on its way.
    Loading,
    /// It is there.
    Ready,
    /// It could not be loaded.
    Failed,
}

/// A chart that can be pointed at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chart {
    /// Ice or cost a day.
    Daily,
    /// Cost until the day.
    Until,
}

/// The signals that the parts of the result share.
#[derive(Clone, Copy)]
pub(crate) struct Pane {
    /// What the daily chart shows.
    pub(crate) measure: RwSignal<Measure>,
    /// The place the charts are drawn on.
    pub(crate) sheet: RwSignal<Sheet>,
    /// Whether the charts' library is there.
    pub(crate) library: RwSignal<Library>,
    /// The chart that is pointed at or has the focus.
    pub(crate) active: RwSignal<Option<Chart>>,
    /// Whether the table of the daily chart is open, and that of the other one: they are rooms.
    pub(crate) daily_table: RwSignal<bool>,
    /// See `daily_table`.
    pub(crate) until_table: RwSignal<bool>,
    /// Whether the day moves by something that speaks for itself, such as a slider.
    pub(crate) spoken: RwSignal<bool>,
    /// The day axis of the result that is shown.
    pub(crate) axis: Memo<DayAxis>,
    /// The day that is looked at, where the result has it.
    pub(crate) day: Memo<Option<u64>>,
    /// The day that was chosen; pointing elsewhere passes, this stays.
    pinned: RwSignal<Option<u64>>,
    /// As [`State::day`].
    wanted: RwSignal<Option<u64>>,
    /// As [`State::shown`].
    shown: RwSignal<Option<Arc<Shown>>>,
}

impl Pane {
    /// Makes it, and puts it into the context.
    pub(crate) fn provide() -> Self {
        let state = State::get();
        let sheet = RwSignal::new(Sheet { width: 0.0, ratio: 1.0, drawing: 0 });
        let axis = Memo::new(move |_| {
            let width = frame(sheet, state.shown).plot();
            state.shown.with(|shown| {
                shown.as_ref().map_or_else(DayAxis::default, |shown| DayAxis {
                    finish: shown.summary.finish_day,
                    days: (shown.charts.days.1 + 1).saturating_sub(shown.charts.days.0),
                    before: shown.charts.days.0.saturating_sub(1),
                    per_column: shown.charts.days_per_column,
                    columns: shown.columns.day.len(),
                    width,
                })
            })
        });
        let pane = Self {
            measure: RwSignal::new(Measure::Ice),
            sheet,
            library: RwSignal::new(Library::Loading),
            active: RwSignal::new(None),
            daily_table: RwSignal::new(false),
            until_table: RwSignal::new(false),
            spoken: RwSignal::new(false),
            axis,
            day: Memo::new(move |_| state.day.get().filter(|day| (1..=axis.get().finish).contains(day))),
            pinned: state.pinned,
            wanted: state.day,
            shown: state.shown,
        };
        Effect::new(move |_| state.tell_tables(pane.daily_table.get(), pane.until_table.get()));
        provide_context(pane);
        pane
    }

    /// It, from the context.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// The layout of the charts. Tracks the sheet.
    pub(crate) fn frame(self) -> Frame {
        frame(self.sheet, self.shown)
    }

    /// The day that the column under a pixel of a plot `width` wide shows.
    pub(crate) fn day_at(self, pixel: f64, width: f64) -> Option<u64> {
        let axis = DayAxis { width, ..self.axis.try_get_untracked()? };
        let column = axis.column_at(pixel)?;
        let shown = self.shown.try_get_untracked()??;
        shown.columns.day.get(column).map(|&day| super::charts::number::whole(day))
    }

    /// A day is pointed at, for as long as the pointer stays.
    pub(crate) fn point(self, day: Option<u64>) {
        if self.wanted.try_get_untracked() != Some(day) {
            self.spoken.try_set(false);
            self.wanted.try_set(day);
        }
    }

    /// A day is chosen: it stays until another one is, or it is let go.
    pub(crate) fn pin(self, day: Option<u64>) {
        self.pinned.try_set(day);
        self.point(day);
    }

    /// As [`Pane::pin`], by a control that says the day itself.
    pub(crate) fn pin_spoken(self, moved: Move) {
        self.pin(match moved {
            Move::To(day) => Some(day),
            Move::LetGo => None,
        });
        self.spoken.try_set(true);
    }

    /// The pointer left: what was chosen is looked at again.
    pub(crate) fn leave(self) {
        self.point(self.pinned.try_get_untracked().flatten());
    }
}

/// The layout of the charts, by their width and the words of the first and the last day.
fn frame(sheet: RwSignal<Sheet>, shown: RwSignal<Option<Arc<Shown>>>) -> Frame {
    let beside = shown.with(|shown| {
        let Some(shown) = shown else { return [room(1, 1, None); 2] };
        let ((first, last), summary) = (shown.charts.days, &shown.summary);
        [first, last].map(|day| room(day, summary.finish_day, summary.start_date.as_deref()))
    });
    Frame::of(sheet.get().width, beside)
}
