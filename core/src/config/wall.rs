//! The wall: start heights, profile by profile, in one flat list.
//!
//! Holds what is true of every wall, whatever its parameters; a height may still be above a
//! target that it is later combined with.

use std::fmt;
use std::ops::Range;

use super::survey::Survey;
use crate::error::Error;

/// The most sections of a whole wall.
pub const SECTIONS_MOST: u32 = 10_000_000;
/// The greatest height in feet that any target height allows.
pub const HEIGHT_MOST: u16 = 1000;

/// The wall's start heights in feet. At least one profile, each with at least one section; at most
/// [`SECTIONS_MOST`] sections in all, none above [`HEIGHT_MOST`]. The default is the wall of the
/// model's worked example.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wall {
    heights: Vec<u16>,
    /// One past the last section of each profile; nothing where all profiles are equally long.
    ends: Vec<u32>,
    profiles: u32,
    survey: Survey,
}

impl Default for Wall {
    fn default() -> Self {
        let (heights, ends) = (vec![21, 25, 28, 17, 17, 22, 17, 19, 17], vec![3, 4, 9]);
        let survey = Survey::of(&heights, &ends);
        Self { heights, ends, profiles: 3, survey }
    }
}

impl Wall {
    /// A wall of `heights` in wall order; `ends[p]` is one past the last section of profile `p`
    /// (both from 0).
    ///
    /// # Errors
    /// Where there is no profile, an empty one, a section too many, a height above
    /// [`HEIGHT_MOST`], or where the ends do not fit the heights.
    pub fn new(heights: Vec<u16>, ends: Vec<u32>) -> Result<Self, Error> {
        let sections = u32::try_from(heights.len()).unwrap_or(u32::MAX);
        if sections > SECTIONS_MOST {
            return Err(WallFault::TooManySections { found: heights.len() }.into());
        }
        let survey = Survey::of(&heights, &ends);
        if survey.tallest > HEIGHT_MOST {
            return Err(WallFault::TooTall.into());
        }
        let Some(&last) = ends.last() else { return Err(WallFault::NoProfile.into()) };
        if survey.shortest == 0 {
            return Err(WallFault::EmptyProfile.into());
        }
        if last != sections {
            return Err(WallFault::EndsMisfit.into());
        }
        let profiles = u32::try_from(ends.len()).unwrap_or(u32::MAX);
        let ends = if survey.shortest == survey.longest { Vec::new() } else { ends };
        Ok(Self { heights, ends, profiles, survey })
    }

    /// A wall of these profiles, each a list of heights in feet.
    ///
    /// # Errors
    /// As [`Wall::new`].
    pub fn from_profiles(profiles: &[Vec<u16>]) -> Result<Self, Error> {
        let heights = profiles.concat();
        let mut end = 0usize;
        let ends = profiles.iter().map(|profile| {
            end += profile.len();
            u32::try_from(end).unwrap_or(u32::MAX)
        });
        let ends = ends.collect();
        Self::new(heights, ends)
    }

    /// The start height of every section in feet, in wall order.
    pub fn heights(&self) -> &[u16] {
        &self.heights
    }

    /// How many profiles there are; at least 1.
    pub fn profiles(&self) -> usize {
        self.profiles as usize
    }

    /// One past the last section of a profile, both counted from 0; none for a profile that the wall has not.
    #[inline]
    pub fn end(&self, profile: usize) -> Option<u32> {
        let profile = u32::try_from(profile).ok().filter(|&profile| profile < self.profiles)?;
        Some(self.ends.get(profile as usize).copied().unwrap_or((profile + 1) * self.longest()))
    }

    /// Bytes held.
    pub(crate) fn bytes(&self) -> usize {
        size_of_val(self.heights.as_slice()) + size_of_val(self.ends.as_slice())
    }

    /// The sections of a profile, both counted from 0; empty for a profile that the wall has not.
    pub fn profile(&self, profile: usize) -> Range<usize> {
        let Some(end) = self.end(profile) else { return 0..0 };
        let start = profile.checked_sub(1).and_then(|before| self.end(before)).unwrap_or(0);
        start as usize..end as usize
    }

    /// The profile of a section, both counted from 0; none for a section that the wall has not.
    pub fn profile_of(&self, section: usize) -> Option<usize> {
        let profile = if self.ends.is_empty() {
            section / self.longest().max(1) as usize
        } else {
            self.ends.partition_point(|&end| end as usize <= section)
        };
        (section < self.heights.len()).then_some(profile)
    }

