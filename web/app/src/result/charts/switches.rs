//! The choices at the daily chart's head: ice or cost, and how the profiles are told apart. Not
//! for what follows from them.

use icewall_protocol::View;
use leptos::prelude::*;

use crate::result::pane::{Measure, Pane};
use crate::state::State;
use crate::words;

/// Ice or cost.
#[component]
pub(crate) fn MeasureSwitch() -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let only_ice = move || by_profile(shown_view(state));
    let option = move |measure: Measure, word: &'static str| {
        let disabled = move || measure == Measure::Cost && only_ice();
        view! {
            <label class="choice" class:disabled=disabled>
                <input
                    type="radio"
                    name="measure"
                    prop:checked=move || measure_in_force(state, pane) == measure
                    prop:disabled=disabled
                    on:change=move |_| pane.measure.set(measure)
                />
                <span>{word}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choices" aria-describedby="view-reason">
            <legend class="unseen">"What a day takes"</legend>
            {option(Measure::Ice, "Ice")}
            {option(Measure::Cost, "Cost")}
        </fieldset>
    }
    .into_any()
}

/// How the profiles are told apart.
#[component]
pub(crate) fn ViewSwitch() -> impl IntoView {
    let state = State::get();
    let option = move |view: View| {
        let disabled = move || !view.can_show(profiles(state));
        view! {
            <label class="choice" class:disabled=disabled title=move || disabled().then(|| limit(view))>
                <input
                    type="radio"
                    name="view"
                    prop:checked=move || shown_view(state) == view
                    prop:disabled=disabled
                    on:change=move |_| state.view.set(Some(view))
                />
                <span>{name(view)}</span>
            </label>
        }
    };
    view! {
        <fieldset class="choices" aria-describedby="view-reason">
            <legend class="unseen">"By profile"</legend>
            {View::ALL.map(option).collect_view()}
        </fieldset>
    }
    .into_any()
}

/// Why a choice cannot be made; empty where every one can.
pub(crate) fn reasons(state: State) -> String {
    let too_many = View::ALL.into_iter().filter(|view| !view.can_show(profiles(state))).map(limit);
    let cost = by_profile(shown_view(state)).then(|| "by profile, the cost goes with the ice".to_owned());
    let all: Vec<String> = too_many.chain(cost).collect();
    if all.is_empty() {
        return String::new();
    }
    let count = words::counted(profiles(state).into(), "profile", "profiles");
    format!("This wall has {count}: {}.", all.join("; "))
}

/// The view that is shown: the result's own, which is the chosen one where it can be.
pub(crate) fn shown_view(state: State) -> View {
    state.shown.with(|shown| shown.as_ref().map_or(View::Wall, |shown| shown.charts.view))
}

/// What the daily chart shows: cost only where the engine tells it.
pub(crate) fn measure_in_force(state: State, pane: Pane) -> Measure {
    if by_profile(shown_view(state)) { Measure::Ice } else { pane.measure.get() }
}

/// Whether a view draws each profile by its ice.
fn by_profile(view: View) -> bool {
    matches!(view, View::Multiples | View::Heat)
}

fn profiles(state: State) -> u32 {
    state.shown.with(|shown| shown.as_ref().map_or(1, |shown| shown.summary.profiles))
}

fn name(view: View) -> &'static str {
    match view {
        View::Wall => "Wall",
        View::Stacked => "Stacked",
        View::Multiples => "Small multiples",
        View::Heat => "Heat map",
    }
}

/// How many profiles a view can show, in words.
fn limit(view: View) -> String {
    match view {
        View::Stacked => format!("stacked shows up to {}", View::STACKED_MOST),
        View::Multiples => format!("small multiples up to {}", View::MULTIPLES_MOST),
        View::Wall | View::Heat => "every wall".to_owned(),
    }
}
