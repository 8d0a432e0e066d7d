//! The building of the Wall, free of any browser: text in, figures out.
//!
//! The pipeline, in order:
//!
//! 1. [`input`]: bytes → what they say, with every fault and its place ([`diagnostic`]).
//! 2. [`config`]: the parameters and the wall, which cannot exist in an invalid state.
//! 3. [`schedule`]: who builds where, when.
//! 4. [`ledger`]: feet, ice and cost by profile and day, the one source of every figure.
//! 5. [`series`]: columns for charts, [`log`]: the work log by line number, and [`views`]: the wall, its
//!    days and its crews as far as they are seen.
//! 6. [`export`]: all of it as files, piece by piece.
//! 7. [`routes`]: the REST interface over all of it, as one pure function.
//! 8. [`planner`]: one wall under many crew counts and orders, and [`risk`]: under days that are lost.
//!
//! Beside it: [`units`], [`calendar`], [`output`] (what [`input`] reads, written), [`link`] (the same in a few
//! characters), [`stored`] (the same in a few bytes), [`typed`] (what stands in a field beside the wall),
//! [`control`] (progress and cancelling) and [`error`].
//!
//! There is no clock, no float, no input or output here, and the figures do not depend on how many
//! threads compute them. With the feature `parallel`, independent work runs on rayon's current
//! pool.
//!
//! ```
//! use icewall_core::control::Unwatched;
//! use icewall_core::input::{self, Base};
//! use icewall_core::ledger::{Ledger, Scope};
//! use icewall_core::log::WorkLog;
//! use icewall_core::units::Day;
//!
//! let reading = input::read(b"21 25 28\n17\n17 22 17 19 17\n", &Base::default(), &Unwatched)?;
//! let ledger = Ledger::new(reading.config.expect("no faults"), &Unwatched)?;
//!
//! assert_eq!(ledger.schedule().makespan(), 13);
//! assert_eq!(ledger.cost().get(), 32_233_500);
//! assert_eq!(ledger.ice_on(Scope::Profile(0), Day::new(3)).get(), 390);
//! assert_eq!(ledger.cost_until(Scope::Wall, Day::new(1)).get(), 3_334_500);
//! assert_eq!(
//!     WorkLog::new(&ledger).line(3).expect("a line").to_string(),
//!     "Crew-4 - Added 1 foot to section 4 of profile 2 to reach 18 feet on day 1",
//! );
//! # Ok::<(), icewall_core::control::Cancelled>(())
//! ```

#![forbid(unsafe_code)]

pub mod calendar;
pub mod config;
pub mod control;
pub mod diagnostic;
pub mod error;
pub mod export;
mod gather;
pub mod input;
pub mod ledger;
pub mod link;
pub mod log;
pub mod output;
pub mod planner;
pub mod risk;
pub mod routes;
pub mod schedule;
pub mod series;
pub mod stored;
pub mod typed;
pub mod units;
pub mod views;
