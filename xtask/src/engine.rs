//! `cargo xtask engine`: builds the engine's crate and the workshop's twice each, with threads and
//! single, the REST API's and the rooms' once, and puts all into one folder of the site that is named by
//! its content. A host may cache for ten minutes: a name by content never mixes two versions.

use crate::{
    files::{self, Hash},
    helper, minify, node,
    run::{Outcome, Run, root},
    toolchain::{self, Toolchain},
    tools,
};
use std::{
    path::{Path, PathBuf},
    time::Instant,
};

/// What a page says in place of the engine's hash.
pub(crate) const MARK: &str = "engine/HASH/";
/// The module of the REST API, below [`path`].
pub(crate) const API_WASM: &str = "api/icewall_api_bg.wasm";
/// The folder of the glue for classic scripts: a service worker's.
const CLASSIC: &str = "classic";

const ENGINE: &str = "icewall-engine";
const WORKSHOP: &str = "icewall-workshop";
/// The styles of the rooms, in their folder.
const STYLES: &str = "rooms.css";
const TARGET: &str = "wasm32-unknown-unknown";

/// One of the builds.
struct Build {
    name: &'static str,
    package: &'static str,
    features: &'static [&'static str],
    rustflags: &'static str,
    /// More for cargo.
    settings: &'static [&'static str],
    profile: Profile,
    /// Whether wasm-bindgen-rayon's helper is part of it.
    pool: bool,
    /// Whether there is glue for classic scripts, too.
    classic: bool,
}

/// How a build is made, and what its panics are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Profile {
    /// As the engine: for speed, then size. In a target folder of its own.
    Engine,
    /// As the page, with which it shares its target folder.
    Page,
}

impl Profile {
    fn name(self) -> &'static str {
        match self {
            Self::Engine => "engine",
            Self::Page => "page",
        }
    }

    fn rustflags(self) -> &'static str {
        match self {
            Self::Engine => toolchain::ENGINE,
            Self::Page => toolchain::PAGE,
        }
    }

    /// A function that is called from one place is not inlined unless it is small: a browser puts fast code
    /// in the place of its first, slow code function by function, and after a cold start one large one
    /// stays slow to its end. It makes the engine with threads 2.9 KB smaller, too.
    fn optimisation(self) -> &'static [&'static str] {
        match self {
            Self::Engine => &["-O3", "--one-caller-inline-max-function-size=60"],
            Self::Page => &["-Oz"],
        }
    }
}

/// With one thread every step counts, and there is room: rayon is not in it.
const FAST: &[&str] = &["--config", "profile.engine.package.icewall-core.opt-level=3"];

/// See [`FAST`].
const SINGLE: Build = Build {
    name: "single",
    package: ENGINE,
    features: &[],
    rustflags: "",
    settings: FAST,
    profile: Profile::Engine,
    pool: false,
    classic: false,
};

/// Apart from the engines: a first visit has no use for the router, and the router none for charts.
const API: Build = Build {
    name: "api",
    package: "icewall-api",
    features: &[],
    rustflags: "",
    settings: FAST,
    profile: Profile::Engine,
    pool: false,
    classic: true,
};

/// The exports are what wasm-bindgen needs to start a thread; `__heap_base` since Rust 1.97. The
/// maximum is what iOS reserves at once, so it is small.
const SHARED_MEMORY: &str = "-C target-feature=+atomics,+bulk-memory \
                -C link-arg=--shared-memory -C link-arg=--import-memory -C link-arg=--max-memory=268435456 \
                -C link-arg=--export=__wasm_init_tls -C link-arg=--export=__tls_size \
                -C link-arg=--export=__tls_align -C link-arg=--export=__tls_base \
                -C link-arg=--export=__heap_base";

/// The engine with shared memory and a pool.
const THREADS: Build = Build {
    name: "threads",
    package: ENGINE,
    features: &["--features", "threads"],
    rustflags: SHARED_MEMORY,
    settings: &[],
    profile: Profile::Engine,
    pool: true,
    classic: false,
};

