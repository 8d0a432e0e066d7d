//! What a workshop gives: the result, and the arrays of numbers that cross beside it.

use icewall_protocol::workshop::Made;
use js_sys::{Array, Float64Array, Uint8Array, Uint16Array, Uint32Array};
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
    /// Bytes as the browser holds them, to be handed on.
    pub(crate) fn array(&self, at: u32) -> Uint8Array {
        self.0.get(at).dyn_into().unwrap_or_default()
    }

    /// Bytes: pixels, shades, texts as UTF-8.
    pub(crate) fn bytes(&self, at: u32) -> Vec<u8> {
        self.0.get(at).dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
    }

    /// Whole numbers of 16 bits: heights.
    pub(crate) fn shorts(&self, at: u32) -> Vec<u16> {
        self.0.get(at).dyn_ref::<Uint16Array>().map(Uint16Array::to_vec).unwrap_or_default()
    }

    /// Whole numbers of 32 bits: sections, crews, counts.
    pub(crate) fn words(&self, at: u32) -> Vec<u32> {
        self.0.get(at).dyn_ref::<Uint32Array>().map(Uint32Array::to_vec).unwrap_or_default()
    }

    /// Numbers up to 2^53: days, feet, amounts.
    pub(crate) fn numbers(&self, at: u32) -> Vec<f64> {
        self.0.get(at).dyn_ref::<Float64Array>().map(Float64Array::to_vec).unwrap_or_default()
    }
}
