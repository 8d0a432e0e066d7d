//! Characters of a link, sealed as a link is: what an address may say. What must hold stands in the library.
#![no_main]

use icewall_fuzz::kept;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| kept::link(data));
