//! The palette: a field, and the commands that fit what is typed in it.

use icewall_protocol::desk::Wish;
use leptos::html::Dialog;
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use super::found::{Command, Deed, found};
use crate::browser::dialog;
use crate::desk::{Desk, set, wish};

/// The palette. It opens whenever `opened` changes.
#[component]
pub(super) fn Palette(
    /// Counted up to open it.
    opened: RwSignal<u32>,
    /// Shows the sheet of keys.
    help: impl Fn() + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let desk = Desk::get();
    let place = NodeRef::<Dialog>::new();
    let (typed, at) = (RwSignal::new(String::new()), RwSignal::new(0_usize));
    let fitting = Memo::new(move |_| typed.with(|typed| found(typed)));
    Effect::new(move |_| {
        if let (true, Some(place)) = (opened.get() > 0, place.get()) {
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
        act(desk, &command.deed, help);
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
        let name = command.name.clone();
        view! {
            <li
                id=id(index)
                role="option"
                aria-selected=move || (at.get() == index).to_string()
                on:click=move |_| choose(&command)
            >
                {name}
            </li>
        }
    };
    view! {
        <dialog class="palette" node_ref=place aria-label="Commands" on:click=move |event| if is_outside(&event) { close() }>
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

/// A click on what lies behind a dialog is one on the dialog itself.
pub(super) fn is_outside(event: &leptos::ev::MouseEvent) -> bool {
    event.target().is_some() && event.target() == event.current_target()
}

fn act(desk: Desk, deed: &Deed, help: impl Fn()) {
    match deed {
        Deed::Go(address) => dialog::go_to(address),
        Deed::Undo => wish(&Wish::Undo, &JsValue::UNDEFINED),
        Deed::Redo => wish(&Wish::Redo, &JsValue::UNDEFINED),
        Deed::Share => wish(&Wish::Share, &JsValue::UNDEFINED),
        Deed::Day(day) => desk.look_at(*day),
        Deed::Set(key, value) => set(key, value),
        Deed::Keys => help(),
    }
}