    /// The greatest start height in feet.
    pub(crate) fn tallest(&self) -> u16 {
        self.survey.tallest
    }

    /// How many sections the longest profile has.
    pub(crate) fn longest(&self) -> u32 {
        self.survey.longest
    }

    /// All start heights added up, in feet: at most 10^10.
    pub(crate) fn start_feet(&self) -> u64 {
        self.survey.start_feet
    }

    /// The heights of each profile in turn, in feet.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &[u16]> {
        (0..self.profiles()).map(|profile| self.heights.get(self.profile(profile)).unwrap_or_default())
    }
}

/// Why a list of heights is no wall.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum WallFault {
    NoProfile,
    EmptyProfile,
    TooManySections { found: usize },
    TooTall,
    EndsMisfit,
}

impl fmt::Display for WallFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoProfile => f.write_str("a wall has at least one profile"),
            Self::EmptyProfile => f.write_str("a profile has at least one section"),
            Self::TooManySections { found } => {
                write!(f, "a wall has at most {SECTIONS_MOST} sections, not {found}")
            }
            Self::TooTall => write!(f, "a height is at most {HEIGHT_MOST} feet"),
            Self::EndsMisfit => f.write_str("the profiles' ends do not fit the number of heights"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(heights: &[u16], ends: &[u32], fault: Option<WallFault>) {
        let wall = Wall::new(heights.to_vec(), ends.to_vec());
        assert_eq!(wall.err(), fault.map(Error::from), "{heights:?} {ends:?}");
    }

    #[test]
    fn a_wall_has_a_profile_and_a_profile_has_a_section() {
        check(&[0], &[1], None);
        check(&[], &[], Some(WallFault::NoProfile));
        check(&[], &[0], Some(WallFault::EmptyProfile));
        check(&[1, 2], &[1, 1, 2], Some(WallFault::EmptyProfile));
        check(&[1, 2], &[2, 1], Some(WallFault::EmptyProfile));
    }

    #[test]
    fn the_ends_fit_the_heights() {
        check(&[1, 2, 3], &[2], Some(WallFault::EndsMisfit));
        check(&[1], &[2], Some(WallFault::EndsMisfit));
    }

    #[test]
    fn heights_end_at_1000_and_sections_at_10_000_000() {
        check(&[1000], &[1], None);
        check(&[1001], &[1], Some(WallFault::TooTall));
        check(&vec![0; 10_000_000], &[10_000_000], None);
        let found = 10_000_001;
        check(&vec![0; found], &[10_000_001], Some(WallFault::TooManySections { found }));
    }

    #[test]
    fn profiles_are_found_by_number_from_0() {
        let wall = Wall::from_profiles(&[vec![21, 25, 28], vec![17]]).expect("a wall");
        assert_eq!((wall.profile(0), wall.profile(1), wall.profile(2)), (0..3, 3..4, 0..0));
        assert_eq!(wall.iter().collect::<Vec<_>>(), [&[21, 25, 28][..], &[17]]);
        assert_eq!(
            (wall.profiles(), [0, 1, 2].map(|profile| wall.end(profile))),
            (2, [Some(3), Some(4), None])
        );
        assert_eq!((wall.longest(), wall.start_feet()), (3, 91));
        assert_eq!(wall.tallest(), 28);
        assert_eq!([0, 2, 3, 4].map(|section| wall.profile_of(section)), [Some(0), Some(0), Some(1), None]);
    }

    #[test]
    fn equally_long_profiles_take_no_room_and_are_found_as_well() {
        for long in [1, 2, 5] {
            let wall = Wall::from_profiles(&vec![vec![7; long]; 4]).expect("a wall");
            assert_eq!((wall.profiles(), wall.bytes()), (4, 8 * long));
            for profile in 0..4 {
                let sections = profile * long..(profile + 1) * long;
                assert_eq!(wall.profile(profile), sections);
                assert_eq!(wall.end(profile).map(|end| end as usize), Some(sections.end));
                assert!(sections.clone().all(|section| wall.profile_of(section) == Some(profile)));
            }
            assert_eq!((wall.profile(4), wall.end(4), wall.profile_of(4 * long)), (0..0, None, None));
            assert_eq!(wall.iter().collect::<Vec<_>>(), vec![&vec![7; long][..]; 4]);
        }
    }
}
