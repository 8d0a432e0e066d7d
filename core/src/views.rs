//! What pictures of a wall are drawn from: plain numbers for the part that is seen, at the size at
//! which it is seen. Nothing is ever held for each cell of a wall.
//!
//! - [`elevation`]: the wall as a skyline on a day, and who works where.
//! - [`diagram`]: sections against days, each pixel coloured by who works there.
//! - [`crews`]: what each crew does when, and how many are at work.
//! - [`milestones`]: the days that matter, by profile.
//! - [`facts`]: all that is known of one section.
//!
//! Sections are indices from 0 in what is asked, numbers from 1 in what is answered; days, crews and
//! profiles that are answered are numbers from 1. Not here: colours, axes, scales (the page).

mod columns;
pub mod crews;
pub mod diagram;
pub mod elevation;
pub mod facts;
pub mod milestones;
mod outline;

pub use columns::Columns;
pub use outline::Outline;
