//! What the workshop keeps between jobs, and what a job does with it.
//!
//! Not here: JavaScript values (the transport), rules of the model (the core).

use icewall_answers as answers;
use icewall_answers::progress::Phase;
use icewall_core::input;
use icewall_core::ledger::Ledger;
use icewall_core::link;
use icewall_protocol::Setting;
use icewall_protocol::workshop::{Job, Made};

use crate::charts;
use crate::compare;
use crate::export::Exporter;
use crate::goals::goals;
use crate::log::LogBook;
use crate::milestones::MilestoneBook;
use crate::plan;
use crate::risk::risk;
use crate::sheets::Sheet;
use crate::speed::Trials;
use crate::views::Views;
use crate::wall::Wall;
use crate::why;

/// The phases of taking a wall, as stretches of the whole in per mille.
const READ: Phase = Phase { from: 0, to: 550 };
const SIMULATE: Phase = Phase { from: 550, to: 1000 };

/// The wall that is shown.
#[derive(Default)]
pub(crate) struct Workshop {
    wall: Option<Wall>,
    /// The file that is being made of it.
    file: Option<Exporter>,
    log: LogBook,
    milestones: MilestoneBook,
    views: Views,
    trials: Trials,
}

impl Workshop {
    /// Does a job; `text` is the wall's where the job takes one.
    pub(crate) fn work(&mut self, job: Job, text: impl FnOnce() -> Vec<u8>) -> (Made, Vec<Sheet>) {
        let done = match job {
            Job::Wall { settings } => (self.take(&settings, &text()), Vec::new()),
            other => self.about(&other).unwrap_or((Made::Nothing, Vec::new())),
        };
        log::debug!("the workshop holds {} bytes", self.bytes());
        done
    }

    /// Bytes held between jobs; a file that is being made is not counted.
    pub(crate) fn bytes(&self) -> usize {
        self.wall.as_ref().map_or(0, Wall::bytes)
            + self.views.bytes()
            + self.log.bytes()
            + self.milestones.bytes()
    }

    /// What is asked about the wall; none where there is no wall.
    fn about(&mut self, job: &Job) -> Option<(Made, Vec<Sheet>)> {
        let wall = self.wall.as_ref()?;
        let ledger = wall.ledger();
        let made = match *job {
            Job::Wall { .. } => return None,
            Job::Export(export) => {
                return Some(self.file.insert(Exporter::new(wall, export)).piece(wall));
            }
            Job::MoreOfExport => return self.file.as_mut().map(|file| file.piece(wall)),
            Job::LogFile(ref filter, file) => {
                let text = self.log.file(wall, filter, file);
                return Some(self.file.insert(text).piece(wall));
            }
            Job::Log(ref filter, ref job) => Made::Log(self.log.work(wall, filter, job)),
            Job::Milestones(order, job) => Made::Milestones(self.milestones.work(wall, order, job)?),
            Job::MilestonesFile { order, most } => {
                let text = self.milestones.file(wall, order, most)?;
                return Some(self.file.insert(text).piece(wall));
            }
            Job::Prepare => {
                self.views.prepare(wall);
                log::debug!("the workshop is prepared");
                Made::Prepared
            }
            Job::Link => Made::Link(link::pack(ledger.config())),
            Job::View(job) => return self.views.work(wall, job),
            Job::Terms { day } => Made::Terms(why::terms(wall, day)),
            Job::MilestoneTerms { profile, day } => {
                Made::MilestoneTerms(Box::new(why::milestone_terms(wall, profile, day)?))
            }
            Job::Charts(job) => return Some(charts::work(ledger, job)),
            Job::Compare(ref job) => Made::Compare(compare::work(ledger, job)?),
            Job::Staircase { ref by } => plan::staircase(ledger, by),
            Job::Orders { crews } => plan::orders(ledger, crews),
            Job::Goals(ref typed) => goals(ledger, typed),
            Job::Risk(ref typed) => risk(ledger, typed),
            Job::Speed(trial) => self.trials.run(trial),
            Job::Days { from, count, profiles } => Made::Days(answers::days(ledger, from, count, profiles)),
            Job::Profiles { from, count } => Made::Profiles(answers::profiles(ledger, from, count)),
        };
        Some((made, Vec::new()))
    }

    fn take(&mut self, settings: &[Setting], text: &[u8]) -> Made {
        // Two large walls at once might not fit into the memory.
        self.wall = None;
        self.file = None;
        self.log = LogBook::default();
        self.milestones = MilestoneBook::default();
        self.views = Views::default();
        let base = answers::base(settings);
        let config = input::read(text, &base, &READ).ok().and_then(|reading| reading.config);
        self.wall = config.and_then(|config| Ledger::new(config, &SIMULATE).ok()).map(Wall::new);
        log::debug!("the workshop took a wall");
        Made::Wall { faultless: self.wall.is_some() }
    }
}

