//! A box that scrolls through any number of lines, of which only those that are seen exist. Not for what
//! stands in the lines.
//!
//! `way` tells which line stands at the top (pure); here is the box.

mod way;

use leptos::ev::WheelEvent;
use leptos::html::Div;
use leptos::prelude::*;

use crate::browser::scroller;

pub(crate) use way::{LINE, Way};

/// The box. Cheap to copy.
#[derive(Clone, Copy)]
pub(crate) struct Scroll(StoredValue<Parts>);

/// What it is made of.
#[derive(Clone, Copy)]
struct Parts {
    place: NodeRef<Div>,
    first: RwSignal<u64>,
    lines: Signal<u64>,
    height: RwSignal<f64>,
    known: StoredValue<Known>,
}

/// What nothing on the page depends on.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// How far the box was scrolled by us.
    top: f64,
    /// What a wheel turned and has not moved a line yet.
    rest: f64,
}

impl Scroll {
    /// A box for so many lines.
    pub(crate) fn start(lines: Signal<u64>) -> Self {
        let place = NodeRef::new();
        let scroll = Self(StoredValue::new(Parts {
            place,
            first: RwSignal::new(0),
            lines,
            height: RwSignal::new(560.0),
            known: StoredValue::default(),
        }));
        Effect::new(move |_| {
            place.track();
            scroll.measure();
        });
        let resized = window_event_listener(leptos::ev::resize, move |_| scroll.measure());
        on_cleanup(move || resized.remove());
        scroll
    }

    fn parts(self) -> Parts {
        self.0.get_value()
    }

    /// The element that scrolls.
    pub(crate) fn place(self) -> NodeRef<Div> {
        self.parts().place
    }

    /// The line at the top.
    pub(crate) fn first(self) -> RwSignal<u64> {
        self.parts().first
    }

    /// The box and its lines. Tracks.
    pub(crate) fn way(self) -> Way {
        let parts = self.parts();
        Way { lines: parts.lines.get(), height: parts.height.get() }
    }

    /// The same, without tracking.
    pub(crate) fn way_now(self) -> Way {
        untrack(move || self.way())
    }

    /// Shows a line at the top, or the last lines.
    pub(crate) fn show_first(self, first: u64) {
        let way = self.way_now();
        let first = first.min(way.last_first());
        self.first().set(first);
        if let Some(place) = self.place().get_untracked() {
            let top = scroller::scroll_to(&place, way.top_of(first));
            self.parts().known.update_value(|known| known.top = top);
        }
    }

    /// Moves as far as needed for a line to be seen.
    pub(crate) fn show(self, line: u64) {
        let (first, rows) = (self.first().get_untracked(), self.way_now().rows());
        if line < first {
            self.show_first(line);
        } else if line >= first + rows {
            self.show_first((line + 1).saturating_sub(rows));
        }
    }

    /// Hears that the box was scrolled.
    pub(crate) fn scrolled(self) {
        let Some(place) = self.place().get_untracked() else { return };
        let (before, top) = (self.parts().known.get_value().top, scroller::top(&place));
        if (top - before).abs() >= 1.0 {
            self.parts().known.update_value(|known| known.top = top);
            self.first().set(self.way_now().first_at(self.first().get_untracked(), before, top));
        }
    }

    /// Moves with a wheel, line by line.
    pub(crate) fn wheeled(self, event: &WheelEvent) {
        let Some(turned) = scroller::wheeled(event, LINE, self.way_now().height) else { return };
        let turned = self.parts().known.get_value().rest + turned;
        #[expect(clippy::cast_possible_truncation, reason = "a wheel turns some lines")]
        let lines = (turned / LINE).trunc() as i64;
        #[expect(clippy::cast_precision_loss, reason = "a wheel turns some lines")]
        self.parts().known.update_value(|known| known.rest = turned - lines as f64 * LINE);
        let before = self.first().get_untracked();
        self.show_first(before.saturating_add_signed(lines));
        // At either end the page scrolls on.
        if lines == 0 || self.first().get_untracked() != before {
            event.prevent_default();
        }
    }

    /// Takes the height of the box.
    pub(crate) fn measure(self) {
        let height = self.place().get_untracked().map_or(0.0, |place| scroller::height(&place));
        if height > 0.0 && (height - self.parts().height.get_untracked()).abs() >= 1.0 {
            self.parts().height.set(height);
        }
    }
}
