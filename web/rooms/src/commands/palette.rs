//! The palette: a field, and the commands that fit what is typed in it.

use icewall_protocol::desk::Wish;
use leptos::html::Dialog;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::found::{Command, Deed, Known, found};
use crate::browser::dialog;
use crate::browser::theme::Theme;
use crate::compare::Beside;
use crate::desk::{Desk, set, wish};
use crate::saved::Shelf;

/// The palette. It opens whenever `opened` changes.
#[component]
pub(super) fn Palette(
    /// Counted up to open it.
    opened: RwSignal<u32>,
    /// Shows the sheet of keys.
    help: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let (desk, beside, shelf) = (Desk::get(), Beside::get(), Shelf::get());
    let place = NodeRef::<Dialog>::new();
    let (typed, at) = (RwSignal::new(String::new()), RwSignal::new(0_usize));
    let known = Memo::new(move |_| Known {
        saved: shelf.names(),
        profiles: desk.summary(|summary| summary.profiles),
    });
    let fitting = Memo::new(move |_| typed.with(|typed| known.with(|known| found(typed, known))));
    Effect::new(move |_| {
        if let (true, Some(place)) = (opened.get() > 0, place.get()) {
            shelf.read();
            typed.set(String::new());
            at.set(0);
            dialog::open(&place);
        }
    });
    let close = move || {
        if let Some(place) = place.get_untracked() {
            dialog::close(&place);
        }
    };
    let choose = move |command: &Command| {
        close();
        act((desk, beside, shelf), &command.deed, help);
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        let (count, now) = (fitting.with_untracked(Vec::len), at.get_untracked());
        match event.key().as_str() {
            "ArrowDown" => at.set(if now + 1 < count { now + 1 } else { 0 }),
            "ArrowUp" => at.set(now.checked_sub(1).unwrap_or(count.saturating_sub(1))),
            "Enter" => {
                if let Some(command) = fitting.with_untracked(|fitting| fitting.get(now).cloned()) {
                    choose(&command);
                }
            }
            _ => return,
        }
        event.prevent_default();
        dialog::show(&id(at.get_untracked()));
    };
    let option = move |(index, command): (usize, Command)| {
        let (name, hint) = (command.name.clone(), command.hint);
        view! {
            <li
                id=id(index)
                role="option"
                aria-selected=move || (at.get() == index).to_string()
                on:click=move |_| choose(&command)
            >
                <span>{name}</span>
                <span class="palette-hint">{hint}</span>
            </li>
        }
    };
    view! {
        <dialog class="palette" node_ref=place aria-label="Commands" on:click=move |event| if dialog::is_outside(&event) { close() }>
            <input
                type="text"
                role="combobox"
                aria-expanded="true"
                aria-controls="palette-list"
                aria-label="What to do, or a number for a day"
                aria-activedescendant=move || id(at.get())
                placeholder="What to do, or a number for a day"
                autocomplete="off"
                autofocus
                prop:value=typed
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    at.set(0);
                }
                on:keydown=on_key
            />
            <ul id="palette-list" role="listbox" aria-label="Commands">
                {move || fitting.get().into_iter().enumerate().map(option).collect_view()}
            </ul>
            <p class="palette-none" role="status">
                {move || fitting.with(Vec::is_empty).then_some("Nothing fits. Try fewer letters.")}
            </p>
        </dialog>
    }
    .into_any()
}

fn id(index: usize) -> String {
    format!("palette-{index}")
}

/// Does what a command says. What changes the first page leads there.
fn act((desk, beside, shelf): (Desk, Beside, Shelf), deed: &Deed, help: impl Fn()) {
    let at_wall = |wanted: &Wish| {
        wish(wanted, &JsValue::UNDEFINED);
        dialog::go_to("#/wall");
    };
    match deed {
        Deed::Go(address) => dialog::go_to(address),
        Deed::Undo => wish(&Wish::Undo, &JsValue::UNDEFINED),
        Deed::Redo => wish(&Wish::Redo, &JsValue::UNDEFINED),
        Deed::KeepBeside => {
            beside.keep();
            dialog::go_to("#/compare");
        }
        Deed::Share => at_wall(&Wish::Share),
        Deed::OpenFile => at_wall(&Wish::OpenFile),
        Deed::Example(key) => at_wall(&Wish::Example((*key).to_owned())),
        Deed::View(view) => at_wall(&Wish::View(Some(*view))),
        Deed::Saved(number) => shelf.open(*number),
        Deed::Theme(name) => {
            let named = |theme: &Theme| theme.name() == *name;
            [Theme::Auto, Theme::Light, Theme::Dark]
                .into_iter()
                .find(named)
                .into_iter()
                .for_each(Theme::choose);
        }
        Deed::Day(Some(day)) => {
            desk.look_at(Some(*day));
            dialog::go_to("#/wall");
        }
        Deed::Day(None) => desk.look_at(None),
        Deed::Set(key, value) => set(key, value),
        Deed::Keys => help(),
    }
}
