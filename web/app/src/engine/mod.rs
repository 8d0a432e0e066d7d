//! The page's side of the engine: starts it, asks it, watches over it.
//!
//! `policy` decides (pure, tested natively), `client` does what it decided, `wire` is what
//! crosses beside the messages. Nothing here knows a rule of the model.

mod client;
mod policy;
mod wire;

use icewall_protocol::{Ready, RunReply, Setting, View};

pub(crate) use client::Client;
pub(crate) use icewall_ui::answer::{Answer, Lost};
pub(crate) use wire::{Columns, Rows, WallText};

/// How the engine is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum EngineStatus {
    /// It is on its way, for the first time.
    Starting,
    /// It runs.
    Up(Ready),
    /// It stopped and is being started again.
    Restarting {
        /// What happened, in a sentence for the visitor.
        why: String,
    },
    /// It stopped more than once and is not started again unless the visitor says so.
    Down {
        /// What happened, in a sentence for the visitor.
        why: String,
    },
}

/// A run that is wanted: everything the result depends on.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    /// The wall's text.
    pub(crate) text: WallText,
    /// What the parameter fields hold.
    pub(crate) settings: Vec<Setting>,
    /// How many columns a chart has at the most.
    pub(crate) columns: u32,
    /// The chosen view; none: as suits the wall.
    pub(crate) view: Option<View>,
    /// The first day that the charts show and the last; none: all.
    pub(crate) days: Option<(u64, u64)>,
}

impl Order {
    /// Whether both are about the same wall with the same parameters, however it is shown.
    pub(crate) fn same_wall(&self, other: &Self) -> bool {
        self.settings == other.settings && self.text.same(&other.text)
    }
}

/// What the engine's client tells the page.
#[derive(Debug)]
pub(crate) enum News {
    /// The engine is in another state.
    Status(EngineStatus),
    /// A run ended; the columns are there where the reply has an outcome.
    Run(Box<RunReply>, Option<Columns>),
    /// How far a run that takes long is, per mille; none: no such run.
    Progress(Option<u32>),
    /// Whether a run is under way or waits.
    Busy(bool),
    /// The last run wanted ended without an answer.
    Halted(Halt),
}

/// Why a run ended without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Halt {
    /// The visitor cancelled it.
    Cancelled,
    /// The engine is down.
    EngineDown,
    /// The file could not be read.
    Unreadable,
}
