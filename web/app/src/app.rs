//! The page as a whole: which part stands where.

use leptos::prelude::*;

use crate::browser::drop::{self, Drag};
use crate::browser::keys::{self, Key};
use crate::editor::{Editor, Wall, samples::SAMPLES};
use crate::header::{Header, Mishap, Offers};
use crate::parameters::Parameters;
use crate::result::ResultPane;
use crate::rooms::Rooms;
use crate::state::{self, State};

/// The page. A first visit finds the example there, computed.
#[component]
pub(crate) fn App() -> impl IntoView {
    let state = state::start(SAMPLES[0].text());
    provide_context(state);
    Editor::provide();
    listen_for_keys();
    view! {
        <Header />
        <main class="page" hidden=move || !state.at_wall()>
            <div class="work">
                <Wall />
                <Parameters />
            </div>
            <span id="answer" class="unseen" tabindex="-1"></span>
            <ResultPane />
            <div id="below"></div>
        </main>
        <Rooms />
        <div id="commands"></div>
        <div id="why"></div>
        <Mishap />
        <Offers />
        <DropPlace />
    }
    .into_any()
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
