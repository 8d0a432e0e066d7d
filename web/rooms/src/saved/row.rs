//! A saved wall in the list.

use leptos::html::Input;
use leptos::prelude::*;

use super::record::{Record, whole};
use super::shelf::Shelf;
use super::store::Entry;
use crate::words;

/// A row: what the wall is, and what can be done with it.
#[component]
pub(super) fn Row(
    /// Its number and record.
    entry: Entry,
) -> impl IntoView {
    let shelf = expect_context::<Shelf>();
    let (number, record) = entry;
    match record {
        Some(record) => whole_row(shelf, number, &record).into_any(),
        None => view! {
            <tr class="saved-broken">
                <th scope="row" class="saved-name">"A wall that cannot be read"</th>
                <td colspan="4">"Its record is broken, or a newer Icewall saved it."</td>
                <td class="saved-do">
                    <button type="button" class="quiet" on:click=move |_| shelf.delete(number)>"Delete"</button>
                </td>
            </tr>
        }
        .into_any(),
    }
}

fn whole_row(shelf: Shelf, number: u32, record: &Record) -> impl IntoView + use<> {
    let renaming = RwSignal::new(false);
    let field = NodeRef::<Input>::new();
    let name = StoredValue::new(record.name.clone());
    Effect::new(move |_| {
        if let (true, Some(field)) = (renaming.get(), field.get()) {
            // Made now, on the page with the next frame.
            request_animation_frame(move || {
                // A field that is on the page takes the focus.
                let _ = field.focus();
                field.select();
            });
        }
    });
    let done = move || {
        if let Some(field) = field.get_untracked().filter(|_| renaming.get_untracked()) {
            renaming.set(false);
            shelf.rename(number, &field.value());
        }
    };
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => done(),
        "Escape" => renaming.set(false),
        _ => {}
    };
    let [size, finished, cost] = figures(record);
    let of = |what: &str| format!("{what} {}", name.get_value());
    let button = move |word: &'static str, deed: fn(Shelf, u32)| {
        view! {
            <button type="button" class="quiet" aria-label=of(word) on:click=move |_| deed(shelf, number)>{word}</button>
        }
    };
    view! {
        <tr>
            <th scope="row" class="saved-name">
                <button type="button" class="link" hidden=move || renaming.get() aria-label=of("Open") on:click=move |_| shelf.open(number)>
                    {record.name.clone()}
                </button>
                <Show when=move || renaming.get()>
                    <input
                        type="text"
                        node_ref=field
                        maxlength="200"
                        aria-label="New name"
                        prop:value=name.get_value()
                        on:keydown=on_key
                        on:blur=move |_| done()
                    />
                </Show>
            </th>
            <td>{size}</td>
            <td>{finished}</td>
            <td>{cost}</td>
            <td>{words::time(record.changed)}</td>
            <td class="saved-do">
                {button("Open", Shelf::open)}
                <button type="button" class="quiet" aria-label=of("Rename") on:click=move |_| renaming.set(true)>"Rename"</button>
                {button("Duplicate", Shelf::duplicate)}
                {button("File", Shelf::save_one)}
                {button("Delete", Shelf::delete)}
            </td>
        </tr>
    }
}

/// Size, finish and cost in words; dashes where it never ran here.
fn figures(record: &Record) -> [String; 3] {
    let Some(run) = record.run else { return ["–", "–", "–"].map(str::to_owned) };
    let (profiles, sections) = (u64::from(run.profiles), u64::from(run.sections));
    let size =
        [words::counted(profiles, "profile", "profiles"), words::counted(sections, "section", "sections")];
    [size.join(", "), format!("day {}", words::number(whole(run.finish_day))), words::number(whole(run.cost))]
}
