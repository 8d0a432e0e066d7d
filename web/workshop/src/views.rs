//! The pictures' jobs: the skyline on a day, the facts of a section. The outline is kept, so that a picture that
//! moves finds it ready.
//!
//! No rule of the model stands here, and no colour.

use icewall_core::ledger::Ledger;
use icewall_core::log::WorkLog;
use icewall_core::units::{CubicYards, Day, Feet, GoldDragons};
use icewall_core::views::elevation::{self, Heights};
use icewall_core::views::facts::Facts;
use icewall_core::views::{Columns, Outline};
use icewall_protocol::workshop::{Made, SectionFacts, Skyline, ViewJob, ViewMade};

use crate::sheets::Sheet;
use crate::wall::Wall;

/// The most columns that a picture has.
const COLUMNS_MOST: u32 = 8192;

/// What is kept of one wall.
#[derive(Default)]
pub(crate) struct Views {
    outline: Option<Outline>,
}

impl Views {
    /// Does a job about a wall; none where the wall has no such section. The wall must always be the
    /// same one.
    pub(crate) fn work(&mut self, wall: &Wall, job: ViewJob) -> Option<(Made, Vec<Sheet>)> {
        let ledger = wall.ledger();
        match job {
            ViewJob::Skyline { first, last, columns, day } => {
                let outline = self.outline.get_or_insert_with(|| Outline::new(ledger));
                let sections = columns_of(ledger, first, last, columns)?;
                let (told, sheets) = skyline(&wall.log(), outline, &sections, day);
                Some((Made::View(ViewMade::Skyline(told)), sheets))
            }
            ViewJob::Facts { section, day } => {
                let section = usize::try_from(section.checked_sub(1)?).ok()?;
                let facts = Facts::new(ledger, wall.rota(), section, Day::new(day))?;
                Some((Made::View(ViewMade::Facts(told(&facts, day))), Vec::new()))
            }
        }
    }
}

/// Sections, numbered from 1, in columns: as far as the wall has them; none where it has none of them.
fn columns_of(ledger: &Ledger, first: u32, last: u32, most: u32) -> Option<Columns> {
    let all = ledger.config().wall().heights().len() as u64;
    let columns = Columns::new(u64::from(first.max(1)) - 1..u64::from(last).min(all), most.min(COLUMNS_MOST));
    (!columns.is_empty()).then_some(columns)
}

fn skyline(log: &WorkLog<'_>, outline: &Outline, sections: &Columns, day: u64) -> (Skyline, Vec<Sheet>) {
    let ledger = log.ledger();
    let heights = |day| elevation::heights(ledger, outline, sections, day);
    let at_work = elevation::at_work(log, outline, sections, day, 0);
    let window = sections.window();
    let small = |section: u64| u32::try_from(section).unwrap_or(u32::MAX);
    let told = Skyline {
        first: small(window.start + 1),
        last: small(window.end),
        columns: small(sections.len() as u64),
        day,
        target: ledger.config().parameters().target_height(),
        crews: at_work.crews,
        worktime_micros: ledger.config().parameters().cpu_worktime_micros(),
    };
    let sheets = vec![
        of_heights(&heights(0)),
        of_heights(&heights(day)),
        of_counts(&at_work.by_column),
        of_counts(&elevation::profiles_begun(ledger, sections)),
    ];
    (told, sheets)
}

fn of_heights(heights: &Heights) -> Sheet {
    let rows = heights.first.iter().zip(&heights.least).zip(heights.most.iter().zip(&heights.last));
    let row = |((first, least), (most, last))| [first, least, most, last];
    Sheet(rows.flat_map(row).flat_map(|height: &u16| height.to_le_bytes()).collect())
}

fn of_counts(counts: &[u32]) -> Sheet {
    Sheet(counts.iter().flat_map(|count| count.to_le_bytes()).collect())
}

fn told(facts: &Facts, day: u64) -> SectionFacts {
    SectionFacts {
        section: facts.section,
        profile: facts.profile,
        position: facts.position,
        day,
        start: Feet::get(facts.start),
        height: Feet::get(facts.height),
        feet: Feet::get(facts.feet),
        ice: CubicYards::get(facts.ice),
        cost: GoldDragons::get(facts.cost),
        days: facts.days.map(|(first, last)| (first.get(), last.get())),
        crew: facts.crew,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icewall_core::config::Config;
    use icewall_core::control::Unwatched;

    fn ask(job: ViewJob) -> Option<(Made, Vec<Sheet>)> {
        let wall = Wall::new(Ledger::new(Config::default(), &Unwatched).expect("not called off"));
        Views::default().work(&wall, job)
    }

    fn heights(Sheet(bytes): &Sheet) -> Vec<u16> {
        bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect()
    }

    #[test]
    fn the_example_on_day_5_is_a_skyline() {
        let job = ViewJob::Skyline { first: 1, last: 9, columns: 900, day: 5 };
        let Some((Made::View(ViewMade::Skyline(told)), sheets)) = ask(job) else { panic!("a skyline") };
        assert_eq!((told.first, told.last, told.columns, told.target), (1, 9, 9, 30));
        // Section 3 was finished on day 2; section 2 is on its last day.
        assert_eq!((told.crews, told.worktime_micros), (8, 10_000));
        let of_first = |sheet: &Sheet| heights(sheet).chunks(4).map(|row| row[0]).collect::<Vec<_>>();
        assert_eq!(of_first(&sheets[0]), [21, 25, 28, 17, 17, 22, 17, 19, 17]);
        assert_eq!(of_first(&sheets[1]), [26, 30, 30, 22, 22, 27, 22, 24, 22]);
        let begun: Vec<_> = sheets[3].0.chunks(4).map(|row| row[0]).collect();
        assert_eq!(begun, [1, 0, 0, 1, 1, 0, 0, 0, 0]);
    }

    #[test]
    fn a_column_of_many_has_first_least_most_and_last() {
        let job = ViewJob::Skyline { first: 5, last: 9, columns: 1, day: 0 };
        let Some((_, sheets)) = ask(job) else { panic!("a skyline") };
        assert_eq!(heights(&sheets[1]), [17, 17, 22, 17]);
        assert_eq!(sheets[2].0, [0; 4], "nobody works on day 0");
    }

    #[test]
    fn a_section_has_its_facts_and_one_that_is_not_there_has_none() {
        let Some((Made::View(ViewMade::Facts(facts)), _)) = ask(ViewJob::Facts { section: 3, day: 5 }) else {
            panic!("facts")
        };
        assert_eq!((facts.profile, facts.position, facts.start, facts.height), (1, 3, 28, 30));
        assert_eq!((facts.days, facts.crew, facts.feet, facts.ice), (Some((1, 2)), Some(3), 2, 390));
        for job in [0, 10].map(|section| ViewJob::Facts { section, day: 1 }) {
            assert_eq!(ask(job), None);
        }
        assert_eq!(ask(ViewJob::Skyline { first: 10, last: 20, columns: 5, day: 1 }), None);
    }
}
