//! The day of the picture: played, step by step, or by a slider. It is the one day of the page.

use leptos::prelude::*;

use super::play::Play;
use super::scene::Scene;
use crate::browser::{clock, screen};
use crate::words;

/// The controls. Where nothing shall move by itself, nothing is played: days go step by step.
#[component]
pub(super) fn Days() -> impl IntoView {
    let scene = Scene::get();
    let playing = RwSignal::new(None::<Play>);
    // Another wall has other days: they are not played on.
    Effect::new(move |_| {
        scene.desk.wall.track();
        playing.set(None);
    });
    let finish = move || scene.finish();
    // Outside of the view: there a comparison would end the tag.
    let at_first = move || scene.day.get() <= 1;
    let at_last = move || scene.day.get() >= finish();
    let look_at = move |day: Option<u64>| {
        playing.set(None);
        scene.desk.look_at(day);
    };
    let step = move |on: bool| {
        let day = scene.day.get_untracked();
        let day = if on { day + 1 } else { day.saturating_sub(1) };
        look_at(Some(day.clamp(1, untrack(move || scene.finish()).max(1))));
    };
    let toggle =
        move |_| if playing.get_untracked().is_some() { playing.set(None) } else { play(scene, playing) };
    let button = view! {
        <button type="button" class="quiet elevation-play" prop:disabled=move || finish() == 0 on:click=toggle>
            {move || if playing.get().is_some() { "Pause" } else { "Play" }}
        </button>
    };
    view! {
        <div class="elevation-days" role="group" aria-label="Day of the picture">
            {(!screen::is_still()).then_some(button)}
            <button type="button" class="quiet" prop:disabled=at_first on:click=move |_| step(false)>
                "Day before"
            </button>
            <button type="button" class="quiet" prop:disabled=at_last on:click=move |_| step(true)>
                "Next day"
            </button>
            <input
                type="range"
                class="elevation-slider"
                min="1"
                step="1"
                aria-label="Day of the picture"
                aria-valuetext=move || of_finish(scene)
                prop:max=move || finish().max(1).to_string()
                prop:value=move || scene.day.get().max(1).to_string()
                prop:disabled=move || finish() == 0
                on:input=move |event| look_at(event_target_value(&event).parse().ok())
                on:keydown=move |event| if event.key() == "Escape" { look_at(None) }
            />
            <span class="elevation-day">{move || of_finish(scene)}</span>
        </div>
    }
    .into_any()
}

fn of_finish(scene: Scene) -> String {
    format!("Day {} of {}", words::number(scene.day.get()), words::number(scene.finish()))
}

/// Plays from the day that is shown, or from the first where that is the last.
fn play(scene: Scene, playing: RwSignal<Option<Play>>) {
    let Some(micros) = scene.seen.with_untracked(|seen| seen.as_ref().map(|seen| seen.told.worktime_micros))
    else {
        return;
    };
    let (day, finish) = (scene.day.get_untracked(), untrack(move || scene.finish()));
    let from = if day >= finish { 1 } else { day };
    playing.set(Some(Play { from, began: clock::now(), finish, micros }));
    scene.desk.look_at(Some(from));
    go_on(scene, playing, from);
}

/// With each frame, until it is paused, the last day is reached, or somebody else looks at another day.
fn go_on(scene: Scene, playing: RwSignal<Option<Play>>, last: u64) {
    request_animation_frame(move || {
        let Some(play) = playing.try_get_untracked().flatten() else { return };
        if scene.desk.day.try_get_untracked().flatten() != Some(last) {
            playing.try_set(None);
            return;
        }
        let day = play.day_at(clock::now());
        scene.desk.look_at(Some(day));
        if day >= play.finish {
            playing.try_set(None);
        } else {
            go_on(scene, playing, day);
        }
    });
}
