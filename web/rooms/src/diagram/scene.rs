//! What the parts of the diagram share: which sections and days are seen, which way it lies, what it is coloured
//! by, and what was drawn of it.

use std::sync::Arc;

use icewall_protocol::workshop::{Job, ViewJob};
use icewall_ui::number::whole;
use icewall_ui::window::Window;
use leptos::prelude::*;

use super::drawn::Drawn;
use crate::desk::{Desk, show_days};
use crate::export::Part;
use crate::workshop::{Workshops, newest};

/// The height of the picture in CSS pixels: that of the style sheet.
pub(super) const HEIGHT: u32 = 420;

/// The place that the picture is drawn on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    /// Its width in CSS pixels; 0 until it is known.
    pub(super) width: f64,
    /// Rises when the colours change.
    pub(super) drawing: u32,
}

/// The signals.
#[derive(Clone, Copy)]
pub(super) struct Scene {
    pub(super) desk: Desk,
    pub(super) sheet: RwSignal<Sheet>,
    /// The sections that are seen, and the days.
    pub(super) sections: Memo<Window>,
    /// See `sections`.
    pub(super) days: Memo<Window>,
    /// Whether a pixel shows the profile, rather than the crew.
    pub(super) by_profile: RwSignal<bool>,
    /// Whether days go across, and sections down.
    pub(super) days_across: RwSignal<bool>,
    /// What was drawn last.
    pub(super) drawn: RwSignal<Option<Arc<Drawn>>>,
    wanted: RwSignal<Option<Window>>,
}

impl Scene {
    /// Makes it. From now on it asks for the picture.
    pub(super) fn start() -> Self {
        let desk = Desk::get();
        let wanted = RwSignal::new(None::<Window>);
        let sections = move |_: Option<&Window>| {
            let all = desk.summary(|summary| summary.sections.into());
            wanted.get().map_or_else(|| Window::whole(all), |seen| seen.within(all))
        };
        let scene = Self {
            desk,
            sheet: RwSignal::new(Sheet::default()),
            sections: Memo::new(sections),
            days: Memo::new(move |_| desk.days()),
            by_profile: RwSignal::new(false),
            days_across: RwSignal::new(false),
            drawn: RwSignal::new(None),
            wanted,
        };
        newest(
            Workshops::get().views(),
            move || scene.job(),
            move |answered| {
                if let Some(drawn) = Drawn::of(answered) {
                    scene.drawn.try_set(Some(Arc::new(drawn)));
                }
            },
        );
        scene
    }

    /// It, from the context.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// What is asked for the picture. Tracks all that it hangs on.
    fn job(self) -> Option<Job> {
        self.desk.wall.track();
        let (sections, days) = (self.sections.get(), self.days.get());
        let (by_profile, days_across) = (self.by_profile.get(), self.days_across.get());
        let width = u32::try_from(whole(self.sheet.get().width)).unwrap_or(0);
        let (wide, high) = if days_across { (HEIGHT, width) } else { (width, HEIGHT) };
        let small = |section: u64| u32::try_from(section).unwrap_or(u32::MAX);
        let sections = (small(sections.first), small(sections.last));
        (width > 0 && !days.is_empty()).then_some(Job::View(ViewJob::Diagram {
            sections,
            days: (days.first, days.last),
            wide,
            high,
            by_profile,
            days_across,
        }))
    }

    /// What is seen, to be taken along; nothing where there is no work to draw. Tracks.
    pub(super) fn part(self) -> Option<Part> {
        let (sections, days) = (self.sections.get(), self.days.get());
        let (by_profile, days_across) = (self.by_profile.get(), self.days_across.get());
        let small = |section: u64| u32::try_from(section).unwrap_or(u32::MAX);
        let (sections, days_shown) = ((small(sections.first), small(sections.last)), (days.first, days.last));
        let whole = Part::shown(self.desk)?;
        (!days.is_empty()).then_some(Part { sections, days: days_shown, by_profile, days_across, ..whole })
    }

    /// How many sections and days there are, without tracking.
    pub(super) fn all_now(self) -> (u64, u64) {
        untrack(move || self.desk.summary(|summary| (summary.sections.into(), summary.finish_day)))
    }

    /// What is seen, without tracking: sections, days.
    pub(super) fn seen_now(self) -> (Window, Window) {
        (self.sections.get_untracked(), self.days.get_untracked())
    }

    /// Whether all of it is seen. Tracks.
    pub(super) fn is_whole(self) -> bool {
        let (sections, days) = self.desk.summary(|summary| (summary.sections, summary.finish_day));
        self.sections.get() == Window::whole(sections.into()) && self.days.get() == Window::whole(days)
    }

    /// Shows these sections and days.
    pub(super) fn look(self, sections: Window, days: Window) {
        self.wanted.set(Some(sections));
        if days != self.days.get_untracked() {
            show_days(days);
        }
    }

    /// Shows everything.
    pub(super) fn look_at_all(self) {
        let (sections, days) = self.all_now();
        self.look(Window::whole(sections), Window::whole(days));
    }

    /// Zooms; what lies at these shares of the sections and of the days stays there. None: what is chosen
    /// does, or the middle.
    pub(super) fn zoom(self, nearer: bool, at: Option<(f64, f64)>) {
        let ((sections, days), (all_sections, all_days)) = (self.seen_now(), self.all_now());
        let middle = |place: Option<(f64, f64)>| place.map_or(0.5, |(from, wide)| from + wide / 2.0);
        let chosen = || {
            let section =
                self.desk.section.get_untracked().and_then(|section| sections.place(section.into()));
            (middle(section), middle(days.place(untrack(move || self.desk.day_shown()))))
        };
        let (section, day) = at.unwrap_or_else(chosen);
        self.look(sections.zoomed(nearer, section, all_sections), days.zoomed(nearer, day, all_days));
    }

    /// Moves what is seen by shares of its own lengths: of the sections, of the days.
    pub(super) fn pan(self, by_sections: f64, by_days: f64) {
        let ((sections, days), (all_sections, all_days)) = (self.seen_now(), self.all_now());
        self.look(sections.moved(by_sections, all_sections), days.moved(by_days, all_days));
    }

    /// Chooses a section and looks at a day; both come into sight.
    pub(super) fn choose(self, section: u64, day: u64) {
        let ((sections, days), (all_sections, all_days)) = (self.seen_now(), self.all_now());
        let (section, day) = (section.clamp(1, all_sections.max(1)), day.clamp(1, all_days.max(1)));
        self.desk.section.set(u32::try_from(section).ok());
        self.desk.look_at(Some(day));
        let (shown, shown_days) = (sections.holding(section, all_sections), days.holding(day, all_days));
        if (shown, shown_days) != (sections, days) {
            self.look(shown, shown_days);
        }
    }

    /// Lets the section and the day go.
    pub(super) fn let_go(self) {
        self.desk.section.set(None);
        self.desk.look_at(None);
    }

    /// A share of the sections and one of the days, from shares of the way across and down.
    pub(super) fn turned(self, (across, down): (f64, f64)) -> (f64, f64) {
        if self.days_across.get_untracked() { (down, across) } else { (across, down) }
    }
}
