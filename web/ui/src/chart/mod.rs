//! The arithmetic of drawing charts: axes and their marks, stacks, thinning to pixels, what a key does. Pure,
//! but for words in the reader's locale ([`axis_words`], [`heat_rows`]). Not for putting anything on the screen, and no
//! figure: what is read as a number comes from the core.

pub mod axis_words;
pub mod day_axis;
pub mod day_keys;
pub mod heat_rows;
pub mod ramp;
pub mod raster;
pub mod stack;
pub mod ticks;
