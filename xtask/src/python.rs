//! A Python with numpy for the benchmark to be held against, in a folder of its own in the cache.
//! Nothing else needs Python: where there is none, the benchmark says so and goes on.

use crate::{
    run::{Outcome, Run, on_path},
    tools,
};
use std::path::PathBuf;

/// The Python to run: with numpy where that can be had, else the bare one; none where there is
/// none.
pub(crate) fn with_numpy() -> Option<PathBuf> {
    let bare = on_path("python3")?;
    match in_cache(&bare) {
        Ok(python) => Some(python),
        Err(said) => {
            println!("There is no numpy to be held against: {said}");
            Some(bare)
        }
    }
}

fn in_cache(bare: &PathBuf) -> Outcome<PathBuf> {
    let folder = tools::cache()?.join("python");
    let python = folder.join("bin/python3");
    if has_numpy(&python) {
        return Ok(python);
    }
    Run::new(bare).args(["-m", "venv"]).args([&folder]).read()?;
    Run::new(&python).args(["-m", "pip", "install", "--quiet", "numpy"]).read()?;
    Ok(python)
}

fn has_numpy(python: &PathBuf) -> bool {
    python.is_file() && Run::new(python).args(["-c", "import numpy"]).read().is_ok()
}
