//! A wall too large to edit: what is known of the file, and what can be done with it.

use leptos::prelude::*;

use super::tools::{OpenButton, PutBack};
use crate::state::{Source, State};
use crate::words;

/// The file in place of the text.
#[component]
pub(super) fn FilePanel() -> impl IntoView {
    let state = State::get();
    move || {
        state.source.with(|source| match source {
            Source::Text(_) => None,
            Source::File { name, bytes, head } => Some(panel(state, name, *bytes, head)),
        })
    }
}

fn panel(state: State, name: &str, bytes: u64, head: &str) -> AnyView {
    let save = move |_| {
        if let Some(file) = state.wall_file() {
            file.download();
        }
    };
    view! {
        <div class="file-panel">
            <p class="file-name"><strong>{name.to_owned()}</strong> ", " {words::bytes(bytes)}</p>
            <p class="file-why">"It cannot be edited here: it is computed as it is. Its first lines:"</p>
            <pre class="file-head" tabindex="0" aria-label="The first lines of the file">{head.to_owned()}</pre>
            <div class="wall-tools">
                <OpenButton words="Open another" />
                <button type="button" on:click=save>"Download it"</button>
                <button type="button" on:click=move |_| state.take_text("", "")>"Start anew"</button>
                <PutBack />
            </div>
        </div>
    }
    .into_any()
}
