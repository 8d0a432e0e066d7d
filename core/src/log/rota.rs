//! Which crew builds which section: rule 5, crews that finish on the same day choose in ascending
//! number.
//!
//! Not here: on which days (the schedule).

use super::pool::Pool;
use crate::ledger::Ledger;
use crate::schedule::listed;

/// Which crew builds which section, 8 bytes a section. It costs a pass over all sections, so it is
/// kept by who asks for line after line.
#[derive(Clone, Debug)]
pub struct Rota {
    /// Unfinished sections (indices from 0, wall order) in the order in which they are taken.
    list: Vec<u32>,
    /// By section, wall order: the crew, from 1; 0 for a section that starts finished.
    crews: Vec<u32>,
    /// Whether the crews stand in the order of the list: each has one section.
    in_list_order: bool,
}

impl Rota {
    /// The crews of a simulated wall.
    pub fn new(ledger: &Ledger) -> Self {
        let (config, schedule) = (ledger.config(), ledger.schedule());
        let heights = config.wall().heights();
        let list = listed(config, schedule.effort(), schedule.workload());
        let in_list_order = schedule.crews_used() as usize == list.len();
        let mut crews = vec![0; heights.len()];
        if in_list_order {
            (1u32..).zip(&list).for_each(|(crew, &section)| crews[section as usize] = crew);
        } else {
            let mut pool = Pool::new(schedule.crews_used(), schedule.workload());
            let mut sections = list.iter();
            let days_of = |section: u32| schedule.effort().days(heights[section as usize]);
            while sections.len() > 0 {
                pool.send(|crew| {
                    let &section = sections.next()?;
                    crews[section as usize] = crew;
                    Some((days_of(section), section))
                });
                pool.go_on(true);
            }
        }
        Self { list, crews, in_list_order }
    }

    /// The crew (from 1) that builds a section (index from 0, wall order); none for a section that
    /// starts finished or is not of the wall.
    pub fn crew_of(&self, section: usize) -> Option<u32> {
        Some(self.crew(section)).filter(|&crew| crew > 0)
    }

    /// Bytes held.
    pub fn bytes(&self) -> usize {
        size_of_val(self.list.as_slice()) + size_of_val(self.crews.as_slice())
    }

    /// As [`Rota::crew_of`], 0 for none.
    #[inline]
    pub(crate) fn crew(&self, section: usize) -> u32 {
        self.crews.get(section).copied().unwrap_or(0)
    }

    /// The unfinished sections (indices from 0) in the order in which they are taken.
    pub(crate) fn list(&self) -> &[u32] {
        &self.list
    }

    /// Whether crew c builds the c-th section of the list and no other.
    pub(crate) fn in_list_order(&self) -> bool {
        self.in_list_order
    }
}
