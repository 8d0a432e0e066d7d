//! The elevation: the wall as a skyline on the day that is looked at, which can be played. Not for the
//! heights, which the workshop computes, nor for their history in a table of days.
//!
//! ```text
//! scene ─▶ workshop ─▶ seen ─▶ picture (pixels) · twin (words, table)
//! ```

mod days;
mod facts;
pub(crate) mod picture;
mod play;
mod plot;
mod scene;
pub(crate) mod seen;
mod tools;
mod twin;

use leptos::html;
use leptos::prelude::*;

use crate::browser::{sight, uplot};
use crate::export::{Chart, TakePart};
use days::Days;
pub(crate) use facts::SectionWords;
use plot::Plot;
use scene::{Scene, Sheet};
use tools::Tools;
use twin::{Table, Told};

/// The picture with all that belongs to it. It asks for nothing while it is out of sight.
#[component]
pub(crate) fn Elevation() -> impl IntoView {
    let scene = Scene::start();
    provide_context(scene);
    let place = NodeRef::<html::Figure>::new();
    watch(scene, place);
    let open = RwSignal::new(false);
    view! {
        <figure
            class="chart elevation"
            class:stale=move || scene.desk.stale.get()
            node_ref=place
            hidden=move || scene.sections.get() == 0
            aria-labelledby="elevation-title"
        >
            <figcaption class="chart-head">
                <h2 id="elevation-title">"The wall on the day" <span class="unit">", feet by section"</span></h2>
                <Tools />
                <button
                    type="button"
                    class="quiet"
                    aria-pressed=move || open.get().to_string()
                    aria-label="Table of the sections that are seen"
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    "Table"
                </button>
                <TakePart chart=Chart::Skyline label="Save the picture of the wall" part=Signal::derive(move || scene.part()) />
            </figcaption>
            <Plot />
            <Days />
            <Told />
            <SectionWords in_sight=scene.in_sight />
            <Show when=move || open.get()><Table /></Show>
        </figure>
    }
    .into_any()
}

/// Keeps the scene told of the figure's width, the theme, and whether it is in sight.
fn watch(scene: Scene, place: NodeRef<html::Figure>) {
    let watched = StoredValue::new_local(None::<Box<dyn FnOnce()>>);
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let size = uplot::watch(&place, move |width, ratio, drawing| {
            scene.sheet.try_set(Sheet { width, ratio, drawing });
        });
        let seen = sight::watch(&place, move |in_sight| {
            scene.in_sight.try_set(in_sight);
        });
        watched.set_value(Some(Box::new(move || {
            size();
            seen();
        })));
    });
    on_cleanup(move || {
        if let Some(stop) = watched.try_update_value(Option::take).flatten() {
            stop();
        }
    });
}
