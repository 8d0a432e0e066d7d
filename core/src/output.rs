//! Prints walls and configurations as the texts that [`input`](crate::input) reads: whole, or piece by
//! piece where they are large.
//!
//! The round trip is exact: what is read from a printed configuration is that configuration. Not
//! for results: those are [`export`](crate::export)'s.

use std::fmt::Write;

use crate::config::{Config, IniSection, Key, Wall};
use crate::gather::STRETCH;
use crate::input::Kind;

/// The wall as plain lines: one profile a line, heights in feet with a blank between them.
///
/// ```
/// use icewall_core::{config::Config, output};
/// assert_eq!(output::lines(Config::default().wall()), "21 25 28\n17\n17 22 17 19 17\n");
/// ```
pub fn lines(wall: &Wall) -> String {
    whole(String::new(), wall, &LINES)
}

/// The configuration as an INI file, with every key.
pub fn ini(config: &Config) -> String {
    whole(ini_head(config), config.wall(), &LINES)
}

/// The configuration as a JSON object, with every key; one profile a line.
pub fn json(config: &Config) -> String {
    whole(json_head(config, "\n  ", ": "), config.wall(), &JSON)
}

/// The same object without blanks, for programs.
pub(crate) fn compact(config: &Config) -> String {
    whole(json_head(config, "", ":"), config.wall(), &COMPACT)
}

/// The parameters as the members of a JSON object, without blanks.
pub(crate) fn parameters(config: &Config) -> String {
    members(config, "", ":")
}

/// Prints a configuration piece by piece. It borrows nothing, so it can be held between two pieces.
///
/// ```
/// use icewall_core::{config::Config, input::Kind, output::{self, Pieces}};
/// let (config, mut pieces) = (Config::default(), Pieces::new(Kind::Ini));
/// let text: String = std::iter::from_fn(|| pieces.next(&config, 16)).collect();
/// assert_eq!(text, output::ini(&config));
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Pieces {
    kind: Kind,
    headed: bool,
    at: At,
}

impl Pieces {
    /// Begins a text of this kind; plain lines say the wall alone.
    pub fn new(kind: Kind) -> Self {
        Self { kind, headed: false, at: At::default() }
    }

    /// The next piece, longer than `bytes` by the parameters and a few characters at most; none at the
    /// end. The configuration must be the one that the first piece was of.
    pub fn next(&mut self, config: &Config, bytes: usize) -> Option<String> {
        let mut text = match self.kind {
            Kind::Ini if !self.headed => ini_head(config),
            Kind::Json if !self.headed => json_head(config, "\n  ", ": "),
            _ => String::new(),
        };
        self.headed = true;
        text.reserve(bytes.saturating_add(16));
        let shape = if self.kind == Kind::Json { &JSON } else { &LINES };
        print_some(config.wall(), shape, &mut self.at, &mut text, bytes.max(1));
        (!text.is_empty()).then_some(text)
    }
}

/// What stands around the heights: before the first profile and each other one, between heights, after
/// a profile, after the last.
struct Shape {
    first: &'static str,
    other: &'static str,
    between: &'static str,
    after: &'static str,
    end: &'static str,
}

const LINES: Shape = Shape { first: "", other: "", between: " ", after: "\n", end: "" };
const JSON: Shape =
    Shape { first: "\n    [", other: ",\n    [", between: ", ", after: "]", end: "\n  ]\n}\n" };
const COMPACT: Shape = Shape { first: "[", other: ",[", between: ",", after: "]", end: "]}" };

/// A place in a wall that is being printed: the profile, and the section of the whole wall, from 0.
#[derive(Clone, Copy, Debug, Default)]
struct At {
    profile: usize,
    section: usize,
}

/// A head with the whole wall after it.
fn whole(mut text: String, wall: &Wall, shape: &Shape) -> String {
    // Room for most walls: a long text is not moved again and again.
    let digits = 1 + usize::from(wall.tallest() > 9) + usize::from(wall.tallest() > 99);
    let around = shape.other.len() + shape.after.len();
    text.reserve(64 + wall.heights().len() * (digits + shape.between.len()) + wall.profiles() * around);
    print_some(wall, shape, &mut At::default(), &mut text, usize::MAX);
    text
}

/// Prints until the text is so long, or at its end.
fn print_some(wall: &Wall, shape: &Shape, at: &mut At, text: &mut String, bytes: usize) {
    let mut page = Vec::new();
    while text.len() < bytes && at.profile < wall.profiles() {
        let room = ((bytes - text.len()) / WIDEST + 1).min(STRETCH);
        page.resize(room * WIDEST + shape.end.len(), 0);
        let length = print_stretch(wall, shape, at, &mut page, room);
        text.push_str(page.get(..length).and_then(|page| std::str::from_utf8(page).ok()).unwrap_or_default());
    }
}

/// A height and what stands around it are so many characters at most.
const WIDEST: usize = 12;

