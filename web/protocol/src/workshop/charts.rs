//! What is asked for the columns of a chart beside those that the engine draws. Not for their meaning: that is
//! [`Charts`](crate::Charts), and the order of [`Column`](crate::Column).

use serde::{Deserialize, Serialize};

use crate::View;

/// The columns of a chart. They cross as sheets in the order of [`Column`](crate::Column): `f64`, little-endian;
/// the shades of a heat map as bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartsJob {
    /// How the days are cut.
    pub cut: Cut,
    /// Which columns by profile are wanted; none: as suits the wall.
    pub view: Option<View>,
}

/// How days are cut into columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cut {
    /// Into so many columns at the most.
    Columns(u32),
    /// Into columns of so many days.
    Days(u64),
}
