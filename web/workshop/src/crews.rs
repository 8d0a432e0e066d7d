//! The jobs about crews: how many are at work, what each does when, where one is. Not for pictures of sections.
//!
//! No rule of the model stands here.

use icewall_core::units::Day;
use icewall_core::views::crews;
use icewall_protocol::workshop::{CrewRow, CrewRows, Made, Resources, Stint, ViewJob, ViewMade};

use crate::sheets::Sheet;
use crate::views::{ROWS_MOST, days_in_columns, of_counts};
use crate::wall::Wall;

/// Does a job about crews; none where the wall has no such days, or where the job is about something else.
pub(crate) fn work(wall: &Wall, job: ViewJob) -> Option<(Made, Vec<Sheet>)> {
    let mut sheets = Vec::new();
    let made = match job {
        ViewJob::Resources { days, columns } => resources(wall, days, columns)?,
        ViewJob::Crews { first, count, days, columns } => {
            let (rows, beside) = rows(wall, (first, count), days, columns)?;
            sheets = beside;
            ViewMade::Crews(rows)
        }
        ViewJob::Stints { crew, from, count } => {
            let count = count.min(ROWS_MOST) as usize;
            let stints = crews::stints(&wall.log(), crew, from as usize, count);
            ViewMade::Stints(stints.iter().map(stint).collect())
        }
        ViewJob::CrewOn { crew, day } => {
            ViewMade::CrewOn(crews::place_on(&wall.log(), crew, Day::new(day)).as_ref().map(stint))
        }
        _ => return None,
    };
    Some((Made::View(made), sheets))
}

fn resources(wall: &Wall, days: (u64, u64), most: u32) -> Option<ViewMade> {
    let columns = days_in_columns(wall.ledger(), days, most)?;
    let of = crews::resources(wall.ledger(), &columns);
    let counts = of.most.iter().zip(&of.least).zip(of.worked.iter().zip(&of.idle));
    let column = |(at, ((&most, &least), (&worked, &idle))): (usize, _)| {
        let range = columns.range(at);
        Resources { days: (range.start, range.end - 1), most, least, worked, idle }
    };
    Some(ViewMade::Resources(counts.enumerate().map(column).collect()))
}

fn rows(
    wall: &Wall,
    (first, count): (u32, u32),
    days: (u64, u64),
    most: u32,
) -> Option<(CrewRows, Vec<Sheet>)> {
    let columns = days_in_columns(wall.ledger(), days, most)?;
    let log = wall.log();
    let wanted = first..=first.saturating_add(count.clamp(1, ROWS_MOST) - 1);
    let strips = crews::strips(&log, wanted.clone(), &columns);
    let row = |row: crews::CrewRow| CrewRow {
        crew: row.crew,
        sections: row.sections,
        relieved: row.relieved.get(),
        worked: row.worked,
        idle: row.idle,
    };
    let window = columns.window();
    let told = CrewRows {
        columns: u32::try_from(columns.len()).unwrap_or(u32::MAX),
        days: (window.start, window.end - 1),
        rows: crews::rows(&log, wanted).into_iter().map(row).collect(),
    };
    Some((told, vec![of_counts(&strips.section), of_counts(&strips.stints)]))
}

fn stint(stint: &crews::Stint) -> Stint {
    Stint { section: stint.section, profile: stint.profile, days: (stint.first.get(), stint.last.get()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icewall_core::config::{Config, Key, Parameters};
    use icewall_core::control::Unwatched;
    use icewall_core::ledger::Ledger;

    /// The example with four crews: finished on day 26.
    fn ask(job: ViewJob) -> Option<(ViewMade, Vec<Sheet>)> {
        let parameters = Parameters::default().with(Key::NumTeams, "4").expect("allowed");
        let config = Config::new(parameters, Config::default().wall().clone()).expect("fits");
        let wall = Wall::new(Ledger::new(config, &Unwatched).expect("not called off"));
        let (made, sheets) = work(&wall, job)?;
        let Made::View(made) = made else { panic!("a view") };
        Some((made, sheets))
    }

    #[test]
    fn four_crews_are_busy_until_the_sections_run_out() {
        let Some((ViewMade::Resources(columns), _)) = ask(ViewJob::Resources { days: (1, 99), columns: 99 })
        else {
            panic!("columns")
        };
        assert_eq!(columns.len(), 26);
        assert_eq!(columns[0], Resources { days: (1, 1), most: 4, least: 4, worked: 4, idle: 0 });
        assert_eq!(columns.iter().map(|column| column.worked).sum::<u64>(), 87);
        assert_eq!(columns.iter().map(|column| column.idle).sum::<u64>(), 4 * 26 - 87);
    }

    #[test]
    fn a_crew_has_a_row_and_its_sections() {
        let job = ViewJob::Crews { first: 3, count: 1, days: (1, 26), columns: 26 };
        let Some((ViewMade::Crews(told), sheets)) = ask(job) else { panic!("rows") };
        let Some((ViewMade::Stints(stints), _)) = ask(ViewJob::Stints { crew: 3, from: 0, count: 9 }) else {
            panic!("sections")
        };
        assert_eq!((told.rows.len(), told.columns, told.rows[0].crew), (1, 26, 3));
        assert_eq!(told.rows[0].sections as usize, stints.len());
        assert_eq!(stints[0], Stint { section: 3, profile: 1, days: (1, 2) });
        assert_eq!(stints.last().map(|stint| stint.days.1), Some(told.rows[0].relieved));
        let at: Vec<_> = sheets[0].0.chunks(4).map(|section| u32::from(section[0])).collect();
        for stint in &stints {
            for day in stint.days.0..=stint.days.1 {
                assert_eq!(at[usize::try_from(day - 1).expect("small")], stint.section);
            }
        }
        let on = |day| ask(ViewJob::CrewOn { crew: 3, day }).map(|(made, _)| made);
        assert_eq!(on(1), Some(ViewMade::CrewOn(Some(stints[0]))));
        assert_eq!(on(99), Some(ViewMade::CrewOn(None)));
    }
}
