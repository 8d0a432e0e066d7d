//! Who builds: one crew for each section, or a pool of so many, by slider and by number.

use leptos::prelude::*;

use super::field::{Notes, governed, trouble};
use super::slider::{crews_at, position_of, positions};
use crate::state::{Crews, State};
use crate::words;

const KEY: &str = "num_teams";

/// The crews' fields. Moving the slider or typing a number chooses the pool.
#[component]
pub(super) fn CrewsFields() -> impl IntoView {
    let state = State::get();
    let governed = governed(KEY);
    let trouble = trouble(KEY);
    let fixed = move || governed.with(Option::is_some);
    let mode = Memo::new(move |_| match governed.get() {
        Some(governed) if governed.value.is_empty() => Crews::OneEach,
        Some(_) => Crews::Pool,
        None => state.fields.with(|fields| fields.crews),
    });
    let number = Memo::new(move |_| match governed.get() {
        Some(governed) if !governed.value.is_empty() => governed.value,
        _ => state.fields.with(|fields| fields.pool.clone()),
    });
    let choose = move |crews| state.fields.update(|fields| fields.crews = crews);
    let on_number = move |event| {
        let typed = event_target_value(&event);
        state.fields.update(|fields| {
            fields.pool = typed;
            fields.crews = Crews::Pool;
        });
    };
    let is_blank = move || mode.get() == Crews::Pool && number.with(|number| number.trim().is_empty());
    view! {
        <fieldset class="crews" disabled=fixed>
            <legend>"Crews"</legend>
            <label class="crew-choice">
                <input
                    type="radio"
                    name="crews"
                    prop:checked=move || mode.get() == Crews::OneEach
                    on:change=move |_| choose(Crews::OneEach)
                />
                <span>"One for each section"</span>
            </label>
            <div class="pool" class:unchosen=move || mode.get() == Crews::OneEach>
                <label class="crew-choice">
                    <input
                        type="radio"
                        name="crews"
                        prop:checked=move || mode.get() == Crews::Pool
                        on:change=move |_| choose(Crews::Pool)
                    />
                    <span>"A pool of"</span>
                </label>
                <input
                    id="field-num_teams"
                    class="pool-number"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-label="Crews in the pool"
                    prop:value=number
                    aria-invalid=move || trouble.with(Option::is_some).to_string()
                    aria-describedby="fault-num_teams note-num_teams"
                    on:input=on_number
                />
                <span class="field-unit">"crews"</span>
                <Slider number=number />
            </div>
            <p class="field-note">{move || is_blank().then_some("Empty stands for one crew for each section.")}</p>
        </fieldset>
        <Notes key=KEY governed=governed trouble=trouble />
    }
    .into_any()
}

/// The slider. It reaches to one crew for each unfinished section of the last good result: more
/// change nothing.
#[component]
fn Slider(
    /// The number of crews, as typed.
    number: Memo<String>,
) -> impl IntoView {
    let state = State::get();
    let most = Memo::new(move |_| {
        state.shown.with(|shown| shown.as_ref().map_or(1, |shown| u64::from(shown.summary.unfinished).max(1)))
    });
    // Only where the thumb stands: what a number is, is the core's to say. One it cannot read
    // leaves the thumb where it was.
    let crews = Memo::new(move |before: Option<&u64>| {
        number.with(|number| number.trim().parse().ok()).or(before.copied()).unwrap_or(1)
    });
    let on_input = move |event| {
        let Ok(position) = event_target_value(&event).parse() else { return };
        let crews = crews_at(position, most.get_untracked());
        state.fields.update(|fields| {
            fields.pool = crews.to_string();
            fields.crews = Crews::Pool;
        });
    };
    view! {
        <input
            class="pool-slider"
            type="range"
            aria-label="Crews in the pool, slider"
            aria-valuetext=move || words::counted(crews.get(), "crew", "crews")
            min="1"
            prop:max=move || positions(most.get()).to_string()
            prop:value=move || {
                // Reading the reach here as well: a new one moves the thumb.
                position_of(crews.get(), most.get()).to_string()
            }
            on:input=on_input
        />
    }
    .into_any()
}
