//! The parameters beside the wall itself, each within what the model allows.
//!
//! Not for limits that hang on the wall (a height below the target, the total): those are
//! [`Config`](super::Config)'s.

use super::{Dispatch, Key};
use crate::calendar::Date;
use crate::diagnostic::{Diagnostic, DiagnosticKind, Place, Severity, shortened};
use crate::units::Day;

/// Microseconds in a second.
const MICROS: u32 = 1_000_000;
/// The most that `cpu_worktime` may be.
const CPU_WORKTIME_MOST: u32 = 10 * MICROS;

/// Every parameter of the model but the wall. Holds allowed values only; the default is the
/// model's.
///
/// ```
/// use icewall_core::config::{Key, Parameters};
/// let parameters = Parameters::default().with(Key::NumTeams, "4").unwrap();
/// assert_eq!(parameters.crews(), Some(4));
/// assert!(parameters.with(Key::TargetHeight, "3O").is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameters {
    ice_per_foot: u64,
    cost_per_yard: u64,
    target_height: u16,
    max_section_count: u32,
    build_rate: u16,
    crews: Option<u32>,
    cpu_worktime_micros: u32,
    start_date: Option<Date>,
    dispatch: Dispatch,
    crew_wage: u64,
    overhead_per_day: u64,
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            ice_per_foot: 195,
            cost_per_yard: 1900,
            target_height: 30,
            max_section_count: 2000,
            build_rate: 1,
            crews: None,
            cpu_worktime_micros: 10_000,
            start_date: None,
            dispatch: Dispatch::FileOrder,
            crew_wage: 0,
            overhead_per_day: 0,
        }
    }
}

impl Parameters {
    /// Cubic yards of ice that one foot takes: 1 to 1,000,000.
    pub fn ice_per_foot(&self) -> u64 {
        self.ice_per_foot
    }

    /// Cubic yards of ice that so many feet take: rule 3 of the model. The feet must be of a wall whose
    /// configuration holds its totals below 2^53.
    pub(crate) fn ice_of(&self, feet: u64) -> u64 {
        feet * self.ice_per_foot
    }

    /// Gold Dragons that so many feet cost: rule 3 of the model, as [`Parameters::ice_of`].
    pub(crate) fn cost_of(&self, feet: u64) -> u64 {
        self.ice_of(feet) * self.cost_per_yard
    }

    /// The date of a day; none where there is no start date, or the calendar has not that day.
    pub fn date_of(&self, day: Day) -> Option<Date> {
        self.start_date()?.on_day(day)
    }

    /// Gold Dragons for a day of so many crews: their wages, and the overhead. At most about 10^16.
    pub(crate) fn wages_a_day(&self, crews: u32) -> u64 {
        self.crew_wage() * u64::from(crews) + self.overhead_per_day()
    }

    /// Gold Dragons for one cubic yard: 1 to 1,000,000,000.
    pub fn cost_per_yard(&self) -> u64 {
        self.cost_per_yard
    }

    /// The height in feet at which a section is finished: 1 to 1000.
    pub fn target_height(&self) -> u16 {
        self.target_height
    }

    /// The most sections in one profile: 1 to 10,000,000.
    pub fn max_section_count(&self) -> u32 {
        self.max_section_count
    }

    /// Feet that a crew adds in a day: 1 to 1000.
    pub fn build_rate(&self) -> u16 {
        self.build_rate
    }

    /// The crews of the pool, 1 to 10,000,000; none: one crew for each unfinished section.
    pub fn crews(&self) -> Option<u32> {
        self.crews
    }

    /// Microseconds that the animated playback spends on one day: 1 to 10,000,000.
    pub fn cpu_worktime_micros(&self) -> u32 {
        self.cpu_worktime_micros
    }

    /// The calendar date of day 1.
    pub fn start_date(&self) -> Option<Date> {
        self.start_date
    }

    /// In which order a pool takes the sections.
    pub fn dispatch(&self) -> Dispatch {
        self.dispatch
    }

    /// Gold Dragons per crew and day: 0 to 1,000,000,000.
    pub fn crew_wage(&self) -> u64 {
        self.crew_wage
    }

    /// Gold Dragons per day of the project: 0 to 1,000,000,000,000.
    pub fn overhead_per_day(&self) -> u64 {
        self.overhead_per_day
    }

