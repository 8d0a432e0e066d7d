//! What the parts of the elevation share: the sections that are seen, the day, the section that is
//! chosen, and what was told of them.

use std::sync::Arc;

use icewall_protocol::workshop::{Job, ViewJob};
use icewall_ui::number::{index, whole};
use icewall_ui::window::Window;
use leptos::prelude::*;

use super::seen::Seen;
use crate::desk::Desk;
use crate::export::Part;
use crate::rest::rested;
use crate::workshop::{AHEAD_MOST, Workshops, newest};

/// How long wall and day stand before the picture is drawn out of sight, in milliseconds.
const REST_MS: u32 = 1000;

/// The place that the picture is drawn on.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    /// Its width in CSS pixels; 0 until it is known.
    pub(super) width: f64,
    /// The screen's pixels to each of them.
    pub(super) ratio: f64,
    /// Rises when the colours change.
    pub(super) drawing: u32,
}

/// The signals.
#[derive(Clone, Copy)]
pub(super) struct Scene {
    pub(super) desk: Desk,
    /// Whether wall and day have stood for a while: then it is drawn out of sight as well, for paper.
    rests: RwSignal<bool>,
    /// Whether the figure is in sight.
    pub(super) in_sight: RwSignal<bool>,
    pub(super) sheet: RwSignal<Sheet>,
    /// How many sections the wall has; 0 while there is no result.
    pub(super) sections: Memo<u32>,
    /// The day that is shown: the one that is looked at, else the finish day.
    pub(super) day: Memo<u64>,
    /// The sections that are seen.
    pub(super) window: Memo<Window>,
    /// The section that is chosen, if the wall has it.
    pub(super) chosen: Memo<Option<u32>>,
    /// What was told last.
    pub(super) seen: RwSignal<Option<Arc<Seen>>>,
    wanted: RwSignal<Option<Window>>,
}

impl Scene {
    /// Makes it. From now on it asks for the skyline while it is in sight.
    pub(super) fn start() -> Self {
        let desk = Desk::get();
        let wanted = RwSignal::new(None::<Window>);
        let sections = Memo::new(move |_| desk.summary(|summary| summary.sections));
        let window = move |_: Option<&Window>| {
            let sections = u64::from(sections.get());
            wanted.get().map_or_else(|| Window::whole(sections), |window| window.within(sections))
        };
        let scene = Self {
            desk,
            rests: rested(
                move || {
                    desk.wall.track();
                    desk.day.track();
                },
                REST_MS,
            ),
            in_sight: RwSignal::new(false),
            sheet: RwSignal::new(Sheet::default()),
            sections,
            day: Memo::new(move |_| desk.day_shown()),
            window: Memo::new(window),
            chosen: Memo::new(move |_| desk.section.get().filter(|section| *section <= sections.get())),
            seen: RwSignal::new(None),
            wanted,
        };
        let job = move || scene.skyline(scene.pixels_across());
        newest(Workshops::get().views(), job, move |answered| {
            if let Some(seen) = Seen::of(answered) {
                scene.seen.try_set(Some(Arc::new(seen)));
            }
        });
        scene
    }

    /// It, from the context.
    pub(super) fn get() -> Self {
        expect_context()
    }

    /// What is asked for a skyline in so many columns; nothing while it is out of sight and the day moves. Tracks
    /// all that it hangs on.
    pub(super) fn skyline(self, columns: u32) -> Option<Job> {
        self.desk.wall.track();
        let (window, day) = (self.window.get(), self.day.get());
        let ahead = move || self.sections.get() <= AHEAD_MOST && self.rests.get();
        let wanted = (self.in_sight.get() || ahead()) && columns > 0 && !window.is_empty();
        let section = |section: u64| u32::try_from(section).unwrap_or(u32::MAX);
        let (first, last) = (section(window.first), section(window.last));
        wanted.then_some(Job::View(ViewJob::Skyline { first, last, columns, day }))
    }

    /// What is seen, to be taken along; nothing where there is no wall. Tracks.
    pub(super) fn part(self) -> Option<Part> {
        let (window, day) = (self.window.get(), self.day.get());
        let section = |section: u64| u32::try_from(section).unwrap_or(u32::MAX);
        let sections = (section(window.first), section(window.last));
        let whole = Part::shown(self.desk)?;
        (!window.is_empty()).then_some(Part { sections, day, ..whole })
    }

    /// Chooses a section, and moves it into sight; none: lets it go.
    pub(super) fn choose(self, section: Option<u32>) {
        self.desk.section.set(section);
        if let Some(section) = section {
            self.look(self.window.get_untracked().holding(section.into(), self.sections_now()));
        }
    }

    /// Shows these sections.
    pub(super) fn look(self, window: Window) {
        let whole = Window::whole(self.sections_now());
        self.wanted.set(Some(window).filter(|window| *window != whole));
    }

    /// Zooms; what lies at a share of the way across stays there. None: the chosen section does, or the
    /// middle.
    pub(super) fn zoom(self, nearer: bool, share: Option<f64>) {
        let window = self.window.get_untracked();
        let chosen =
            || window.place(self.chosen.get_untracked()?.into()).map(|(from, wide)| from + wide / 2.0);
        let share = share.or_else(chosen).unwrap_or(0.5);
        self.look(window.zoomed(nearer, share, self.sections_now()));
    }

    /// Moves what is seen by a share of its length.
    pub(super) fn pan(self, share: f64) {
        self.look(self.window.get_untracked().moved(share, self.sections_now()));
    }

    /// The finish day; 0 for a wall that starts finished. Tracks.
    pub(super) fn finish(self) -> u64 {
        self.desk.summary(|summary| summary.finish_day)
    }

    /// How many sections the wall has, without tracking.
    pub(super) fn sections_now(self) -> u64 {
        self.sections.get_untracked().into()
    }

    /// CSS pixels across the picture. Tracks.
    pub(super) fn css_pixels_across(self) -> usize {
        index(self.sheet.get().width.round())
    }

    /// The screen's pixels across the picture. Tracks.
    pub(super) fn pixels_across(self) -> u32 {
        let sheet = self.sheet.get();
        u32::try_from(whole((sheet.width * sheet.ratio).round())).unwrap_or(u32::MAX)
    }
}
