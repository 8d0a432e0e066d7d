//! What the page asks of the engine.

use std::fmt;

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
    /// Rows of the table of days, of the last run without faults.
    Days {
        /// Which question this is; the answer carries it back.
        ask: u32,
        /// The first day wanted, from 1.
        from: u64,
        /// How many rows at the most.
        count: u32,
        /// How many profiles, from the first, have a column of their own.
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
}

impl Request {
    /// The request as it crosses to the engine, in the format of postcard.
    pub fn to_bytes(&self) -> Vec<u8> {
        // Postcard fails on lists of unknown length and on nothing else here.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Reads what [`Request::to_bytes`] wrote.
    ///
    /// # Errors
    /// When the bytes are no request.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NoRequest> {
        postcard::from_bytes(bytes).map_err(|_| NoRequest)
    }
}

/// Bytes that are no request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoRequest;

impl fmt::Display for NoRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the engine was sent something that is no request")
    }
}

impl std::error::Error for NoRequest {}

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
}

/// The content of one parameter field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// The parameter's JSON key, such as `num_teams`.
    pub key: String,
    /// What was typed; empty stands for none where the parameter has a none, else for the default.
    pub value: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_crosses_as_it_is() {
        let settings = vec![Setting { key: "num_teams".to_owned(), value: " 2O ".to_owned() }];
        let run = RunRequest { run: u32::MAX, settings, columns: 400, view: Some(View::Heat) };
        for request in [
            Request::Run(run),
            Request::Run(RunRequest::default()),
            Request::Day { ask: 1, day: 1 << 53, profiles: 8 },
            Request::Days { ask: 2, from: 1, count: 100, profiles: 0 },
            Request::Profiles { ask: 3, from: 10_000_000, count: 1 },
        ] {
            assert_eq!(Request::from_bytes(&request.to_bytes()), Ok(request));
        }
    }

    #[test]
    fn other_bytes_are_no_request() {
        for bytes in [&[][..], &[99], &[0, 1], b"no message of the protocol"] {
            assert_eq!(Request::from_bytes(bytes), Err(NoRequest), "{bytes:?}");
        }
    }
}
