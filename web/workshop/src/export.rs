//! A file that is being made, piece by piece. Whoever wants it asks for one piece after another, so no
//! more of it is held than that.

use icewall_core::export::{By, LogFormat, LogText, MilestonesCsv, ResultsCsv, RunJson};
use icewall_core::input::Kind;
use icewall_core::log::{Cursor, Line, Walk};
use icewall_core::output::Pieces;
use icewall_protocol::workshop::{Export, Made};

use crate::sheets::Sheet;
use crate::wall::Wall;

/// Bytes of a piece.
const PIECE: usize = 1 << 20;

/// How far the file is.
pub(crate) enum Exporter {
    Results(ResultsCsv),
    Run(Box<RunJson>),
    Log(LogText, Box<Lines>),
    Milestones(MilestonesCsv),
    Wall(Pieces),
}

/// The lines of the log that go into a file.
pub(crate) enum Lines {
    /// All.
    All(Walk),
    /// Those of a selection.
    Some(Cursor),
}

impl Lines {
    /// The next lines about the same wall, one by one.
    fn of<'a>(&'a mut self, wall: &'a Wall) -> Box<dyn FnMut() -> Option<Line> + 'a> {
        match self {
            Self::All(all) => Box::new(|| all.next(wall.ledger().config())),
            Self::Some(cursor) => {
                let log = wall.log();
                Box::new(move || cursor.next(&log))
            }
        }
    }
}

impl Exporter {
    /// Begins a file about a wall.
    pub(crate) fn new(wall: &Wall, export: Export) -> Self {
        let log = |format| Self::log(format, Lines::All(Walk::new(wall.ledger().config())));
        match export {
            Export::ResultsBySteps => Self::Results(ResultsCsv::new(By::Steps)),
            Export::ResultsByDay => Self::Results(ResultsCsv::new(By::Days)),
            Export::Run => Self::Run(Box::default()),
            Export::LogText => log(LogFormat::Text),
            Export::LogCsv => log(LogFormat::Csv),
            Export::LogLines => log(LogFormat::JsonLines),
            Export::WallIni => Self::Wall(Pieces::new(Kind::Ini)),
            Export::WallJson => Self::Wall(Pieces::new(Kind::Json)),
            Export::WallLines => Self::Wall(Pieces::new(Kind::Lines)),
        }
    }

    /// Begins a file of lines of the log.
    pub(crate) fn log(format: LogFormat, lines: Lines) -> Self {
        Self::Log(LogText::new(format), Box::new(lines))
    }

    /// The next piece of the file about the same wall.
    pub(crate) fn piece(&mut self, wall: &Wall) -> (Made, Vec<Sheet>) {
        let ledger = wall.ledger();
        let text = match self {
            Self::Results(csv) => csv.piece(ledger, PIECE),
            Self::Run(json) => json.piece(ledger, PIECE),
            Self::Log(text, lines) => text.piece(ledger.config().parameters(), lines.of(wall), PIECE),
            Self::Milestones(csv) => csv.piece(ledger, PIECE),
            Self::Wall(pieces) => pieces.next(ledger.config(), PIECE),
        };
        match text {
            Some(text) => (Made::Piece, vec![Sheet(text.into_bytes())]),
            None => (Made::WholeFile, Vec::new()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icewall_core::config::Config;
    use icewall_core::control::Unwatched;
    use icewall_core::ledger::Ledger;
    use icewall_core::output;

    fn whole(export: Export) -> String {
        let wall = Wall::new(Ledger::new(Config::default(), &Unwatched).expect("not called off"));
        let mut exporter = Exporter::new(&wall, export);
        let mut text = String::new();
        while let (Made::Piece, sheets) = exporter.piece(&wall) {
            for sheet in sheets {
                let Sheet(bytes) = sheet;
                text += &String::from_utf8(bytes).expect("a text");
            }
        }
        text
    }

    #[test]
    fn every_file_of_the_example_is_whole() {
        assert_eq!(whole(Export::WallLines), output::lines(Config::default().wall()));
        assert_eq!(whole(Export::WallIni), output::ini(&Config::default()));
        assert_eq!(whole(Export::WallJson), output::json(&Config::default()));
        for export in [Export::LogText, Export::LogLines] {
            // 87 lines of feet, 9 sections, 9 reliefs.
            assert_eq!(whole(export).lines().count(), 105, "{export:?}");
        }
        assert_eq!(whole(Export::LogCsv).lines().count(), 106);
        assert!(whole(Export::ResultsByDay).starts_with("day,date,profile,ice,cost,cost_until\n1,,,1755,"));
        assert!(whole(Export::ResultsBySteps).contains("\n1,2,,,,1755,"));
        assert!(whole(Export::Run).contains("32233500"));
    }
}
