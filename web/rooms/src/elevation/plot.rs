//! The canvas, and what pointer and keys do on it. Not for the pixels.

use icewall_ui::colour::hex;
use icewall_ui::number::index;
use icewall_ui::window::Window;
use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::html::{Canvas, ElementType};
use leptos::prelude::*;

use super::picture::{Colour, Size, Tones, picture};
use super::scene::{Scene, Sheet};
use super::seen::Seen;
use crate::browser::css::percent;
use crate::browser::{canvas, pointer, told, uplot};
use crate::words;

/// The height of the picture in CSS pixels: that of the style sheet.
const HEIGHT: f64 = 220.0;
/// A pointer that moved less than this many CSS pixels was not dragged.
const STILL: f64 = 4.0;
/// The custom properties of the tones.
const TONES: [&str; 6] = ["--wall-stone", "--wall-ice", "--wall-mixed", "--wall-some", "--muted", "--text"];

/// Where a pointer went down: the share of the way across, and what was seen then.
type Down = Option<(f64, Window)>;

/// The picture, with the keys of a picture: arrows choose, Page keys move, plus and minus zoom.
#[component]
pub(super) fn Plot() -> impl IntoView {
    let scene = Scene::get();
    let place = NodeRef::<Canvas>::new();
    Effect::new(move |_| {
        let sheet = scene.sheet.get();
        if let (Some(place), Some(seen)) = (place.get(), scene.seen.get()) {
            paint(&place, &seen, sheet);
        }
    });
    let down = StoredValue::new(None as Down);
    let chosen = move || scene.window.get().place(scene.chosen.get()?.into());
    let end = move |section: fn(Window) -> u64| words::number(section(scene.window.get()));
    let target = move || {
        scene.seen.with(|seen| seen.as_ref().map(|seen| format!("target {}\u{a0}feet", seen.told.target)))
    };
    view! {
        <div class="elevation-plot">
            <span class="elevation-target" aria-hidden="true">{target}</span>
            <div
                class="elevation-area"
                role="application"
                tabindex="0"
                aria-label="The wall by section"
                aria-describedby="elevation-keys"
                on:pointerdown=move |event| {
                    down.set_value(pointer::share_across(&event).map(|share| (share, scene.window.get_untracked())));
                    pointer::capture(&event);
                }
                on:pointermove=move |event| drag(scene, down.get_value(), &event)
                on:pointerup=move |event| {
                    click(scene, down.get_value(), &event);
                    down.set_value(None);
                }
                on:pointercancel=move |_| down.set_value(None)
                on:wheel=move |event| wheel(scene, &event)
                on:keydown=move |event| key(scene, &event)
            >
                <canvas class="elevation-canvas" node_ref=place></canvas>
                <i
                    class="elevation-chosen"
                    hidden=move || chosen().is_none()
                    style:left=move || percent(chosen().unwrap_or_default().0 * 100.0)
                    style:width=move || percent(chosen().unwrap_or_default().1 * 100.0)
                ></i>
            </div>
            <p class="elevation-ends" aria-hidden="true">
                <span>{move || format!("section {}", end(|window| window.first))}</span>
                <span>{move || end(|window| window.last)}</span>
            </p>
            <p class="unseen" id="elevation-keys">
                "Left and right choose a section, Home and End the first and last. Page Up and Page Down move what is seen, plus and minus zoom, 0 shows the whole wall."
            </p>
        </div>
    }
    .into_any()
}

fn paint(place: &<Canvas as ElementType>::Output, seen: &Seen, sheet: Sheet) {
    let colour = |name: &String| hex(name).map(|[red, green, blue]| [red, green, blue, 255]);
    let found: Vec<Colour> = uplot::properties(place, &TONES).iter().filter_map(colour).collect();
    let [stone, ice, mixed, some, target, mark] = found[..] else { return };
    let pixels = |css: f64| index(css.round());
    let size = Size {
        width: pixels(sheet.width * sheet.ratio),
        height: pixels(HEIGHT * sheet.ratio),
        ratio: pixels(sheet.ratio).max(1),
    };
    let picture = picture(seen, size, &Tones { stone, ice, mixed, some, target, mark });
    if let Err(fault) = canvas::paint(place, &picture, u32::try_from(size.width).unwrap_or(0)) {
        log::error!("the elevation could not be painted: {}", told(&fault));
    }
}

/// Moves what is seen along with the pointer that holds it.
fn drag(scene: Scene, down: Down, event: &PointerEvent) {
    let Some(((from, window), share)) = down.zip(pointer::share_across(event)) else { return };
    scene.look(window.moved(from - share, scene.sections_now()));
}

/// Chooses what is pointed at, unless the pointer was dragged.
fn click(scene: Scene, down: Down, event: &PointerEvent) {
    let Some(((from, _), share)) = down.zip(pointer::share_across(event)) else { return };
    if (share - from).abs() * scene.sheet.get_untracked().width < STILL {
        scene.choose(u32::try_from(scene.window.get_untracked().at(share)).ok());
    }
}

fn wheel(scene: Scene, event: &WheelEvent) {
    if let Some(nearer) = pointer::zooms_in(event) {
        event.prevent_default();
        scene.zoom(nearer, pointer::share_across(event));
    }
}

fn key(scene: Scene, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let (window, sections) = (scene.window.get_untracked(), scene.sections.get_untracked());
    let [first, last] = [window.first, window.last].map(|section| u32::try_from(section).unwrap_or(1));
    let chosen = scene.chosen.get_untracked();
    match event.key().as_str() {
        "ArrowRight" => {
            scene.choose(Some(chosen.map_or(first, |section| (section + 1).min(sections))));
        }
        "ArrowLeft" => {
            scene.choose(Some(chosen.map_or(last, |section| section.saturating_sub(1).max(1))));
        }
        "Home" => scene.choose(Some(1)),
        "End" => scene.choose(Some(sections)),
        "PageUp" => scene.pan(-0.5),
        "PageDown" => scene.pan(0.5),
        "+" | "=" => scene.zoom(true, None),
        "-" => scene.zoom(false, None),
        "0" => scene.look(Window::whole(sections.into())),
        "Escape" if chosen.is_some() => scene.choose(None),
        _ => return,
    }
    event.prevent_default();
}
