//! A place in the work log from which it is read on, line by line.
//!
//! It keeps what one day's lines need, so that a day of millions of lines is not looked through
//! again for each piece of it. It borrows nothing: it can be held between two messages.

use std::ops::{Range, RangeInclusive};

use super::{AtWork, Event, Line, WorkLog};
use crate::units::Day;

/// A place in the log, before one of its lines.
#[derive(Clone, Debug)]
pub struct Cursor {
    line: u64,
    day: u64,
    /// Crews of the day that are still to come.
    crews: Crews,
    /// Sections started tomorrow that no crew of today has been given yet.
    going_on: usize,
    /// The crew whose lines are being told, and those that are left.
    crew: u32,
    events: std::iter::Flatten<std::array::IntoIter<Option<Event>, 3>>,
    /// Crews that get no section at all, relieved at the end of day 1.
    unused: RangeInclusive<u32>,
}

/// The crews of a day, by their number.
#[derive(Clone, Debug)]
enum Crews {
    /// In the order of the list: looked up one by one, as there may be ten million.
    Listed(Range<usize>),
    /// Sorted: no more than the pool has crews.
    Sorted(std::vec::IntoIter<AtWork>),
}

impl Cursor {
    /// The place before line `line` (from 0).
    pub fn new(log: &WorkLog<'_>, line: u64) -> Self {
        let day = log.day_of(line);
        let events = [None; 3].into_iter().flatten();
        let (crews, unused) = (Crews::Listed(0..0), RangeInclusive::new(1, 0));
        let mut cursor =
            Self { line: log.lines_before(day), day, crews, going_on: 0, crew: 0, events, unused };
        cursor.begin_day(log);
        while cursor.line < line && cursor.next(log).is_some() {}
        cursor
    }

    /// The number (from 0) of the line that comes next.
    pub fn line(&self) -> u64 {
        self.line
    }

    /// The next line; none at the end. The log must be the one that the cursor was made for.
    pub fn next(&mut self, log: &WorkLog<'_>) -> Option<Line> {
        while self.line < log.len() {
            if let Some((crew, event)) = self.next_event(log) {
                self.line += 1;
                return Some(Line { day: Day::new(self.day), crew, event });
            }
            self.day += 1;
            self.begin_day(log);
        }
        None
    }

    fn next_event(&mut self, log: &WorkLog<'_>) -> Option<(u32, Event)> {
        loop {
            if let Some(event) = self.events.next() {
                return Some((self.crew, event));
            }
            let Some(at_work) = self.next_crew(log) else {
                return self.unused.next().map(|crew| (crew, Event::Relieved));
            };
            self.crew = at_work.crew;
            self.events = log.events(at_work, self.day, &mut self.going_on).into_iter().flatten();
        }
    }

    fn next_crew(&mut self, log: &WorkLog<'_>) -> Option<AtWork> {
        match &mut self.crews {
            Crews::Listed(places) => places.find_map(|place| log.at_work(place, self.day)),
            Crews::Sorted(crews) => crews.next(),
        }
    }

    fn begin_day(&mut self, log: &WorkLog<'_>) {
        let (day, schedule) = (self.day, log.ledger.schedule());
        // Of the crews that end today the first few take the sections started tomorrow.
        self.going_on = log.started_until(day + 1) - log.started_until(day);
        let places = log.places_on(day);
        self.crews = if log.rota.crews.in_list_order() {
            Crews::Listed(places)
        } else {
            let mut crews: Vec<AtWork> = places.filter_map(|place| log.at_work(place, day)).collect();
            crews.sort_unstable_by_key(|at_work| at_work.crew);
            Crews::Sorted(crews.into_iter())
        };
        if day == 1 {
            self.unused = schedule.crews_used() + 1..=schedule.crews();
        }
    }
}
