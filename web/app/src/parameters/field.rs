//! One field for a number: its label, its unit, what governs it, what is wrong with it.

use leptos::prelude::*;

use super::force::{Governed, fault};
use super::label;
use crate::editor::Editor;
use crate::state::State;

/// Follows what governs a parameter.
pub(super) fn governed(key: &'static str) -> Memo<Option<Governed>> {
    let state = State::get();
    Memo::new(move |_| state.reply.with(|reply| Governed::of(reply.as_deref()?, key)))
}

/// Follows what is wrong with a field, in a sentence.
pub(super) fn trouble(key: &'static str) -> Memo<Option<String>> {
    let state = State::get();
    Memo::new(move |_| {
        state.reply.with(|reply| {
            let diagnostic = fault(reply.as_deref()?, key)?;
            let hint = diagnostic.hint.as_ref().map(|hint| format!(" – {hint}")).unwrap_or_default();
            Some(format!("{}{hint}", diagnostic.message))
        })
    })
}

/// The notes below a field: what is wrong, and what governs it.
#[component]
pub(super) fn Notes(
    /// The parameter's JSON key.
    key: &'static str,
    /// What governs it.
    governed: Memo<Option<Governed>>,
    /// What is wrong with it.
    trouble: Memo<Option<String>>,
) -> impl IntoView {
    let editor = Editor::get();
    let note = move || {
        let governed = governed.get()?;
        let note = governed.note();
        Some(match governed.line {
            Some(line) => {
                let go = move |_| editor.go_to_line(line);
                view! { <button type="button" class="link" on:click=go>{note}</button> }.into_any()
            }
            None => note.into_any(),
        })
    };
    view! {
        <p class="field-fault" id=format!("fault-{key}")>{trouble}</p>
        <p class="field-note" id=format!("note-{key}")>{note}</p>
    }
    .into_any()
}

/// A field for a number, or a date.
#[component]
pub(super) fn NumberField(
    /// The parameter's JSON key.
    key: &'static str,
    /// Its unit.
    unit: &'static str,
    /// What kind of field it is: `text`, or `date`.
    #[prop(default = "text")]
    kind: &'static str,
) -> impl IntoView {
    let state = State::get();
    let governed = governed(key);
    let trouble = trouble(key);
    let value = move || match governed.get() {
        Some(governed) => governed.value,
        None => state.fields.with(|fields| fields.value(key).to_owned()),
    };
    let on_input = move |event| {
        let typed = event_target_value(&event);
        state.fields.update(|fields| fields.set(key, &typed));
    };
    let id = format!("field-{key}");
    view! {
        <div class="field">
            <label for=id.clone()>{label(key)}</label>
            <span class="field-line">
                <input
                    id=id
                    type=kind
                    inputmode=(kind == "text").then_some("numeric")
                    autocomplete="off"
                    prop:value=value
                    readonly=move || governed.with(Option::is_some)
                    aria-invalid=move || trouble.with(Option::is_some).to_string()
                    aria-describedby=format!("unit-{key} fault-{key} note-{key}")
                    on:input=on_input
                />
                <span class="field-unit" id=format!("unit-{key}")>{unit}</span>
            </span>
            <Notes key=key governed=governed trouble=trouble />
        </div>
    }
    .into_any()
}
