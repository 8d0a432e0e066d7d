//! The sheet of keys: what works where. Not for hearing them.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::browser::dialog;

/// Where keys work, what is pressed there, and what it does.
const KEYS: [(&str, &[(&str, &str)]); 6] = [
    (
        "Anywhere",
        &[
            ("Ctrl+K", "commands, places, saved walls"),
            ("?", "these keys, while nothing is typed"),
            ("Ctrl+Z", "undo, over the wall and the parameters"),
            ("Ctrl+Shift+Z, Ctrl+Y", "redo"),
            ("Escape", "closes what is open, lets the day go"),
        ],
    ),
    (
        "On a chart",
        &[
            ("← →", "the day before, the next day"),
            ("Page Up, Page Down", "ten days"),
            ("Home, End", "the first day, the last"),
            ("+, −, 0", "fewer days, more, all of them; a mouse chooses them by dragging"),
        ],
    ),
    (
        "On the picture of the wall",
        &[
            ("← →", "the section before, the next one"),
            ("Page Up, Page Down", "moves what is seen"),
            ("+, −", "zooms in and out; Ctrl and the wheel do as well"),
            ("0", "the whole wall"),
        ],
    ),
    (
        "On an underlined figure of a table",
        &[
            ("Enter", "why its row has these figures"),
            ("↑ ↓", "the row before, the next one"),
            ("Home, End", "the first row, the last"),
        ],
    ),
    ("In the list of commands", &[("↑ ↓", "the one before, the next one"), ("Enter", "does it")]),
    (
        "On a saved wall's name",
        &[
            ("↑ ↓", "the one before, the next one"),
            ("Enter", "opens it"),
            ("F2", "renames it"),
            ("Delete", "deletes it; it can be put back"),
        ],
    ),
];

/// The sheet. It opens whenever `opened` changes.
#[component]
pub(super) fn Keys(
    /// Counted up to open it.
    opened: RwSignal<u32>,
) -> impl IntoView {
    let place = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        if let (true, Some(place)) = (opened.get() > 0, place.get()) {
            dialog::open(&place);
        }
    });
    let close = move || {
        if let Some(place) = place.get_untracked() {
            dialog::close(&place);
        }
    };
    let row =
        |&(key, does): &(&'static str, &'static str)| view! { <dt><kbd>{key}</kbd></dt><dd>{does}</dd> };
    let part = |(place, keys): (&'static str, &'static [(&'static str, &'static str)])| {
        view! {
            <h3>{place}</h3>
            <dl>{keys.iter().map(row).collect_view()}</dl>
        }
    };
    view! {
        <dialog class="palette keys" node_ref=place aria-labelledby="keys-title" on:click=move |event| if dialog::is_outside(&event) { close() }>
            <div class="keys-sheet">
                <div class="keys-head">
                    <h2 id="keys-title">"Keys"</h2>
                    <button type="button" on:click=move |_| close()>"Close"</button>
                </div>
                {KEYS.map(part).collect_view()}
                <p class="muted">"On a Mac, ⌘ takes the place of Ctrl."</p>
            </div>
        </dialog>
    }
    .into_any()
}
