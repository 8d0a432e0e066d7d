//! The one error of the library: a list of heights that is no wall. Why stands in a private kind, so that a new one
//! breaks nobody.
//!
//! Not for faults in a visitor's text, of which there may be many ([`Diagnostic`](crate::diagnostic::Diagnostic)),
//! nor for a computation that was called off ([`Cancelled`](crate::control::Cancelled)).

use std::fmt;

use crate::config::WallFault;

/// What the library could not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(WallFault);

impl From<WallFault> for Error {
    fn from(fault: WallFault) -> Self {
        Self(fault)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl std::error::Error for Error {}
