//! The wall's part of the page: title, tools, the text or the file, and what is wrong with it.

use leptos::prelude::*;

use super::faults::Faults;
use super::file_panel::FilePanel;
use super::text_area::TextArea;
use super::tools::{LinkWords, Tools};
use crate::state::{Source, State};
use crate::words;

/// The wall as the visitor gives it.
#[component]
pub(crate) fn Wall() -> impl IntoView {
    let state = State::get();
    let is_file = Memo::new(move |_| state.source.with(|source| matches!(source, Source::File { .. })));
    let size = move || {
        state.shown.with(|shown| {
            let summary = &shown.as_ref()?.summary;
            let profiles = words::counted(u64::from(summary.profiles), "profile", "profiles");
            let sections = words::counted(u64::from(summary.sections), "section", "sections");
            Some(format!("{profiles}, {sections}"))
        })
    };
    let saved = move || match state.saved.get() {
        // What came with a link is not.
        _ if state.is_linked() => "",
        None => "",
        Some(true) => "Saved in this browser.",
        Some(false) => "Not saved: this browser keeps nothing here. Save the wall as a file.",
    };
    view! {
        <section class="wall" aria-labelledby="wall-title">
            <div class="wall-head">
                <h2 id="wall-title">"The wall"</h2>
                <span class="wall-size">{size}</span>
            </div>
            <p class="wall-hint" id="wall-hint">
                "A line is a profile, a number the start height of a section in feet. Change one: everything follows."
            </p>
            <p class="changed" role="status">
                {move || state.changed.get().then_some("Another tab or the API has changed the wall.")}
            </p>
            <LinkWords />
            <p class="notice" role="alert">{move || state.notice.get()}</p>
            <div class="wall-text" hidden=is_file>
                <Tools />
                <TextArea />
                <p class="saved"><span role="status">{saved}</span>" "<a href="#/saved?save">"Save it under a name"</a>" · "<a href="#/history">"History"</a></p>
            </div>
            <FilePanel />
            <Faults />
        </section>
    }
    .into_any()
}