    /// The value as a file prints it; empty for none.
    pub fn value(&self, key: Key) -> String {
        match key {
            Key::VolumeIcePerFoot => self.ice_per_foot.to_string(),
            Key::CostPerVolume => self.cost_per_yard.to_string(),
            Key::TargetHeight => self.target_height.to_string(),
            Key::MaxSectionCount => self.max_section_count.to_string(),
            Key::BuildRate => self.build_rate.to_string(),
            Key::NumTeams => self.crews.map(|crews| crews.to_string()).unwrap_or_default(),
            Key::CpuWorktime => decimal_of_micros(self.cpu_worktime_micros),
            Key::StartDate => self.start_date.map(|date| date.to_string()).unwrap_or_default(),
            Key::Dispatch => self.dispatch.name().to_owned(),
            Key::CrewWage => self.crew_wage.to_string(),
            Key::OverheadPerDay => self.overhead_per_day.to_string(),
        }
    }

    /// The values that differ from the default, as files print them.
    pub fn unusual(&self) -> Vec<(Key, String)> {
        let usual = Self::default();
        let differs = |key: &Key| self.value(*key) != usual.value(*key);
        Key::ALL.into_iter().filter(differs).map(|key| (key, self.value(key))).collect()
    }

    /// The same with one value changed. `text` is the value as a file prints it (blanks around it
    /// pass); empty stands for none where the parameter has a none.
    ///
    /// # Errors
    /// A fault at [`Place::Parameter`] where the value is not allowed.
    pub fn with(mut self, key: Key, text: &str) -> Result<Self, Diagnostic> {
        match self.set(key, text.trim()) {
            Ok(()) => Ok(self),
            Err(kind) => Err(Diagnostic { severity: Severity::Fault, place: Place::Parameter(key), kind }),
        }
    }

    /// Changes one value, or nothing where the value is not allowed.
    pub(crate) fn set(&mut self, key: Key, text: &str) -> Result<(), DiagnosticKind> {
        let fault = || DiagnosticKind::Value { key, found: shortened(text) };
        match key {
            Key::VolumeIcePerFoot => self.ice_per_foot = whole(key, text).ok_or_else(fault)?,
            Key::CostPerVolume => self.cost_per_yard = whole(key, text).ok_or_else(fault)?,
            Key::TargetHeight => self.target_height = small(key, text).ok_or_else(fault)?,
            Key::MaxSectionCount => self.max_section_count = middling(key, text).ok_or_else(fault)?,
            Key::BuildRate => self.build_rate = small(key, text).ok_or_else(fault)?,
            Key::NumTeams if text.is_empty() => self.crews = None,
            Key::NumTeams => self.crews = Some(middling(key, text).ok_or_else(fault)?),
            Key::CpuWorktime => self.cpu_worktime_micros = micros_of_decimal(text).ok_or_else(fault)?,
            Key::StartDate if text.is_empty() => self.start_date = None,
            Key::StartDate => self.start_date = Some(Date::parse(text).ok_or_else(fault)?),
            Key::Dispatch => self.dispatch = Dispatch::from_name(text).ok_or_else(fault)?,
            Key::CrewWage => self.crew_wage = whole(key, text).ok_or_else(fault)?,
            Key::OverheadPerDay => self.overhead_per_day = whole(key, text).ok_or_else(fault)?,
        }
        Ok(())
    }
}

/// A whole number within the key's range: decimal digits only, leading zeros pass.
fn whole(key: Key, text: &str) -> Option<u64> {
    let (least, most) = key.range()?;
    digits(text).filter(|number| (least..=most).contains(number))
}

fn middling(key: Key, text: &str) -> Option<u32> {
    whole(key, text).and_then(|number| u32::try_from(number).ok())
}

fn small(key: Key, text: &str) -> Option<u16> {
    whole(key, text).and_then(|number| u16::try_from(number).ok())
}

