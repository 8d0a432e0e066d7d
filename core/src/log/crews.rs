//! Which crew builds which section: rule 5, crews that finish on the same day choose in ascending
//! number.

use crate::ledger::Ledger;

/// The crew of each section, by its place in the list.
#[derive(Clone, Debug)]
pub(super) struct Crews {
    /// Empty where the crew's number is the place in the list.
    by_place: Vec<u32>,
}

impl Crews {
    pub(super) fn new(ledger: &Ledger, list: &[u32]) -> Self {
        let schedule = ledger.schedule();
        if schedule.crews_used() as usize == list.len() {
            return Self { by_place: Vec::new() };
        }
        let heights = ledger.config().wall().heights();
        let span = usize::from(schedule.workload().longest) + 1;
        // By day on which they are free, as a ring; reversed, so that the lowest number is popped.
        let mut free: Vec<Vec<u32>> = vec![Vec::new(); span];
        let slot = |day: u64| usize::try_from(day % span as u64).unwrap_or(0);
        free[slot(1)] = (1..=schedule.crews_used()).rev().collect();
        let mut sorted = 1;
        let mut by_place = Vec::with_capacity(list.len());
        for &section in list {
            let start = schedule.start(section as usize);
            if start > sorted {
                free[slot(start)].sort_unstable_by(|a, b| b.cmp(a));
                sorted = start;
            }
            let crew = free[slot(start)].pop().unwrap_or(0);
            let days = heights.get(section as usize).map_or(0, |&height| schedule.effort().days(height));
            free[slot(start + u64::from(days))].push(crew);
            by_place.push(crew);
        }
        Self { by_place }
    }

    /// Whether the crews stand in the order of the list.
    pub(super) fn in_list_order(&self) -> bool {
        self.by_place.is_empty()
    }

    pub(super) fn get(&self, place: usize) -> u32 {
        self.by_place.get(place).copied().unwrap_or_else(|| u32::try_from(place + 1).unwrap_or(u32::MAX))
    }
}