/// The workshop is loaded later: it is made for speed.
const WORKSHOP_THREADS: Build =
    Build { name: "workshop-threads", package: WORKSHOP, settings: FAST, ..THREADS };
/// The workshop without threads.
const WORKSHOP_SINGLE: Build = Build { name: "workshop-single", package: WORKSHOP, ..SINGLE };

/// The rooms: a module of the page.
const ROOMS: Build = Build {
    name: "rooms",
    package: "icewall-rooms",
    features: &[],
    rustflags: "",
    settings: &[],
    profile: Profile::Page,
    pool: false,
    classic: false,
};

/// All of them.
const BUILDS: [Build; 6] = [THREADS, SINGLE, API, WORKSHOP_THREADS, WORKSHOP_SINGLE, ROOMS];

/// The programs that a build takes.
struct Tools {
    toolchain: Toolchain,
    wasm_bindgen: PathBuf,
    wasm_opt: PathBuf,
    /// Changes with whatever changes the steps after cargo.
    versions: String,
}

/// Where both builds stand for the site: `<hash>/` with everything in it.
pub(crate) fn folder() -> PathBuf {
    root().join("target/site/engine")
}

/// The name of the one folder in [`folder`].
pub(crate) fn hash() -> Outcome<String> {
    match files::names_in(&folder()).as_slice() {
        [hash] => Ok(hash.clone()),
        _ => Err("The engine is not built: cargo xtask engine".to_owned()),
    }
}

/// The engine's folder in the site.
pub(crate) fn path() -> Outcome<String> {
    Ok(MARK.replace("HASH", &hash()?))
}

