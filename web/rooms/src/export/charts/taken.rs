//! A quiet button beside a picture of the page: saves what is seen of it, in the colours in which it is seen. Not for
//! how it is drawn.

use leptos::html::Span;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::drawn::{Chart, Part, Picture, Wanted, made};
use super::files::{Kind, save};
use super::plotted::{self, Origin};
use super::sheet::Made;
use super::{COLOURS, named};
use crate::browser::uplot;
use crate::desk::Desk;
use crate::drawing::svg::Colours;
use crate::workshop::Workshops;

/// The button beside a picture of a part of the wall that is shown.
#[component]
pub(crate) fn TakePart(
    /// Which picture.
    #[prop(into)]
    chart: Signal<Chart>,
    /// What the button is called when it is read out.
    label: &'static str,
    /// What is seen of it.
    #[prop(into)]
    part: Signal<Option<Part>>,
) -> impl IntoView {
    let picture = move |()| Some(Picture::Asked(chart.get_untracked(), part.get_untracked()?));
    let is_there = Signal::derive(move || part.with(Option::is_some));
    view! { <TakePicture label is_there picture=Callback::new(picture) /> }
}

/// The button. Pressed, it shows the kinds of files; Escape hides them again.
#[component]
pub(crate) fn TakePicture(
    /// What the button is called when it is read out.
    #[prop(into)]
    label: String,
    /// Whether there is a picture.
    is_there: Signal<bool>,
    /// The picture.
    picture: Callback<(), Option<Picture>>,
) -> impl IntoView {
    let (place, button) = (NodeRef::<Span>::new(), NodeRef::<leptos::html::Button>::new());
    let (open, said) = (RwSignal::new(false), RwSignal::new(String::new()));
    let (desk, workshops) = (Desk::get(), Workshops::get());
    let take = move |kind: Kind| {
        let (Some(place), Some(picture)) = (place.get_untracked(), picture.run(())) else { return };
        let colours = named(uplot::properties(&place, &COLOURS));
        said.set(String::new());
        spawn_local(async move {
            let words = match drawn(picture, colours, desk, workshops).await {
                Some((made, name)) => save(&made, &name, kind).await,
                None => "The picture could not be drawn. Try again.".to_owned(),
            };
            said.try_set(words);
        });
    };
    let spoken = label.clone();
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
        <span class="take-picture" role="group" aria-label=spoken node_ref=place on:keydown=close>
            <button
                type="button"
                class="quiet"
                node_ref=button
                aria-label=label
                aria-expanded=move || open.get().to_string()
                prop:disabled=move || !is_there.get()
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

/// A picture as a file, and what that is called without its ending.
async fn drawn(
    picture: Picture,
    colours: Colours,
    desk: Desk,
    workshops: Workshops,
) -> Option<(Made, String)> {
    match picture {
        Picture::Plotted(plotted) => {
            let name = plotted.origin.name(plotted.called);
            Some((plotted::draw(plotted, colours), name))
        }
        Picture::Asked(chart, part) => {
            let called = Chart::ALL.iter().find(|(other, ..)| *other == chart).map(|(.., called)| *called)?;
            let summary = desk.wall.with_untracked(|wall| Some(wall.as_ref()?.shown.summary.clone()))?;
            let name = Origin::of(&summary).name(called);
            let made = made(Wanted { chart, view: None, colours, summary, part }, workshops).await?;
            Some((made, name))
        }
    }
}