/// The number that the decimal digits write; none for any other character and where it does not
/// fit. (`str::parse` would let a plus sign pass.)
pub(crate) fn digits(text: &str) -> Option<u64> {
    if text.is_empty() {
        return None;
    }
    text.bytes().try_fold(0u64, |number, byte| {
        let digit = byte.is_ascii_digit().then(|| u64::from(byte - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

fn micros_of_decimal(text: &str) -> Option<u32> {
    let (seconds, places) = match text.split_once('.') {
        Some((_, places)) if places.is_empty() || places.len() > 6 => return None,
        Some((seconds, places)) => (seconds, places),
        None => (text, "0"),
    };
    let scale = (places.len()..6).fold(1u64, |scale, _| scale * 10);
    let micros = digits(seconds)?.checked_mul(u64::from(MICROS))?.checked_add(digits(places)? * scale)?;
    u32::try_from(micros).ok().filter(|micros| (1..=CPU_WORKTIME_MOST).contains(micros))
}

fn decimal_of_micros(micros: u32) -> String {
    let (seconds, places) = (micros / MICROS, micros % MICROS);
    if places == 0 {
        return seconds.to_string();
    }
    format!("{seconds}.{places:06}").trim_end_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(key: Key, text: &str, expected: Option<&str>) {
        let value = Parameters::default().with(key, text).map(|parameters| parameters.value(key));
        assert_eq!(value.ok().as_deref(), expected, "{} = {text}", key.json_name());
    }

    #[test]
    fn every_default_is_allowed_and_the_models() {
        let defaults = Parameters::default();
        let values: Vec<_> = Key::ALL.map(|key| defaults.value(key)).to_vec();
        assert_eq!(values, ["195", "1900", "30", "2000", "1", "", "0.01", "", "file_order", "0", "0"]);
        for key in Key::ALL {
            check(key, &defaults.value(key), Some(&defaults.value(key)));
        }
    }

    #[test]
    fn a_whole_number_is_allowed_to_both_ends_of_its_range() {
        for key in Key::ALL {
            let Some((least, most)) = key.range() else { continue };
            check(key, &least.to_string(), Some(&least.to_string()));
            check(key, &most.to_string(), Some(&most.to_string()));
            check(key, &(most + 1).to_string(), None);
            if least > 0 {
                check(key, &(least - 1).to_string(), None);
            }
            check(key, "-1", None);
            check(key, "99999999999999999999999999999999", None);
        }
    }

    #[test]
    fn blanks_around_and_leading_zeros_pass() {
        check(Key::TargetHeight, " 0030\t", Some("30"));
    }

    #[test]
    fn signs_points_exponents_and_other_digits_do_not() {
        for text in ["+5", "5.0", "1e1", "٣", "５", "5 5", "0x5", "", "5_0"] {
            check(Key::BuildRate, text, None);
        }
    }

    #[test]
    fn none_is_empty() {
        check(Key::NumTeams, "", Some(""));
        check(Key::StartDate, " ", Some(""));
        check(Key::StartDate, "2024-08-11", Some("2024-08-11"));
        check(Key::StartDate, "2024-8-11", None);
        check(Key::Dispatch, "", None);
    }

    #[test]
    fn seconds_have_six_places_at_most() {
        check(Key::CpuWorktime, "0.000001", Some("0.000001"));
        check(Key::CpuWorktime, "0.0000001", None);
        check(Key::CpuWorktime, "0", None);
        check(Key::CpuWorktime, "0.0", None);
        check(Key::CpuWorktime, "10", Some("10"));
        check(Key::CpuWorktime, "10.000000", Some("10"));
        check(Key::CpuWorktime, "10.000001", None);
        check(Key::CpuWorktime, "1.50", Some("1.5"));
        for text in ["1.", ".5", ".", "1e-2", "-1", "1.2.3", "99999999999999999999.1", "1.+5"] {
            check(Key::CpuWorktime, text, None);
        }
    }

    #[test]
    fn an_order_is_named_to_the_letter() {
        for dispatch in Dispatch::ALL {
            check(Key::Dispatch, dispatch.name(), Some(dispatch.name()));
        }
        check(Key::Dispatch, "Longest_First", None);
    }

    #[test]
    fn a_refused_value_is_a_fault_at_its_parameter() {
        let fault = Parameters::default().with(Key::TargetHeight, "3O").expect_err("the letter O");
        assert_eq!(fault.place, Place::Parameter(Key::TargetHeight));
        assert_eq!(fault.hint().as_deref(), Some("the letter O; did you mean 30?"));
    }
}
