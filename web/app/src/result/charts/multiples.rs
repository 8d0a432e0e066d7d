//! One small chart a profile, all to one scale, with one crosshair. Not for a single chart.

use std::sync::Arc;

use icewall_protocol::ProfileRow;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::day_axis::DayAxis;
use super::day_keys::press;
use super::small::Small;
use crate::browser::css::percent;
use crate::result::pane::Pane;
use crate::result::{day_words, days};
use crate::state::{EngineStatus, State};
use crate::words;

/// The small charts, and a line that tells what is pointed at.
#[component]
pub(crate) fn Multiples() -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let figures = day_words::figures(state, pane);
    let pointed = RwSignal::new(None::<usize>);
    let totals = totals(state);
    let count = Memo::new(move |_| {
        state.shown.with(|shown| shown.as_ref().map_or(0, |shown| shown.charts.rows.len()))
    });
    let share = move || {
        let (day, axis) = (pane.day.get()?, DayAxis { width: 100.0, ..pane.axis.get() });
        axis.has(day).then(|| axis.middle(day))
    };
    let told = move || {
        let day = figures.get().map(|figures| day_words::title(&figures.wall));
        let Some(profile) = pointed.get() else {
            return day.map_or_else(
                || "Point at a chart: its profile is told here.".to_owned(),
                |day| {
                    format!(
                        "{day}: {}",
                        figures.get().map(|figures| words::ice(figures.wall.ice)).unwrap_or_default()
                    )
                },
            );
        };
        let on_day =
            figures.get().and_then(|figures| figures.profiles.get(profile).map(|day| words::ice(day.ice)));
        let in_all = totals.with(|totals| totals.get(profile).map(|row| words::ice(row.ice)));
        let day = day.zip(on_day).map(|(day, ice)| format!(" · {day}: {ice}")).unwrap_or_default();
        let in_all = in_all.map(|ice| format!(" · {ice} in all")).unwrap_or_default();
        format!("Profile {}{day}{in_all}", profile + 1)
    };
    view! {
        <p class="small-told" aria-hidden="true">{told}</p>
        <div
            class="multiples"
            role="slider"
            tabindex="0"
            aria-label="Day of the small charts of ice a day, one a profile"
            aria-valuemin="1"
            aria-valuemax=move || pane.axis.get().finish.max(1).to_string()
            aria-valuenow=move || pane.day.get().unwrap_or(1).to_string()
            aria-valuetext=move || day_words::value_text(pane, figures)
            class:pointed=move || share().is_some()
            style:--day=move || percent(share().unwrap_or(0.0))
            style:--side-by-side=move || pane.frame().small().0.to_string()
            on:pointerleave=move |_| {
                pointed.try_set(None);
                pane.leave();
            }
            on:keydown=move |event| {
                let (day, finish) = (pane.day.get_untracked(), pane.axis.get_untracked().finish);
                if event.ctrl_key() || event.alt_key() || event.meta_key() {
                    return;
                }
                if days::pressed(state, pane, &event.key()) {
                    event.prevent_default();
                } else if let Some(moved) = press(&event.key(), day, finish) {
                    event.prevent_default();
                    pane.pin_spoken(moved);
                }
            }
        >
            {move || (0..count.get()).map(|profile| view! { <Small profile pointed /> }).collect_view()}
        </div>
    }
    .into_any()
}

/// The rows of the table of profiles that the small charts show, for their totals.
fn totals(state: State) -> RwSignal<Arc<Vec<ProfileRow>>> {
    let totals = RwSignal::new(Arc::new(Vec::new()));
    Effect::new(move |_| {
        let up = matches!(state.engine.get(), EngineStatus::Up(_));
        let (true, Some(shown)) = (up, state.shown.get()) else { return };
        let count = u32::try_from(shown.charts.rows.len()).unwrap_or(u32::MAX);
        spawn_local(async move {
            // Where the engine was lost, its restart asks once more.
            let rows = state.ask_profiles(1, count).await.unwrap_or_default();
            let fresh =
                state.shown.try_get_untracked().flatten().is_some_and(|now| now.number == shown.number);
            if fresh && !rows.is_empty() {
                totals.try_set(Arc::new(rows));
            }
        });
    });
    totals
}
