//! The fields that choose which lines are wanted. Not for the search, which leaves the others in place.

use icewall_protocol::workshop::LogFilter;
use leptos::prelude::*;

use super::book::{Book, all_lines};
use super::ranges::{range, small_range};

/// Takes what is typed into the filter; an error where it is no range.
type Take = fn(&mut LogFilter, &str) -> Result<(), ()>;

/// What can be chosen by numbers.
const RANGES: [(&str, Take); 4] = [
    ("Crews", |filter, text| {
        filter.crews = small_range(text)?;
        Ok(())
    }),
    ("Sections", |filter, text| {
        filter.sections = small_range(text)?;
        Ok(())
    }),
    ("Profiles", |filter, text| {
        filter.profiles = small_range(text)?;
        Ok(())
    }),
    ("Days", |filter, text| {
        filter.days = range(text)?;
        Ok(())
    }),
];

/// A kind of line in the filter.
type Kind = fn(&mut LogFilter) -> &mut bool;

/// The kinds of lines.
const KINDS: [(&str, Kind); 3] = [
    ("Added", |filter| &mut filter.added),
    ("Completed", |filter| &mut filter.completed),
    ("Relieved", |filter| &mut filter.relieved),
];

/// The fields, and a button that empties them.
#[component]
pub(super) fn Sieve(book: Book) -> impl IntoView {
    let typed = RANGES.map(|_| RwSignal::new(String::new()));
    let fields = RANGES.into_iter().zip(typed).map(|((name, take), typed)| field(book, name, take, typed));
    let all = move |_| {
        for typed in typed {
            typed.set(String::new());
        }
        book.sift(all_lines());
    };
    view! {
        <fieldset class="log-sieve">
            <legend class="unseen">"Which lines"</legend>
            {fields.collect_view()}
            <div class="log-kinds" role="group" aria-label="Events">
                {KINDS.map(|(name, kind)| check(book, name, kind)).collect_view()}
            </div>
            <button type="button" class="quiet" prop:disabled=move || book.filter.get() == all_lines() on:click=all>
                "All lines"
            </button>
        </fieldset>
    }
    .into_any()
}

/// A field for a number or two.
fn field(book: Book, name: &'static str, take: Take, typed: RwSignal<String>) -> impl IntoView {
    let is_wrong = move || typed.with(|typed| take(&mut LogFilter::default(), typed).is_err());
    let on_input = move |text: String| {
        let mut filter = book.filter.get_untracked();
        if take(&mut filter, &text).is_ok() && filter != book.filter.get_untracked() {
            book.sift(filter);
        }
        typed.set(text);
    };
    view! {
        <label class="log-field">
            <span>{name}</span>
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                placeholder="4 or 4-9"
                prop:value=typed
                aria-invalid=move || is_wrong().to_string()
                on:input=move |event| on_input(event_target_value(&event))
            />
            <span class="log-fault" role="alert">
                {move || is_wrong().then_some("A number from 1, or two with a dash")}
            </span>
        </label>
    }
}

/// A box to tick for a kind of line.
fn check(book: Book, name: &'static str, kind: Kind) -> impl IntoView {
    let flip = move |_| {
        let mut filter = book.filter.get_untracked();
        let wanted = kind(&mut filter);
        *wanted = !*wanted;
        book.sift(filter);
    };
    view! {
        <label class="log-kind">
            <input
                type="checkbox"
                prop:checked=move || book.filter.with(|filter| *kind(&mut filter.clone()))
                on:change=flip
            />
            <span>{name}</span>
        </label>
    }
}
