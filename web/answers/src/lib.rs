//! What the engine and the workshop share: the core's figures and diagnostics in the protocol's words, the
//! page's settings in the core's, the columns of [`charts`], and [`progress`]. No figure is computed here.

pub mod charts;
pub mod progress;

use icewall_core::config::{Config, Key};
use icewall_core::diagnostic::{Diagnostic, Place, Severity};
use icewall_core::input::{Base, Kind, Reading, Source};
use icewall_core::ledger::{Ledger, Scope};
use icewall_core::units::Day;
use icewall_core::{link, output};
use icewall_protocol::{
    self as protocol, DayFigures, DayRow, LinkedWall, ProfileDay, ProfileRow, RunReply, Setting, Summary,
    TextKind,
};

/// What the page's fields hold, as the core reads it. The page sends no other keys than the model's.
pub fn base(settings: &[Setting]) -> Base {
    let known = |setting: &Setting| Some((Key::from_json_name(&setting.key)?, setting.value.clone()));
    Base { values: settings.iter().filter_map(known).collect() }
}

/// What a reading found, without a result.
pub fn reading(reading: &Reading) -> RunReply {
    RunReply {
        run: 0,
        ms: 0.0,
        kind: match reading.kind {
            Kind::Lines => TextKind::Lines,
            Kind::Ini => TextKind::Ini,
            Kind::Json => TextKind::Json,
        },
        diagnostics: reading.diagnostics.iter().map(diagnostic).collect(),
        more_faults: u32::try_from(reading.diagnostics.more()).unwrap_or(u32::MAX),
        parameters: Key::ALL.iter().map(|&key| parameter(reading, key)).collect(),
        outcome: None,
    }
}

/// The figures of a whole wall.
pub fn summary(ledger: &Ledger) -> Summary {
    let (schedule, wall) = (ledger.schedule(), ledger.config().wall());
    let finish = Day::new(schedule.makespan());
    Summary {
        profiles: count(wall.profiles()),
        sections: count(wall.heights().len()),
        unfinished: schedule.workload().unfinished,
        finish_day: finish.get(),
        start_date: date(ledger, Day::new(1)),
        finish_date: date(ledger, finish),
        feet: ledger.feet().get(),
        ice: ledger.ice().get(),
        cost: ledger.cost().get(),
        peak: ledger.peak().map(|run| protocol::Peak {
            ice: ledger.to_ice(run.feet).get(),
            cost: ledger.to_cost(run.feet).get(),
            first_day: run.first,
            last_day: run.last(),
        }),
        crews: u64::from(schedule.crews()),
        crew_days: schedule.workload().crew_days,
        idle_crew_days: schedule.idle_crew_days(),
        utilisation_permille: schedule.utilisation_permille(),
        lower_bound: schedule.lower_bound(),
        wages: ledger.wages().get(),
    }
}

/// The exact figures of a day; none for a day that the wall has not.
pub fn day(ledger: &Ledger, day: u64, profiles: u32) -> Option<DayFigures> {
    let wall = row(ledger, day, 0)?;
    let day = Day::new(day);
    let profiles = first_profiles(ledger, profiles)
        .map(|profile| ProfileDay {
            ice: ledger.ice_on(profile, day).get(),
            cost: ledger.cost_on(profile, day).get(),
            cost_until: ledger.cost_until(profile, day).get(),
        })
        .collect();
    Some(DayFigures { wall, crews_at_work: u64::from(ledger.schedule().crews_at_work(day)), profiles })
}

/// Rows of the table of days.
pub fn days(ledger: &Ledger, from: u64, count: u32, profiles: u32) -> Vec<DayRow> {
    (from..from.saturating_add(u64::from(count))).map_while(|day| row(ledger, day, profiles)).collect()
}

/// Rows of the table of profiles.
pub fn profiles(ledger: &Ledger, from: u32, count: u32) -> Vec<ProfileRow> {
    (from..from.saturating_add(count)).map_while(|number| profile(ledger, number)).collect()
}

fn row(ledger: &Ledger, day: u64, profiles: u32) -> Option<DayRow> {
    if !(1..=ledger.schedule().makespan()).contains(&day) {
        return None;
    }
    let day = Day::new(day);
    Some(DayRow {
        day: day.get(),
        date: date(ledger, day),
        ice: ledger.ice_on(Scope::Wall, day).get(),
        cost: ledger.cost_on(Scope::Wall, day).get(),
        cost_until: ledger.cost_until(Scope::Wall, day).get(),
        ice_by_profile: first_profiles(ledger, profiles)
            .map(|profile| ledger.ice_on(profile, day).get())
            .collect(),
    })
}

fn profile(ledger: &Ledger, number: u32) -> Option<ProfileRow> {
    let index = number.checked_sub(1)? as usize;
    let figures = ledger.profile(index)?;
    Some(ProfileRow {
        profile: number,
        sections: figures.sections,
        start_feet: figures.start.get(),
        feet: figures.feet.get(),
        first_day: figures.first_day.map(Day::get),
        last_day: figures.last_day.map(Day::get),
        peak_ice: ledger.to_ice(ledger.most_feet(Scope::Profile(index)).get()).get(),
        ice: ledger.to_ice(figures.feet.get()).get(),
        cost: ledger.to_cost(figures.feet.get()).get(),
    })
}

fn first_profiles(ledger: &Ledger, profiles: u32) -> impl Iterator<Item = Scope> {
    (0..ledger.config().wall().profiles().min(profiles as usize)).map(Scope::Profile)
}

fn date(ledger: &Ledger, day: Day) -> Option<String> {
    Some(ledger.date_of(day)?.to_string())
}

fn parameter(reading: &Reading, key: Key) -> protocol::ParameterValue {
    let source =
        reading.sources.iter().find(|(of, _)| *of == key).map_or(&Source::Base, |(_, source)| source);
    protocol::ParameterValue {
        key: key.json_name().to_owned(),
        value: reading.parameters.value(key),
        source: match *source {
            Source::Base => protocol::Source::Field,
            Source::Text { line } => protocol::Source::Text { line },
            Source::Default => protocol::Source::IniDefault,
        },
    }
}

fn diagnostic(diagnostic: &Diagnostic) -> protocol::Diagnostic {
    protocol::Diagnostic {
        severity: match diagnostic.severity {
            Severity::Fault => protocol::Severity::Fault,
            Severity::Warning => protocol::Severity::Warning,
        },
        place: match &diagnostic.place {
            Place::Text { line, column, length, pointer } => protocol::Place::Text {
                line: *line,
                column: *column,
                length: *length,
                pointer: pointer.clone(),
            },
            Place::Parameter(key) => protocol::Place::Field(key.json_name().to_owned()),
            Place::Wall => protocol::Place::Wall,
        },
        message: diagnostic.message(),
        hint: diagnostic.hint(),
    }
}

fn count(amount: usize) -> u32 {
    u32::try_from(amount).unwrap_or(u32::MAX)
}

/// The wall of a link.
///
/// # Errors
/// What is wrong with the link, in a sentence for the visitor.
pub fn unpacked(packed: &str) -> Result<LinkedWall, String> {
    Ok(linked(&link::unpack(packed).map_err(|fault| fault.to_string())?))
}

/// A configuration as a link brings it.
pub fn linked(config: &Config) -> LinkedWall {
    let unusual = config.parameters().unusual();
    let settings = unusual.into_iter().map(|(key, value)| (key.json_name().to_owned(), value)).collect();
    LinkedWall { text: output::lines(config.wall()).trim_end().to_owned(), settings }
}
