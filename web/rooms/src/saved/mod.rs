//! The saved walls: a list to open, rename, duplicate and delete from, and files of them. Not for the wall
//! that is shown, which the page keeps by itself.

mod record;
mod row;
mod shelf;
mod store;

use leptos::prelude::*;

use crate::desk::Desk;
use crate::words;
use record::fits;
use row::Row;
use shelf::Shelf;
use store::Entry;

/// From so many walls on there is a field to search.
const SEARCHED: usize = 6;

/// The room.
#[component]
pub(crate) fn SavedRoom() -> impl IntoView {
    let desk = Desk::get();
    let shelf = Shelf::start();
    provide_context(shelf);
    let (name, search) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let found = move || {
        let entries = shelf.entries.get().unwrap_or_default();
        search.with(|search| {
            let is_wanted = |record: &Option<record::Record>| {
                fits(record.as_ref().map_or("", |record| record.name.as_str()), search)
            };
            entries.into_iter().filter(|(_, record)| is_wanted(record)).collect::<Vec<_>>()
        })
    };
    let count = move || shelf.entries.with(|entries| entries.as_ref().map_or(0, Vec::len));
    let is_long = move || count() >= SEARCHED;
    let is_empty = move || shelf.entries.with(|entries| entries.as_ref().is_some_and(Vec::is_empty));
    let can_save = move || desk.wall.with(Option::is_some) && !desk.stale.get();
    let picker = NodeRef::<leptos::html::Input>::new();
    let pick = move |_| {
        if let Some(picker) = picker.get_untracked() {
            picker.click();
        }
    };
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(wall) = desk.wall.get_untracked() {
            shelf.save(&name.get_untracked(), wall);
            name.set(String::new());
        }
    };
    view! {
        <section class="saved" aria-labelledby="saved-title">
            <h1 id="saved-title">"Saved walls"</h1>
            <form class="saved-new" on:submit=save>
                <input
                    type="text"
                    aria-label="Name of the wall to save"
                    placeholder="Name"
                    maxlength="200"
                    autocomplete="off"
                    prop:value=name
                    on:input=move |event| name.set(event_target_value(&event))
                />
                <button type="submit" class="primary" prop:disabled=move || !can_save()>"Save the wall that is shown"</button>
            </form>
            <p class="muted">{move || shown(desk)}</p>
            <p class="saved-said" role="status">
                {move || shelf.said.get()}
                <button type="button" class="quiet" hidden=move || !shelf.can_put_back.get() on:click=move |_| shelf.put_back()>
                    "Put it back"
                </button>
            </p>
            <p hidden=move || !is_long()>
                <input
                    type="text"
                    aria-label="Search the saved walls"
                    placeholder="Search"
                    autocomplete="off"
                    on:input=move |event| search.set(event_target_value(&event))
                />
            </p>
            <div class="table" hidden=move || count() == 0>
                <div class="table-box" tabindex="0" role="region" aria-label="Saved walls">
                    <table>
                        <thead>
                            <tr>
                                <th scope="col" class="saved-name">"Name"</th>
                                <th scope="col">"Size"</th>
                                <th scope="col">"Finished"</th>
                                <th scope="col">"Cost, GD"</th>
                                <th scope="col">"Changed"</th>
                                <th scope="col"><span class="unseen">"What to do"</span></th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=found key=key_of let:entry>
                                <Row entry />
                            </For>
                        </tbody>
                    </table>
                </div>
            </div>
            <p class="muted" hidden=move || !is_empty()>
                "Nothing is saved yet. Give the wall that is shown a name and save it: it stays in this browser until you delete it."
            </p>
            <p class="saved-files">
                <button type="button" hidden=move || count() == 0 on:click=move |_| shelf.save_all()>"Save all as a file"</button>
                <input
                    type="file"
                    hidden
                    node_ref=picker
                    accept=".json,application/json"
                    on:change=move |event| shelf.add_from(&event)
                />
                <button type="button" on:click=pick>"Add walls from a file"</button>
            </p>
        </section>
    }
    .into_any()
}

/// What a row shows, as a key: a row is made anew only where that changes, so that a name that is being typed
/// stays while another tab saves.
fn key_of((number, record): &Entry) -> (u32, Option<(String, u64)>) {
    (*number, record.as_ref().map(|record| (record.name.clone(), record.changed.to_bits())))
}

/// What would be saved.
fn shown(desk: Desk) -> String {
    if desk.wall.with(Option::is_none) {
        return "There is no result to save yet.".to_owned();
    }
    if desk.stale.get() {
        return "The wall has a fault: mend it before you save it.".to_owned();
    }
    let (profiles, sections) =
        desk.summary(|summary| (u64::from(summary.profiles), u64::from(summary.sections)));
    let (profiles, sections) =
        (words::counted(profiles, "profile", "profiles"), words::counted(sections, "section", "sections"));
    format!("It has {profiles} and {sections}.")
}
