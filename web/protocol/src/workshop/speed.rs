//! Plans that are computed only to see how long they take. Not for the time, which comes with every result.

use serde::{Deserialize, Serialize};

/// A plan of a made-up wall, the same wherever it is computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Trial {
    /// The finish days of 1, 2, … 200 crews for 1,000,000 sections.
    Counts,
    /// 10,000 runs of 2,000 sections with 100 crews, of which each loses one day in twenty.
    Risk,
}

impl Trial {
    /// How many sections are placed in all.
    pub const fn placed(self) -> u64 {
        match self {
            Self::Counts => 200 * 1_000_000,
            Self::Risk => 10_000 * 2000,
        }
    }
}
