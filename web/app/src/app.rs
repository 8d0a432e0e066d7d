//! The page as a whole: which part stands where.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::drop::{self, Drag};
use crate::browser::keys::{self, Key};
use crate::browser::{clock, root};
use crate::editor::{Editor, Wall, samples::SAMPLES};
use crate::header::{Header, Mishap, Offers};
use crate::parameters::Parameters;
use crate::result::charts::Charts;
use crate::result::figures::Figures;
use crate::result::headline::Headline;
use crate::result::pane::Pane;
use crate::rooms::Rooms;
use crate::state::{self, State};

/// The page. A first visit finds the example there, computed.
#[component]
pub(crate) fn App() -> impl IntoView {
    let state = state::start(SAMPLES[0].text());
    provide_context(state);
    Editor::provide();
    Pane::provide();
    listen_for_keys();
    let is_whole = RwSignal::new(false);
    if let Some(owner) = Owner::current() {
        spawn_local(come(owner, is_whole));
    }
    view! {
        <Header />
        <main class="page" hidden=move || !state.at_wall()>
            <div class="work" id="work">
                <Wall />
            </div>
            <span id="answer" class="unseen" tabindex="-1"></span>
            <Headline />
            <section class="detail" id="detail" aria-label="Charts and figures"></section>
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
const LATER: [(&str, Part); 3] = [
    ("work", || Parameters().into_any()),
    ("detail", || Charts().into_any()),
    ("detail", || Figures().into_any()),
];

/// Lets the later parts come, each in a task of its own: a slow telephone would else hear nothing for half a second.
async fn come(owner: Owner, is_whole: RwSignal<bool>) {
    for (place, part) in LATER {
        clock::own_task().await;
        if let Some(place) = document().get_element_by_id(place) {
            let mut part = owner.with(|| part().build());
            part.mount(&place, None);
            // It stands for as long as the page does.
            std::mem::forget(part);
        }
    }
    is_whole.set(true);
    root::say_mounted();
}

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
