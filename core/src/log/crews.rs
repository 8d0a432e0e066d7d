//! Which crew builds which section: rule 5, crews that finish on the same day choose in ascending
//! number.

use crate::ledger::Ledger;

/// The crew of each section, by its place in the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Crews {
    /// Empty where the crew's number is the place in the list.
    by_place: Vec<u32>,
}

/// Sends the crews to the sections, some at a time.
#[derive(Clone, Debug)]
pub(super) struct Sending {
    /// By day on which they are free, as a ring; reversed, so that the lowest number is popped. Empty
    /// where every section has a crew of its own.
    free: Vec<Vec<u32>>,
    /// The day up to which the crews of a day are in order.
    sorted: u64,
    by_place: Vec<u32>,
}

impl Sending {
    pub(super) fn new(ledger: &Ledger, list: &[u32]) -> Self {
        let schedule = ledger.schedule();
        let mut free = Vec::new();
        if schedule.crews_used() as usize != list.len() {
            free = vec![Vec::new(); usize::from(schedule.workload().longest) + 1];
            let first = slot(1, free.len());
            free[first] = (1..=schedule.crews_used()).rev().collect();
        }
        let by_place = Vec::with_capacity(if free.is_empty() { 0 } else { list.len() });
        Self { free, sorted: 1, by_place }
    }

    /// Sends crews to the next sections of the list, so many at the most; tells whether that was all.
    pub(super) fn step(&mut self, ledger: &Ledger, list: &[u32], sections: usize) -> bool {
        let (schedule, span) = (ledger.schedule(), self.free.len());
        if span == 0 {
            return true;
        }
        let heights = ledger.config().wall().heights();
        let rest = list.get(self.by_place.len()..).unwrap_or_default();
        for &section in rest.iter().take(sections) {
            let start = schedule.start(section as usize);
            let today = slot(start, span);
            if start > self.sorted {
                self.free[today].sort_unstable_by(|a, b| b.cmp(a));
                self.sorted = start;
            }
            let crew = self.free[today].pop().unwrap_or(0);
            let days = heights.get(section as usize).map_or(0, |&height| schedule.effort().days(height));
            self.free[slot(start + u64::from(days), span)].push(crew);
            self.by_place.push(crew);
        }
        self.by_place.len() == list.len()
    }

    pub(super) fn done(self) -> Crews {
        Crews { by_place: self.by_place }
    }
}

fn slot(day: u64, span: usize) -> usize {
    usize::try_from(day % span as u64).unwrap_or(0)
}

impl Crews {
    /// Whether the crews stand in the order of the list.
    pub(super) fn in_list_order(&self) -> bool {
        self.by_place.is_empty()
    }

    pub(super) fn get(&self, place: usize) -> u32 {
        self.by_place.get(place).copied().unwrap_or_else(|| u32::try_from(place + 1).unwrap_or(u32::MAX))
    }
}
