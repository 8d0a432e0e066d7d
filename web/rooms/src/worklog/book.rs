//! What the log room knows: the filter, how many lines it lets through, which of them are seen and
//! chosen. It fetches the lines that are seen. Not for showing them.

use std::ops::Range;
use std::sync::Arc;

use icewall_protocol::workshop::{Job, LogFilter, LogJob, LogLine, LogMade, Made};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::Desk;
use crate::scroll::Scroll;
use crate::workshop::{Answered, Client, Workshops};

/// What lines are of: the number of the result, and the filter.
type Of = (u32, LogFilter);

/// Lines in a row that are there.
#[derive(Clone, Debug, Default, PartialEq)]
struct Held {
    of: Option<Of>,
    from: u64,
    lines: Vec<LogLine>,
    /// How many there are without a filter.
    all: u64,
    /// How long the workshop took for them, in milliseconds.
    ms: f64,
}

/// The state of the room. Cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Book {
    pub(super) desk: Desk,
    /// Which lines are wanted.
    pub(super) filter: RwSignal<LogFilter>,
    /// How many of them there are.
    pub(super) matches: RwSignal<u64>,
    /// The box that is scrolled.
    pub(super) scroll: Scroll,
    /// The line with the cursor.
    pub(super) at: RwSignal<u64>,
    /// Where the choice of lines begins that ends with the cursor.
    anchor: RwSignal<u64>,
    held: RwSignal<Arc<Held>>,
    client: StoredValue<Client, LocalStorage>,
    known: StoredValue<Known>,
}

/// What nothing on the page depends on.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    /// Whether lines are on their way.
    asking: bool,
    /// The day that a click in this room looked at: it is not followed.
    own: Option<u64>,
}

/// Every kind of line.
pub(super) fn all_lines() -> LogFilter {
    LogFilter { added: true, completed: true, relieved: true, ..LogFilter::default() }
}

impl Book {
    /// Opens the log of the wall that is shown, and follows it and its day.
    pub(super) fn open() -> Self {
        let (desk, matches) = (Desk::get(), RwSignal::new(0));
        let book = Self {
            desk,
            filter: RwSignal::new(all_lines()),
            matches,
            scroll: Scroll::start(matches.into()),
            at: RwSignal::new(0),
            anchor: RwSignal::new(0),
            held: RwSignal::default(),
            known: StoredValue::default(),
            client: StoredValue::new_local(Workshops::get().views()),
        };
        Effect::new(move |_| {
            desk.wall.track();
            book.filter.track();
            book.scroll.first().track();
            book.scroll.way();
            book.fetch();
        });
        Effect::new(move |_| {
            desk.wall.track();
            let day = desk.day.get();
            if day != book.known.get_value().own {
                book.known.update_value(|known| known.own = None);
                if let Some(day) = day {
                    book.go_to_day(day);
                }
            }
        });
        book
    }

    /// How many lines there are without a filter. Tracks.
    pub(super) fn all(self) -> u64 {
        self.held.with(|held| held.all)
    }

    /// How long the workshop took for the last lines, in milliseconds. Tracks.
    pub(super) fn took(self) -> f64 {
        self.held.with(|held| held.ms)
    }

    /// Why the workshop stopped, where it did so too often. Tracks.
    pub(super) fn stopped(self) -> Option<String> {
        self.client.with_value(Client::stopped)
    }

    /// Tries again with a workshop that stopped.
    pub(super) fn revive(self) {
        self.client.with_value(Client::revive);
        self.fetch();
    }

    /// The lines that are seen, by number; without their words where they are not there yet. Tracks.
    pub(super) fn seen(self) -> Vec<(u64, Option<LogLine>)> {
        let (way, first) = (self.scroll.way(), self.scroll.first().get());
        let wanted = self.of();
        self.held.with(|held| {
            let there = |number: u64| {
                let place = usize::try_from(number.checked_sub(held.from)?).ok()?;
                held.lines.get(place).filter(|_| held.of == wanted).cloned()
            };
            (first..way.lines.min(first + way.rows())).map(|number| (number, there(number))).collect()
        })
    }

    /// Whether the lines that are seen are not all there. Tracks.
    pub(super) fn is_waiting(self) -> bool {
        self.held.with(|held| held.of != self.of()) || self.seen().iter().any(|(_, line)| line.is_none())
    }

    /// The lines that are chosen. Tracks.
    pub(super) fn chosen(self) -> Range<u64> {
        let (at, anchor, lines) = (self.at.get(), self.anchor.get(), self.matches.get());
        at.min(anchor)..lines.min(at.max(anchor) + 1)
    }

