//! Which crew builds which section: rule 5, crews that finish on the same day choose in ascending
//! number.
//!
//! Not here: on which days (the schedule).

use crate::gather::STRETCH;
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
        let mut begun = BegunRota::new(ledger);
        while !begun.step(ledger, usize::MAX) {}
        begun.done()
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

/// A rota being made bit by bit, for those who must not stand still for long. Every step needs the
/// ledger that it was begun with.
#[derive(Clone, Debug)]
pub struct BegunRota {
    rota: Rota,
    /// By day on which they are free, as a ring, in no order. Empty where every section has a crew of
    /// its own.
    free: Vec<Vec<u32>>,
    /// The day of the next section, and the crews free on it, in order; so many of them have been sent.
    day: u64,
    today: Vec<u32>,
    sent_today: usize,
    /// A bit for each crew, all clear between two days.
    marks: Vec<u64>,
    /// How many sections of the list have their crew.
    sent: usize,
}

impl BegunRota {
    /// Begins.
    pub fn new(ledger: &Ledger) -> Self {
        let (config, schedule) = (ledger.config(), ledger.schedule());
        let list = listed(config, schedule.effort());
        let in_list_order = schedule.crews_used() as usize == list.len();
        let (mut free, mut marks) = (Vec::new(), Vec::new());
        if !in_list_order {
            // A power of two, so that a day's place takes no division.
            let span = (usize::from(schedule.workload().longest) + 1).next_power_of_two();
            free = vec![Vec::new(); span];
            marks = vec![0; schedule.crews_used() as usize / 64 + 1];
        }
        let today = if in_list_order { Vec::new() } else { (1..=schedule.crews_used()).collect() };
        let crews = vec![0; config.wall().heights().len()];
        let rota = Rota { list, crews, in_list_order };
        Self { rota, free, day: 1, today, sent_today: 0, marks, sent: 0 }
    }

    /// Sends crews to the next sections of the list, so many at the most; tells whether it is
    /// complete.
    pub fn step(&mut self, ledger: &Ledger, sections: usize) -> bool {
        let until = self.sent.saturating_add(sections).min(self.rota.list.len());
        while self.sent < until {
            self.send(ledger, until.min(self.sent + STRETCH));
        }
        until == self.rota.list.len()
    }

    #[inline(never)]
    fn send(&mut self, ledger: &Ledger, until: usize) {
        for place in self.sent..until {
            let section = self.rota.list[place];
            let crew = match self.free.len() {
                0 => u32::try_from(place + 1).unwrap_or(u32::MAX),
                span => self.next_crew(ledger, section, span),
            };
            self.rota.crews[section as usize] = crew;
        }
        self.sent = until;
    }

    /// The rota; a part of one before it is complete.
    pub fn done(self) -> Rota {
        self.rota
    }

    /// The free crew of the lowest number, which comes back when the section is finished.
    fn next_crew(&mut self, ledger: &Ledger, section: u32, span: usize) -> u32 {
        let (schedule, heights) = (ledger.schedule(), ledger.config().wall().heights());
        let start = schedule.start(section as usize);
        if start > self.day {
            // Whoever was free before has been sent: else no section would wait until this day.
            (self.day, self.sent_today) = (start, 0);
            self.today.clear();
            std::mem::swap(&mut self.today, &mut self.free[slot(start, span)]);
            in_number_order(&mut self.today, &mut self.marks);
        }
        let crew = self.today.get(self.sent_today).copied().unwrap_or(0);
        self.sent_today += 1;
        let days = heights.get(section as usize).map_or(0, |&height| schedule.effort().days(height));
        self.free[slot(start + u64::from(days), span)].push(crew);
        crew
    }
}

/// Sorts crews by their number. Where there are many, a look at every crew's mark is quicker: 2,000,000
/// sections and 1,000 crews take a third less time.
fn in_number_order(crews: &mut Vec<u32>, marks: &mut [u64]) {
    if crews.len() * 4 < marks.len() {
        crews.sort_unstable();
        return;
    }
    for crew in crews.drain(..) {
        if let Some(word) = marks.get_mut(crew as usize / 64) {
            *word |= 1 << (crew % 64);
        }
    }
    for (first, word) in (0u32..).step_by(64).zip(marks) {
        let mut rest = std::mem::take(word);
        while rest != 0 {
            crews.push(first + rest.trailing_zeros());
            rest &= rest - 1;
        }
    }
}

/// A day's place in a ring of so many days, a power of two.
#[expect(clippy::cast_possible_truncation, reason = "the remainder is below `span`")]
fn slot(day: u64, span: usize) -> usize {
    day as usize & (span - 1)
}
