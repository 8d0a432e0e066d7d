//! What the rooms need of the core, inside a Web Worker of its own: pictures, plans, the log, exports.
//! Built twice from this one crate, as the engine is: `threads` and `single`.
//!
//! ```text
//! order ─▶ transport ─▶ workshop ─▶ core
//! word  ◀─ transport ◀─ made, sheets
//! ```
//! `transport` is the only module that knows JavaScript values, `workshop` keeps the wall and does one
//! job after another. No rule of the model stands here.

mod charts;
mod compare;
mod crews;
mod export;
mod goals;
mod log;
mod milestones;
mod parts;
mod plan;
mod risk;
mod sheets;
mod speed;
mod transport;
mod views;
mod wall;
mod why;
mod workshop;

#[cfg(all(target_family = "wasm", feature = "threads", not(target_feature = "atomics")))]
compile_error!(
    "the workshop with threads needs the target feature `atomics`: build it by `cargo xtask engine`"
);

#[cfg(all(target_family = "wasm", feature = "threads"))]
pub use wasm_bindgen_rayon::init_thread_pool;
