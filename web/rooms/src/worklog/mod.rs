//! The log room: the lines of the work log, as many as there are, sifted, searched and taken along. Not
//! for what a line says: the core writes it.
//!
//! `ranges` is pure, `book` is the state; each other module is a part of the room.

mod book;
mod download;
mod lines;
mod ranges;
mod sieve;
mod ways;

use leptos::prelude::*;

use crate::why::{Question, WhyButton};
use crate::words;
use book::Book;
use download::Download;
use lines::Lines;
use sieve::Sieve;
use ways::Ways;

/// The room.
#[component]
pub(crate) fn Log() -> impl IntoView {
    let book = Book::open();
    let count = move || {
        let (matches, all) = (book.matches.get(), book.all());
        match (all, matches == all) {
            _ if book.desk.wall.with(Option::is_none) => "There is no result yet.".to_owned(),
            (0, _) if book.is_waiting() => "Counting the lines…".to_owned(),
            (0, _) => "The wall is finished from the start: nothing was done.".to_owned(),
            (_, true) => words::counted(all, "line", "lines"),
            (_, false) => {
                format!("{} of {}", words::number(matches), words::counted(all, "line", "lines"))
            }
        }
    };
    let has_lines = move || book.all() > 0;
    let question = Signal::derive(move || Some(Question::Lines(book.matches.get(), book.all())));
    view! {
        <div class="log">
            <h1>"Work log"</h1>
            <p class="log-lead">
                <span class="log-count" role="status">{count}</span>
                <Show when=has_lines>
                    " " <WhyButton question value="Why?" label="Why there are so many lines" />
                </Show>
            </p>
            {move || book.stopped().map(|why| stopped(book, &why))}
            <Sieve book />
            <Ways book />
            <Lines book />
            <Download book />
        </div>
    }
    .into_any()
}

/// What is said where the workshop does not come up any more.
fn stopped(book: Book, why: &str) -> impl IntoView + use<> {
    view! {
        <p role="alert">
            {format!("The lines cannot be computed: {why}. ")}
            <button type="button" on:click=move |_| book.revive()>"Try again"</button>
        </p>
    }
}
