//! In which order a pool of crews takes the sections: the names only, the order itself is the
//! schedule's.

use std::fmt;

/// In which order a pool takes the unfinished sections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Dispatch {
    /// In wall order.
    #[default]
    FileOrder,
    /// The most days left first; ties in wall order.
    LongestFirst,
    /// The fewest days left first; ties in wall order.
    ShortestFirst,
    /// The first of each profile, then the second of each, and so on.
    RoundRobin,
}

impl Dispatch {
    /// Every order.
    pub const ALL: [Self; 4] = [Self::FileOrder, Self::LongestFirst, Self::ShortestFirst, Self::RoundRobin];

    /// The name as files say it.
    pub fn name(self) -> &'static str {
        match self {
            Self::FileOrder => "file_order",
            Self::LongestFirst => "longest_first",
            Self::ShortestFirst => "shortest_first",
            Self::RoundRobin => "round_robin",
        }
    }

    /// The order of this name, to the letter.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|dispatch| dispatch.name() == name)
    }
}

impl fmt::Display for Dispatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}
