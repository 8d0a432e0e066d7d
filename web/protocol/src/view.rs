//! In which way the profiles are told apart.

use serde::{Deserialize, Serialize};

/// A way to show the daily ice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum View {
    /// The whole wall as one.
    Wall,
    /// Profiles stacked on one another; up to [`View::STACKED_MOST`].
    Stacked,
    /// One small chart a profile; up to [`View::MULTIPLES_MOST`].
    Multiples,
    /// A row a profile, or a group of neighbours, shaded by the ice of the day.
    Heat,
}

impl View {
    /// Every view, from the coarsest to the densest.
    pub const ALL: [Self; 4] = [Self::Wall, Self::Stacked, Self::Multiples, Self::Heat];
    /// The most profiles that can be told apart in a stack.
    pub const STACKED_MOST: u32 = 8;
    /// The most profiles that small charts are drawn for.
    pub const MULTIPLES_MOST: u32 = 50;
    /// The most rows of a heat map; above, neighbours share one.
    pub const HEAT_ROWS_MOST: u32 = 200;

    /// What an address calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Wall => "wall",
            Self::Stacked => "stacked",
            Self::Multiples => "multiples",
            Self::Heat => "heat",
        }
    }

    /// The view that suits a wall of so many profiles.
    pub fn suits(profiles: u32) -> Self {
        let told_apart = [Self::Stacked, Self::Multiples].into_iter().find(|view| view.can_show(profiles));
        if profiles <= 1 { Self::Wall } else { told_apart.unwrap_or(Self::Heat) }
    }

    /// Whether the view can show a wall of so many profiles.
    pub fn can_show(self, profiles: u32) -> bool {
        match self {
            Self::Wall | Self::Heat => true,
            Self::Stacked => profiles <= Self::STACKED_MOST,
            Self::Multiples => profiles <= Self::MULTIPLES_MOST,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_view_that_suits_can_show_the_wall() {
        for profiles in [1, 2, 8, 9, 50, 51, 10_000_000] {
            assert!(View::suits(profiles).can_show(profiles), "{profiles}");
        }
    }

    #[test]
    fn stacks_to_eight_small_charts_to_fifty_a_heat_map_above() {
        assert_eq!(View::suits(1), View::Wall);
        assert_eq!(View::suits(8), View::Stacked);
        assert_eq!(View::suits(9), View::Multiples);
        assert_eq!(View::suits(50), View::Multiples);
        assert_eq!(View::suits(51), View::Heat);
    }
}