#[cfg(test)]
mod tests {
    use icewall_protocol::workshop::{
        LogFilter, LogJob, MilestoneColumn, MilestoneJob, MilestoneOrder, ViewJob,
    };

    use super::*;

    fn take(workshop: &mut Workshop, text: &str) -> Made {
        workshop.work(Job::Wall { settings: Vec::new() }, || text.as_bytes().to_vec()).0
    }

    #[test]
    fn a_wall_is_taken_and_one_with_a_fault_is_none() {
        let mut workshop = Workshop::default();
        assert_eq!(take(&mut workshop, "21 25 28\n17"), Made::Wall { faultless: true });
        assert_eq!(workshop.work(Job::Prepare, Vec::new).0, Made::Prepared);
        let days = Job::Days { from: 1, count: 2, profiles: 0 };
        let Made::Days(rows) = workshop.work(days.clone(), Vec::new).0 else { panic!("rows") };
        assert_eq!((rows.len(), rows[0].ice), (2, 780));
        assert_eq!(take(&mut workshop, "21 2O"), Made::Wall { faultless: false });
        assert_eq!(workshop.work(days, Vec::new).0, Made::Nothing);
    }

    /// So many sections in profiles of a length, with a start height of 0 to 29 feet each.
    fn lines(sections: u32, long: u32) -> String {
        let height = |section: u32| section.wrapping_mul(2_654_435_761) >> 16;
        let end = |section: u32| if (section + 1).is_multiple_of(long) { "\n" } else { " " };
        (0..sections)
            .flat_map(|section| [(height(section) % 30).to_string(), end(section).to_owned()])
            .collect()
    }

    /// A job for each view, as the rooms ask.
    fn of_all_views(sections: u32) -> Vec<Job> {
        let all = LogFilter { added: true, completed: true, relieved: true, ..LogFilter::default() };
        let few = LogFilter { sections: Some((1, sections / 2)), ..all.clone() };
        let lines = LogJob::Lines { from: u64::from(sections) * 7, count: 40 };
        let order = MilestoneOrder { by: MilestoneColumn::Finish, greatest_first: true, day: 9 };
        let (whole, days, columns) = ((1, sections), (1, u64::MAX), 1200);
        vec![
            Job::Prepare,
            Job::View(ViewJob::Skyline { first: 1, last: sections, columns, day: 9 }),
            Job::View(ViewJob::Diagram {
                sections: whole,
                days,
                wide: columns,
                high: 420,
                by_profile: false,
                days_across: false,
            }),
            Job::View(ViewJob::Resources { days, columns }),
            Job::View(ViewJob::Crews { first: 1, count: 20, days, columns }),
            Job::Milestones(order, MilestoneJob::Rows { from: 1, count: 25 }),
            Job::Log(few, lines.clone()),
            Job::Log(all, lines),
        ]
    }

    /// What the engine and the workshop hold together of so many sections, with all views open.
    fn held_together(sections: u32, long: u32, values: &[(&str, &str)]) -> usize {
        let mut workshop = Workshop::default();
        let setting = |&(key, value): &(&str, &str)| Setting { key: key.to_owned(), value: value.to_owned() };
        let wall = Job::Wall { settings: values.iter().map(setting).collect() };
        let made = workshop.work(wall, || lines(sections, long).into_bytes()).0;
        assert_eq!(made, Made::Wall { faultless: true });
        for job in of_all_views(sections) {
            assert_ne!(workshop.work(job.clone(), Vec::new).0, Made::Nothing, "{job:?}");
        }
        // The engine holds the same of the wall itself.
        workshop.bytes() + workshop.wall.map_or(0, |wall| wall.ledger().bytes())
    }

    #[test]
    fn all_views_and_the_engine_together_hold_few_bytes_a_section() {
        for (sections, long, crews, dispatch, most) in [
            (200_000, 2000, "1000", "file_order", 32),
            (2_100_000, 2000, "1000", "file_order", 16),
            (2_100_000, 2000, "1000000", "longest_first", 16),
            (2_100_000, 2000, "1000", "round_robin", 16),
            (2_100_000, 2000, "3", "file_order", 16),
            (2_100_000, 2000, "3", "longest_first", 18),
            (2_100_000, 2000, "", "file_order", 16),
            (2_100_000, 1, "1000", "file_order", 16),
            (2_100_000, 1, "1000", "longest_first", 18),
        ] {
            let held = held_together(sections, long, &[("num_teams", crews), ("dispatch", dispatch)]);
            assert!(held <= most * sections as usize, "{held} bytes for {sections} sections, {dispatch}");
            assert!(held > 5 * sections as usize, "the wall is held twice");
        }
    }
}
