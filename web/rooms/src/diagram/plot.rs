//! The canvas, its axes and labels, and what pointer and keys do on it. Not for the pixels.

use icewall_ui::colour::hex;
use icewall_ui::number::{count, real};
use icewall_ui::window::Window;
use leptos::ev::{KeyboardEvent, PointerEvent, WheelEvent};
use leptos::html::{Canvas, ElementType};
use leptos::prelude::*;

use super::drawn::{Colour, Drawn};
use super::scene::{HEIGHT, Scene};
use crate::browser::css::percent;
use crate::browser::{canvas, pointer, told, uplot};
use crate::day::date;
use crate::words;

/// The custom properties of the colours, in turn.
const COLOURS: [&str; 8] = ["--p1", "--p2", "--p3", "--p4", "--p5", "--p6", "--p7", "--p8"];
/// A pointer that moved less than this share of the picture was not dragged.
const STILL: f64 = 0.004;
/// CSS pixels that a number needs: across, down.
const ROOM: (f64, f64) = (26.0, 15.0);
/// Labels at the most: more would be read by nobody.
const LABELS: usize = 1500;

/// Where a pointer went down: the shares of the way across and down, and what was seen then.
type Down = Option<((f64, f64), (Window, Window))>;

/// The picture.
#[component]
pub(super) fn Plot() -> impl IntoView {
    let scene = Scene::get();
    let place = NodeRef::<Canvas>::new();
    Effect::new(move |_| {
        scene.sheet.track();
        if let (Some(place), Some(drawn)) = (place.get(), scene.drawn.get()) {
            paint(&place, &drawn);
        }
    });
    let down = StoredValue::new(None as Down);
    let chosen = Memo::new(move |_| scene.sections.get().place(scene.desk.section.get()?.into()));
    let day = Memo::new(move |_| scene.days.get().place(scene.desk.day_shown()));
    let across = move || if scene.days_across.get() { day.get() } else { chosen.get() };
    let along = move || if scene.days_across.get() { chosen.get() } else { day.get() };
    let start = move |place: Option<(f64, f64)>| percent(place.unwrap_or_default().0 * 100.0);
    let span = move |place: Option<(f64, f64)>| percent(place.unwrap_or_default().1 * 100.0);
    let of_sections =
        move |at: fn(Window) -> u64| format!("section {}", words::number(at(scene.sections.get())));
    let of_days = move |at: fn(Window) -> u64| {
        let day = at(scene.days.get());
        let date = date(scene.desk, day).map(|date| format!(", {date}")).unwrap_or_default();
        format!("day {}{date}", words::number(day))
    };
    let on_top =
        move |at: fn(Window) -> u64| if scene.days_across.get() { of_days(at) } else { of_sections(at) };
    let on_side =
        move |at: fn(Window) -> u64| if scene.days_across.get() { of_sections(at) } else { of_days(at) };
    view! {
        <div class="diagram-plot">
            <p class="diagram-ends" aria-hidden="true">
                <span>{move || on_top(|window| window.first)}</span>
                <span>{move || on_top(|window| window.last)}</span>
            </p>
            <p class="diagram-side" aria-hidden="true">{move || on_side(|window| window.first)}</p>
            <div
                class="diagram-area"
                role="application"
                tabindex="0"
                aria-label="Sections and days"
                aria-describedby="diagram-keys"
                on:pointerdown=move |event| {
                    down.set_value(pointer::shares(&event).map(|shares| (shares, scene.seen_now())));
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
                <canvas class="diagram-canvas" node_ref=place></canvas>
                <div class="diagram-labels" aria-hidden="true">{move || labels(scene)}</div>
                <i
                    class="diagram-line upright"
                    hidden=move || across().is_none()
                    style:left=move || start(across())
                    style:width=move || span(across())
                ></i>
                <i
                    class="diagram-line level"
                    hidden=move || along().is_none()
                    style:top=move || start(along())
                    style:height=move || span(along())
                ></i>
            </div>
            <p class="diagram-side" aria-hidden="true">{move || on_side(|window| window.last)}</p>
            <p class="unseen" id="diagram-keys">
                "Arrow keys choose a section and a day. Page Up and Page Down move the days, Home and End choose the first and last section. Plus and minus zoom, 0 shows everything, Escape lets go."
            </p>
        </div>
    }
    .into_any()
}

fn paint(place: &<Canvas as ElementType>::Output, drawn: &Drawn) {
    let colour = |name: &String| hex(name).map(|[red, green, blue]| [red, green, blue, 255]);
    let colours: Vec<Colour> = uplot::properties(place, &COLOURS).iter().filter_map(colour).collect();
    if let Err(fault) = canvas::paint(place, &drawn.pixels(&colours), drawn.told.width) {
        log::error!("the diagram could not be painted: {}", told(&fault));
    }
}

/// Numbers of crews (or profiles) where each cell has room for one.
fn labels(scene: Scene) -> Option<impl IntoView + use<>> {
    let (drawn, width) = (scene.drawn.get()?, scene.sheet.get().width);
    let (columns, rows) = (real(drawn.told.width.into()), real(drawn.told.height.into()));
    let roomy =
        drawn.in_a_pixel() == (1, 1) && width / columns >= ROOM.0 && real(HEIGHT.into()) / rows >= ROOM.1;
    let labels = if roomy { drawn.labels() } else { Vec::new() };
    let of = |part: usize, whole: f64| percent(count(part) / whole * 100.0);
    let label = |label: super::drawn::Label| {
        view! {
            <span
                style:left=of(label.column, columns)
                style:top=of(label.row, rows)
                style:width=percent(100.0 / columns)
                style:height=percent(100.0 / rows)
            >
                {label.number}
            </span>
        }
    };
    Some(labels.into_iter().take(LABELS).map(label).collect_view())
}

/// Moves what is seen along with the pointer that holds it.
fn drag(scene: Scene, down: Down, event: &PointerEvent) {
    let Some((from, (sections, days))) = down else { return };
    let Some(to) = pointer::shares(event) else { return };
    let (all_sections, all_days) = scene.all_now();
    let (by_sections, by_days) = scene.turned((from.0 - to.0, from.1 - to.1));
    scene.look(sections.moved(by_sections, all_sections), days.moved(by_days, all_days));
}

/// Chooses what is pointed at, unless the pointer was dragged.
fn click(scene: Scene, down: Down, event: &PointerEvent) {
    let Some((from, _)) = down else { return };
    let Some(to) = pointer::shares(event) else { return };
    if (from.0 - to.0).abs() < STILL && (from.1 - to.1).abs() < STILL {
        let ((section, day), (sections, days)) = (scene.turned(to), scene.seen_now());
        scene.choose(sections.at(section), days.at(day));
    }
}

fn wheel(scene: Scene, event: &WheelEvent) {
    if let Some(nearer) = pointer::zooms_in(event) {
        event.prevent_default();
        scene.zoom(nearer, pointer::shares(event).map(|shares| scene.turned(shares)));
    }
}

fn key(scene: Scene, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let (sections, days) = scene.seen_now();
    let section = scene.desk.section.get_untracked().map(u64::from);
    let day = untrack(move || scene.desk.day_shown());
    // From what was not chosen yet the first key chooses the middle of what is seen.
    let by = |sections_by: i64, days_by: i64| match section {
        None => scene.choose(
            sections.at(0.5),
            if scene.desk.day.get_untracked().is_some() { day } else { days.at(0.5) },
        ),
        Some(section) => {
            scene.choose(section.saturating_add_signed(sections_by), day.saturating_add_signed(days_by));
        }
    };
    let turned = |across: i64, down: i64| {
        if scene.days_across.get_untracked() { by(down, across) } else { by(across, down) }
    };
    match event.key().as_str() {
        "ArrowRight" => turned(1, 0),
        "ArrowLeft" => turned(-1, 0),
        "ArrowDown" => turned(0, 1),
        "ArrowUp" => turned(0, -1),
        "Home" => scene.choose(1, day),
        "End" => scene.choose(scene.all_now().0, day),
        "PageUp" => scene.pan(0.0, -0.5),
        "PageDown" => scene.pan(0.0, 0.5),
        "+" | "=" => scene.zoom(true, None),
        "-" => scene.zoom(false, None),
        "0" => scene.look_at_all(),
        "Escape" => scene.let_go(),
        _ => return,
    }
    event.prevent_default();
}
