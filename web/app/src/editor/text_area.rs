//! The text itself: a plain textarea that keeps what is typed, whatever becomes of it.

use gloo::timers::callback::Timeout;
use leptos::ev::{ClipboardEvent, Event};
use leptos::prelude::*;

use super::Editor;
use super::gutter::Gutter;
use crate::browser::files::Held;
use crate::browser::textarea;
use crate::state::{Source, State, can_be_edited};

/// From this many characters on a run waits until nothing was typed for [`REST_MS`].
const LARGE: u32 = 64 << 10;
/// See [`LARGE`].
const REST_MS: u32 = 60;
/// The name of a pasted text that is too large to edit.
const PASTED: &str = "pasted.txt";

/// The text with its line numbers.
#[component]
pub(super) fn TextArea() -> impl IntoView {
    let state = State::get();
    let editor = Editor::get();
    let resting = StoredValue::new_local(None::<Timeout>);
    follow_replacements(state, editor);
    let on_input = move |_: Event| {
        let Some(area) = editor.area.get_untracked() else { return };
        if area.text_length() <= LARGE {
            resting.set_value(None);
            take_typed(state, editor);
            return;
        }
        state.typing.set(true);
        resting.set_value(Some(Timeout::new(REST_MS, move || take_typed(state, editor))));
    };
    let on_paste = move |event: ClipboardEvent| {
        let large = textarea::pasted(&event).filter(|text| !can_be_edited(text));
        if let Some(text) = large {
            event.prevent_default();
            state.open(Held::from_text(PASTED, &text));
        }
    };
    let on_scroll = move |_| {
        if let Some(area) = editor.area.get_untracked() {
            editor.scrolled.set(f64::from(area.scroll_top()));
        }
    };
    view! {
        <div class="editor">
            <Gutter />
            <textarea
                id="wall-text"
                node_ref=editor.area
                aria-labelledby="wall-title"
                aria-describedby="wall-hint wall-standing"
                wrap="off"
                spellcheck="false"
                autocomplete="off"
                autocapitalize="off"
                placeholder="21 25 28"
                on:input=on_input
                on:paste=on_paste
                on:scroll=on_scroll
            ></textarea>
        </div>
    }
    .into_any()
}

/// Takes over what the textarea holds now.
fn take_typed(state: State, editor: Editor) {
    if let Some(Some(area)) = editor.area.try_get_untracked() {
        let text = area.value();
        if can_be_edited(&text) {
            state.typed(text);
        } else {
            state.open(Held::from_text(PASTED, &text));
        }
    }
    state.typing.try_set(false);
}

/// Shows the text when it was replaced by something other than typing.
fn follow_replacements(state: State, editor: Editor) {
    Effect::new(move |_| {
        state.edition.track();
        let Some(area) = editor.area.get() else { return };
        state.source.with_untracked(|source| match source {
            Source::Text(text) if textarea::has_focus(&area) => textarea::change(&area, text),
            Source::Text(text) => textarea::replace(&area, text),
            Source::File { .. } => textarea::replace(&area, ""),
        });
    });
}
