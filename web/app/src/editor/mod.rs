//! The wall's editor: the text with its line numbers, its faults, the files and the examples.
//!
//! What the text means is the engine's to say; nothing here reads a height.

mod examples;
mod faults;
mod file_panel;
mod gutter;
mod marks;
pub(crate) mod place;
pub(crate) mod samples;
mod text_area;
mod tools;
mod wall;

pub(crate) use tools::PICKER;
pub(crate) use wall::Wall;

use leptos::prelude::*;

/// How high a line of the editor is, in CSS pixels; `--editor-line` in `editor.css` is the same.
const LINE_PX: f64 = 22.0;

/// What the parts of the editor share.
#[derive(Clone, Copy)]
pub(crate) struct Editor {
    /// The textarea.
    area: NodeRef<leptos::html::Textarea>,
    /// A run of ten digits in the editor's type, to measure a character by.
    probe: NodeRef<leptos::html::Span>,
    /// How far the text is scrolled, in CSS pixels.
    scrolled: RwSignal<f64>,
}

impl Editor {
    /// Makes it, and puts it into the context.
    pub(crate) fn provide() {
        let editor = Self { area: NodeRef::new(), probe: NodeRef::new(), scrolled: RwSignal::new(0.0) };
        provide_context(editor);
    }

    /// It, from the context.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Selects a line of the text, from 1, and brings it into view.
    pub(crate) fn go_to_line(self, line: u32) {
        self.go_to(line, 1, u32::MAX);
    }

    /// Selects a place of the text and brings it into view.
    fn go_to(self, line: u32, column: u32, length: u32) {
        let Some(area) = self.area.get_untracked() else { return };
        let (start, end) = place::utf16_range(&area.value(), line, column, length);
        crate::browser::textarea::select(&area, start, end);
        let digit =
            self.probe.get_untracked().map_or(8.0, |probe| probe.get_bounding_client_rect().width() / 10.0);
        let (height, width) = (f64::from(area.client_height()), f64::from(area.client_width()));
        crate::browser::textarea::scroll_to(
            &area,
            f64::from(column) * digit - width / 2.0,
            f64::from(line) * LINE_PX - height / 2.0,
        );
    }
}