/// Builds what changed.
pub(crate) fn build() -> Outcome {
    let start = Instant::now();
    let tools = Tools::ready()?;
    let folders = BUILDS.iter().map(|build| bound(build, &tools)).collect::<Outcome<Vec<_>>>()?;
    let hash = assemble(&folders)?;
    println!("Engine {hash}, {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

impl Tools {
    fn ready() -> Outcome<Self> {
        let tool = tools::wasm_bindgen()?;
        let mut versions = Hash::default();
        versions.add(tool.version().as_bytes());
        versions.add(&files::read_bytes(&root().join("package-lock.json"))?);
        versions.add(include_bytes!("engine.rs"));
        versions.add(include_bytes!("helper.rs"));
        Ok(Self {
            toolchain: toolchain::wasm()?,
            wasm_bindgen: tool.ready()?,
            wasm_opt: node::packages()?.join("wasm-opt"),
            versions: versions.hex(),
        })
    }
}

/// Cargo, then glue and optimised wasm; gives the folder that holds them.
fn bound(build: &Build, tools: &Tools) -> Outcome<PathBuf> {
    let wasm = compiled(build, &tools.toolchain)?;
    let mut stamp = Hash::default();
    stamp.add(&files::read_bytes(&wasm)?);
    stamp.add(tools.versions.as_bytes());
    let stamp = stamp.hex();

    let folder = root().join("target/site").join(build.name);
    let stamp_file = folder.with_extension("stamp");
    if files::read_text(&stamp_file).is_ok_and(|last| last == stamp) {
        return Ok(folder);
    }
    files::remove_folder(&folder)?;
    files::make_folder(&folder)?;
    bind(&wasm, "web", build.profile, &folder, tools)?;
    if build.pool {
        mend_helper(&folder)?;
    }
    if build.classic {
        bind_classic(&wasm, build.profile, &folder, tools)?;
    }
    files::write(&stamp_file, stamp)?;
    Ok(folder)
}

/// The page's flags must not reach the engine, nor the engine's the page: each build has its own
/// target folder.
fn compiled(build: &Build, toolchain: &Toolchain) -> Outcome<PathBuf> {
    // An engine and its workshop have the same flags.
    let apart = build.name.trim_start_matches("workshop-");
    let target = root().join(match build.profile {
        Profile::Engine => format!("target/wasm-{apart}"),
        Profile::Page => "target".to_owned(),
    });
    let first = if target.join(TARGET).exists() { "" } else { ", the first time with std: about 2 minutes" };
    println!("Building {}: {}{first}.", build.package, build.name);
    let run = toolchain
        .cargo()
        .env("RUSTFLAGS", format!("{} {}", build.profile.rustflags(), build.rustflags).trim_end())
        .env("CARGO_TARGET_DIR", &target);
    let profile = build.profile.name();
    run.args(["build", "--locked", "--package", build.package, "--lib", "--profile", profile])
        .args(["--target", TARGET])
        .args(build.features)
        .args(build.settings)
        .go()?;
    let module = format!("{}.wasm", build.package.replace('-', "_"));
    Ok(target.join(TARGET).join(profile).join(module))
}

fn bind(wasm: &Path, target: &str, profile: Profile, folder: &Path, tools: &Tools) -> Outcome {
    let name = stem(wasm);
    Run::new(&tools.wasm_bindgen)
        .args(["--target", target, "--no-typescript", "--out-name", &name, "--out-dir"])
        .args([folder, wasm])
        .go()?;
    let bound = folder.join(format!("{name}_bg.wasm"));
    // The module itself says which features it uses (its section `target_features`).
    Run::new(&tools.wasm_opt).args(profile.optimisation()).args(["--output"]).args([&bound, &bound]).go()
}

/// The same module once more, with glue for classic scripts. Only the glue is kept: the module is
/// the one that stands there already.
fn bind_classic(wasm: &Path, profile: Profile, folder: &Path, tools: &Tools) -> Outcome {
    let classic = folder.join(CLASSIC);
    bind(wasm, "no-modules", profile, &classic, tools)?;
    let module = format!("{}_bg.wasm", stem(wasm));
    if files::read_bytes(&classic.join(&module))? != files::read_bytes(&folder.join(&module))? {
        return Err("wasm-bindgen made another module for classic scripts: it must be kept, too.".to_owned());
    }
    files::remove_file(&classic.join(&module))
}

fn stem(wasm: &Path) -> String {
    wasm.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn mend_helper(folder: &Path) -> Outcome {
    let named = |name: &String| name.ends_with(helper::FILE);
    let name = files::all_below(folder).into_iter().find(named).ok_or_else(|| {
        format!("wasm-bindgen wrote no {}: has wasm-bindgen-rayon changed its layout?", helper::FILE)
    })?;
    let path = folder.join(name);
    files::write(&path, helper::mended(&files::read_text(&path)?)?)
}

/// Puts the parts together under their hash and removes older ones.
fn assemble(folders: &[PathBuf]) -> Outcome<String> {
    let half = root().join("target/site/engine-half");
    files::remove_folder(&half)?;
    for (build, folder) in BUILDS.iter().zip(folders) {
        files::copy_folder(folder, &half.join(build.name))?;
    }
    files::write(&half.join(ROOMS.name).join(STYLES), styles_of_rooms()?)?;
    files::rename(&half.join(API.name).join(CLASSIC), &half.join(CLASSIC))?;
    files::write(&half.join("worker.js"), files::read_bytes(&root().join("static/engine-worker.js"))?)?;
    // The pool's helper keeps its licence, and so its comments.
    minify::in_folder(&half, |name| !name.contains("snippets/"))?;

    let hash = files::hash_of_folder(&half)?;
    files::remove_folder(&folder())?;
    files::make_folder(&folder())?;
    files::rename(&half, &folder().join(&hash))?;
    Ok(hash)
}

/// The styles of the rooms, one after another in the order of their names.
fn styles_of_rooms() -> Outcome<String> {
    let styles = root().join("static/styles/rooms");
    let texts = files::names_in(&styles).into_iter().map(|name| files::read_text(&styles.join(name)));
    Ok(texts.collect::<Outcome<Vec<_>>>()?.concat())
}
