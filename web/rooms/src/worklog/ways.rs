//! The ways to a line: by its number, by a day, by its words. Not for choosing which lines there are.

use icewall_protocol::workshop::{Job, LogJob, LogMade, Made};
use leptos::prelude::*;

use super::book::Book;
use crate::words;
use crate::workshop::{Running, Step, Workshops};

/// How a search stands.
#[derive(Clone, PartialEq)]
enum Search {
    Idle,
    /// Per mille.
    Under(u32),
    Found(u64),
    Nothing,
    Lost,
}

/// Fields to go to a line or a day, and the search.
#[component]
pub(super) fn Ways(book: Book) -> impl IntoView {
    let number = move |word: &'static str, go: fn(Book, u64)| {
        let on_change = move |text: String| {
            text.trim().parse().into_iter().filter(|number| *number > 0).for_each(|number| go(book, number));
        };
        view! {
            <label class="log-field log-go">
                <span>{word}</span>
                <input
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    on:change=move |event| on_change(event_target_value(&event))
                />
            </label>
        }
    };
    view! {
        <div class="log-ways">
            {number("Go to line", |book, line| book.go_to(line - 1, false))}
            {number("Go to day", |book, day| {
                book.go_to_day(day);
                book.desk.look_at(Some(day));
            })}
            <Find book />
        </div>
    }
    .into_any()
}

/// The search: the nearest line with some words, ahead or back.
#[component]
fn Find(book: Book) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let state = RwSignal::new(Search::Idle);
    let running = StoredValue::new_local(None::<Running>);
    let client = StoredValue::new_local(Workshops::get().views());
    let find = move |ahead: bool| {
        let text = typed.get_untracked();
        if text.trim().is_empty() {
            return;
        }
        let at = book.at.get_untracked();
        // From the line with the cursor on: itself only where nothing was found there before.
        let is_found = state.get_untracked() == Search::Found(at);
        let from = if ahead && is_found { at + 1 } else { at };
        let job = Job::Log(book.filter.get_untracked(), LogJob::Find { words: text, from, ahead });
        state.set(Search::Under(0));
        let hears = move |step| {
            let now = match step {
                Step::Progress(permille) => Search::Under(permille),
                Step::Part(_) => return,
                Step::Done(answered) => match answered.made {
                    Made::Log(LogMade::Place(Some(line))) => {
                        book.go_to(line, false);
                        Search::Found(line)
                    }
                    _ => Search::Nothing,
                },
                Step::Lost => Search::Lost,
            };
            state.try_set(now);
        };
        running.set_value(Some(client.with_value(|client| client.run(job, hears))));
    };
    let cancel = move |_| {
        running.set_value(None);
        state.set(Search::Idle);
    };
    let is_under = move || matches!(state.get(), Search::Under(_));
    let said = move || match state.get() {
        Search::Idle => String::new(),
        Search::Under(permille) => format!("Searching… {}", words::percent(permille)),
        Search::Found(line) => format!("Line {}", words::number(line + 1)),
        Search::Nothing => "No such line that way".to_owned(),
        Search::Lost => "The search stopped. Try it again.".to_owned(),
    };
    view! {
        <form
            class="log-find"
            role="search"
            on:submit=move |event| {
                event.prevent_default();
                find(true);
            }
        >
            <label class="log-field">
                <span>"Find"</span>
                <input
                    type="text"
                    autocomplete="off"
                    placeholder="crew 4 day 5, 18 feet, completed"
                    prop:value=typed
                    on:input=move |event| {
                        typed.set(event_target_value(&event));
                        state.set(Search::Idle);
                    }
                />
            </label>
            <button type="submit">"Next"</button>
            <button type="button" on:click=move |_| find(false)>"Previous"</button>
            <button type="button" class="quiet" hidden=move || !is_under() on:click=cancel>"Cancel"</button>
            <span class="log-said" role="status">{said}</span>
        </form>
    }
    .into_any()
}
