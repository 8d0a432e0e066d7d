//! What a workshop gives: the result, and the arrays of numbers that cross beside it.

use icewall_protocol::Column;
use icewall_protocol::workshop::Made;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;

/// What came of a job.
#[derive(Clone, Debug)]
pub(crate) struct Answered {
    /// The result.
    pub(crate) made: Made,
    /// The arrays beside it.
    pub(crate) sheets: Sheets,
    /// How long the workshop took, in milliseconds.
    pub(crate) ms: f64,
}

/// Arrays of numbers, in the order that the result says. One that is missing, or of another kind, is
/// empty.
#[derive(Clone, Debug)]
pub(crate) struct Sheets(pub(super) Array);

impl Sheets {
    /// Amounts of a column of a chart.
    pub(crate) fn amounts(&self, column: Column) -> Vec<f64> {
        let bytes = self.array(column as u32).to_vec();
        bytes.as_chunks::<8>().0.iter().map(|bytes| f64::from_le_bytes(*bytes)).collect()
    }

    /// Bytes as the browser holds them, to be handed on.
    pub(crate) fn array(&self, at: u32) -> Uint8Array {
        self.0.get(at).dyn_into().unwrap_or_default()
    }
}
