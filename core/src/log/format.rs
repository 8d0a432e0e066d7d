//! The ways to write a line of the work log down: bare, as a text file, as CSV, as JSON lines.

use std::fmt::{self, Display, Formatter};

use super::{Event, Line};
use crate::config::Parameters;
use crate::units::Feet;

/// The heading of the log as CSV.
pub const CSV_HEADING: &str = "day,date,crew,section,profile,event,feet,height,ice,cost";

impl Display for Line {
    /// The bare line, as the REST API lists it.
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "Crew-{} - {}", self.crew, Message(self))
    }
}

/// A line without its crew.
struct Message<'a>(&'a Line);

impl Display for Message<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let day = self.0.day;
        match self.0.event {
            Event::Added { site, feet, height } => write!(
                f,
                "Added {} to section {} of profile {} to reach {} on day {day}",
                InWords(feet),
                site.section,
                site.profile,
                InWords(height),
            ),
            Event::Completed { site, .. } => {
                write!(f, "Completed section {} of profile {} on day {day}", site.section, site.profile)
            }
            Event::Relieved => write!(f, "Relieved on day {day}"),
        }
    }
}

/// "1 foot", otherwise "N feet".
struct InWords(Feet);

impl Display for InWords {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.0, if self.0.get() == 1 { "foot" } else { "feet" })
    }
}

impl Line {
    /// The line as the log file has it: the date where there is one, the level padded to 8
    /// characters, the crew padded to 15.
    pub fn text(&self, parameters: &Parameters) -> String {
        let crew = format!("Crew-{}", self.crew);
        let date = self.date(parameters).map(|date| date + " ").unwrap_or_default();
        format!("{date}{:<8} {crew:<15} - {}", "INFO", Message(self))
    }

    /// The line as a record of [`CSV_HEADING`]; what does not apply is empty.
    pub fn csv(&self, parameters: &Parameters) -> String {
        self.fields(parameters).map(Option::unwrap_or_default).join(",")
    }

    /// The line as a JSON object with the names of [`CSV_HEADING`]; what does not apply is null.
    pub fn json(&self, parameters: &Parameters) -> String {
        let fields = CSV_HEADING.split(',').zip(self.fields(parameters)).map(|(name, value)| match value {
            None => format!("\"{name}\":null"),
            Some(word) if matches!(name, "date" | "event") => format!("\"{name}\":\"{word}\""),
            Some(number) => format!("\"{name}\":{number}"),
        });
        format!("{{{}}}", fields.collect::<Vec<_>>().join(","))
    }

    fn date(&self, parameters: &Parameters) -> Option<String> {
        Some(parameters.date_of(self.day)?.to_string())
    }

    fn fields(&self, parameters: &Parameters) -> [Option<String>; 10] {
        let (site, name, feet, height) = match self.event {
            Event::Added { site, feet, height } => (Some(site), "added", Some(feet), Some(height)),
            Event::Completed { site, height } => (Some(site), "completed", None, Some(height)),
            Event::Relieved => (None, "relieved", None, None),
        };
        [
            Some(self.day.to_string()),
            self.date(parameters),
            Some(self.crew.to_string()),
            site.map(|site| site.section.to_string()),
            site.map(|site| site.profile.to_string()),
            Some(name.to_owned()),
            feet.map(|feet| feet.to_string()),
            height.map(|height| height.to_string()),
            feet.map(|feet| parameters.ice_of(feet.get()).to_string()),
            feet.map(|feet| parameters.cost_of(feet.get()).to_string()),
        ]
    }
}
