//! Reads a text (plain lines, INI or JSON) into a configuration, and says everything that is wrong
//! with it.
//!
//! A reading is never a bare error: it always tells the kind of text, every parameter that is in
//! force with its source, and every fault with its place. The parameters are read first, whatever
//! their place in the text, so that the heights are read with the limits in force. Printing is the
//! business of [`output`](crate::output).

mod decode;
mod fast;
mod ini;
mod json;
mod json_profiles;
mod kind;
mod lines;
mod locator;
mod rows;
mod settings;
mod slow;
mod visit;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;

pub use kind::Kind;
pub use settings::{Base, Source};

use crate::config::{Config, Key, Parameters, SECTIONS_MOST, Wall};
use crate::control::{Cancelled, Watch};
use crate::diagnostic::{Diagnostic, DiagnosticKind, Diagnostics, Place, Severity};
use rows::Rows;
use settings::{InForce, Settings};

/// What came of reading a text.
#[derive(Clone, Debug)]
pub struct Reading {
    /// As what the text was read.
    pub kind: Kind,
    /// Every fault and warning.
    pub diagnostics: Diagnostics,
    /// The parameters in force. A faulty one stands at what would hold without it.
    pub parameters: Parameters,
    /// Where the value of each parameter comes from, in the model's order.
    pub sources: Vec<(Key, Source)>,
    /// The configuration; none where there is a fault.
    pub config: Option<Config>,
}

/// Reads a text.
///
/// Plain lines replace the wall alone: the parameters are `base`'s. An INI file stands for itself:
/// what it leaves out takes the default. A JSON object leaves what it does not name at `base`.
/// `watch` is stepped in bytes of the text, about every mebibyte.
///
/// # Errors
/// Only where `watch` calls the reading off.
///
/// ```
/// use icewall_core::{control::Unwatched, input};
/// let reading = input::read(b"21 25 28\n17\n17 22 17 19 17", &input::Base::default(), &Unwatched).unwrap();
/// assert_eq!(reading.config, Some(icewall_core::config::Config::default()));
///
/// let reading = input::read(b"21 3O", &input::Base::default(), &Unwatched).unwrap();
/// let fault = reading.diagnostics.iter().next().unwrap();
/// assert_eq!(fault.hint().unwrap(), "the letter O; did you mean 30?");
/// ```
pub fn read(text: &[u8], base: &Base, watch: &dyn Watch) -> Result<Reading, Cancelled> {
    if let Some(lines) = decode::lines(text)
        && let Some(reading) = read_lines(lines, base, watch)?
    {
        return Ok(reading);
    }
    read_as(text, None, base, None, watch).map(|(reading, _)| reading)
}

/// Reads a JSON object over a standing wall, which stays where the object has no `profiles`; tells
/// whether it has.
///
/// # Errors
/// Only where `watch` calls the reading off.
pub(crate) fn read_object(
    text: &[u8],
    base: &Base,
    wall: &Wall,
    watch: &dyn Watch,
) -> Result<(Reading, bool), Cancelled> {
    read_as(text, Some(Kind::Json), base, Some(wall), watch)
}

/// The kind that the beginning of the bytes tells.
pub(crate) fn kind_of(bytes: &[u8]) -> Kind {
    if decode::lines(bytes).is_some() {
        return Kind::Lines;
    }
    decode::text(bytes).map_or(Kind::Lines, Kind::of)
}

/// Reads a text of this kind, or of the one that it looks like; tells whether it brings a wall.
fn read_as(
    text: &[u8],
    kind: Option<Kind>,
    base: &Base,
    wall: Option<&Wall>,
    watch: &dyn Watch,
) -> Result<(Reading, bool), Cancelled> {
    let mut own_wall = true;
    let mut diagnostics = Diagnostics::default();
    let text = match decode::text(text) {
        Ok(text) => text,
        Err(fault) => {
            diagnostics.add(Severity::Fault, || fault);
            let in_force = Settings::default().resolve(Kind::Lines, base, &mut diagnostics);
            return Ok((conclude(Kind::Lines, in_force, diagnostics, (Rows::default(), Place::Wall)), true));
        }
    };
    let kind = kind.unwrap_or_else(|| Kind::of(text));
    let (in_force, rows) = match kind {
        Kind::Lines => {
            let in_force = Settings::default().resolve(kind, base, &mut diagnostics);
            let rows = lines::read(text.as_bytes(), in_force.limits, Rows::default(), watch)?;
            (in_force, (rows.unwrap_or_default(), Place::Wall))
        }
        Kind::Ini => {
            let file = ini::scan(text, &mut diagnostics);
            let in_force = file.settings.resolve(kind, base, &mut diagnostics);
            let rows = ini::profiles(&file.profiles, in_force.limits, watch)?;
            (in_force, rows)
        }
        Kind::Json => {
            let object = json::scan(text, wall.is_none(), &mut diagnostics);
            let in_force = object.settings.resolve(kind, base, &mut diagnostics);
            own_wall = object.profiles.is_some() || wall.is_none();
            let rows = if let Some(list) = object.profiles {
                json_profiles::read(text, list, in_force.limits, watch)?
            } else {
                (wall.map(Rows::of).unwrap_or_default(), Place::Wall)
            };
            (in_force, rows)
        }
    };
    Ok((conclude(kind, in_force, diagnostics, rows), own_wall))
}

/// Reads plain lines that are not decoded yet; none where they are no text.
fn read_lines(lines: &[u8], base: &Base, watch: &dyn Watch) -> Result<Option<Reading>, Cancelled> {
    let mut diagnostics = Diagnostics::default();
    let in_force = Settings::default().resolve(Kind::Lines, base, &mut diagnostics);
    let rows = lines::read(lines, in_force.limits, Rows::default(), watch)?;
    Ok(rows.map(|rows| conclude(Kind::Lines, in_force, diagnostics, (rows, Place::Wall))))
}

/// Puts parameters and heights together; `place` is where a wall without profiles is a fault.
fn conclude(kind: Kind, in_force: InForce, mut diagnostics: Diagnostics, rows: (Rows, Place)) -> Reading {
    let (rows, place) = rows;
    let found = rows.sections;
    diagnostics.merge(rows.diagnostics);
    let add = |diagnostics: &mut Diagnostics, place, kind| {
        diagnostics.add(Severity::Fault, || Diagnostic { severity: Severity::Fault, place, kind });
    };
    if found > u64::from(SECTIONS_MOST) {
        add(&mut diagnostics, Place::Wall, DiagnosticKind::SectionsInWall { found });
    }
    let mut config = None;
    if !diagnostics.has_faults() {
        // A wall that was read without a fault has but one way not to be one: to be empty.
        match Wall::new(rows.heights, rows.ends) {
            Err(_) => add(&mut diagnostics, place, DiagnosticKind::NoProfiles { kind }),
            Ok(wall) => match Config::new(in_force.parameters.clone(), wall) {
                Ok(whole) => config = Some(whole),
                Err(faults) => {
                    for fault in faults {
                        add(&mut diagnostics, fault.place, fault.kind);
                    }
                }
            },
        }
    }
    Reading { kind, diagnostics, parameters: in_force.parameters, sources: in_force.sources, config }
}
