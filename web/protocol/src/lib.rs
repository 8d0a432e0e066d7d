//! The words that the page and the engine exchange, and who may speak when.
//!
//! Page and engine never call one another: the page posts a [`Request`], the engine answers with
//! a [`Reply`]. Both sides are built from this one crate, so a message that one side cannot read
//! does not compile. Large columns of numbers do not stand in these types: they cross beside the
//! message as transferred typed arrays, in the order of [`Column`].
//!
//! [`desk`] and [`workshop`] are the words of the rooms: parts of the page that are loaded later, with
//! a worker of their own.
//!
//! Pure: no browser, no figure of the model is computed here.

mod bytes;
pub mod desk;
mod link;
mod queue;
mod reply;
mod request;
mod view;
pub mod workshop;

pub use bytes::{Bytes, Unreadable, from_bytes, to_bytes};
pub use link::{LINK_LENGTH_MOST, LINK_VERSION};
pub use queue::{Queue, Step};
pub use reply::{
    Charts, Column, DayFigures, DayRow, Diagnostic, EngineKind, LinkedWall, Outcome, ParameterValue, Peak,
    Place, ProfileDay, ProfileRow, Ready, Reply, RunReply, Severity, Source, Summary, TextKind,
};
pub use request::{Request, RunRequest, Setting};
pub use view::View;
