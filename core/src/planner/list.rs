//! The list that crews take their sections from, as days of work, with tallies along it so that
//! many sections that start on one day are counted at once.
//!
//! Not here: when they start (the pass).

use crate::config::{Dispatch, Wall};
use crate::schedule::{Effort, Workload, order};

/// Sections between two marks at the least.
const MARK_LEAST: usize = 32;

/// The unfinished sections in the order of the list.
#[derive(Clone, Debug)]
pub(crate) struct List {
    days: Vec<u16>,
    /// Feet by which each section's last day falls short of the rate; empty where none does.
    short: Vec<u16>,
    pub(crate) rate: u64,
    pub(crate) longest: usize,
    /// Sections from one mark to the next.
    pub(super) mark: usize,
    /// By mark: how many of the sections before it take 1, 2, … `longest` days.
    tally: Vec<u32>,
    /// By mark: the feet by which those sections fall short, likewise; empty where none does.
    short_tally: Vec<u64>,
}

/// Sections that start on one day: some one by one, and those from one mark to another.
pub(super) struct Block<'a> {
    /// Sections before the first mark and from the last on: days, and feet short where any are.
    pub(super) single: [(&'a [u16], &'a [u16]); 2],
    /// Tallies at the two marks, by days from 1.
    pub(super) tally: [&'a [u32]; 2],
    /// Feet short at the two marks, by days from 1; empty where none are.
    pub(super) short_tally: [&'a [u64]; 2],
}

impl List {
    pub(super) fn new(wall: &Wall, effort: &Effort, workload: &Workload, dispatch: Dispatch) -> Self {
        let longest = usize::from(workload.longest);
        let mut list = Self {
            days: Vec::with_capacity(workload.unfinished as usize),
            short: Vec::new(),
            rate: u64::from(effort.rate()),
            longest,
            mark: MARK_LEAST.max(2 * longest),
            tally: Vec::new(),
            short_tally: Vec::new(),
        };
        let mut add = |height: u16| {
            let need = effort.need(height);
            if need.days > 0 {
                list.days.push(need.days);
                if !workload.even {
                    list.short.push(need.short);
                }
            }
        };
        let heights = wall.heights();
        match order(dispatch, effort, workload, wall) {
            None => heights.iter().for_each(|&height| add(height)),
            Some(order) => {
                order.iter().filter_map(|&section| heights.get(section as usize)).for_each(|&h| add(h));
            }
        }
        list.tally = tallied(&list.days, list.mark, longest, |_| 1);
        if !workload.even {
            let short = |section: usize| list.short.get(section).map_or(0, |&feet| u64::from(feet));
            list.short_tally = tallied(&list.days, list.mark, longest, short);
        }
        list
    }

    /// How many sections there are.
    pub(crate) fn len(&self) -> usize {
        self.days.len()
    }

    /// Days of work by section.
    pub(crate) fn days(&self) -> &[u16] {
        &self.days
    }

    /// Feet by which the last day of each section falls short; empty where none does.
    pub(crate) fn short(&self) -> &[u16] {
        &self.short
    }

    /// The most crews, 1 at the least, that add no more than so many feet on day 1.
    pub(super) fn crews_on_day_1(&self, feet: u64) -> u32 {
        let short = |section: usize| self.short.get(section).map_or(0, |&feet| u64::from(feet));
        let first = |(section, &days)| self.rate - if days == 1 { short(section) } else { 0 };
        let mut rest = Some(feet);
        let firsts = self.days.iter().enumerate().map(first);
        let crews = firsts
            .take_while(|&feet| {
                rest = rest.and_then(|rest| rest.checked_sub(feet));
                rest.is_some()
            })
            .count();
        u32::try_from(crews).unwrap_or(u32::MAX).max(1)
    }

    /// The sections `from .. from + count`, cut at the marks.
    pub(super) fn block(&self, from: usize, count: usize) -> Block<'_> {
        let until = from + count;
        let (first, last) = (from.div_ceil(self.mark), until / self.mark);
        if first >= last {
            let single = [self.single(from, until), self.single(until, until)];
            return Block { single, tally: [&[], &[]], short_tally: [&[], &[]] };
        }
        let single = [self.single(from, first * self.mark), self.single(last * self.mark, until)];
        let row = |mark: usize| mark * self.longest..(mark + 1) * self.longest;
        Block {
            single,
            tally: [first, last].map(|mark| self.tally.get(row(mark)).unwrap_or_default()),
            short_tally: [first, last].map(|mark| self.short_tally.get(row(mark)).unwrap_or_default()),
        }
    }

    pub(super) fn single(&self, from: usize, until: usize) -> (&[u16], &[u16]) {
        let part = |of| -> &[u16] { <[u16]>::get(of, from..until).unwrap_or_default() };
        (part(&self.days), part(&self.short))
    }
}

/// At every `mark` sections, a row of what the sections before it amount to, by days from 1.
fn tallied<T: Copy + Default + std::ops::AddAssign>(
    days: &[u16],
    mark: usize,
    longest: usize,
    amount: impl Fn(usize) -> T,
) -> Vec<T> {
    let mut row = vec![T::default(); longest];
    let mut rows = Vec::with_capacity((days.len() / mark + 1) * longest);
    for (section, &days) in days.iter().enumerate() {
        if section.is_multiple_of(mark) {
            rows.extend_from_slice(&row);
        }
        if let Some(sum) = usize::from(days).checked_sub(1).and_then(|index| row.get_mut(index)) {
            *sum += amount(section);
        }
    }
    if days.len().is_multiple_of(mark) {
        rows.extend_from_slice(&row);
    }
    rows
}