/// Prints so many sections, or those that are left; tells how many bytes they take. A function of its own, as
/// [`STRETCH`] says; byte by byte, because a call for each few characters takes longer than they do.
#[inline(never)]
fn print_stretch(wall: &Wall, shape: &Shape, at: &mut At, page: &mut [u8], sections: usize) -> usize {
    let heights = wall.heights().iter().skip(at.section).take(sections);
    let end = at.section + heights.len();
    let mut profile = wall.profile(at.profile);
    let mut length = 0;
    for (section, &height) in (at.section..).zip(heights) {
        let before = match (section == profile.start, at.profile) {
            (false, _) => shape.between,
            (true, 0) => shape.first,
            (true, _) => shape.other,
        };
        put(page, &mut length, before);
        put_height(page, &mut length, height);
        if section + 1 == profile.end {
            put(page, &mut length, shape.after);
            at.profile += 1;
            profile = wall.profile(at.profile);
        }
    }
    at.section = end;
    if at.profile == wall.profiles() {
        put(page, &mut length, shape.end);
    }
    length
}

#[inline]
fn put(page: &mut [u8], length: &mut usize, part: &str) {
    part.bytes().for_each(|byte| put_byte(page, length, byte));
}

/// There is room for it: a page that were too short would leave it out.
#[inline]
fn put_byte(page: &mut [u8], length: &mut usize, byte: u8) {
    if let Some(place) = page.get_mut(*length) {
        *place = byte;
        *length += 1;
    }
}

fn ini_head(config: &Config) -> String {
    let mut text = String::new();
    for section in [IniSection::Construction, IniSection::Task] {
        print(&mut text, format_args!("[{}]\n", section.name()));
        for key in Key::ALL.into_iter().filter(|key| key.ini_section() == section) {
            let name = key.ini_names().first().copied().unwrap_or_default();
            let value = config.parameters().value(key);
            let gap = if value.is_empty() { "" } else { " " };
            print(&mut text, format_args!("{name} ={gap}{value}\n"));
        }
        text.push('\n');
    }
    text.push_str("[Profiles]\n");
    text
}

/// An object up to its profiles, with these blanks before a key and after it.
fn json_head(config: &Config, gap: &str, colon: &str) -> String {
    format!("{{{},{gap}\"profiles\"{colon}[", members(config, gap, colon))
}

fn members(config: &Config, gap: &str, colon: &str) -> String {
    let mut text = String::new();
    for (index, key) in Key::ALL.into_iter().enumerate() {
        let (name, value) = (key.json_name(), config.parameters().value(key));
        let mark = if key.is_text() { "\"" } else { "" };
        let (value, mark) = if value.is_empty() { ("null", "") } else { (value.as_str(), mark) };
        let comma = if index == 0 { "" } else { "," };
        print(&mut text, format_args!("{comma}{gap}\"{name}\"{colon}{mark}{value}{mark}"));
    }
    text
}

/// What is written as JSON. Plain data cannot fail to be.
pub(crate) fn written(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// Writing to a string cannot fail.
pub(crate) fn print(text: &mut String, what: std::fmt::Arguments<'_>) {
    let written = text.write_fmt(what);
    debug_assert!(written.is_ok(), "a string takes every text");
}

/// The digits by hand: `write!` takes five times as long, and there may be ten million.
#[inline]
fn put_height(page: &mut [u8], length: &mut usize, height: u16) {
    for scale in [10_000, 1000, 100, 10] {
        if height >= scale {
            put_byte(page, length, digit(height / scale % 10));
        }
    }
    put_byte(page, length, digit(height % 10));
}

#[inline]
fn digit(number: u16) -> u8 {
    b"0123456789"[usize::from(number) % 10]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_height_is_printed_as_its_digits() {
        for height in [0, 1, 9, 10, 30, 99, 100, 101, 999, 1000] {
            let (mut page, mut length) = ([0; 5], 0);
            put_height(&mut page, &mut length, height);
            assert_eq!(page[..length], *height.to_string().as_bytes());
        }
    }

    #[test]
    fn the_example_as_ini() {
        assert_eq!(
            ini(&Config::default()),
            "[Construction]\nvolume_ice_per_foot = 195\ncost_per_volume = 1900\ntarget_height = 30\n\
             max_section_count = 2000\nbuild_rate = 1\ncrew_wage = 0\noverhead_per_day = 0\n\n\
             [Task]\nnum_workers =\ncpu_worktime = 0.01\nstart_date =\ndispatch = file_order\n\n\
             [Profiles]\n21 25 28\n17\n17 22 17 19 17\n"
        );
    }

    #[test]
    fn the_example_as_json() {
        assert_eq!(
            json(&Config::default()),
            "{\n  \"volume_ice_per_foot\": 195,\n  \"cost_per_volume\": 1900,\n  \"target_height\": 30,\n  \
             \"max_section_count\": 2000,\n  \"build_rate\": 1,\n  \"num_teams\": null,\n  \
             \"cpu_worktime\": 0.01,\n  \"start_date\": null,\n  \"dispatch\": \"file_order\",\n  \
             \"crew_wage\": 0,\n  \"overhead_per_day\": 0,\n  \"profiles\": [\n    [21, 25, 28],\n    \
             [17],\n    [17, 22, 17, 19, 17]\n  ]\n}\n"
        );
    }
}
