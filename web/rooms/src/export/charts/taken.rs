//! A quiet button beside a picture of the page: saves what is seen of it, in the colours in which it is seen. Not for
//! how it is drawn.

use leptos::html::Span;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::drawn::{Chart, Part, Wanted, made, name};
use super::files::{Kind, save};
use super::{COLOURS, named};
use crate::browser::uplot;
use crate::desk::Desk;
use crate::workshop::Workshops;

/// The button. Pressed, it shows the kinds of files; Escape hides them again.
#[component]
pub(crate) fn TakePicture(
    /// Which picture.
    chart: Chart,
    /// What the button is called when it is read out.
    label: &'static str,
    /// What is seen of it.
    #[prop(into)]
    part: Signal<Option<Part>>,
) -> impl IntoView {
    let (place, button) = (NodeRef::<Span>::new(), NodeRef::<leptos::html::Button>::new());
    let (open, said) = (RwSignal::new(false), RwSignal::new(String::new()));
    let (desk, workshops) = (Desk::get(), Workshops::get());
    let take = move |kind: Kind| {
        let (Some(place), Some(part)) = (place.get_untracked(), part.get_untracked()) else { return };
        let Some(wall) = desk.wall.get_untracked() else { return };
        let summary = wall.shown.summary.clone();
        let colours = named(uplot::properties(&place, &COLOURS));
        let called = Chart::ALL.iter().find(|(other, ..)| *other == chart).map_or("", |(.., called)| *called);
        let name = name(&summary, called);
        said.set(String::new());
        spawn_local(async move {
            let wanted = Wanted { chart, view: None, colours, summary, part };
            let words = match made(wanted, workshops).await {
                Some(made) => save(&made, &name, kind).await,
                None => "The picture could not be drawn. Try again.".to_owned(),
            };
            said.try_set(words);
        });
    };
    let close = move |event: leptos::ev::KeyboardEvent| {
        if event.key() == "Escape" && open.get_untracked() {
            event.prevent_default();
            open.set(false);
            if let Some(button) = button.get_untracked() {
                // A button that is gone takes no focus.
                let _ = button.focus();
            }
        }
    };
    let choice = move |kind: Kind| {
        view! {
            <button type="button" class="quiet" hidden=move || !open.get() on:click=move |_| take(kind)>{kind.name()}</button>
        }
    };
    view! {
        <span class="take-picture" role="group" aria-label=label node_ref=place on:keydown=close>
            <button
                type="button"
                class="quiet"
                node_ref=button
                aria-label=label
                aria-expanded=move || open.get().to_string()
                prop:disabled=move || part.with(Option::is_none)
                on:click=move |_| open.update(|open| *open = !*open)
            >
                "Save"
            </button>
            {choice(Kind::Png)}
            {choice(Kind::Svg)}
            <span class="take-said" role="status">{move || said.get()}</span>
        </span>
    }
    .into_any()
}
