//! The names of the parameters: in JSON, in INI files, and what is allowed for each.
//!
//! The wall's heights are not among them: they are read by rules of their own.

/// A parameter of the model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(usize)]
pub enum Key {
    /// Cubic yards of ice that one foot takes.
    VolumeIcePerFoot,
    /// Gold Dragons for one cubic yard.
    CostPerVolume,
    /// The height in feet at which a section is finished.
    TargetHeight,
    /// The most sections in one profile.
    MaxSectionCount,
    /// Feet that a crew adds in a day.
    BuildRate,
    /// Crews of the pool; none: one for each unfinished section.
    NumTeams,
    /// Seconds that the animated playback spends on one day.
    CpuWorktime,
    /// The calendar date of day 1.
    StartDate,
    /// In which order a pool takes the sections.
    Dispatch,
    /// Gold Dragons per crew and day.
    CrewWage,
    /// Gold Dragons per day of the project.
    OverheadPerDay,
}

/// A section of an INI file that holds parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IniSection {
    /// What is built and what it costs.
    Construction,
    /// Who builds it, and how it is played back.
    Task,
}

impl IniSection {
    /// The name as it is printed; names are matched whatever their case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Construction => "Construction",
            Self::Task => "Task",
        }
    }
}

impl Key {
    /// How many parameters there are.
    pub const COUNT: usize = 11;

    /// Every parameter, in the model's order.
    pub const ALL: [Self; Self::COUNT] = [
        Self::VolumeIcePerFoot,
        Self::CostPerVolume,
        Self::TargetHeight,
        Self::MaxSectionCount,
        Self::BuildRate,
        Self::NumTeams,
        Self::CpuWorktime,
        Self::StartDate,
        Self::Dispatch,
        Self::CrewWage,
        Self::OverheadPerDay,
    ];

    /// The key in JSON, which is also the parameter's name in messages.
    pub fn json_name(self) -> &'static str {
        match self {
            Self::VolumeIcePerFoot => "volume_ice_per_foot",
            Self::CostPerVolume => "cost_per_volume",
            Self::TargetHeight => "target_height",
            Self::MaxSectionCount => "max_section_count",
            Self::BuildRate => "build_rate",
            Self::NumTeams => "num_teams",
            Self::CpuWorktime => "cpu_worktime",
            Self::StartDate => "start_date",
            Self::Dispatch => "dispatch",
            Self::CrewWage => "crew_wage",
            Self::OverheadPerDay => "overhead_per_day",
        }
    }

    /// The parameter of this JSON key, to the letter.
    pub fn from_json_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.json_name() == name)
    }

    /// The keys in an INI file; the first is the one that is printed.
    pub fn ini_names(self) -> &'static [&'static str] {
        match self {
            Self::VolumeIcePerFoot => &["volume_ice_per_foot"],
            Self::CostPerVolume => &["cost_per_volume"],
            Self::TargetHeight => &["target_height"],
            Self::MaxSectionCount => &["max_section_count"],
            Self::BuildRate => &["build_rate"],
            Self::NumTeams => &["num_workers", "num_teams"],
            Self::CpuWorktime => &["cpu_worktime"],
            Self::StartDate => &["start_date"],
            Self::Dispatch => &["dispatch"],
            Self::CrewWage => &["crew_wage"],
            Self::OverheadPerDay => &["overhead_per_day"],
        }
    }

    /// The parameter of this INI key, whatever its case and section.
    pub fn from_ini_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.ini_names().iter().any(|own| own.eq_ignore_ascii_case(name)))
    }

    /// The INI section that the parameter belongs to.
    pub fn ini_section(self) -> IniSection {
        match self {
            Self::NumTeams | Self::CpuWorktime | Self::StartDate | Self::Dispatch => IniSection::Task,
            Self::VolumeIcePerFoot
            | Self::CostPerVolume
            | Self::TargetHeight
            | Self::MaxSectionCount
            | Self::BuildRate
            | Self::CrewWage
            | Self::OverheadPerDay => IniSection::Construction,
        }
    }

    /// Whether the parameter may have no value at all (JSON null, an empty field or INI value).
    pub fn has_none(self) -> bool {
        matches!(self, Self::NumTeams | Self::StartDate)
    }

    /// Whether the value is a text in JSON (it stands between quotation marks), not a number.
    pub fn is_text(self) -> bool {
        matches!(self, Self::StartDate | Self::Dispatch)
    }

    /// The least and the most of a whole number; none for the other kinds of value.
    pub(crate) fn range(self) -> Option<(u64, u64)> {
        Some(match self {
            Self::VolumeIcePerFoot => (1, 1_000_000),
            Self::CostPerVolume => (1, 1_000_000_000),
            Self::TargetHeight | Self::BuildRate => (1, 1000),
            Self::MaxSectionCount | Self::NumTeams => (1, 10_000_000),
            Self::CrewWage => (0, 1_000_000_000),
            Self::OverheadPerDay => (0, 1_000_000_000_000),
            Self::CpuWorktime | Self::StartDate | Self::Dispatch => return None,
        })
    }

    /// What is allowed, in words that go on from “must be”.
    pub fn allowed(self) -> &'static str {
        match self {
            Self::VolumeIcePerFoot => "a whole number from 1 to 1,000,000 (cubic yards per foot)",
            Self::CostPerVolume => "a whole number from 1 to 1,000,000,000 (Gold Dragons per cubic yard)",
            Self::TargetHeight => "a whole number from 1 to 1,000 (feet)",
            Self::MaxSectionCount => "a whole number from 1 to 10,000,000 (sections in one profile)",
            Self::BuildRate => "a whole number from 1 to 1,000 (feet per crew and day)",
            Self::NumTeams => "a whole number from 1 to 10,000,000 (crews), or nothing for one crew each",
            Self::CpuWorktime => "more than 0 and at most 10 (seconds), with at most 6 decimal places",
            Self::StartDate => "a date such as 2024-08-11, or nothing",
            Self::Dispatch => "file_order, longest_first, shortest_first or round_robin",
            Self::CrewWage => "a whole number from 0 to 1,000,000,000 (Gold Dragons per crew and day)",
            Self::OverheadPerDay => "a whole number from 0 to 1,000,000,000,000 (Gold Dragons per day)",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_finds_its_key() {
        for (index, key) in Key::ALL.into_iter().enumerate() {
            assert_eq!(key as usize, index);
            assert_eq!(Key::from_json_name(key.json_name()), Some(key));
            for name in key.ini_names() {
                assert_eq!(Key::from_ini_name(&name.to_uppercase()), Some(key));
            }
        }
    }

    #[test]
    fn a_json_name_is_matched_to_the_letter() {
        assert_eq!(Key::from_json_name("Target_Height"), None);
        assert_eq!(Key::from_json_name("num_workers"), None);
        assert_eq!(Key::from_json_name("profiles"), None);
    }
}
