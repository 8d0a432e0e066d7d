//! Who of a pool is at work, in ascending number: each with what it was sent to, or only counted.
//!
//! A page of the log names some of a million crews. Only these are written down; the others are a mark each.

use std::ops::RangeInclusive;

use super::{Away, Pool, Post, lower_bits};

/// A mark for each crew that is at work, and for each that is not any more on the day after.
#[derive(Clone, Debug)]
pub(in crate::log) struct Roll {
    at_work: Vec<u64>,
    finishing: Vec<u64>,
}

/// A crew in the order in which the crews of a day have their lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::log) struct Turn {
    /// How many crews before it are at work, and how many of these finish a section.
    pub(in crate::log) index: usize,
    pub(in crate::log) finished: usize,
    /// How many lines these have.
    pub(in crate::log) lines: u64,
}

impl Pool {
    /// Who was at work yesterday, and finished then. Only where nobody was sent today.
    pub(in crate::log) fn roll(&self) -> Roll {
        let words = self.crews as usize / 64 + 1;
        let mut finishing = vec![0; words];
        mark_each(&self.back, 0, &mut finishing);
        Roll { at_work: self.marks_of(0, words), finishing }
    }

    /// Who of some crews was at work yesterday, in ascending number. Only where nobody was sent today.
    pub(in crate::log) fn posts(&self, crews: RangeInclusive<u32>) -> Vec<Post> {
        // A mark for each, and how many of them are before each word of marks.
        let (first, last) = (*crews.start() as usize / 64, *crews.end() as usize / 64);
        let marks = self.marks_of(first, last - first + 1);
        let mut all = 0;
        let count = |word: &u64| {
            all += word.count_ones();
            all - word.count_ones()
        };
        let before: Vec<u32> = marks.iter().map(count).collect();
        let mut posts = vec![Post::default(); all as usize];
        self.at_work().for_each(|(day, crews)| put_each(crews, day, first, &marks, &before, &mut posts));
        posts
    }

    /// Who was at work yesterday, by so many words of marks from one on.
    fn marks_of(&self, first: usize, words: usize) -> Vec<u64> {
        let mut marks = vec![0; words];
        if self.is_complete {
            // From crew 1 to the last.
            for (word, marks) in (first..).zip(&mut marks) {
                let beyond = (self.crews as usize + 1).saturating_sub(word * 64);
                *marks = if beyond < 64 { (1 << beyond) - 1 } else { u64::MAX } & !u64::from(word == 0);
            }
        } else {
            self.at_work().for_each(|(_, crews)| mark_each(crews, first, &mut marks));
        }
        marks
    }
}

/// Marks crews, from a word of marks on.
#[inline(never)]
fn mark_each(crews: &[Away], first: usize, marks: &mut [u64]) {
    for away in crews {
        if let Some(word) = marks.get_mut((away.crew() as usize / 64).wrapping_sub(first)) {
            *word |= 1 << (away.crew() % 64);
        }
    }
}

/// Puts crews that are free on a day to their places among the posts.
#[inline(never)]
fn put_each(crews: &[Away], day: u64, first: usize, marks: &[u64], before: &[u32], posts: &mut [Post]) {
    let free_on = lower_bits(day);
    for away in crews {
        let (crew, ticket) = (away.crew(), away.ticket());
        let word = (crew as usize / 64).wrapping_sub(first);
        let Some(&marks) = marks.get(word) else { continue };
        let lower = marks & ((1 << (crew % 64)) - 1);
        posts[(before[word] + lower.count_ones()) as usize] = Post { crew, ticket, free_on };
    }
}

impl Roll {
    /// The crew that has a line (from 0) of a day, or the end of the day. On the last day of their work the
    /// crews that finish have one more, and another one where nobody is needed after so many of them.
    pub(in crate::log) fn turn_of(&self, line: u64, is_last: bool, needed: usize) -> Turn {
        let mut turn = Turn::default();
        for (&at_work, &finishing) in self.at_work.iter().zip(&self.finishing) {
            let finishing = if is_last { finishing } else { 0 };
            let after = turn.after(at_work, finishing, needed);
            if after.lines > line {
                return turn.within(at_work, finishing, needed, line);
            }
            turn = after;
        }
        turn
    }

    /// Crews among which are so many of those at work, from the one on before which so many are, and how many
    /// at work are before them.
    pub(in crate::log) fn crews_from(&self, index: usize, count: usize) -> (usize, RangeInclusive<u32>) {
        let (mut before, mut first, mut crews) = (0, None, 0..=0);
        for (number, word) in (0..).step_by(64).zip(&self.at_work) {
            let after = before + word.count_ones() as usize;
            if after > index && first.is_none() {
                (first, crews) = (Some(before), number..=number);
            }
            crews = *crews.start()..=number + 63;
            before = after;
            if after >= index.saturating_add(count) {
                break;
            }
        }
        (first.unwrap_or(before), crews)
    }
}

impl Turn {
    /// The turn after a word of crews.
    fn after(self, at_work: u64, finishing: u64, needed: usize) -> Self {
        let (all, finished) = (at_work.count_ones() as usize, finishing.count_ones() as usize);
        let relieved = finished.saturating_sub(needed.saturating_sub(self.finished));
        Self {
            index: self.index + all,
            finished: self.finished + finished,
            lines: self.lines + (all + finished + relieved) as u64,
        }
    }

    /// The turn within a word of crews that has a line.
    fn within(mut self, mut at_work: u64, finishing: u64, needed: usize, line: u64) -> Self {
        while at_work != 0 {
            let after = self.after(1, finishing >> at_work.trailing_zeros() & 1, needed);
            if after.lines > line {
                break;
            }
            self = after;
            at_work &= at_work - 1;
        }
        self
    }
}
