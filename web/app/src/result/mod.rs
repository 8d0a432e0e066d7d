//! The result: the answer in words, the charts, the day that is looked at, the figures.
//!
//! Everything here shows what the engine told ([`crate::state::State::shown`]); nothing computes
//! a figure. What draws is divided: pure drawing arithmetic stands in `icewall_ui::chart` (day axis, ticks,
//! stack, ramp, raster) and beside the components (`place`), the browser's part in `browser/`.

#![expect(unreachable_pub, reason = "the component macro makes the properties of a component public")]

pub(crate) mod charts;
mod day_bar;
mod day_words;
pub(crate) mod days;
pub(crate) mod figures;
pub(crate) mod headline;
pub(crate) mod pane;
mod standing;
mod terms;
