//! How the result stands: fresh, from before a fault, or not there yet, and why. In words for
//! the visitor; the page's state decides.

use icewall_protocol::{RunReply, Severity};

use crate::state::{EngineStatus, Halt};
use crate::words;

/// A notice: what it is, and what can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// In a few words.
    pub(crate) title: &'static str,
    /// In a sentence.
    pub(crate) detail: String,
}

/// Why the result that is shown is not what the wall says now.
pub(crate) fn stale(reply: Option<&RunReply>, halt: Option<&Halt>, engine: &EngineStatus) -> Notice {
    if let EngineStatus::Down { why } | EngineStatus::Restarting { why } = engine {
        return Notice { title: "From before the engine stopped", detail: why.clone() };
    }
    match halt {
        Some(Halt::Cancelled) => Notice {
            title: "From before the last change",
            detail: "The computation was cancelled; this is the result before it.".to_owned(),
        },
        Some(Halt::Unreadable) => Notice {
            title: "From before the last file",
            detail: "The file could not be read; this is the result before it.".to_owned(),
        },
        Some(Halt::EngineDown) | None => Notice {
            title: "From before the faults",
            detail: faults(reply, "this is the last result without any"),
        },
    }
}

/// Why there is no result yet; none while the first one is on its way.
pub(crate) fn missing(
    reply: Option<&RunReply>,
    halt: Option<&Halt>,
    engine: &EngineStatus,
) -> Option<Notice> {
    if let EngineStatus::Down { why } = engine {
        return Some(Notice { title: "The engine is down", detail: why.clone() });
    }
    match halt {
        Some(Halt::Cancelled) => Some(Notice {
            title: "No result yet",
            detail: "The computation was cancelled. Change the wall, or compute again.".to_owned(),
        }),
        Some(Halt::Unreadable) => Some(Notice {
            title: "No result yet",
            detail: "The file could not be read. Open it again.".to_owned(),
        }),
        Some(Halt::EngineDown) | None => reply.filter(|reply| reply.outcome.is_none()).map(|reply| Notice {
            title: "No result yet",
            detail: faults(Some(reply), "mend them and the result appears here"),
        }),
    }
}

/// How many faults there are, and what follows.
fn faults(reply: Option<&RunReply>, so: &str) -> String {
    let told = reply.map_or(0, |reply| {
        let told = reply.diagnostics.iter().filter(|found| found.severity == Severity::Fault).count();
        u64::try_from(told).unwrap_or(u64::MAX).saturating_add(u64::from(reply.more_faults))
    });
    match told {
        0 => format!("The wall cannot be computed as it is: {so}."),
        told => format!("The wall has {}: {so}.", words::counted(told, "fault", "faults")),
    }
}
