//! What goes out to a file, piece by piece: results as CSV, a whole run as JSON, the work log as text,
//! CSV and JSON lines, the days that matter as CSV, and what is remembered of a run.
//!
//! A writer borrows nothing and holds no more than its place and the order of its rows, so it can be kept
//! between two pieces; every piece needs the ledger that the first was written from. A piece is longer than
//! what was asked for by a line at most. Heights and parameters go out by [`output`](crate::output).
//!
//! Where the wall has a start date, every day stands with its date; the day comes first.

mod figures;
mod log;
mod milestones;
mod results;
mod run;
mod walk;

pub use figures::{PROFILES_REMEMBERED, remembered};
pub use log::{LogFormat, LogText};
pub use milestones::{MILESTONES_HEADING, MilestonesCsv};
pub use results::{By, ResultsCsv};
pub use run::RunJson;
