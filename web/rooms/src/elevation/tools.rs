//! The buttons that zoom and move what is seen.

use icewall_ui::window::Window;
use leptos::prelude::*;

use super::scene::Scene;

/// The buttons.
#[component]
pub(super) fn Tools() -> impl IntoView {
    let scene = Scene::get();
    let is_whole = move || scene.window.get() == Window::whole(scene.sections.get().into());
    let at_left = move || scene.window.get().first <= 1;
    let at_right = move || scene.window.get().last >= u64::from(scene.sections.get());
    view! {
        <span class="elevation-tools" role="group" aria-label="Sections that are seen">
            <button type="button" class="quiet" prop:disabled=move || scene.window.get().len() <= 1 on:click=move |_| scene.zoom(true, None)>
                "Zoom in"
            </button>
            <button type="button" class="quiet" prop:disabled=is_whole on:click=move |_| scene.zoom(false, None)>
                "Zoom out"
            </button>
            <button type="button" class="quiet" prop:disabled=at_left on:click=move |_| scene.pan(-0.5)>"Left"</button>
            <button type="button" class="quiet" prop:disabled=at_right on:click=move |_| scene.pan(0.5)>"Right"</button>
            <button type="button" class="quiet" prop:disabled=is_whole on:click=move |_| scene.look(Window::whole(scene.sections_now()))>
                "Whole wall"
            </button>
        </span>
    }
    .into_any()
}
