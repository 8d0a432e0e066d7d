//! Checks that need a tool of their own. Each prints the figure that it judges by. Not for what reads the
//! repository's text alone (tidy), nor for the order of the parts (test).

pub(crate) mod coverage;
pub(crate) mod dependencies;
pub(crate) mod fuzz;
pub(crate) mod soak;
