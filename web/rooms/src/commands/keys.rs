//! The sheet of keys: what works where. Not for hearing them.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::palette::is_outside;
use crate::browser::dialog;

/// The keys: what is pressed, and what it does.
const KEYS: [(&str, &str); 12] = [
    ("Ctrl+K", "commands"),
    ("?", "these keys"),
    ("Ctrl+Z", "undo, over the wall and the parameters"),
    ("Ctrl+Shift+Z, Ctrl+Y", "redo"),
    ("← →", "on a chart: the day before, the next day"),
    ("Page Up, Page Down", "on a chart: ten days"),
    ("Home, End", "on a chart: the first day, the last"),
    ("← →", "on the picture of the wall: the section before, the next one"),
    ("Page Up, Page Down", "on the picture of the wall: moves what is seen"),
    ("+, −", "on the picture of the wall: zooms in and out; Ctrl and the wheel do as well"),
    ("0", "on the picture of the wall: the whole wall"),
    ("Escape", "lets the day go; closes what is open"),
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
    let row = |(key, does): (&'static str, &'static str)| view! { <dt><kbd>{key}</kbd></dt><dd>{does}</dd> };
    view! {
        <dialog class="palette keys" node_ref=place aria-labelledby="keys-title" on:click=move |event| if is_outside(&event) { close() }>
            <div class="keys-sheet">
                <h2 id="keys-title">"Keys"</h2>
                <dl>{KEYS.map(row).collect_view()}</dl>
                <p class="muted">"On a Mac, ⌘ takes the place of Ctrl."</p>
                <button type="button" on:click=move |_| close()>"Close"</button>
            </div>
        </dialog>
    }
    .into_any()
}
