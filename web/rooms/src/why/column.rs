//! A column of a table whose figures can be asked how they come about: one in each row, which answers for the row. Tab
//! reaches one of them, arrow keys the others. Not for the answers.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::{Question, WhyButton};
use crate::browser::column;

/// The column: which row Tab reaches.
#[derive(Clone, Copy)]
pub(crate) struct Column(RwSignal<usize>);

impl Column {
    /// Tab reaches the first row.
    pub(crate) fn start() -> Self {
        Self(RwSignal::new(0))
    }

    /// The figure of a row, counted from 0, in its cell.
    pub(crate) fn cell(self, at: usize, question: Question, value: String) -> impl IntoView + use<> {
        view! { <td>{self.figure(at, question, value)}</td> }
    }

    /// The figure of a row.
    pub(crate) fn figure(self, at: usize, question: Question, value: String) -> impl IntoView + use<> {
        view! { <WhyButton question=Signal::stored(Some(question)) value row=(self, at) /> }
    }

    /// Whether Tab passes over a row. Tracks.
    pub(super) fn is_passed(self, at: usize) -> bool {
        self.0.get() != at
    }

    /// The focus came to a row.
    pub(super) fn came(self, at: usize) {
        self.0.set(at);
    }

    /// The focus left the rows: it comes in again at the first.
    pub(crate) fn left(self) {
        self.0.set(0);
    }
}

/// A key was pressed in the rows of a table.
pub(crate) fn pressed(event: &KeyboardEvent) {
    if column::step(event) {
        event.prevent_default();
    }
}
