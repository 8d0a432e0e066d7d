//! `cargo xtask setup`: everything that a build needs, and what was found. The other commands see
//! to their own needs as well; this only does it all at once and says so. The browser for the
//! tests is left to `cargo xtask test`.

use crate::{
    node,
    run::{Outcome, Run},
    toolchain, tools,
};

/// Gets all that is missing and prints where each thing is.
pub(crate) fn all() -> Outcome {
    println!("node          {}", node::node()?);
    println!("packages      {}", node::packages()?.display());
    println!("Rust for wasm {}", toolchain::wasm()?.described()?);
    println!("wasm-bindgen  {}", tools::wasm_bindgen()?.ready()?.display());
    println!("Trunk         {}", tools::trunk()?.ready()?.display());
    println!("mdBook        {}", tools::mdbook().ready()?.display());
    lints()
}

/// rustfmt and Clippy, which a minimal toolchain lacks.
pub(crate) fn lints() -> Outcome {
    let has = |tool: &str| Run::new("cargo").args([tool, "--version"]).read().is_ok();
    if has("fmt") && has("clippy") {
        return Ok(());
    }
    Run::new("rustup").args(["component", "add", "rustfmt", "clippy"]).read().map(drop).map_err(|said| {
        format!(
            "{said}\nThe checks need rustfmt and Clippy of the toolchain in use: \
             rustup component add rustfmt clippy, or on Debian the packages rustfmt-web and rust-web-clippy."
        )
    })
}
