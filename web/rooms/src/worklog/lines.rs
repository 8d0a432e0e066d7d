//! The lines that are seen, in a box that scrolls through all of them. Not for fetching them.

use icewall_protocol::workshop::{LogJob, LogLine, LogMade};
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::book::Book;
use crate::browser::clipboard;
use crate::browser::css::{px, tenth};
use crate::words;

/// How many lines are copied at most.
const COPIED: u64 = 100_000;

/// The lines.
#[component]
pub(super) fn Lines(book: Book) -> impl IntoView {
    let said = RwSignal::new(String::new());
    let chosen_line = move || {
        let at = book.at.get();
        book.seen().iter().any(|(number, _)| *number == at).then(|| id(at))
    };
    view! {
        <div
            class="log-box"
            node_ref=book.scroll.place()
            role="grid"
            tabindex="0"
            aria-label="Lines of the work log"
            aria-multiselectable="true"
            aria-rowcount=move || book.matches.get().to_string()
            aria-busy=move || book.is_waiting().to_string()
            aria-activedescendant=chosen_line
            data-ms=move || tenth(book.took())
            on:scroll=move |_| book.scroll.scrolled()
            on:wheel=move |event| book.scroll.wheeled(&event)
            on:keydown=move |event| on_key(book, said, &event)
        >
            <div class="log-spacer" role="presentation" style:height=move || px(book.scroll.way().spacer())>
                <div class="log-lines" role="rowgroup">
                    {move || book.seen().into_iter().map(|(number, line)| row(book, number, line)).collect_view()}
                </div>
            </div>
        </div>
        <div class="log-tools">
            <button type="button" on:click=move |_| copy(book, said, book.chosen_now())>
                {move || {
                    let chosen = book.chosen();
                    format!("Copy {}", words::counted(chosen.end.saturating_sub(chosen.start), "line", "lines"))
                }}
            </button>
            <button type="button" on:click=move |_| copy(book, said, book.seen_now())>"Copy what is seen"</button>
            <span class="log-said" role="status">{said}</span>
        </div>
    }
    .into_any()
}

/// A line. A click looks at its day; with Shift it chooses all lines up to it.
fn row(book: Book, number: u64, line: Option<LogLine>) -> impl IntoView {
    let is_chosen = move || book.chosen().contains(&number);
    let day = line.as_ref().map(|line| line.day);
    let looked_at = move || day.is_some() && book.desk.day.get() == day;
    let on_click = move |event: leptos::ev::MouseEvent| {
        book.choose(number, event.shift_key());
        if !event.shift_key() {
            book.look_at(number);
        }
    };
    let date = line.as_ref().and_then(|line| line.date.clone());
    let text = line.map_or_else(|| "…".to_owned(), |line| line.line);
    view! {
        <div
            class="log-row"
            class:at=move || book.at.get() == number
            class:chosen=is_chosen
            class:looked-at=looked_at
            id=id(number)
            role="row"
            aria-rowindex=(number + 1).to_string()
            aria-selected=move || is_chosen().to_string()
            on:click=on_click
        >
            <span class="log-number" role="rowheader">{words::number(number + 1)}</span>
            {date.map(|date| view! { <span class="log-date" role="gridcell">{date}</span> })}
            <span class="log-line" role="gridcell">{text}</span>
        </div>
    }
}

fn id(number: u64) -> String {
    format!("log-{number}")
}

/// Moves the cursor; with Shift it chooses the lines on the way.
fn on_key(book: Book, said: RwSignal<String>, event: &KeyboardEvent) {
    let command = event.ctrl_key() || event.meta_key();
    let (at, page) = (book.at.get_untracked(), book.scroll.way_now().rows());
    let last = book.matches.get_untracked().saturating_sub(1);
    let to = match (event.key().as_str(), command) {
        ("ArrowDown", false) => at + 1,
        ("ArrowUp", false) => at.saturating_sub(1),
        ("PageDown", false) => at + page,
        ("PageUp", false) => at.saturating_sub(page),
        ("Home", _) => 0,
        ("End", _) => last,
        ("Enter" | " ", false) => {
            event.prevent_default();
            return book.look_at(at);
        }
        ("c", true) => {
            event.prevent_default();
            return copy(book, said, book.chosen_now());
        }
        ("a", true) => {
            event.prevent_default();
            book.choose(0, false);
            return book.choose(last, true);
        }
        _ => return,
    };
    event.prevent_default();
    book.go_to(to, event.shift_key());
}

/// Copies lines as they stand in the log file of the API, each on a line of its own.
fn copy(book: Book, said: RwSignal<String>, lines: std::ops::Range<u64>) {
    let count = lines.end.saturating_sub(lines.start).min(COPIED);
    let job = LogJob::Lines { from: lines.start, count: u32::try_from(count).unwrap_or(u32::MAX) };
    book.ask(job, move |made| {
        let LogMade::Lines { lines, .. } = made else { return };
        let count = lines.len() as u64;
        let text: String = lines.iter().map(|line| line.line.clone() + "\n").collect();
        spawn_local(async move {
            said.try_set(if clipboard::write(&text).await {
                format!("Copied {}", words::counted(count, "line", "lines"))
            } else {
                "The browser does not let the page copy.".to_owned()
            });
        });
    });
}
