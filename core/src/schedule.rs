//! Who builds where, when: the start day of every section.
//!
//! Rules 4 to 6 of the model. With crews that each work on one section at a time and take the next
//! of a list, this is list scheduling on identical machines (Graham 1966). Start days never
//! decrease along the list, so one pass with a ring of "crews free on day d", as long as the
//! longest section, gives them all in O(sections + days). Crew numbers matter to no figure; they
//! are the work log's business.
//!
//! Not here: feet and ice by day (the ledger).

mod dispatch;
mod effort;
pub(crate) mod ring;

use std::ops::Range;

use crate::config::{Config, Parameters, Wall};
use crate::control::{Cancelled, Unwatched, Watch};
use crate::gather::STRETCH;
use crate::units::{Day, Fraction};

pub(crate) use dispatch::{Queue, Taken, Ticket, list as order};
pub use effort::{Effort, Workload};
use ring::Ring;

/// The start day of every section, and what follows from it for the whole wall.
#[derive(Clone, Debug)]
pub struct Schedule {
    effort: Effort,
    workload: Workload,
    starts: Starts,
    crews: u32,
    makespan: u64,
    last_start: u64,
    tail: Vec<u32>,
}

impl Schedule {
    /// Schedules every section of a wall.
    ///
    /// # Errors
    /// [`Cancelled`] when `watch` says so.
    pub fn new(config: &Config, watch: &dyn Watch) -> Result<Self, Cancelled> {
        let (parameters, wall) = (config.parameters(), config.wall());
        let effort = Effort::new(parameters);
        let workload = Workload::new(&effort, wall);
        let crews = crews(parameters, &workload);
        let mut starts = Starts::default();
        if crews < workload.unfinished {
            starts = Starts::of(wall.heights().len(), &workload, crews);
        }
        let end = pass(parameters, wall, &effort, &workload, watch, &mut starts)?;
        Ok(Self {
            effort,
            workload,
            starts,
            crews,
            makespan: end.makespan,
            last_start: end.last_start,
            tail: end.tail,
        })
    }

    /// What a section of each height asks for.
    pub fn effort(&self) -> &Effort {
        &self.effort
    }

    /// The work of the whole wall, however many crews do it.
    pub fn workload(&self) -> &Workload {
        &self.workload
    }

    /// Crews, those never used included; without a pool, the unfinished sections.
    pub fn crews(&self) -> u32 {
        self.crews
    }

    /// Crews that get a section at all.
    pub fn crews_used(&self) -> u32 {
        self.crews.min(self.workload.unfinished)
    }

    /// The last day on which a foot is added; 0 for a wall that starts finished.
    pub fn makespan(&self) -> u64 {
        self.makespan
    }

    /// The last day on which a section is started; 0 for a wall that starts finished.
    pub(crate) fn last_start(&self) -> u64 {
        self.last_start
    }

    /// The first day of work on a section of index `section` (from 0, wall order). Meaningless
    /// for a section that starts finished.
    pub(crate) fn start(&self, section: usize) -> u64 {
        self.starts.get(section)
    }

    /// The height at the end of a day of a section (index from 0) that starts at this height: rule 2.
    #[inline]
    pub(crate) fn height_on(&self, section: usize, start: u16, day: u64) -> u16 {
        let days = day.saturating_add(1).saturating_sub(self.start(section));
        let (rate, needed) = (u64::from(self.effort.rate()), self.effort.feet(start));
        // No section takes more than 1000 days; the bound keeps the product small.
        start + u16::try_from(days.min(1 << 32) * rate).map_or(needed, |feet| feet.min(needed))
    }

    /// The least and the greatest height at the end of a day of some sections (indices from 0), which
    /// start at these heights.
    pub(crate) fn extremes_on(&self, sections: Range<usize>, heights: &[u16], day: u64) -> (u16, u16) {
        let after = u32::try_from(day.saturating_add(1));
        match (self.starts.width(), after) {
            (Width::Two, Ok(after)) => self.extremes(self.starts.narrow.get(sections), heights, after),
            (Width::Four, Ok(after)) => self.extremes(self.starts.low.get(sections), heights, after),
            _ => {
                let on = sections.zip(heights).map(|(section, &start)| self.height_on(section, start, day));
                on.fold((u16::MAX, 0), |(least, most), height| (least.min(height), most.max(height)))
            }
        }
    }

    /// [`Schedule::extremes_on`] without a branch and in 32 bits, so that several are worked out at once.
    fn extremes<T: Copy + Into<u32>>(&self, starts: Option<&[T]>, heights: &[u16], after: u32) -> (u16, u16) {
        let (target, rate) = (u32::from(self.effort.feet(0)), u32::from(self.effort.rate()));
        let most_days = u32::from(self.effort.days(0));
        let height_on = |(&start, &height): (&T, &u16)| {
            (u32::from(height) + after.saturating_sub(start.into()).min(most_days) * rate).min(target)
        };
        let on = starts.unwrap_or_default().iter().zip(heights).map(height_on);
        let (least, most) =
            on.fold((u32::MAX, 0), |(least, most), height| (least.min(height), most.max(height)));
        let small = |height: u32| u16::try_from(height).unwrap_or(u16::MAX);
        (small(least), small(most))
    }

