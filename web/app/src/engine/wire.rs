//! What crosses between page and engine beside the messages: a wall's text, and the columns of a result.

use std::sync::Arc;

use icewall_protocol::Column;
use js_sys::{Array, Float64Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::files::Held;

/// The numbers of the charts, as [`Column`] tells them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Columns {
    /// The day that each column shows.
    pub(crate) day: Vec<f64>,
    /// Cubic yards of ice on that day.
    pub(crate) ice: Vec<f64>,
    /// The least ice on any day of the column, in cubic yards.
    pub(crate) ice_least: Vec<f64>,
    /// Gold Dragons on that day.
    pub(crate) cost: Vec<f64>,
    /// Gold Dragons until the column's last day.
    pub(crate) cost_until: Vec<f64>,
    /// The columns by profile.
    pub(crate) rows: Rows,
}

/// The columns by profile, row after row.
#[derive(Clone, Debug, Default)]
pub(crate) enum Rows {
    /// The wall as a whole only.
    #[default]
    None,
    /// Cubic yards of ice.
    Ice(Vec<f64>),
    /// Shades of the heat map, 0 … 255.
    Shades(Vec<u8>),
}

/// The text of a run.
#[derive(Clone, Debug)]
pub(crate) enum WallText {
    /// What stands in the editor.
    Typed(Arc<str>),
    /// A file that the browser holds.
    Held(Held),
}

impl WallText {
    /// Whether both are the same text.
    pub(super) fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Typed(one), Self::Typed(other)) => one == other,
            (Self::Held(one), Self::Held(other)) => one.is(other),
            _ => false,
        }
    }
}

/// The columns beside a message, in the order of [`Column`].
pub(super) fn unpack_columns(columns: &Array) -> Columns {
    let floats = |column: Column| numbers(&columns.get(column as u32));
    Columns {
        day: floats(Column::Day),
        ice: floats(Column::Ice),
        ice_least: floats(Column::IceLeast),
        cost: floats(Column::Cost),
        cost_until: floats(Column::CostUntil),
        rows: unpack_rows(&columns.get(Column::Rows as u32)),
    }
}

fn unpack_rows(rows: &JsValue) -> Rows {
    if let Some(shades) = rows.dyn_ref::<Uint8Array>() {
        return Rows::Shades(shades.to_vec());
    }
    let ice = numbers(rows);
    if ice.is_empty() { Rows::None } else { Rows::Ice(ice) }
}

fn numbers(array: &JsValue) -> Vec<f64> {
    array.dyn_ref::<Float64Array>().map(Float64Array::to_vec).unwrap_or_default()
}
