//! The one error of the library. What went wrong stands in private kinds, so that a new one breaks
//! nobody.
//!
//! Not for faults in a visitor's text: those are [`Diagnostic`]s, of which there may be many.

use std::fmt;

use crate::config::WallFault;
use crate::control::Cancelled;
use crate::diagnostic::Diagnostic;

/// What the library could not do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Error(Kind);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Cancelled(Cancelled),
    Wall(WallFault),
    Refused(Vec<Diagnostic>),
}

impl Error {
    /// Whether the computation was called off; anything else is the caller's mistake.
    pub fn is_cancelled(&self) -> bool {
        matches!(self.0, Kind::Cancelled(_))
    }

    /// The faults of a refused configuration; empty for every other error.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        match &self.0 {
            Kind::Refused(diagnostics) => diagnostics,
            Kind::Cancelled(_) | Kind::Wall(_) => &[],
        }
    }
}

impl From<Cancelled> for Error {
    fn from(cancelled: Cancelled) -> Self {
        Self(Kind::Cancelled(cancelled))
    }
}

impl From<WallFault> for Error {
    fn from(fault: WallFault) -> Self {
        Self(Kind::Wall(fault))
    }
}

impl From<Vec<Diagnostic>> for Error {
    fn from(diagnostics: Vec<Diagnostic>) -> Self {
        Self(Kind::Refused(diagnostics))
    }
}

impl From<Diagnostic> for Error {
    fn from(diagnostic: Diagnostic) -> Self {
        Self(Kind::Refused(vec![diagnostic]))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::Cancelled(cancelled) => cancelled.fmt(f),
            Kind::Wall(fault) => fault.fmt(f),
            Kind::Refused(diagnostics) => {
                f.write_str("the configuration is refused")?;
                diagnostics.iter().enumerate().try_for_each(|(index, diagnostic)| {
                    write!(f, "{} {}", if index == 0 { ":" } else { ";" }, diagnostic.message())
                })
            }
        }
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Key, Parameters};

    #[test]
    fn only_a_cancelled_computation_is_cancelled() {
        assert!(Error::from(Cancelled).is_cancelled());
        assert!(!Error::from(WallFault::NoProfile).is_cancelled());
    }

    #[test]
    fn a_refused_value_says_what_is_allowed() {
        let fault = Parameters::default().with(Key::BuildRate, "0").expect_err("0 feet a day");
        assert_eq!(
            Error::from(fault).to_string(),
            "the configuration is refused: build_rate is “0”; it must be a whole number from 1 to 1,000 \
             (feet per crew and day)"
        );
    }
}
