//! Taking the lines along as a file. Not for making it: the exports do, piece by piece.

use icewall_protocol::workshop::{Job, LogFile};
use leptos::prelude::*;

use super::book::Book;
use crate::export::Making;

/// The ways to write it: what they are called, the file's name.
const FILES: [(&str, &str, LogFile); 3] = [
    ("Text", "work-log.txt", LogFile::Text),
    ("CSV", "work-log.csv", LogFile::Csv),
    ("JSON lines", "work-log.jsonl", LogFile::JsonLines),
];
/// From so many lines on the browser is asked for a file to write into, if it lets a page do so.
const LARGE: u64 = 1_000_000;

/// A button for each way; while one is under way how far it is, and a button that ends it.
#[component]
pub(super) fn Download(book: Book) -> impl IntoView {
    let making = Making::start();
    let save = move |name: &'static str, file: LogFile| {
        let job = Job::LogFile(book.filter.get_untracked(), file);
        making.begin(job, name, book.matches.get_untracked() >= LARGE);
    };
    let button = move |(word, name, file): (&'static str, &'static str, LogFile)| {
        view! {
            <button
                type="button"
                prop:disabled=move || making.is_under_way() || book.matches.get() == 0
                on:click=move |_| save(name, file)
            >
                {word}
            </button>
        }
    };
    view! {
        <div class="log-tools" role="group" aria-label="Download the lines">
            <span>"Download these lines as"</span>
            {FILES.map(button).collect_view()}
            <button type="button" class="quiet" hidden=move || !making.is_under_way() on:click=move |_| making.cancel()>"Cancel"</button>
            <span class="log-said" role="status">{move || making.said()}</span>
        </div>
    }
    .into_any()
}