    /// The same, without tracking.
    pub(super) fn chosen_now(self) -> Range<u64> {
        untrack(move || self.chosen())
    }

    /// The numbers of the lines that are seen.
    pub(super) fn seen_now(self) -> Range<u64> {
        let (way, first) = (self.scroll.way_now(), self.scroll.first().get_untracked());
        first..way.lines.min(first + way.rows())
    }

    /// Takes another filter, and begins with its first line.
    pub(super) fn sift(self, filter: LogFilter) {
        self.filter.set(filter);
        self.choose(0, false);
        self.scroll.show_first(0);
    }

    /// Puts the cursor on a line, with the lines up to it where they are to be chosen together.
    pub(super) fn choose(self, line: u64, together: bool) {
        let line = line.min(self.matches.get_untracked().saturating_sub(1));
        self.at.set(line);
        if !together {
            self.anchor.set(line);
        }
    }

    /// Puts the cursor on a line and brings it into sight.
    pub(super) fn go_to(self, line: u64, together: bool) {
        self.choose(line, together);
        self.scroll.show(self.at.get_untracked());
    }

    /// Goes to the first line of a day, or of a later one.
    pub(super) fn go_to_day(self, day: u64) {
        self.ask(LogJob::OfDay(day), move |made| {
            if let LogMade::Place(Some(line)) = made {
                self.choose_far(line);
            }
        });
    }

    /// Goes to a line that may lie beyond what is known to be there.
    pub(super) fn choose_far(self, line: u64) {
        self.matches.update(|matches| *matches = (*matches).max(line + 1));
        self.choose(line, false);
        self.scroll.show_first(line);
    }

    /// Looks at the day of a line that is there.
    pub(super) fn look_at(self, line: u64) {
        let day = self.held.with_untracked(|held| {
            let place = usize::try_from(line.checked_sub(held.from)?).ok()?;
            held.lines.get(place).map(|line| line.day)
        });
        if day.is_some() {
            self.known.update_value(|known| known.own = day);
            self.desk.look_at(day);
        }
    }

    /// Asks something about the lines that the filter lets through.
    pub(super) fn ask(self, job: LogJob, taken: impl FnOnce(LogMade) + 'static) {
        let filter = self.filter.get_untracked();
        let answer = self.client.with_value(|client| client.ask(Job::Log(filter, job)));
        spawn_local(async move {
            let answered = answer.await;
            // The room may have been left meanwhile.
            if !self.known.is_disposed()
                && let Ok(Answered { made: Made::Log(made), .. }) = answered
            {
                taken(made);
            }
        });
    }

    fn of(self) -> Option<Of> {
        let number = self.desk.wall.with(|wall| wall.as_ref().map(|wall| wall.shown.number))?;
        Some((number, self.filter.get()))
    }

    /// Fetches the lines about those that are seen, unless they are there or on their way.
    fn fetch(self) {
        let (Some(of), way) = (untrack(move || self.of()), self.scroll.way_now()) else { return };
        let (first, rows) = (self.scroll.first().get_untracked(), way.rows());
        let there = self.held.with_untracked(|held| {
            let end = held.from + held.lines.len() as u64;
            held.of.as_ref() == Some(&of) && held.from <= first && (first + rows).min(way.lines) <= end
        });
        if there || self.known.get_value().asking {
            return;
        }
        self.known.update_value(|known| known.asking = true);
        let from = first.saturating_sub(rows);
        let count = u32::try_from(3 * rows).unwrap_or(u32::MAX);
        let job = Job::Log(of.1.clone(), LogJob::Lines { from, count });
        let answer = self.client.with_value(|client| client.ask(job));
        spawn_local(async move {
            let answered = answer.await;
            // The room may have been left meanwhile.
            if self.known.try_update_value(|known| known.asking = false).is_none() {
                return;
            }
            if let Ok(answered) = answered {
                self.take(answered, of, from);
                self.fetch();
            }
        });
    }

    fn take(self, answered: Answered, of: Of, from: u64) {
        let (matches, all, lines) = match answered.made {
            Made::Log(LogMade::Lines { matches, all, lines }) => (matches, all, lines),
            _ => (0, 0, Vec::new()),
        };
        self.held.set(Arc::new(Held { of: Some(of), from, lines, all, ms: answered.ms }));
        self.scroll.measure();
        if self.matches.get_untracked() != matches {
            self.matches.set(matches);
            let last = matches.saturating_sub(1);
            self.at.update(|at| *at = (*at).min(last));
            self.anchor.update(|anchor| *anchor = (*anchor).min(last));
            self.scroll.show_first(self.scroll.first().get_untracked());
        }
    }
}
