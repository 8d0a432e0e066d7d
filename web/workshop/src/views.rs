//! The pictures' jobs: the skyline on a day, the time–location diagram, the facts of sections; those about crews
//! stand in a module of their own. The outline is kept, so that a picture that moves finds it ready.
//!
//! No rule of the model stands here, and no colour.

use icewall_core::ledger::Ledger;
use icewall_core::log::WorkLog;
use icewall_core::units::{CubicYards, Day, Feet, GoldDragons};
use icewall_core::views::diagram::{Axes, Colour, Diagram};
use icewall_core::views::elevation::{self, Heights};
use icewall_core::views::facts::Facts;
use icewall_core::views::{Columns, Outline};
use icewall_protocol::workshop::{Made, SectionFacts, Skyline, ViewJob, ViewMade};

use crate::crews;
use crate::sheets::Sheet;
use crate::wall::Wall;

/// The most columns that a picture has, and the most rows of a table.
const COLUMNS_MOST: u32 = 8192;
/// See [`COLUMNS_MOST`].
pub(crate) const ROWS_MOST: u32 = 1000;

/// What is kept of one wall.
#[derive(Default)]
pub(crate) struct Views {
    outline: Option<Outline>,
}

impl Views {
    /// Makes what every picture rests on. The wall must always be the same one.
    pub(crate) fn prepare(&mut self, wall: &Wall) {
        self.outline.get_or_insert_with(|| Outline::new(wall.ledger()));
        wall.rota();
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        self.outline.as_ref().map_or(0, Outline::bytes)
    }

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
                let facts = sections(wall, section, 1, day).pop()?;
                Some((Made::View(ViewMade::Facts(facts)), Vec::new()))
            }
            ViewJob::Sections { first, count, day } => {
                let facts = sections(wall, first, count.min(ROWS_MOST), day);
                Some((Made::View(ViewMade::Sections(facts)), Vec::new()))
            }
            ViewJob::Diagram { sections: (first, last), days, wide, high, by_profile, days_across } => {
                let outline = self.outline.get_or_insert_with(|| Outline::new(ledger));
                let sections = columns_of(ledger, first, last, wide)?;
                let days = days_in_columns(ledger, days, high)?;
                let colour = if by_profile { Colour::Profile } else { Colour::Crew };
                let axes = if days_across { Axes::DaysAcross } else { Axes::SectionsAcross };
                Some(diagram(&wall.log(), outline, (&sections, &days), colour, axes))
            }
            ViewJob::Resources { .. }
            | ViewJob::Crews { .. }
            | ViewJob::Stints { .. }
            | ViewJob::CrewOn { .. } => crews::work(wall, job),
        }
    }
}

/// Sections, numbered from 1, in columns: as far as the wall has them; none where it has none of them.
fn columns_of(ledger: &Ledger, first: u32, last: u32, most: u32) -> Option<Columns> {
    let all = ledger.config().wall().heights().len() as u64;
    let columns = Columns::new(u64::from(first.max(1)) - 1..u64::from(last).min(all), most.min(COLUMNS_MOST));
    (!columns.is_empty()).then_some(columns)
}

/// Days, from 1, in columns: until the wall is finished; none where there is none of them.
pub(crate) fn days_in_columns(ledger: &Ledger, (first, last): (u64, u64), most: u32) -> Option<Columns> {
    let end = last.min(ledger.schedule().makespan()).saturating_add(1);
    let columns = Columns::new(first.max(1)..end, most.min(COLUMNS_MOST));
    (!columns.is_empty()).then_some(columns)
}

/// The facts of so many sections from one on, numbered from 1: as far as the wall has them.
fn sections(wall: &Wall, first: u32, count: u32, day: u64) -> Vec<SectionFacts> {
    let sections = (first..first.saturating_add(count)).map_while(|section| {
        let section = usize::try_from(section.checked_sub(1)?).ok()?;
        Facts::new(wall.ledger(), wall.rota(), section, Day::new(day))
    });
    sections.map(|facts| told(&facts, day)).collect()
}

fn diagram(
    log: &WorkLog<'_>,
    outline: &Outline,
    (sections, days): (&Columns, &Columns),
    colour: Colour,
    axes: Axes,
) -> (Made, Vec<Sheet>) {
    let drawn = Diagram::new(log, outline, (sections, days), colour, axes);
    let (across, down) = (sections.window(), days.window());
    let told = icewall_protocol::workshop::Diagram {
        sections: (small(across.start + 1), small(across.end)),
        days: (down.start, down.end - 1),
        width: small(drawn.width as u64),
        height: small(drawn.height as u64),
        days_across: axes == Axes::DaysAcross,
    };
    (Made::View(ViewMade::Diagram(told)), vec![of_counts(&drawn.shown), Sheet(drawn.share)])
}

fn small(section: u64) -> u32 {
    u32::try_from(section).unwrap_or(u32::MAX)
}

fn skyline(log: &WorkLog<'_>, outline: &Outline, sections: &Columns, day: u64) -> (Skyline, Vec<Sheet>) {
    let ledger = log.ledger();
    let heights = |day| elevation::heights(ledger, outline, sections, day);
    let at_work = elevation::at_work(log, outline, sections, day, 0);
    let window = sections.window();
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

pub(crate) fn of_counts(counts: &[u32]) -> Sheet {
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
        let job = ViewJob::Sections { first: 8, count: 5, day: 5 };
        let Some((Made::View(ViewMade::Sections(two)), _)) = ask(job) else { panic!("facts") };
        assert_eq!(two.iter().map(|facts| facts.section).collect::<Vec<_>>(), [8, 9]);
        for job in [0, 10].map(|section| ViewJob::Facts { section, day: 1 }) {
            assert_eq!(ask(job), None);
        }
        assert_eq!(ask(ViewJob::Skyline { first: 10, last: 20, columns: 5, day: 1 }), None);
    }

    #[test]
    fn the_example_as_a_diagram_has_a_pixel_for_each_section_and_day() {
        let job = |days_across| ViewJob::Diagram {
            sections: (1, 99),
            days: (1, 99),
            wide: 900,
            high: 900,
            by_profile: false,
            days_across,
        };
        let Some((Made::View(ViewMade::Diagram(told)), sheets)) = ask(job(false)) else {
            panic!("a diagram")
        };
        assert_eq!((told.sections, told.days, told.width, told.height), ((1, 9), (1, 13), 9, 13));
        let row = |day: usize| {
            sheets[0].0.chunks(4).skip((day - 1) * 9).take(9).map(|pixel| pixel[0]).collect::<Vec<_>>()
        };
        assert_eq!((row(2), row(3)), (vec![1, 2, 3, 4, 5, 6, 7, 8, 9], vec![1, 2, 0, 4, 5, 6, 7, 8, 9]));
        assert_eq!(sheets[1].0[..9], [255; 9]);
        let Some((Made::View(ViewMade::Diagram(told)), _)) = ask(job(true)) else { panic!("a diagram") };
        assert_eq!((told.width, told.height), (13, 9));
    }
}
