//! The log room's jobs: lines by number, the place of a day, a search, the log as a file. The
//! selection of the last filter is kept, so that scrolling finds it ready.
//!
//! No rule of the model stands here.

use std::ops::RangeInclusive;

use icewall_answers::progress::Phase;
use icewall_core::export::LogFormat;
use icewall_core::log::{Cursor, Events, Filter, Line, Scan, Search, Selection, WorkLog};
use icewall_protocol::workshop::{LogFile, LogFilter, LogJob, LogLine, LogMade};

use crate::export::{Exporter, Lines};
use crate::wall::Wall;

/// A search is told as a whole.
const WHOLE: Phase = Phase { from: 0, to: 1000 };

/// What is kept of the log of one wall.
#[derive(Default)]
pub(crate) struct LogBook {
    last: Option<(LogFilter, Selection)>,
}

impl LogBook {
    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        self.last.as_ref().map_or(0, |(_, selection)| selection.bytes())
    }

    /// Does a job about the lines of a wall that a filter lets through. The wall must always be the
    /// same one.
    pub(crate) fn work(&mut self, wall: &Wall, filter: &LogFilter, job: &LogJob) -> LogMade {
        self.with(wall, filter, |log, selection| match job {
            LogJob::Lines { from, count } => lines(log, selection, *from, *count),
            LogJob::OfDay(day) => {
                let line = selection.first_line_of(log, *day);
                LogMade::Place((line < selection.len()).then_some(line))
            }
            LogJob::Find { words, from, ahead } => {
                LogMade::Place(find(log, selection, filter, words, *from, *ahead))
            }
        })
    }

    /// A file of the lines that a filter lets through, at its beginning.
    pub(crate) fn file(&mut self, wall: &Wall, filter: &LogFilter, file: LogFile) -> Exporter {
        let format = match file {
            LogFile::Text => LogFormat::Text,
            LogFile::Csv => LogFormat::Csv,
            LogFile::JsonLines => LogFormat::JsonLines,
        };
        self.with(wall, filter, |_, selection| {
            Exporter::log(format, Lines::Some(Cursor::within(selection.clone(), 0)))
        })
    }

    /// Does something with the log and the lines that a filter lets through.
    fn with<T>(
        &mut self,
        wall: &Wall,
        filter: &LogFilter,
        deed: impl FnOnce(&WorkLog<'_>, &mut Selection) -> T,
    ) -> T {
        let log = wall.log();
        let kept = self.last.take().filter(|(last, _)| last == filter).map(|(_, selection)| selection);
        let mut selection = kept.unwrap_or_else(|| Selection::new(&log, &of_core(filter)));
        let result = deed(&log, &mut selection);
        self.last = Some((filter.clone(), selection));
        result
    }
}

fn lines(log: &WorkLog<'_>, selection: &mut Selection, from: u64, count: u32) -> LogMade {
    let lines = selection.lines(log, from, count as usize);
    let told = |line: Line| LogLine {
        day: line.day.get(),
        date: log.ledger().date_of(line.day).map(|date| date.to_string()),
        line: line.to_string(),
    };
    LogMade::Lines { matches: selection.len(), all: log.len(), lines: lines.into_iter().map(told).collect() }
}

/// The nearest line of a selection that a search in words finds; its number there.
fn find(
    log: &WorkLog<'_>,
    selection: &mut Selection,
    filter: &LogFilter,
    words: &str,
    from: u64,
    ahead: bool,
) -> Option<u64> {
    let mut search = Search::new(words, log.ledger().config().parameters().start_date());
    search.filter = both(of_core(filter), search.filter);
    let mut narrowed = Selection::new(log, &search.filter);
    let from = match selection.line(log, from) {
        Some(line) => narrowed.lines_before(log, &line),
        None => narrowed.len(),
    };
    let mut scan = Scan::new(log, search, from);
    let found = if ahead { scan.next(log, &WHOLE) } else { scan.previous(log, &WHOLE) };
    let (_, line) = found.ok().flatten()?;
    Some(selection.lines_before(log, &line))
}

