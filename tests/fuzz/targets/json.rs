//! Bytes after a brace: the reader of JSON. What must hold stands in the library.
#![no_main]

use icewall_fuzz::readers;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| readers::json(data));
