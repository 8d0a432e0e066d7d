//! Any bytes at all, as a visitor may paste or drop them: the reader of plain lines gets most of them. What must hold stands in the library.
#![no_main]

use icewall_fuzz::readers;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| readers::any(data));