    /// Whether a section (index from 0) that starts at this height is worked on on a day.
    #[inline]
    pub(crate) fn is_worked_on(&self, section: usize, start: u16, day: u64) -> bool {
        let first = self.start(section);
        first <= day && day - first < u64::from(self.effort.days(start))
    }

    /// The first and last day of work on a section (index from 0, wall order); none for one that
    /// starts finished or is not of the wall.
    pub fn days_of(&self, wall: &Wall, section: usize) -> Option<(Day, Day)> {
        let days = u64::from(self.effort.days(*wall.heights().get(section)?));
        let start = self.start(section);
        (days > 0).then(|| (Day::new(start), Day::new(start + days - 1)))
    }

    /// Crews at work on a day: all that are used until the list is empty, then fewer and fewer.
    pub fn crews_at_work(&self, day: Day) -> u32 {
        let day = day.get();
        if day == 0 || day > self.makespan {
            0
        } else if day < self.last_start {
            self.crews_used()
        } else {
            usize::try_from(day - self.last_start).ok().and_then(|i| self.tail.get(i)).copied().unwrap_or(0)
        }
    }

    /// Crew-days worked before a day.
    pub fn crew_days_before(&self, day: Day) -> u64 {
        let full = day.get().clamp(1, self.last_start.max(1)) - 1;
        let late = usize::try_from(day.get().saturating_sub(self.last_start)).unwrap_or(usize::MAX);
        let late = self.tail.iter().take(late).map(|&crews| u64::from(crews)).sum::<u64>();
        full * u64::from(self.crews_used()) + late
    }

    /// Days in a row with as many crews at work: (first day, days, crews), to the last day.
    pub fn crews_by_day(&self) -> impl Iterator<Item = (u64, u64, u32)> + '_ {
        let full = (self.last_start > 1).then(|| (1, self.last_start - 1, self.crews_used()));
        full.into_iter().chain((self.last_start..).zip(&self.tail).map(|(day, &crews)| (day, 1, crews)))
    }

    /// Whether start days never decrease along the sections of one profile, or of the whole wall.
    pub(crate) fn in_wall_order(&self, parameters: &Parameters, whole: bool) -> bool {
        use crate::config::Dispatch::{FileOrder, LongestFirst, RoundRobin, ShortestFirst};
        self.all_start_on_day_1()
            || match parameters.dispatch() {
                FileOrder => true,
                RoundRobin => !whole,
                LongestFirst | ShortestFirst => false,
            }
    }

    /// Whether there is a crew for every section, so that all work begins on day 1.
    pub(crate) fn all_start_on_day_1(&self) -> bool {
        self.starts.width() == Width::None
    }

    /// Bytes held by the start days.
    pub(crate) fn bytes(&self) -> usize {
        self.starts.bytes()
    }

    /// Crew-days on which a crew stands idle until the wall is finished.
    pub fn idle_crew_days(&self) -> u64 {
        u64::from(self.crews) * self.makespan - self.workload.crew_days
    }

    /// Crew utilisation in tenths of a percent, half up; none where the makespan is 0.
    pub fn utilisation_permille(&self) -> Option<u32> {
        Fraction::of(self.workload.crew_days, u64::from(self.crews) * self.makespan)?.permille()
    }

    /// Lower bound of the makespan with this many crews: the longest section, or the work shared
    /// out evenly (Graham 1969).
    pub fn lower_bound(&self) -> u64 {
        self.workload.lower_bound(self.crews)
    }
}

/// The makespan alone: what [`Schedule::new`] would give, without keeping a start day.
pub fn finish_day(parameters: &Parameters, wall: &Wall) -> u64 {
    let effort = Effort::new(parameters);
    let workload = Workload::new(&effort, wall);
    let mut none_kept = Starts::default();
    pass(parameters, wall, &effort, &workload, &Unwatched, &mut none_kept).map_or(0, |end| end.makespan)
}

/// A day on which the wall is finished at the latest: the work shared out, and the longest section
/// (Graham 1966). It takes one quick look at the heights.
pub(crate) fn finish_day_at_most(parameters: &Parameters, wall: &Wall) -> u64 {
    let workload = Workload::new(&Effort::new(parameters), wall);
    workload.at_most(crews(parameters, &workload))
}

/// Crews of a configuration: the pool's, or one for each unfinished section.
fn crews(parameters: &Parameters, workload: &Workload) -> u32 {
    parameters.crews().unwrap_or(workload.unfinished)
}