fn of_core(filter: &LogFilter) -> Filter {
    Filter {
        crews: filter.crews.map(|(first, last)| first..=last),
        sections: filter.sections.map(|(first, last)| first..=last),
        profiles: filter.profiles.map(|(first, last)| first..=last),
        days: filter.days.map(|(first, last)| first..=last),
        events: Events { added: filter.added, completed: filter.completed, relieved: filter.relieved },
    }
}

/// What both filters let through.
fn both(one: Filter, other: Filter) -> Filter {
    Filter {
        crews: narrower(one.crews, other.crews),
        sections: narrower(one.sections, other.sections),
        profiles: narrower(one.profiles, other.profiles),
        days: narrower(one.days, other.days),
        events: Events {
            added: one.events.added && other.events.added,
            completed: one.events.completed && other.events.completed,
            relieved: one.events.relieved && other.events.relieved,
        },
    }
}

fn narrower<T: Ord + Copy>(
    one: Option<RangeInclusive<T>>,
    other: Option<RangeInclusive<T>>,
) -> Option<RangeInclusive<T>> {
    match (one, other) {
        (Some(one), Some(other)) => Some(*one.start().max(other.start())..=*one.end().min(other.end())),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use icewall_core::control::Unwatched;
    use icewall_core::input::{self, Base};
    use icewall_core::ledger::Ledger;
    use icewall_protocol::workshop::Made;

    use super::*;
    use crate::sheets::Sheet;

    const EXAMPLE: &str = "21 25 28\n17\n17 22 17 19 17";

    fn all() -> LogFilter {
        LogFilter { added: true, completed: true, relieved: true, ..LogFilter::default() }
    }

    fn example() -> Wall {
        let reading = input::read(EXAMPLE.as_bytes(), &Base::default(), &Unwatched).expect("read");
        Wall::new(Ledger::new(reading.config.expect("a wall"), &Unwatched).expect("a ledger"))
    }

    fn ask(filter: &LogFilter, job: &LogJob) -> LogMade {
        LogBook::default().work(&example(), filter, job)
    }

    #[test]
    fn lines_come_with_both_counts() {
        let filter = LogFilter { crews: Some((4, 4)), ..all() };
        let made = ask(&filter, &LogJob::Lines { from: 13, count: 9 });
        let LogMade::Lines { matches, all, lines } = made else { panic!("lines") };
        // Section 4 lacks 13 feet; the wall 87, in 9 sections with a crew each.
        assert_eq!((matches, all), (13 + 2, 87 + 9 + 9));
        let lines: Vec<_> = lines.into_iter().map(|line| line.line).collect();
        assert_eq!(
            lines,
            ["Crew-4 - Completed section 4 of profile 2 on day 13", "Crew-4 - Relieved on day 13"]
        );
    }

    #[test]
    fn a_search_stays_within_the_filter_and_looks_both_ways() {
        let filter = LogFilter { profiles: Some((1, 1)), ..all() };
        let find =
            |words: &str, from, ahead| ask(&filter, &LogJob::Find { words: words.to_owned(), from, ahead });
        assert_eq!(find("completed section 3", 0, true), LogMade::Place(Some(6)));
        assert_eq!(find("30 feet", 99, false), LogMade::Place(Some(21 - 4)));
        assert_eq!(find("section 4", 0, true), LogMade::Place(None));
    }

    #[test]
    fn a_day_has_a_place_unless_it_is_after_the_last() {
        assert_eq!(ask(&all(), &LogJob::OfDay(2)), LogMade::Place(Some(9)));
        assert_eq!(ask(&all(), &LogJob::OfDay(14)), LogMade::Place(None));
    }

    #[test]
    fn a_file_has_the_lines_that_the_filter_lets_through() {
        let filter =
            LogFilter { crews: Some((4, 4)), ..LogFilter { completed: true, ..LogFilter::default() } };
        let wall = example();
        let mut file = LogBook::default().file(&wall, &filter, LogFile::Csv);
        let (made, sheets) = file.piece(&wall);
        let text = "day,date,crew,section,profile,event,feet,height,ice,cost\n13,,4,4,2,completed,,30,,\n";
        assert_eq!((made, sheets), (Made::Piece, vec![Sheet(text.into())]));
        assert_eq!(file.piece(&wall).0, Made::WholeFile);
    }
}
