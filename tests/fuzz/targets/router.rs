//! A request of any kind: method, address, headers, body. What must hold stands in the library.
#![no_main]

use icewall_fuzz::router;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| router::request(data));
