//! A walk along the log where no crew has a second section: on each day the lines stand in the order of
//! the list, and how many there are follows from how many sections take how long.

use super::super::{Kind, Mark};
use crate::config::Config;
use crate::schedule::{Effort, Workload};

#[derive(Clone, Debug)]
pub(super) struct AtOnce {
    /// The sections in the order in which they are taken; none where that is the wall's own order.
    list: Option<Vec<u32>>,
    /// The number (from 0) of the first line of each day from day 1 on, and of all lines.
    firsts: Vec<u64>,
    crews: u32,
    line: u64,
    day: u64,
    /// The next place of the list to look at, the crews before it, and what its own tells next.
    place: usize,
    crew: u32,
    kind: Kind,
}

impl AtOnce {
    pub(super) fn new(list: Option<Vec<u32>>, work: &Workload, crews: u32) -> Self {
        let mut working = work.unfinished;
        let mut firsts = vec![0, u64::from(crews - working)];
        for day in 1..=work.longest {
            let finishing = work.sections_of(day);
            if day > 1 {
                firsts.extend(firsts.last().copied());
            }
            if let Some(end) = firsts.last_mut() {
                *end += u64::from(working) + 2 * u64::from(finishing);
            }
            working -= finishing;
        }
        Self { list, firsts, crews, line: 0, day: 1, place: 0, crew: 0, kind: Kind::Added }
    }

    pub(super) fn line(&self) -> u64 {
        self.line
    }

    pub(super) fn go_to(&mut self, config: &Config, effort: &Effort, line: u64) {
        let day = self.firsts.partition_point(|&first| first <= line);
        if day as u64 > self.day {
            self.enter(day);
        }
        while self.line < line && self.next(config, effort).is_some() {}
    }

    /// The next line, and on how many days before its section was worked on.
    #[inline]
    pub(super) fn next(&mut self, config: &Config, effort: &Effort) -> Option<(Mark, u64)> {
        let heights = config.wall().heights();
        while self.line < *self.firsts.last()? {
            let (kind, day) = (self.kind, self.day);
            let section = match &self.list {
                Some(list) => list.get(self.place).copied().unwrap_or(u32::MAX),
                None => u32::try_from(self.place).unwrap_or(u32::MAX),
            };
            let told = |crew, kind, section| Some((Mark { day, crew, kind, section }, day - 1));
            let Some(&height) = heights.get(section as usize) else {
                if day == 1 && self.crew < self.crews {
                    // Crews that are never used have the highest numbers.
                    (self.crew, self.line) = (self.crew + 1, self.line + 1);
                    return told(self.crew, Kind::Relieved, 0);
                }
                self.enter(usize::try_from(day).unwrap_or(usize::MAX) + 1);
                continue;
            };
            let days = u64::from(effort.days(height));
            let crew = self.crew + u32::from(days > 0);
            if let Some(next) = kind.next(days == day, true).filter(|_| days >= day) {
                self.kind = next;
            } else {
                (self.place, self.crew, self.kind) = (self.place + 1, crew, Kind::Added);
            }
            if days >= day {
                self.line += 1;
                return told(crew, kind, section);
            }
        }
        None
    }

    /// Enters a day at its first line; past the last day, the end.
    fn enter(&mut self, day: usize) {
        let first = self.firsts.get(day - 1).or(self.firsts.last());
        self.line = first.copied().unwrap_or(0);
        (self.day, self.place, self.crew, self.kind) = (day as u64, 0, 0, Kind::Added);
    }
}
