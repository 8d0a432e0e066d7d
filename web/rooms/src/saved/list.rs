//! The list of saved walls, with a field to search it where it is long. Not for what stands in a row.

use leptos::prelude::*;

use super::names::fits;
use super::record::Record;
use super::row::Row;
use super::shelf::Shelf;
use super::store::Entry;
use crate::words;

/// From so many walls on there is a field to search.
const SEARCHED: usize = 6;

/// The numbers of the walls that are listed, in order: what the arrow keys go along.
#[derive(Clone, Copy)]
pub(super) struct Listed(pub(super) Memo<Vec<u32>>);

/// The list.
#[component]
pub(super) fn List() -> impl IntoView {
    let shelf = Shelf::get();
    let search = RwSignal::new(String::new());
    let count = Memo::new(move |_| shelf.entries.with(|entries| entries.as_ref().map_or(0, Vec::len)));
    let found = Memo::new(move |_| {
        let wanted = |record: &Option<Record>| {
            search.with(|search| fits(record.as_ref().map_or("", |record| &record.name), search))
        };
        let entries = shelf.entries.get().unwrap_or_default();
        entries.into_iter().filter(|(_, record)| wanted(record)).collect::<Vec<Entry>>()
    });
    let order = Memo::new(move |_| found.with(|found| found.iter().map(|entry| entry.0).collect::<Vec<_>>()));
    provide_context(Listed(order));
    let tally = move || {
        let (shown, all) = (order.with(Vec::len), count.get());
        match shown {
            0 => "No saved wall is called so.".to_owned(),
            _ if shown == all => words::counted(all as u64, "wall", "walls"),
            _ => {
                format!("{} of {}", words::number(shown as u64), words::counted(all as u64, "wall", "walls"))
            }
        }
    };
    // A row is made anew where its record changed, and stays where it did not.
    let key = |(number, record): &Entry| {
        (*number, record.as_ref().map(|record| (record.changed.to_bits(), record.name.clone())))
    };
    view! {
        <div class="saved-search" hidden=move || count.get() < SEARCHED>
            <input
                type="text"
                aria-label="Search the saved walls"
                placeholder="Search"
                autocomplete="off"
                on:input=move |event| search.set(event_target_value(&event))
            />
            <span class="muted" role="status">{tally}</span>
        </div>
        <ul class="saved-list" hidden=move || order.with(Vec::is_empty) aria-label="Saved walls">
            <For each=move || found.get() key=key let:entry>
                <Row entry />
            </For>
        </ul>
    }
    .into_any()
}
