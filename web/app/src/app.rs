//! The page as a whole: which part stands where.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::drop::{self, Drag};
use crate::browser::keys::{self, Key};
use crate::browser::{clock, root};
use crate::editor::{Editor, Wall, samples::SAMPLES};
use crate::header::{Header, Mishap, Offers};
use crate::parameters::{MaterialFields, Parameters, PlanFields};
use crate::result::charts::{self, Charts};
use crate::result::figures::Figures;
use crate::result::headline::Headline;
use crate::result::pane::Pane;
use crate::rooms::Rooms;
use crate::state::{self, State};

/// Starts the page; a first visit finds the example there, computed. What starts this module, the engine, and each part of
/// the page come in tasks of their own: a slow telephone would else hear nothing for half a second.
pub(crate) fn start() {
    if let Some(page) = Owner::current() {
        spawn_local(come(page));
    }
}

async fn come(page: Owner) {
    clock::own_task().await;
    page.with(|| provide_context(state::start(SAMPLES[0].text())));
    clock::own_task().await;
    let is_whole = page.with(|| RwSignal::new(false));
    if let Some(place) = document().get_element_by_id("app") {
        // The static frame gives way in one go: no frame with neither is painted.
        place.set_inner_html("");
    }
    put(&page, "app", || view! { <First is_whole /> }.into_any());
    for (place, part) in LATER {
        clock::own_task().await;
        put(&page, place, part);
    }
    is_whole.set(true);
    root::say_mounted();
}

/// Puts a part of the page into a place, for as long as the page stands.
fn put(page: &Owner, place: &str, part: impl FnOnce() -> AnyView) {
    if let Some(place) = document().get_element_by_id(place) {
        let mut part = page.with(|| part().build());
        part.mount(&place, None);
        std::mem::forget(part);
    }
}

/// What is seen of the page at first.
#[component]
fn First(
    /// Whether all parts of the page are there.
    is_whole: RwSignal<bool>,
) -> impl IntoView {
    let state = State::get();
    Editor::provide();
    Pane::provide();
    listen_for_keys();
    let detail = NodeRef::new();
    charts::measure(detail);
    view! {
        <Header />
        <main class="page" hidden=move || !state.at_wall()>
            <div class="work" id="work">
                <Wall />
            </div>
            <span id="answer" class="unseen" tabindex="-1"></span>
            <Headline />
            <section class="detail" id="detail" node_ref=detail aria-label="Charts and figures"></section>
            <div id="below"></div>
        </main>
        <Rooms is_whole />
        <Mishap />
        <Offers />
        <DropPlace />
    }
    .into_any()
}

/// Makes a part of the page.
type Part = fn() -> AnyView;

/// What comes later, from above to below, and the places that it is put into.
const LATER: [(&str, Part); 5] = [
    ("work", || Parameters().into_any()),
    ("parameters", || MaterialFields().into_any()),
    ("parameters", || PlanFields().into_any()),
    ("detail", || Charts().into_any()),
    ("detail", || Figures().into_any()),
];

/// The keys that work anywhere on the page. A browser's own undo knows the text alone, not the
/// parameters, so it gives way.
fn listen_for_keys() {
    let state = State::get();
    keys::listen(
        &[Key::Undo, Key::Redo],
        move |key| if key == Key::Undo { state.undo() } else { state.redo() },
    );
}

/// What is seen while a file is dragged over the page.
#[component]
fn DropPlace() -> impl IntoView {
    let state = State::get();
    let over = RwSignal::new(false);
    drop::listen(move |drag| match drag {
        Drag::Over => {
            if over.try_get_untracked() == Some(false) {
                over.try_set(true);
            }
        }
        Drag::Away => {
            over.try_set(false);
        }
        Drag::Dropped(file) => {
            over.try_set(false);
            state.open(file);
        }
    });
    view! {
        <div class="drop" hidden=move || !over.get()>
            <p>"Drop the wall anywhere: plain lines, an INI or a JSON file"</p>
        </div>
    }
    .into_any()
}
