//! Prints walls and configurations as the texts that [`input`](crate::input) reads.
//!
//! The round trip is exact: what is read from a printed configuration is that configuration. Not
//! for results: those are tables of their own.

use std::fmt::Write;

use crate::config::{Config, IniSection, Key, Wall};

/// The wall as plain lines: one profile a line, heights in feet with a blank between them.
///
/// ```
/// use icewall_core::{config::Config, output};
/// assert_eq!(output::lines(Config::default().wall()), "21 25 28\n17\n17 22 17 19 17\n");
/// ```
pub fn lines(wall: &Wall) -> String {
    let mut text = with_room(wall);
    print_lines(wall, &mut text);
    text
}

/// The configuration as an INI file, with every key.
pub fn ini(config: &Config) -> String {
    let mut text = with_room(config.wall());
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
    print_lines(config.wall(), &mut text);
    text
}

/// The configuration as a JSON object, with every key; one profile a line.
pub fn json(config: &Config) -> String {
    print_json(
        config,
        &Layout { key: "\n  ", colon: ": ", profile: "\n    ", height: ", ", end: ["\n  ", "\n"] },
    )
}

/// The same object without blanks, for programs.
pub(crate) fn compact(config: &Config) -> String {
    print_json(config, &Layout { key: "", colon: ":", profile: "", height: ",", end: ["", ""] })
}

/// The blanks of a JSON object: before a key, after its colon, before a profile, between heights,
/// before the last two brackets.
struct Layout {
    key: &'static str,
    colon: &'static str,
    profile: &'static str,
    height: &'static str,
    end: [&'static str; 2],
}

fn print_json(config: &Config, layout: &Layout) -> String {
    let mut text = with_room(config.wall());
    let Layout { key: gap, colon, .. } = layout;
    text.push('{');
    for key in Key::ALL {
        let (name, value) = (key.json_name(), config.parameters().value(key));
        let (value, mark) = if value.is_empty() { ("null", "") } else { (value.as_str(), quote(key)) };
        print(&mut text, format_args!("{gap}\"{name}\"{colon}{mark}{value}{mark},"));
    }
    print(&mut text, format_args!("{gap}\"profiles\"{colon}["));
    for (index, profile) in config.wall().iter().enumerate() {
        text.push_str(if index == 0 { "" } else { "," });
        text.push_str(layout.profile);
        text.push('[');
        print_heights(profile, layout.height, &mut text);
        text.push(']');
    }
    let [list, object] = layout.end;
    print(&mut text, format_args!("{list}]{object}}}{object}"));
    text
}

fn quote(key: Key) -> &'static str {
    if key.is_text() { "\"" } else { "" }
}

/// Room for most walls of two-digit heights: a long text is not moved again and again.
fn with_room(wall: &Wall) -> String {
    String::with_capacity(512 + wall.heights().len() * 3)
}

/// Writing to a string cannot fail.
fn print(text: &mut String, what: std::fmt::Arguments<'_>) {
    let written = text.write_fmt(what);
    debug_assert!(written.is_ok(), "a string takes every text");
}

fn print_lines(wall: &Wall, text: &mut String) {
    for profile in wall.iter() {
        print_heights(profile, " ", text);
        text.push('\n');
    }
}

fn print_heights(heights: &[u16], separator: &str, text: &mut String) {
    for (index, &height) in heights.iter().enumerate() {
        if index > 0 {
            text.push_str(separator);
        }
        print_height(height, text);
    }
}

/// The digits by hand: `write!` takes five times as long, and there may be ten million.
fn print_height(height: u16, text: &mut String) {
    let mut scale = [10_000, 1000, 100, 10].into_iter().find(|scale| height >= *scale).unwrap_or(1);
    let mut rest = height;
    while scale > 0 {
        text.push(char::from(b'0' + u8::try_from(rest / scale).unwrap_or(0)));
        rest %= scale;
        scale /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_height_is_printed_as_its_digits() {
        for height in [0, 1, 9, 10, 30, 99, 100, 101, 999, 1000] {
            let mut text = String::new();
            print_height(height, &mut text);
            assert_eq!(text, height.to_string());
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
