//! Figures and units in words: how an amount is written wherever a visitor reads it.
//!
//! Whole numbers are written exactly, with the separators of the reader's locale. Not for what a
//! figure is (the engine tells) nor for sentences: each component writes its own.

use crate::browser::locale;

/// A whole number with thousands separators, exact: `32,233,500`.
pub fn number(value: u64) -> String {
    locale::whole(value)
}

/// A number in few characters, for axes: `1.2M`.
pub fn short(value: f64) -> String {
    locale::compact(value)
}

/// A share given in tenths of a percent: `73.9%`.
pub fn percent(permille: u32) -> String {
    locale::percent(permille)
}

/// A date of the calendar, given as `2024-08-11`: `Aug 11, 2024`.
pub fn date(iso: &str) -> String {
    locale::date(iso)
}

/// A moment, in milliseconds of the calendar, with its time of day, in short.
pub fn time(ms: f64) -> String {
    locale::time(ms)
}

/// The date of a day, from 1, in short: `Aug 15`, or with `year` `Aug 2024`. `start` is that of day 1.
pub fn short_date(start: &str, day: u64, year: bool) -> Option<String> {
    locale::short_date(start, day, year)
}

/// Ice, with its unit: `1,560 yd³`.
pub fn ice(cubic_yards: u64) -> String {
    format!("{}\u{a0}yd³", number(cubic_yards))
}

/// Cost, with its unit in full: `2,964,000 Gold Dragons`.
pub fn gold(gold_dragons: u64) -> String {
    counted(gold_dragons, "Gold Dragon", "Gold Dragons")
}

/// Cost, with its unit in short: `2,964,000 GD`.
pub fn gold_short(gold_dragons: u64) -> String {
    format!("{}\u{a0}GD", number(gold_dragons))
}

/// A number of days: `1 day`, `13 days`.
pub fn days(count: u64) -> String {
    counted(count, "day", "days")
}

/// A number of things, with the noun that fits: `1 section`, `2,000 sections`.
pub fn counted(count: u64, one: &str, many: &str) -> String {
    format!("{}\u{a0}{}", number(count), noun(count, one, many))
}

/// The size of a file: `812 bytes`, `2.7 MB`.
pub fn bytes(count: u64) -> String {
    match scale(count) {
        (whole, 0, unit) => format!("{}\u{a0}{unit}", number(whole)),
        (whole, tenths, unit) => format!("{}\u{a0}{unit}", locale::tenths(whole * 10 + tenths)),
    }
}

/// The orders in which a pool takes the sections: what the parameter calls each, and its name.
pub const ORDERS: [(&str, &str); 4] = [
    ("file_order", "As the wall stands"),
    ("longest_first", "Longest first"),
    ("shortest_first", "Shortest first"),
    ("round_robin", "One of each profile in turn"),
];

/// What a parameter is called, by its JSON key.
pub fn parameter(key: &str) -> &str {
    match key {
        "num_teams" => "Crews",
        "target_height" => "Target height",
        "volume_ice_per_foot" => "Ice per foot",
        "cost_per_volume" => "Cost per cubic yard",
        "build_rate" => "Build rate of a crew",
        "max_section_count" => "Most sections in a profile",
        "cpu_worktime" => "Seconds a played day",
        "start_date" => "Start date",
        "dispatch" => "Order of sections",
        "crew_wage" => "Wage a crew a day",
        "overhead_per_day" => "Overhead a day",
        other => other,
    }
}

/// The noun that fits a number.
pub fn noun<'a>(count: u64, one: &'a str, many: &'a str) -> &'a str {
    if count == 1 { one } else { many }
}

/// A number of bytes as a whole, tenths and the unit.
fn scale(count: u64) -> (u64, u64, &'static str) {
    const KILO: u64 = 1 << 10;
    const MEGA: u64 = 1 << 20;
    match count {
        ..KILO => (count, 0, noun(count, "byte", "bytes")),
        KILO..MEGA => (count / KILO, 0, "KB"),
        _ => (count / MEGA, count % MEGA * 10 / MEGA, "MB"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_but_zero_days() {
        assert_eq!(noun(1, "day", "days"), "day");
        assert_eq!(noun(0, "day", "days"), "days");
    }

    #[test]
    fn a_size_has_the_unit_that_suits_it() {
        assert_eq!(scale(1), (1, 0, "byte"));
        assert_eq!(scale(1023), (1023, 0, "bytes"));
        assert_eq!(scale(5 << 10), (5, 0, "KB"));
        assert_eq!(scale((5 << 20) / 2), (2, 5, "MB"));
    }
}
