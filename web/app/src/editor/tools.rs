//! What can be done with the whole wall: take an example, open a file, save, put back.

use leptos::prelude::*;

use super::examples::Examples;
use crate::browser::files;
use crate::state::{Shared, State};
use crate::words;

/// The id of the picker of files to open.
pub(crate) const PICKER: &str = "open-file";

/// A button that opens a file.
#[component]
pub(super) fn OpenButton(
    /// What stands on it.
    words: &'static str,
    /// The id of its picker; none: nobody else opens it.
    #[prop(optional)]
    id: Option<&'static str>,
) -> impl IntoView {
    let state = State::get();
    let picker = NodeRef::<leptos::html::Input>::new();
    let pick = move |_| {
        if let Some(picker) = picker.get_untracked() {
            picker.click();
        }
    };
    let on_change = move |event: leptos::ev::Event| {
        if let Some(file) = files::chosen(&event) {
            state.open(file);
        }
    };
    view! {
        <input type="file" hidden id=id node_ref=picker on:change=on_change />
        <button type="button" on:click=pick>{words}</button>
    }
    .into_any()
}

/// The tools above the text.
#[component]
pub(super) fn Tools() -> impl IntoView {
    let state = State::get();
    let save = move |_| {
        if let Some(file) = state.wall_file() {
            file.download();
        }
    };
    view! {
        <div class="wall-tools">
            <Examples />
            <OpenButton words="Open" id=PICKER />
            <button type="button" on:click=save>"Save wall"</button>
            <UndoRedo />
            <button type="button" on:click=move |_| state.share()>"Share"</button>
            <PutBack />
        </div>
    }
    .into_any()
}

/// What came of sharing the wall, and whose wall this is.
#[component]
pub(super) fn LinkWords() -> impl IntoView {
    let state = State::get();
    let shared = move || {
        state.shared.get().map(|shared| match shared {
            Shared::Copied(link) => {
                let length = words::counted(link.len() as u64, "character", "characters");
                view! { <p>{format!("The link is copied: {length}.")}</p> }.into_any()
            }
            Shared::Made(link) => view! {
                <label for="shared-link">"Copy this link:"</label>
                <input id="shared-link" readonly=true value=link />
            }
            .into_any(),
            Shared::Not(why) => view! { <p>{why}</p> }.into_any(),
            Shared::Large(why) => {
                view! { <p>{why} " " <a href="#/export?wall">"Save it as a file and send that"</a> "."</p> }
                    .into_any()
            }
        })
    };
    view! {
        <div class="linked" role="status">
            <Show when=move || state.is_linked()>
                <p>"This wall came with a link. Your own is untouched, and this one is not saved."</p>
                <button type="button" on:click=move |_| state.keep_linked()>"Keep it as mine"</button>
            </Show>
            {shared}
        </div>
    }
    .into_any()
}

/// Takes the last step back, or does it again.
#[component]
fn UndoRedo() -> impl IntoView {
    let state = State::get();
    view! {
        <span class="undo">
            <button
                type="button"
                aria-keyshortcuts="Control+Z"
                disabled=move || !state.can.get().0
                on:click=move |_| state.undo()
            >
                "Undo"
            </button>
            <button
                type="button"
                aria-keyshortcuts="Control+Shift+Z"
                disabled=move || !state.can.get().1
                on:click=move |_| state.redo()
            >
                "Redo"
            </button>
        </span>
    }
    .into_any()
}

/// A button that puts the visitor's own wall back, where another one took its place.
#[component]
pub(super) fn PutBack() -> impl IntoView {
    let state = State::get();
    view! {
        <Show when=move || state.before.with(Option::is_some)>
            <button type="button" class="put-back" on:click=move |_| state.put_back()>
                "Put back my wall"
            </button>
        </Show>
    }
    .into_any()
}
