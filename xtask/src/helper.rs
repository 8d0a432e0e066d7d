//! Mends the script by which wasm-bindgen-rayon (1.3, `no-bundler`) starts the pool's workers:
//! - it starts them from blob: addresses, which the page's policy (CSP) forbids; the pool would
//!   then wait for ever. A worker's own address is as good where everything has one origin.
//! - a worker that cannot start is reported to nobody. It must reject.
//! - it starts them in the engine's worker, where `new Worker` may never return (`web/ui/js/worker.js`). The engine's
//!   script has a function that starts one elsewhere (`static/engine-worker.js`).
//! - it calls the glue's init in a deprecated way, which warns once per worker.
//!
//! The text that is replaced must be there to the letter: a newer version fails the build
//! instead of slipping through.

use crate::run::Outcome;

/// How the script's path ends, in wasm-bindgen's `snippets/`.
pub(crate) const FILE: &str = "workerHelpers.no-bundler.js";

const REPLACED: [(&str, &str); 2] = [
    (
        "await pkg.default(data.module, data.memory);",
        "await pkg.default({ module_or_path: data.module, memory: data.memory });",
    ),
    (
        "      // Self-spawn into a new Worker.
      // The script is fetched as a blob so it works even if this script is
      // hosted remotely (e.g. on a CDN). This avoids a cross-origin
      // security error.
      let scriptBlob = await fetch(import.meta.url).then(r => r.blob());
      let url = URL.createObjectURL(scriptBlob);
      const worker = new Worker(url, {
        type: 'module'
      });
      worker.postMessage(workerInit);
      await waitForMsgType(worker, 'wasm_bindgen_worker_ready');
      URL.revokeObjectURL(url);
      return worker;
",
        "      await self.startOfPool(import.meta.url, workerInit);
",
    ),
];

/// The mended script.
pub(crate) fn mended(script: &str) -> Outcome<String> {
    // The crate was published with line ends of Windows.
    REPLACED.iter().try_fold(script.replace("\r\n", "\n"), |text, (old, new)| {
        if text.matches(old).count() == 1 {
            Ok(text.replace(old, new))
        } else {
            Err(format!(
                "wasm-bindgen-rayon's {FILE} is not the one that xtask/src/helper.rs mends. \
                 Look at its new text and change the replacement. It has not once:\n{old}"
            ))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The script of version 1.3.0 as far as it is replaced.
    fn script() -> String {
        format!("import it;\n{}\nstart {{\n{}}}\n", REPLACED[0].0, REPLACED[1].0)
    }

    #[test]
    fn no_blob_is_left_and_no_worker_is_started_there() {
        let text = mended(&script()).expect("it is the known text");
        assert!(!text.contains("Blob") && !text.contains("createObjectURL"), "{text}");
        assert!(text.contains("self.startOfPool(import.meta.url, workerInit)"), "{text}");
        assert!(!text.contains("new Worker") && text.contains("module_or_path"), "{text}");
    }

    #[test]
    fn an_unknown_script_fails_the_build() {
        let said = mended("console.log('a newer version')").expect_err("nothing to replace");
        assert!(said.contains("Look at its new text"), "{said}");
    }

    #[test]
    fn line_ends_of_windows_do_not_matter() {
        assert_eq!(mended(&script().replace('\n', "\r\n")), mended(&script()));
    }

    #[test]
    fn a_script_is_not_mended_twice() {
        let once = mended(&script()).expect("it is the known text");
        assert!(mended(&once).is_err());
    }
}
