//! The size of a first visit: everything that is loaded before the first result stands there, as
//! a host sends it (gzip). Printed as a table; too much fails the build.

use crate::{files, run::Outcome};
use flate2::{Compression, write::GzEncoder};
use std::{fmt::Write as _, io::Write as _, path::Path};

/// Bytes, gzipped, of all files of a first visit together.
const VISIT: usize = 380 * 1024;
/// Bytes, gzipped, of the code of an engine, the single one or that with threads.
const ENGINE: usize = 100 * 1024;

/// Folders beside the engine whose files are fetched after the first result.
const LATER: [&str; 5] = ["/api/", "/classic/", "/rooms/", "/workshop-single/", "/workshop-threads/"];

/// One file of the site.
struct Weight {
    name: String,
    raw: usize,
    gzipped: usize,
}

/// Measures the site in a folder and prints the table.
pub(crate) fn check(dist: &Path) -> Outcome {
    let weights = files::all_below(dist)
        .into_iter()
        .filter(|name| is_first_visit(name))
        .map(|name| weigh(dist, name))
        .collect::<Outcome<Vec<_>>>()?;
    let (table, faults) = judged(&weights);
    println!("{table}");
    if faults.is_empty() { Ok(()) } else { Err(faults.join("\n")) }
}

/// What a first visit loads. The page's own files stand at the top; what is fetched on demand
/// (examples, icons) stands in folders of its own.
fn is_first_visit(name: &str) -> bool {
    let is_code = ["js", "css", "wasm"].iter().any(|ending| files::has_ending(name, ending));
    let top = name.split('/').next().unwrap_or_default();
    let folders = top == "vendor" || top == "engine" || top.starts_with("snippets-");
    // The service worker and the glue that it uses are fetched after the first result, what embeds the app
    // by other pages.
    let later = name == "sw.js" || name == "embed.js" || LATER.iter().any(|folder| name.contains(folder));
    name == "index.html" || is_code && !later && (folders || top == name)
}

fn weigh(dist: &Path, name: String) -> Outcome<Weight> {
    let bytes = files::read_bytes(&dist.join(&name))?;
    let failed = |why| format!("{name} cannot be gzipped: {why}.");
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&bytes).map_err(failed)?;
    let gzipped = encoder.finish().map_err(failed)?.len();
    Ok(Weight { raw: bytes.len(), gzipped, name })
}

/// The table and what is too much. Of the engine's two builds a visit loads one; the larger counts.
fn judged(weights: &[Weight]) -> (String, Vec<String>) {
    let sum =
        |of: &dyn Fn(&Weight) -> bool| weights.iter().filter(|w| of(w)).map(|w| w.gzipped).sum::<usize>();
    let of_build = |build: &'static str| {
        move |w: &Weight| w.name.starts_with("engine/") && w.name.contains(&format!("/{build}/"))
    };
    let (threads, single) = (sum(&of_build("threads")), sum(&of_build("single")));
    let build = if threads > single { "threads" } else { "single" };
    let other = of_build(if threads > single { "single" } else { "threads" });
    let visit = sum(&|w| !other(w));

    let mut table = String::from("   bytes  gzipped  first visit\n");
    for weight in weights.iter().filter(|w| !other(w)) {
        let _ = writeln!(table, "{:8} {:8}  {}", weight.raw, weight.gzipped, weight.name);
    }
    let _ = writeln!(table, "         {visit:8}  in all, of {VISIT}, with the engine {build}");
    let _ = writeln!(table, "         {single:8}  the single engine, of {ENGINE}");
    let _ = write!(table, "         {threads:8}  the engine with threads, of {ENGINE}");

    let limits = [
        ("The first visit", visit, VISIT),
        ("The engine with threads", threads, ENGINE),
        ("The single engine", single, ENGINE),
    ];
    let over = limits.into_iter().filter(|(_, size, limit)| size > limit);
    let faults =
        over.map(|(what, size, limit)| format!("{what} has {size} bytes gzipped; {limit} are allowed."));
    (table, faults.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn weight(name: &str, gzipped: usize) -> Weight {
        Weight { name: name.to_owned(), raw: 3 * gzipped, gzipped }
    }

    #[test]
    fn a_first_visit_loads_code_and_no_examples() {
        for name in
            ["index.html", "boot-1.js", "vendor/uplot/uPlot.esm.js", "engine/h/worker.js", "snippets-1/a.js"]
        {
            assert!(is_first_visit(name), "{name}");
        }
        for name in [
            "404.html",
            "sw.js",
            "embed.js",
            "docs/book-1.js",
            "pages/browse-1.js",
            "engine/h/classic/e.js",
            "engine/h/rooms/r.js",
            "engine/h/workshop-single/w.wasm",
            "samples/example.txt",
            "icons/a.js",
            "engine/h/a.txt",
        ] {
            assert!(!is_first_visit(name), "{name}");
        }
    }

    #[test]
    fn the_larger_engine_counts_for_the_visit() {
        let weights = [
            weight("index.html", 1000),
            weight("engine/h/threads/e.wasm", 50_000),
            weight("engine/h/single/e.wasm", 40_000),
        ];
        let (table, faults) = judged(&weights);
        assert!(table.contains("   51000  in all, of 389120, with the engine threads"), "{table}");
        assert!(faults.is_empty());
    }

    #[test]
    fn too_much_fails() {
        let (_, faults) = judged(&[weight("app.wasm", VISIT + 1)]);
        assert_eq!(faults.len(), 1, "{faults:?}");
        let (_, faults) = judged(&[weight("engine/h/single/e.wasm", ENGINE + 1)]);
        assert!(faults[0].starts_with("The single engine has 102401 bytes"), "{faults:?}");
    }

    #[test]
    fn a_file_is_weighed_as_it_is_sent() {
        let scratch = files::Scratch::new("weigh");
        files::write(&scratch.0.join("a.js"), "ice ".repeat(1000)).expect("written");
        let weight = weigh(&scratch.0, "a.js".to_owned()).expect("weighed");
        assert!(weight.raw == 4000 && weight.gzipped < 100);
    }
}
