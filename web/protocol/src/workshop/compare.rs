//! What comparing two walls asks of the workshop that holds one of them, and what it is given. Not for how the
//! two differ: that is the page's to say.

use serde::{Deserialize, Serialize};

use crate::{LinkedWall, Setting, Summary};

/// What is asked about a wall that stands beside another one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CompareJob {
    /// Its figures, and what they rest on.
    Figures,
    /// This wall and the other one as the two parts of a link.
    Pack {
        /// The other wall, as [`Job::Link`](super::Job::Link) gives it.
        other: String,
    },
    /// The wall that stands beside another one in a link. The wall that the workshop holds has no part in it.
    Unpack {
        /// What stands there of the wall that is asked for.
        packed: String,
        /// What stands there of the one that it is beside.
        beside: String,
    },
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum CompareMade {
    /// Figures: [`CompareJob::Figures`].
    Figures(Box<WallFigures>),
    /// The parts of a link: [`CompareJob::Pack`].
    Packed {
        /// This wall.
        own: String,
        /// The other one, to be read beside it.
        other: String,
    },
    /// The wall, or what is wrong with the link: [`CompareJob::Unpack`].
    Unpacked(Result<LinkedWall, String>),
}

/// The figures of a wall, and what they rest on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WallFigures {
    /// The figures.
    pub summary: Summary,
    /// Every parameter as it is in force, in the model's order; empty for none.
    pub parameters: Vec<Setting>,
    /// The same number for the same start heights in the same profiles, and most likely another one for others.
    pub heights: u64,
}
