//! The lines of the log that a filter lets through: how many there are, and any of them by its
//! number, without holding them.
//!
//! Levels lead from all days to a few, and on a day with very many lines to a few crews. What the
//! last one leads to, some thousands of lines, is put in order and kept: who scrolls or reads on
//! asks for those next. So a selection holds a few hundred kilobytes, whatever the log holds.

use std::ops::Range;

use super::filter::Sieve;
use super::level::{Key, Level, Over};
use super::stay::Stay;
use super::{Filter, Kind, Line, Mark, WorkLog};

/// About how many lines are kept in order.
const KEPT: u64 = 8192;

/// The lines that a filter lets through. It borrows nothing, so it can be held between two
/// messages; the log must always be the one that it was made for.
#[derive(Clone, Debug)]
pub struct Selection {
    sieve: Sieve,
    /// From all days to where the last line was found.
    path: Vec<Node>,
    kept: Kept,
}

/// A level, and how many lines stand before it.
#[derive(Clone, Debug)]
struct Node {
    before: u64,
    level: Level,
}

/// Lines in a row, in order.
#[derive(Clone, Debug)]
struct Kept {
    before: u64,
    keys: Range<Key>,
    marks: Vec<Mark>,
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
enum Aim {
    Line(u64),
    Key(Key),
}

impl Selection {
    /// The lines of a log that a filter lets through. It takes a pass over the sections that the
    /// filter chooses; none where it chooses kinds of lines and days alone.
    pub fn new(log: &WorkLog<'_>, filter: &Filter) -> Self {
        let sieve = Sieve::new(log, filter);
        let level = Level::of_days(log, &sieve, sieve.days.clone());
        let kept = Kept { before: 0, keys: (0, 0)..(0, 0), marks: Vec::new() };
        Self { sieve, path: vec![Node { before: 0, level }], kept }
    }

    /// How many lines there are.
    pub fn len(&self) -> u64 {
        self.path.first().map_or(0, |root| root.level.lines())
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Line `index` (from 0) of them; none past the end.
    pub fn line(&mut self, log: &WorkLog<'_>, index: u64) -> Option<Line> {
        if index >= self.len() {
            return None;
        }
        self.seek(log, Aim::Line(index));
        let place = usize::try_from(index.checked_sub(self.kept.before)?).ok()?;
        Some(log.line_of(*self.kept.marks.get(place)?))
    }

    /// Up to `count` lines from line `from` (from 0) on.
    pub fn lines(&mut self, log: &WorkLog<'_>, from: u64, count: usize) -> Vec<Line> {
        (from..self.len()).map_while(|index| self.line(log, index)).take(count).collect()
    }

    /// The number (from 0) of the first of them that is of a day or a later one; their number where
    /// there is none.
    pub fn first_line_of(&mut self, log: &WorkLog<'_>, day: u64) -> u64 {
        self.before(log, Mark { day, crew: 0, kind: Kind::Added, section: 0 })
    }

    /// How many of them stand before a line of the log, which need not be among them. In a selection
    /// of all lines that is the line's own number.
    pub fn lines_before(&mut self, log: &WorkLog<'_>, line: &Line) -> u64 {
        self.before(log, Mark::of(line))
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        let levels: usize = self.path.iter().map(|node| node.level.bytes()).sum();
        levels + self.kept.marks.capacity() * size_of::<Mark>()
    }

    fn before(&mut self, log: &WorkLog<'_>, mark: Mark) -> u64 {
        if mark.day >= self.sieve.days.end {
            return self.len();
        }
        self.seek(log, Aim::Key((mark.day, mark.crew)));
        self.kept.before + self.kept.marks.partition_point(|kept| *kept < mark) as u64
    }

    /// Keeps the lines about what is aimed at.
    fn seek(&mut self, log: &WorkLog<'_>, aim: Aim) {
        if self.kept.hold(aim) {
            return;
        }
        while self.path.len() > 1 && self.path.last().is_some_and(|node| !node.holds(aim)) {
            self.path.pop();
        }
        while let Some(node) = self.path.last() {
            let stretch = node.stretch(aim);
            let before = node.level.before(stretch);
            let many = node.level.before(stretch + 1) - before > KEPT;
            if let Some(level) =
                Some(&node.level).filter(|_| many).and_then(|l| l.within(log, &self.sieve, stretch))
            {
                let before = node.before + before;
                self.path.push(Node { before, level });
                continue;
            }
            let over = node.level.stretches(stretch..node.level.end_of(stretch, KEPT));
            let before = node.before + before;
            self.kept = Kept { before, keys: over.keys(), marks: self.gather(log, over) };
            return;
        }
    }

    /// The lines of some days, or of some crews on one day, in order.
    fn gather(&self, log: &WorkLog<'_>, over: Over) -> Vec<Mark> {
        let (days, sieve) = match over {
            Over::Days(days) => (days, self.sieve.clone()),
            Over::Crews(day, crews) => (day..day + 1, self.sieve.of_crews(crews)),
        };
        let mut marks = Vec::new();
        log.visit(log.candidates(&sieve, &days), &sieve, &days, |stay| {
            push_marks(log, &sieve, &stay, &days, &mut marks);
        });
        if sieve.events.relieved && days.contains(&1) {
            let unused = log.unused_crews();
            let crews = unused.start.max(sieve.crews.start)..unused.end.min(sieve.crews.end);
            marks.extend(crews.map(|crew| Mark { day: 1, crew, kind: Kind::Relieved, section: 0 }));
        }
        marks.sort_unstable();
        marks
    }
}

/// The lines that a stay gives some days.
fn push_marks(log: &WorkLog<'_>, sieve: &Sieve, stay: &Stay, days: &Range<u64>, marks: &mut Vec<Mark>) {
    let mut push = |day, kind| marks.push(Mark { day, crew: stay.crew, kind, section: stay.section });
    if sieve.events.added {
        (stay.first.max(days.start)..days.end.min(stay.last + 1)).for_each(|day| push(day, Kind::Added));
    }
    if !days.contains(&stay.last) {
        return;
    }
    if sieve.events.completed {
        push(stay.last, Kind::Completed);
    }
    if sieve.events.relieved && log.is_relieved_after(stay) {
        push(stay.last, Kind::Relieved);
    }
}

impl Node {
    fn holds(&self, aim: Aim) -> bool {
        match aim {
            Aim::Line(line) => (self.before..self.before + self.level.lines()).contains(&line),
            Aim::Key(key) => self.level.over.keys().contains(&key),
        }
    }

    fn stretch(&self, aim: Aim) -> usize {
        match aim {
            Aim::Line(line) => self.level.with_line(line.saturating_sub(self.before)),
            Aim::Key(key) => self.level.with_key(key),
        }
    }
}

impl Kept {
    fn hold(&self, aim: Aim) -> bool {
        match aim {
            Aim::Line(line) => (self.before..self.before + self.marks.len() as u64).contains(&line),
            Aim::Key(key) => self.keys.contains(&key),
        }
    }
}
