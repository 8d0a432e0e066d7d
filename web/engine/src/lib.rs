//! The core inside a Web Worker, built twice from this one crate: `threads` (shared memory and a
//! pool of workers) and `single`.
//!
//! ```text
//! message ─▶ transport ─▶ engine ─▶ core
//!                            │
//! message ◀─ transport ◀─ answers ◀─ core's figures
//! ```
//! `transport` is the only module that knows JavaScript values, `engine` keeps the last text and
//! the last simulated wall, the crate `icewall-answers` puts the core's figures into the protocol's words. No rule
//! of the model stands here.

mod engine;
mod transport;

#[cfg(all(target_family = "wasm", feature = "threads", not(target_feature = "atomics")))]
compile_error!(
    "the engine with threads needs the target feature `atomics`: build it by `cargo xtask engine`"
);

#[cfg(all(target_family = "wasm", feature = "threads"))]
pub use wasm_bindgen_rayon::init_thread_pool;
