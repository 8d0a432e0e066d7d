//! The saved walls: a list to open, rename, duplicate and delete from, and files of them. Not for the wall
//! that is shown, which the page keeps by itself.
//!
//! `store` is the database, `shelf` what is known of it and can be done, `files` the way out and in. `record`,
//! `older`, `names` and `trouble` are pure. The rest is what is seen.

mod details;
mod files;
mod list;
mod names;
mod older;
mod record;
mod row;
mod shelf;
mod store;
mod trouble;

use leptos::html::Input;
use leptos::prelude::*;

use crate::browser::root;
use crate::desk::Desk;
use crate::words;
use list::List;
pub(crate) use shelf::Shelf;

/// The room.
#[component]
pub(crate) fn SavedRoom() -> impl IntoView {
    let shelf = Shelf::get();
    shelf.attend();
    let is_empty = move || shelf.entries.with(|entries| entries.as_ref().is_some_and(Vec::is_empty));
    let back = move || shelf.back.get().map(|name| format!("Put {name} back"));
    let picker = NodeRef::<Input>::new();
    let pick = move |_| {
        if let Some(picker) = picker.get_untracked() {
            picker.click();
        }
    };
    let has_any = move || shelf.entries.with(|entries| entries.as_ref().is_some_and(|all| !all.is_empty()));
    view! {
        <section class="saved-room" aria-labelledby="saved-title">
            <h1 id="saved-title">"Saved walls"</h1>
            <SaveForm />
            <div class="saved-said">
                <p role="status">{move || shelf.said.get()}</p>
                <button type="button" id="saved-back" hidden=move || back().is_none() on:click=move |_| shelf.put_back()>
                    {back}
                </button>
            </div>
            <List />
            <p class="saved-empty" hidden=move || !is_empty()>
                <b>"Nothing is saved yet."</b>
                " Give the wall that is shown a name and save it: it stays in this browser until you delete it, and no server sees it."
            </p>
            <p class="saved-files">
                <input type="file" hidden node_ref=picker accept=".json,application/json" on:change=move |event| shelf.add_from(&event) />
                <button type="button" on:click=pick>"Add walls from a file"</button>
                <button type="button" hidden=move || !has_any() on:click=move |_| shelf.save_all()>"Save all as a file"</button>
            </p>
            <p class="muted" hidden=move || !(shelf.is_at_risk.get() && has_any())>
                "This browser may clear what pages keep when its room gets scarce. Save what matters as a file too."
            </p>
        </section>
    }
    .into_any()
}

/// The field for a name, and the button that saves.
#[component]
fn SaveForm() -> impl IntoView {
    let (desk, shelf) = (Desk::get(), Shelf::get());
    let name = RwSignal::new(shelf.current.get_untracked());
    Effect::new(move |_| name.set(shelf.current.get()));
    // The first page and the palette lead here to save.
    Effect::new(move |_| {
        if desk.place.with(|place| place == "saved?save") {
            request_animation_frame(|| root::focus("saved-as"));
        }
    });
    let can_save = move || desk.wall.with(Option::is_some) && !desk.stale.get();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(wall) = desk.wall.get_untracked() {
            shelf.save(&name.get_untracked(), wall);
        }
    };
    let replaces = move || name.with(|name| !name.trim().is_empty() && shelf.has(name));
    let word = move || if replaces() { "Save in its place" } else { "Save the wall" };
    view! {
        <form class="saved-new" on:submit=save>
            <label for="saved-as">"Save the wall that is shown as"</label>
            <input
                type="text"
                id="saved-as"
                placeholder="Name"
                maxlength="200"
                autocomplete="off"
                aria-describedby="saved-what"
                prop:value=name
                on:input=move |event| name.set(event_target_value(&event))
            />
            <button type="submit" class="primary" prop:disabled=move || !can_save()>{word}</button>
            <p class="muted" id="saved-what">{move || shown(desk)}</p>
        </form>
    }
    .into_any()
}

/// What would be saved.
fn shown(desk: Desk) -> String {
    if desk.wall.with(Option::is_none) {
        return "There is no result to save yet.".to_owned();
    }
    if desk.stale.get() {
        return "The wall has a fault: mend it before you save it.".to_owned();
    }
    let (profiles, sections, day) = desk
        .summary(|summary| (u64::from(summary.profiles), u64::from(summary.sections), summary.finish_day));
    format!("It has {}, and is finished on day\u{a0}{}.", size(Some(profiles), sections), words::number(day))
}

/// How large a wall is, in words.
fn size(profiles: Option<u64>, sections: u64) -> String {
    let sections = words::counted(sections, "section", "sections");
    match profiles {
        Some(profiles) => format!("{}, {sections}", words::counted(profiles, "profile", "profiles")),
        None => sections,
    }
}
