//! The tables: each chart's figures as text. Not for the charts.
//!
//! Rows come from the engine a page at a time; the old ones stay until the new ones are there.

mod daily;
mod days;
mod pager;
mod pages;
mod profiles;
mod rows;
mod until;

pub(crate) use daily::DailyTables;
pub(crate) use until::UntilTable;
