//! The room in which two plans are compared: A, which is kept, and B, the wall that is shown and goes on changing.
//! Not for their figures, which a workshop for each computes.
//!
//! ```text
//! wall that is shown ─▶ B ─▶ workshop ─┐
//! kept in the browser ─▶ A ─▶ workshop ─┴▶ sides ─▶ figures · overlay · days
//! ```

mod beside;
mod change;
mod chart;
mod days;
mod figures;
mod link;
pub(crate) mod overlay;
mod plan;
mod sides;
mod store;

use leptos::prelude::*;

use crate::desk::Desk;
use crate::export::{Chart, Part, TakePart};
use crate::workshop::Workshops;
pub(crate) use beside::Beside;
use chart::Overlay;
use days::{DaysOfBoth, LookedAt};
use figures::{Differences, FiguresTable};
use link::{BothFiles, ShareBoth};
pub(crate) use overlay::Measure;
pub(crate) use sides::Curves;
use sides::Sides;

/// The room.
#[component]
pub(crate) fn CompareRoom() -> impl IntoView {
    let (desk, workshops, beside) = (Desk::get(), Workshops::get(), Beside::get());
    beside.wake(workshops);
    let is_there = Memo::new(move |_| beside.is_there());
    let nothing = move || desk.wall.with(Option::is_none);
    view! {
        <section class="compare" aria-labelledby="compare-title">
            <h1 id="compare-title">"Two plans side by side"</h1>
            <p class="muted compare-what">
                "A is kept as it was. B is the wall that is shown: change it, its crews or any parameter "
                <a href="#/wall">"on its page"</a> ", and the figures here follow."
            </p>
            <p hidden=move || !desk.stale.get() role="status">"The wall has a fault now: B is its last good result."</p>
            <Show when=move || beside.is_linked.get() && is_there.get()>
                <p class="compare-linked">
                    "Both plans came with a link. What is yours is untouched, and these are not saved. "
                    <button type="button" on:click=move |_| beside.keep_linked()>"Keep both as mine"</button>
                </p>
            </Show>
            <div class="compare-do">
                <button type="button" class:primary=move || !is_there.get() prop:disabled=nothing on:click=move |_| beside.keep()>
                    {move || if is_there.get() { "Keep B as A" } else { "Keep the wall that is shown as A" }}
                </button>
                <Show when=move || is_there.get()><Deeds /></Show>
            </div>
            <p class="compare-said" role="status">{move || beside.said.get()}</p>
            <Show when=move || beside.is_large.get() && is_there.get()><BothFiles /></Show>
            <Show when=move || is_there.get()><BothPlans /></Show>
        </section>
    }
    .into_any()
}

/// What can be done with two plans.
#[component]
fn Deeds() -> impl IntoView {
    let (workshops, beside) = (Workshops::get(), Beside::get());
    view! {
        <button type="button" on:click=move |_| beside.swap()>"Swap A and B"</button>
        <button type="button" on:click=move |_| beside.take_back()>"Take A back"</button>
        <ShareBoth />
        <button type="button" class="quiet" on:click=move |_| beside.drop_plan(workshops)>"Drop A"</button>
    }
    .into_any()
}

/// How the two stand to one another.
#[component]
fn BothPlans() -> impl IntoView {
    let sides = Sides::start();
    let daily = RwSignal::new(Measure::Ice);
    let option = move |measure: Measure, word: &'static str| {
        view! {
            <label class="choice">
                <input
                    type="radio"
                    name="compare-measure"
                    prop:checked=move || daily.get() == measure
                    on:change=move |_| daily.set(measure)
                />
                <span>{word}</span>
            </label>
        }
    };
    let (title, unit) = Measure::Until.title();
    let desk = Desk::get();
    let part = Signal::derive(move || Part::shown(desk));
    view! {
        <Differences sides />
        <FiguresTable sides />
        <figure class="chart" aria-labelledby="compare-daily">
            <figcaption class="chart-head">
                <h2 id="compare-daily">
                    {move || daily.get().title().0} <span class="unit">", " {move || daily.get().title().1}</span>
                </h2>
                <fieldset class="choices">
                    <legend class="unseen">"What a day takes"</legend>
                    {option(Measure::Ice, "Ice")}
                    {option(Measure::Cost, "Cost")}
                </fieldset>
                <TakePart chart=Signal::derive(move || Chart::Both(daily.get())) label="Save the chart of what a day takes" part />
            </figcaption>
            <Legend />
            <Overlay sides measure=daily />
        </figure>
        <figure class="chart" aria-labelledby="compare-until">
            <figcaption class="chart-head">
                <h2 id="compare-until">{title} <span class="unit">", " {unit}</span></h2>
                <TakePart chart=Chart::Both(Measure::Until) label="Save the chart of the cost until the day" part />
            </figcaption>
            <Overlay sides measure=Signal::stored(Measure::Until) />
        </figure>
        <LookedAt sides />
        <DaysOfBoth sides />
    }
    .into_any()
}

/// What the lines mean.
#[component]
fn Legend() -> impl IntoView {
    view! {
        <p class="legend" aria-hidden="true">
            <span class="legend-item"><i class="compare-key a"></i> "A, dashed"</span>
            <span class="legend-item"><i class="compare-key b"></i> "B, solid and filled"</span>
        </p>
    }
    .into_any()
}
