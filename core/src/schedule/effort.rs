//! What a section asks for by its height, and what a wall asks for in all.
//!
//! Not here: days on the calendar; nothing of this depends on the crews.

use crate::config::{HEIGHT_MOST, Parameters, Wall};
use crate::gather::STRETCH;

/// One more than the highest height, rounded up so that a masked height is always an index.
const HEIGHTS: usize = (HEIGHT_MOST as usize + 1).next_power_of_two();

/// Days and feet of work by start height, looked up rather than divided: rule 2 of the model.
#[derive(Clone, Debug)]
pub struct Effort {
    by_height: Box<[Need; HEIGHTS]>,
    target: u16,
    rate: u16,
}

/// What a section of one height needs.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Need {
    /// Days of work; 0 for a section that starts finished.
    pub(crate) days: u16,
    /// Feet by which the last day falls short of the build rate.
    pub(crate) short: u16,
}

impl Effort {
    /// The effort by height under these parameters.
    pub fn new(parameters: &Parameters) -> Self {
        let (target, rate) = (parameters.target_height(), parameters.build_rate());
        let mut by_height = Box::new([Need::default(); HEIGHTS]);
        for (height, need) in (0..target).zip(by_height.iter_mut()) {
            let feet = target - height;
            let rest = feet % rate;
            *need = Need { days: feet.div_ceil(rate), short: if rest == 0 { 0 } else { rate - rest } };
        }
        Self { by_height, target, rate }
    }

    /// What a section of this height needs.
    #[inline]
    pub(crate) fn need(&self, height: u16) -> Need {
        self.by_height[usize::from(height) % HEIGHTS]
    }

    /// Days of work on a section of this height; 0 for one that starts finished.
    #[inline]
    pub fn days(&self, height: u16) -> u16 {
        self.need(height).days
    }

    /// Feet that a section of this height needs.
    #[inline]
    pub fn feet(&self, height: u16) -> u16 {
        self.target.saturating_sub(height)
    }

    /// Feet that a crew adds on a full day.
    pub fn rate(&self) -> u16 {
        self.rate
    }
}

/// The work of a whole wall, however many crews do it.
#[derive(Clone, Debug)]
pub struct Workload {
    /// Sections that start below the target height.
    pub unfinished: u32,
    /// Days of work on all sections together.
    pub crew_days: u64,
    /// Feet to build.
    pub feet: u64,
    /// Days of work on the longest section.
    pub longest: u16,
    /// Whether every section's last day is a full one, so that no curve ripples.
    pub even: bool,
    /// How many sections take so many days.
    by_days: Vec<u32>,
}

impl Workload {
    /// Adds up the sections of a wall.
    pub fn new(effort: &Effort, wall: &Wall) -> Self {
        let mut work = Self {
            unfinished: 0,
            crew_days: 0,
            feet: 0,
            longest: 0,
            even: true,
            by_days: vec![0; usize::from(effort.days(0)) + 1],
        };
        for (height, sections) in (0u16..).zip(count_heights(wall.heights(), effort.target)) {
            let (days, feet) = (effort.days(height), effort.feet(height));
            if days == 0 || sections == 0 {
                continue;
            }
            work.unfinished += sections;
            work.crew_days += u64::from(sections) * u64::from(days);
            work.feet += u64::from(sections) * u64::from(feet);
            work.longest = work.longest.max(days);
            work.even &= effort.need(height).short == 0;
            if let Some(count) = work.by_days.get_mut(usize::from(days)) {
                *count += sections;
            }
        }
        work
    }

    /// How many sections take so many days.
    pub fn sections_of(&self, days: u16) -> u32 {
        self.by_days.get(usize::from(days)).copied().unwrap_or(0)
    }

    /// So many crews are done by then, whatever the order: no section starts later than on the day
    /// after the work before it, shared out (Graham 1966).
    pub(crate) fn at_most(&self, crews: u32) -> u64 {
        self.crew_days / u64::from(crews.max(1)) + u64::from(self.longest)
    }

    /// No `crews` can be done earlier: max(longest section, ⌈crew-days ÷ crews⌉) (Graham 1969).
    pub fn lower_bound(&self, crews: u32) -> u64 {
        let shared = if crews == 0 { 0 } else { self.crew_days.div_ceil(u64::from(crews)) };
        shared.max(u64::from(self.longest))
    }
}

/// How many sections stand at each height from 0 to the target. Four counters a height, so that
/// a run of equal heights does not wait for its own last addition.
fn count_heights(heights: &[u16], target: u16) -> Vec<u32> {
    let mut lanes = vec![[0u32; 4]; usize::from(target) + 1];
    heights.chunks(STRETCH).for_each(|part| count_part(part, &mut lanes));
    lanes.into_iter().map(|counts| counts.iter().sum()).collect()
}

#[inline(never)]
fn count_part(heights: &[u16], lanes: &mut [[u32; 4]]) {
    for four in heights.chunks(4) {
        for (lane, &height) in four.iter().enumerate() {
            if let Some(counts) = lanes.get_mut(usize::from(height)) {
                counts[lane & 3] += 1;
            }
        }
    }
}
