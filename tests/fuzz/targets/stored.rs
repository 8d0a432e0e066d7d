//! Bytes sealed as the store's are. What must hold stands in the library.
#![no_main]

use icewall_fuzz::kept;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| kept::stored(data));
