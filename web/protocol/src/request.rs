//! What the page asks of the engine.

use serde::{Deserialize, Serialize};

use crate::View;

/// A message from the page to the engine.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Request {
    /// Read the text, simulate, draw up the columns of the charts.
    Run(RunRequest),
    /// The exact figures of one day of the last run without faults.
    Day {
        /// Which question this is; the answer carries it back.
        ask: u32,
        /// The day, from 1.
        day: u64,
        /// How many profiles, from the first, are told one by one.
        profiles: u32,
    },
    /// Rows of the table of profiles, of the last run without faults.
    Profiles {
        /// Which question this is; the answer carries it back.
        ask: u32,
        /// The first profile wanted, from 1.
        from: u32,
        /// How many rows at the most.
        count: u32,
    },
    /// The wall of the last text, as bytes for the store.
    Store {
        /// Which question this is; the answer carries it back.
        ask: u32,
    },
    /// The wall of the last run without faults, packed for an address.
    Pack {
        /// Which question this is; the answer carries it back.
        ask: u32,
    },
    /// What was packed for an address, as a text and parameters.
    Unpack {
        /// Which question this is; the answer carries it back.
        ask: u32,
        /// What [`Request::Pack`] was answered.
        packed: String,
    },
}

/// One computation: the wall's text, what the parameter fields hold, and how wide the charts are.
///
/// The text itself crosses beside this message, as transferred bytes, and only when it changed:
/// the engine keeps the last one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RunRequest {
    /// Rises with every run; the answer carries it back.
    pub run: u32,
    /// What the parameter fields hold, as typed. The core reads it, with the rules of a file.
    pub settings: Vec<Setting>,
    /// How many columns a chart has at the most.
    pub columns: u32,
    /// Which columns beside those of the whole wall are wanted; none: as fits the wall.
    pub view: Option<View>,
    /// The first day that the charts show, from 1, and the last; none: all.
    pub days: Option<(u64, u64)>,
}

/// The content of one parameter field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// The parameter's JSON key, such as `num_teams`.
    pub key: String,
    /// What was typed; empty stands for none where the parameter has a none, else for the default.
    pub value: String,
}
