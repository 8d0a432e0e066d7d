//! How a message crosses: as the bytes of postcard.

use std::fmt;

use serde::de::{DeserializeOwned, Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Bytes that cross in one piece, not one by one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bytes(pub Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Whole).map(Self)
    }
}

/// Takes bytes as they come.
struct Whole;

impl Visitor<'_> for Whole {
    type Value = Vec<u8>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(bytes.to_vec())
    }
}

/// A message as bytes.
pub fn to_bytes(message: &impl Serialize) -> Vec<u8> {
    // Postcard fails on lists of unknown length, and a message has none.
    postcard::to_allocvec(message).unwrap_or_default()
}

/// Reads what [`to_bytes`] wrote.
///
/// # Errors
/// When the bytes are no such message.
pub fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unreadable> {
    postcard::from_bytes(bytes).map_err(|_| Unreadable)
}

/// Bytes that are no message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a message between the page and the engine could not be read")
    }
}

impl std::error::Error for Unreadable {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{DayFigures, DayRow, Reply, Request, RunRequest, Setting, View};

    #[test]
    fn a_request_crosses_as_it_is() {
        let settings = vec![Setting { key: "num_teams".to_owned(), value: " 2O ".to_owned() }];
        let run = RunRequest {
            run: u32::MAX,
            settings,
            columns: 400,
            view: Some(View::Heat),
            days: Some((2, 1 << 40)),
        };
        for request in [
            Request::Run(run),
            Request::Run(RunRequest::default()),
            Request::Day { ask: 1, day: 1 << 53, profiles: 8 },
            Request::Profiles { ask: 3, from: 10_000_000, count: 1 },
        ] {
            assert_eq!(from_bytes(&to_bytes(&request)), Ok(request));
        }
    }

    #[test]
    fn a_reply_crosses_as_it_is_two_to_the_53_included() {
        let wall = DayRow {
            day: 1 << 53,
            date: Some("2024-08-11".to_owned()),
            ice: 1 << 53,
            cost: 0,
            cost_until: 1 << 53,
            ice_by_profile: vec![1, 1 << 53],
        };
        let figures = Some(DayFigures { wall, crews_at_work: 1, profiles: Vec::new() });
        let bytes = Some(Bytes(vec![0, 255, 7]));
        let stored = Reply::Stored { ask: 1, bytes };
        for reply in
            [Reply::Day { ask: 7, figures }, stored, Reply::Packed { ask: 8, packed: Some("…".to_owned()) }]
        {
            assert_eq!(from_bytes(&to_bytes(&reply)), Ok(reply));
        }
    }

    #[test]
    fn other_bytes_are_no_message() {
        for bytes in [&[][..], &[99], &[0, 1], b"no message of the protocol"] {
            assert_eq!(from_bytes::<Request>(bytes), Err(Unreadable), "{bytes:?}");
        }
    }
}
