//! Taking the lines along as a file. Not for making it: the exports do, piece by piece.

use icewall_protocol::workshop::{Job, LogFile};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::book::Book;
use crate::export::{Progress, make};
use crate::words;
use crate::workshop::Workshops;

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
    let workshops = Workshops::get();
    let progress = RwSignal::new(Progress::None);
    // Raised by whoever wants the file no more.
    let wanted = StoredValue::new(0_u32);
    let making = move || matches!(progress.get(), Progress::Bytes(_));
    let save = move |name: &'static str, file: LogFile| {
        wanted.update_value(|wanted| *wanted += 1);
        let ours = wanted.get_value();
        let job = Job::LogFile(book.filter.get_untracked(), file);
        let large = book.matches.get_untracked() >= LARGE;
        let wanted = move || wanted.try_get_value() == Some(ours);
        let work = make(workshops.views(), (job, name), large, progress, wanted);
        spawn_local(async move {
            let said = work.await;
            progress.try_set(Progress::Said(said));
        });
    };
    let cancel = move |_| wanted.update_value(|wanted| *wanted += 1);
    on_cleanup(move || wanted.update_value(|wanted| *wanted += 1));
    let button = move |(word, name, file): (&'static str, &'static str, LogFile)| {
        view! {
            <button
                type="button"
                prop:disabled=move || making() || book.matches.get() == 0
                on:click=move |_| save(name, file)
            >
                {word}
            </button>
        }
    };
    let said = move || match progress.get() {
        Progress::None => String::new(),
        Progress::Bytes(bytes) => format!("{} written…", words::bytes(bytes)),
        Progress::Said(said) => said,
    };
    view! {
        <div class="log-tools" role="group" aria-label="Download the lines">
            <span>"Download these lines as"</span>
            {FILES.map(button).collect_view()}
            <button type="button" class="quiet" hidden=move || !making() on:click=cancel>"Cancel"</button>
            <span class="log-said" role="status">{said}</span>
        </div>
    }
    .into_any()
}
