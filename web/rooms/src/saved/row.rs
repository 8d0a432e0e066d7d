//! A saved wall in the list.

use icewall_ui::number::whole;
use leptos::html::{Button, Input};
use leptos::prelude::*;

use super::record::Record;
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
    // A row that leaves the page takes the focus from its field: nothing of the row may be there any more.
    let done = move || {
        let is_renaming = renaming.try_get_untracked().unwrap_or_default();
        if let Some(field) = field.try_get_untracked().flatten().filter(|_| is_renaming) {
            renaming.set(false);
            shelf.rename(number, &field.value());
        }
    };
    let rename = NodeRef::<Button>::new();
    let on_key = move |event: leptos::ev::KeyboardEvent| match event.key().as_str() {
        "Enter" => done(),
        "Escape" => {
            renaming.set(false);
            if let Some(rename) = rename.get_untracked() {
                // A button that is on the page takes the focus.
                let _ = rename.focus();
            }
        }
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
                <button type="button" class="quiet" node_ref=rename aria-label=of("Rename") on:click=move |_| renaming.set(true)>"Rename"</button>
                {button("Duplicate", Shelf::duplicate)}
                {button("File", Shelf::save_one)}
                {button("Delete", Shelf::delete)}
            </td>
        </tr>
    }
}

/// Size, finish and cost in words; dashes where it never ran here.
fn figures(record: &Record) -> [String; 3] {
    let Some(run) = &record.run else { return ["–", "–", "–"].map(str::to_owned) };
    let (profiles, sections) = (u64::from(run.profiles), u64::from(run.sections));
    let size =
        [words::counted(profiles, "profile", "profiles"), words::counted(sections, "section", "sections")];
    let day = format!("day {}", words::number(whole(run.finish_day)));
    let finished = match &run.finish_date {
        Some(date) => format!("{day}, {}", words::date(date)),
        None => day,
    };
    [size.join(", "), finished, words::number(whole(run.cost))]
}
