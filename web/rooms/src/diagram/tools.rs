//! The buttons of the diagram: what is seen, which way it lies, what it is coloured by, its table.

use leptos::prelude::*;

use super::scene::Scene;
use crate::export::{Chart, TakePart};

/// The buttons.
#[component]
pub(super) fn Tools(
    /// Whether the table is open.
    open: RwSignal<bool>,
) -> impl IntoView {
    let scene = Scene::get();
    let whole = move || scene.is_whole();
    let nearest = move || scene.sections.get().len() <= 1 && scene.days.get().len() <= 1;
    let (across, down) = ("Left", "Up");
    let pan = move |word: &'static str, by: (f64, f64)| {
        let move_on = move |_| {
            let (sections, days) = scene.turned(by);
            scene.pan(sections, days);
        };
        view! { <button type="button" class="quiet" prop:disabled=whole on:click=move_on>{word}</button> }
    };
    let toggle = move |word: &'static str, is_on: RwSignal<bool>| {
        view! {
            <button
                type="button"
                class="quiet"
                aria-pressed=move || is_on.get().to_string()
                on:click=move |_| is_on.update(|is_on| *is_on = !*is_on)
            >
                {word}
            </button>
        }
    };
    view! {
        <div class="diagram-tools" role="toolbar" aria-label="The diagram">
            <button type="button" class="quiet" prop:disabled=nearest on:click=move |_| scene.zoom(true, None)>"Zoom in"</button>
            <button type="button" class="quiet" prop:disabled=whole on:click=move |_| scene.zoom(false, None)>"Zoom out"</button>
            {pan(across, (-0.5, 0.0))}
            {pan("Right", (0.5, 0.0))}
            {pan(down, (0.0, -0.5))}
            {pan("Down", (0.0, 0.5))}
            <button type="button" class="quiet" prop:disabled=whole on:click=move |_| scene.look_at_all()>"Whole wall"</button>
            {toggle("Colour by profile", scene.by_profile)}
            {toggle("Days across", scene.days_across)}
            {toggle("Table", open)}
            <TakePart chart=Chart::Diagram label="Save the picture of the diagram" part=Signal::derive(move || scene.part()) />
        </div>
    }
    .into_any()
}