/// What the pass over the list leaves behind.
struct End {
    makespan: u64,
    last_start: u64,
    /// Crews at work on `last_start` and each day after it, until the last.
    tail: Vec<u32>,
}

/// Sends every section of the list to the first crew that is free.
fn pass(
    parameters: &Parameters,
    wall: &Wall,
    effort: &Effort,
    workload: &Workload,
    watch: &dyn Watch,
    starts: &mut Starts,
) -> Result<End, Cancelled> {
    let crews = crews(parameters, workload);
    if crews >= workload.unfinished {
        return Ok(all_at_once(workload));
    }
    let mut ring = Ring::new(workload.longest, crews);
    let heights = wall.heights();
    if let Some(list) = dispatch::list(parameters.dispatch(), effort, workload, wall) {
        for (stretch, part) in list.chunks(STRETCH).enumerate() {
            place_listed(part, heights, effort, &mut ring, starts);
            watch.step((stretch * STRETCH + part.len()) as u64, list.len() as u64)?;
        }
    } else {
        for (stretch, part) in heights.chunks(STRETCH).enumerate() {
            let from = stretch * STRETCH;
            place_in_order(from, part, effort, &mut ring, starts);
            watch.step((from + part.len()) as u64, heights.len() as u64)?;
        }
    }
    let (last_start, tail) = ring.tail(crews);
    Ok(End { makespan: last_start + tail.len() as u64 - 1, last_start, tail })
}

#[inline(never)]
fn place_listed(list: &[u32], heights: &[u16], effort: &Effort, ring: &mut Ring, starts: &mut Starts) {
    let days_of = |section: u32| heights.get(section as usize).map_or(0, |&height| effort.days(height));
    let mut sections = list.iter();
    ring.place(list.iter().map(|&section| days_of(section)), |start| {
        sections.next().into_iter().for_each(|&section| starts.set(section as usize, start));
    });
}

#[inline(never)]
fn place_in_order(
    mut section: usize,
    heights: &[u16],
    effort: &Effort,
    ring: &mut Ring,
    starts: &mut Starts,
) {
    ring.place(heights.iter().map(|&height| effort.days(height)), |start| {
        starts.set(section, start);
        section += 1;
    });
}

/// With a crew for each section, all start on day 1 and the order changes nothing.
fn all_at_once(workload: &Workload) -> End {
    let mut at_work = workload.unfinished;
    let tail: Vec<u32> = (1..=workload.longest)
        .map(|day| {
            let today = at_work;
            at_work -= workload.sections_of(day);
            today
        })
        .collect();
    End { makespan: tail.len() as u64, last_start: u64::from(!tail.is_empty()), tail }
}

/// Start days by section: in 2 bytes each, which is enough for most walls, in 4, or in 5 where a wall takes over
/// 2^32 days; nothing at all where every section starts on day 1.
#[derive(Clone, Debug, Default)]
struct Starts {
    narrow: Vec<u16>,
    low: Vec<u32>,
    high: Vec<u8>,
}

/// Bytes of a start day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Width {
    None,
    Two,
    Four,
    Five,
}

impl Starts {
    /// Room for so many sections.
    fn of(sections: usize, workload: &Workload, crews: u32) -> Self {
        let at_most = workload.at_most(crews);
        let mut starts = Self::default();
        if u16::try_from(at_most).is_ok() {
            starts.narrow = vec![0; sections];
            return starts;
        }
        starts.low = vec![0; sections];
        if at_most >= u64::from(u32::MAX) {
            starts.high = vec![0; sections];
        }
        starts
    }

    fn width(&self) -> Width {
        match (self.narrow.is_empty(), self.low.is_empty(), self.high.is_empty()) {
            (true, true, _) => Width::None,
            (false, ..) => Width::Two,
            (_, _, true) => Width::Four,
            (..) => Width::Five,
        }
    }

    fn get(&self, section: usize) -> u64 {
        if let Some(&day) = self.narrow.get(section) {
            return u64::from(day);
        }
        let low = self.low.get(section).map_or(1, |&low| u64::from(low));
        let high = self.high.get(section).map_or(0, |&high| u64::from(high));
        high << 32 | low
    }

    /// Keeps a start day; nothing where no room was made for it.
    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        reason = "there is room for the upper bits where there are any; days stay below 2^40"
    )]
    fn set(&mut self, section: usize, start: u64) {
        if let Some(day) = self.narrow.get_mut(section) {
            *day = start as u16;
            return;
        }
        if let Some(low) = self.low.get_mut(section) {
            *low = start as u32;
        }
        if let Some(high) = self.high.get_mut(section) {
            *high = (start >> 32) as u8;
        }
    }

    fn bytes(&self) -> usize {
        let four = size_of_val(self.low.as_slice());
        size_of_val(self.narrow.as_slice()) + four + size_of_val(self.high.as_slice())
    }
}
