//! The lines of the work log read forwards from the configuration alone: no start day and no crew of a
//! section is kept, so a page is there in half the time that a simulated wall and its rota take.
//!
//! Not here: lines by filter and in any order (the selection).

mod at_once;
mod crews;
mod pooled;

use super::{Line, line_of};
use crate::config::Config;
use crate::schedule::{Effort, Queue, Workload, order};

use at_once::AtOnce;
use pooled::Pooled;

/// A place in the work log before one of its lines. It borrows nothing, so it can be held between two
/// messages; the configuration must always be the one that it was made of.
#[derive(Clone, Debug)]
pub struct Walk {
    effort: Effort,
    lines: u64,
    course: Course,
}

/// How the crews go about it.
#[derive(Clone, Debug)]
enum Course {
    /// Each has one section at the most, and all begin on day 1.
    AtOnce(AtOnce),
    /// They take one section after the other.
    Pooled(Box<Pooled>),
}

impl Walk {
    /// The place before the first line of a configuration's log.
    pub fn new(config: &Config) -> Self {
        let (parameters, wall) = (config.parameters(), config.wall());
        let effort = Effort::new(parameters);
        let work = Workload::new(&effort, wall);
        let crews = parameters.crews().unwrap_or(work.unfinished);
        let course = if crews < work.unfinished {
            let queue = Queue::new(parameters.dispatch(), &work, wall);
            Course::Pooled(Box::new(Pooled::new(queue, &work, crews)))
        } else {
            // Without a pool the crews are numbered in wall order, whatever the dispatch.
            let list = parameters.crews().and_then(|_| order(parameters.dispatch(), &effort, &work, wall));
            Course::AtOnce(AtOnce::new(list, &work, crews))
        };
        let lines = work.crew_days + u64::from(work.unfinished) + u64::from(crews);
        Self { effort, lines, course }
    }

    /// How many lines the log has.
    pub fn len(&self) -> u64 {
        self.lines
    }

    /// Whether it has none: a finished wall without a pool.
    pub fn is_empty(&self) -> bool {
        self.lines == 0
    }

    /// The number (from 0) of the line that comes next.
    pub fn line(&self) -> u64 {
        match &self.course {
            Course::AtOnce(walk) => walk.line(),
            Course::Pooled(walk) => walk.line(),
        }
    }

    /// Goes forwards to a line (from 0), or to the end, by so many sections at the most; tells whether it
    /// is there. A line that was passed is not found again.
    pub fn go_to(&mut self, config: &Config, line: u64, sections: usize) -> bool {
        let line = line.min(self.lines);
        match &mut self.course {
            Course::AtOnce(walk) => {
                walk.go_to(config, &self.effort, line);
                true
            }
            Course::Pooled(walk) => walk.go_to(config, &self.effort, line, sections),
        }
    }

    /// The next line; none at the end.
    pub fn next(&mut self, config: &Config) -> Option<Line> {
        let (mark, worked) = match &mut self.course {
            Course::AtOnce(walk) => walk.next(config, &self.effort)?,
            Course::Pooled(walk) => walk.next(config, &self.effort)?,
        };
        Some(line_of(config, &self.effort, mark, worked))
    }

    /// Up to `count` lines from line `from` (from 0) on.
    pub fn lines(&mut self, config: &Config, from: u64, count: usize) -> Vec<Line> {
        self.go_to(config, from, usize::MAX);
        match &mut self.course {
            Course::AtOnce(_) => std::iter::from_fn(|| self.next(config)).take(count).collect(),
            Course::Pooled(walk) => {
                let marks = walk.lines(config, &self.effort, count);
                marks.into_iter().map(|(mark, worked)| line_of(config, &self.effort, mark, worked)).collect()
            }
        }
    }
}
