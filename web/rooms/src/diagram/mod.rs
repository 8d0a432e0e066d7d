//! The time–location diagram: sections against days, coloured by the crew that works there or by profile. Not
//! for the pixels' meaning, which the workshop computes, nor for other pictures of the wall.
//!
//! ```text
//! scene ─▶ workshop ─▶ drawn ─▶ plot (pixels, labels) · twin (words, table)
//! ```

pub(crate) mod drawn;
mod plot;
mod scene;
mod tools;
mod twin;

use leptos::html;
use leptos::prelude::*;

use crate::browser::uplot;
use crate::day::DaySlider;
use crate::elevation::SectionWords;
use plot::Plot;
use scene::{Scene, Sheet};
use tools::Tools;
use twin::{Table, Told};

/// The room.
#[component]
pub(crate) fn DiagramRoom() -> impl IntoView {
    let scene = Scene::start();
    provide_context(scene);
    let place = NodeRef::<html::Figure>::new();
    watch(scene, place);
    let open = RwSignal::new(false);
    let is_empty = move || scene.days.get().is_empty();
    let why = move || {
        let none = scene.desk.wall.with(Option::is_none);
        let finished = "Every section already stands at its height: there is no work to draw.";
        if none { "There is no result yet: mend the wall first." } else { finished }
    };
    view! {
        <section class="diagram" class:stale=move || scene.desk.stale.get() aria-labelledby="diagram-title">
            <h1 id="diagram-title">"Time–location diagram"</h1>
            <p hidden=move || !is_empty()>{why}</p>
            <figure class="chart" node_ref=place hidden=is_empty aria-labelledby="diagram-title">
                <Tools open />
                <Plot />
                <DaySlider />
                <Told />
                <SectionWords in_sight=Signal::derive(|| true) />
                <Show when=move || open.get()><Table /></Show>
            </figure>
        </section>
    }
    .into_any()
}

/// Keeps the scene told of the figure's width and the theme.
fn watch(scene: Scene, place: NodeRef<html::Figure>) {
    let watched = StoredValue::new_local(None::<Box<dyn FnOnce()>>);
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let stop = uplot::watch(&place, move |width, _, drawing| {
            scene.sheet.try_set(Sheet { width, drawing });
        });
        watched.set_value(Some(Box::new(stop)));
    });
    on_cleanup(move || {
        if let Some(stop) = watched.try_update_value(Option::take).flatten() {
            stop();
        }
    });
}
