//! A saved wall in the list: what it is, and what can be done with it. Not for the figures of its run.

use icewall_ui::number::whole;
use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::details::Details;
use super::list::Listed;
use super::names;
use super::record::{Record, Run};
use super::shelf::{Shelf, name_id};
use super::size;
use super::store::Entry;
use crate::browser::{clock, root};
use crate::words;

/// A row. The name opens the wall; what else there is stands below it, unfolded on demand.
#[component]
pub(super) fn Row(
    /// Its number and record.
    entry: Entry,
) -> impl IntoView {
    let (shelf, listed) = (Shelf::get(), expect_context::<Listed>());
    let (number, record) = entry;
    let renaming = RwSignal::new(false);
    let is_broken = record.is_none();
    let name =
        record.as_ref().map_or("A wall that cannot be read", |record| names::plain(&record.name)).to_owned();
    let figures = record.as_ref().map_or_else(broken, figures);
    let is_open = move || shelf.unfolded.get() == Some(number);
    let unfold = move || shelf.unfolded.update(|open| *open = (*open != Some(number)).then_some(number));
    let open = move || if is_broken { unfold() } else { shelf.open(number) };
    let on_key = move |event: KeyboardEvent| {
        match event.key().as_str() {
            "ArrowDown" => go(listed, number, 1),
            "ArrowUp" => go(listed, number, -1),
            "F2" if !is_broken => renaming.set(true),
            "Delete" => shelf.delete(number),
            _ => return,
        }
        event.prevent_default();
    };
    let more = format!("More about {name}");
    let label = name.clone();
    let field = name.clone();
    view! {
        <li class="saved-wall" class:broken=is_broken>
            <span class="saved-name">
                <button
                    type="button"
                    class="link"
                    id=name_id(number)
                    hidden=move || renaming.get()
                    on:click=move |_| open()
                    on:keydown=on_key
                >
                    {label}
                </button>
                <Show when=move || renaming.get()>
                    <NameField number name=field.clone() renaming />
                </Show>
            </span>
            {figures.map(|figure| view! { <span class="saved-figure">{figure}</span> }).collect_view()}
            <button type="button" class="quiet saved-more" aria-label=more aria-expanded=move || is_open().to_string() on:click=move |_| unfold()>
                {move || if is_open() { "Less" } else { "More" }}
            </button>
            <Show when=is_open>
                <Details number record=record.clone() renaming />
            </Show>
        </li>
    }
    .into_any()
}

/// The field in place of a name. Enter and leaving it take the new name, Escape keeps the old one.
#[component]
fn NameField(
    /// The wall's number.
    number: u32,
    /// What it is called.
    name: String,
    /// Whether it is being renamed.
    renaming: RwSignal<bool>,
) -> impl IntoView {
    let shelf = Shelf::get();
    let field = NodeRef::<Input>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Made now, on the page with the next frame.
            request_animation_frame(move || {
                // A field that is on the page takes the focus.
                let _ = field.focus();
                field.select();
            });
        }
    });
    let end = move |taken: bool| {
        // A field that is taken away loses the focus as well, and its row may be gone by then.
        if renaming.try_get_untracked() != Some(true) {
            return;
        }
        renaming.set(false);
        let Some(field) = field.try_get_untracked().flatten() else { return };
        if taken {
            shelf.focus_next(name_id(number));
            shelf.rename(number, &field.value());
        }
        clock::after_paint(move || root::focus(&name_id(number)));
    };
    view! {
        <input
            type="text"
            node_ref=field
            maxlength="200"
            autocomplete="off"
            aria-label="New name"
            prop:value=name
            on:keydown=move |event| match event.key().as_str() {
                "Enter" => end(true),
                "Escape" => end(false),
                _ => {}
            }
            on:blur=move |_| end(true)
        />
    }
    .into_any()
}

/// Gives the focus to the row so many further down.
fn go(listed: Listed, number: u32, by: isize) {
    let next = listed.0.with_untracked(|order| {
        let at = order.iter().position(|known| *known == number)?;
        order.get(at.checked_add_signed(by)?).copied()
    });
    if let Some(next) = next {
        root::focus(&name_id(next));
    }
}

/// Size, finish, cost and when it was changed, in words; dashes for what nobody counted.
fn figures(record: &Record) -> [String; 4] {
    let none = || "–".to_owned();
    let sections = record.sections.map(|sections| size(record.profiles.map(u64::from), u64::from(sections)));
    let run = record.run.as_ref();
    [
        sections.unwrap_or_else(none),
        run.map_or_else(none, finish),
        run.map_or_else(none, |run| words::gold_short(whole(run.cost))),
        if record.changed > 0.0 { words::time(record.changed) } else { none() },
    ]
}

fn finish(run: &Run) -> String {
    let day = format!("day\u{a0}{}", words::number(whole(run.finish_day)));
    match &run.finish_date {
        Some(date) => format!("{day}, {}", words::date(date)),
        None => day,
    }
}

/// What stands in place of the figures of a broken record.
fn broken() -> [String; 4] {
    ["Its record is broken, or a newer Icewall saved it. The other walls are whole.", "", "", ""]
        .map(str::to_owned)
}
