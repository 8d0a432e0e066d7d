//! The chart of the finish day against the number of crews, and the number that is looked at. Its table is
//! a part of its own.

use std::sync::Arc;

use icewall_protocol::workshop::{PlanStep, Staircase};
use icewall_ui::number::real;
use leptos::prelude::*;

use crate::browser::css::percent;
use crate::desk::{Desk, set};
use crate::words;

/// The chart's own scale: so many parts across and down.
const PARTS: u64 = 1000;

/// The chart. Pointing at it or moving the slider looks at a number of crews; a click takes it over.
#[component]
pub(super) fn Stairs(
    /// The steps.
    stairs: RwSignal<Option<Arc<Staircase>>>,
) -> impl IntoView {
    let desk = Desk::get();
    let chosen = RwSignal::new(None::<usize>);
    let all = move || stairs.get().unwrap_or_default();
    let now = move || desk.summary(|summary| summary.crews);
    // What is looked at: what was chosen, else the crews in force.
    let at = Memo::new(move |_| {
        let (all, now) = (all(), now());
        let steps = &all.steps;
        let last = steps.len().saturating_sub(1);
        let in_force = steps.partition_point(|step| u64::from(step.crews) < now).min(last);
        chosen.get().unwrap_or(in_force).min(last)
    });
    let step = Memo::new(move |_| all().steps.get(at.get()).copied());
    let most = move || all().steps.last().map_or(1, |step| u64::from(step.crews));
    let longest = move || all().steps.first().map_or(1, |step| step.finish.max(1));
    let adopt = move || {
        if let Some(step) = step.get_untracked() {
            set("num_teams", &step.crews.to_string());
        }
    };
    let point = move |event: &leptos::ev::PointerEvent| {
        let share = crate::browser::pointer::share_across(event)?;
        let all = stairs.get_untracked()?;
        let steps = &all.steps;
        let crews = share * real(most());
        Some(
            steps
                .partition_point(|step| real(u64::from(step.crews)) < crews)
                .min(steps.len().saturating_sub(1)),
        )
    };
    let across = move |crews: u64| percent(real(crews) / real(most()) * 100.0);
    view! {
        <figure class="chart plan-stairs" aria-labelledby="stairs-title">
            <figcaption><h2 id="stairs-title">"Finish day" <span class="unit">" by number of crews"</span></h2></figcaption>
            <div class="plan-plot">
                <span class="plan-top" aria-hidden="true">{move || format!("day {}", words::number(longest()))}</span>
                <div
                    class="plan-room"
                    on:pointermove=move |event| if let Some(at) = point(&event) { chosen.set(Some(at)) }
                    on:click=move |_| adopt()
                >
                    <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                        <path class="plan-bound" d=move || path(&all().steps, most(), longest(), |step| step.lower_bound) />
                        <path class="plan-line" d=move || path(&all().steps, most(), longest(), |step| step.finish) />
                    </svg>
                    <span class="plan-mark now" style:left=move || across(now().min(most()))></span>
                    <span class="plan-mark" style:left=move || across(step.get().map_or(0, |step| u64::from(step.crews)))></span>
                </div>
                <span class="plan-ends" aria-hidden="true"><span>"0"</span><span>{move || words::counted(most(), "crew", "crews")}</span></span>
            </div>
            <p class="legend"><span class="plan-key line"></span>"finish day"<span class="plan-key bound"></span>"lower bound"<span class="plan-key now"></span>"crews in force"</p>
            <input
                class="plan-slider"
                type="range"
                min="0"
                aria-label="Number of crews to look at"
                aria-valuetext=move || step.get().map(|step| told(&step)).unwrap_or_default()
                prop:max=move || all().steps.len().saturating_sub(1).to_string()
                prop:value=move || at.get().to_string()
                on:input=move |event| chosen.set(event_target_value(&event).parse().ok())
            />
            <p class="plan-step">
                <span>{move || step.get().map(|step| told(&step))}</span>
                <button type="button" prop:disabled=move || step.get().is_none_or(|step| u64::from(step.crews) == now()) on:click=move |_| adopt()>
                    {move || step.get().map(|step| format!("Use {}", words::counted(step.crews.into(), "crew", "crews")))}
                </button>
            </p>
        </figure>
    }
    .into_any()
}

/// Everything about a number of crews, in a line.
fn told(step: &PlanStep) -> String {
    let busy = step.utilisation_permille.map(|permille| format!(", {} busy", words::percent(permille)));
    let wages =
        step.wages.filter(|wages| *wages > 0).map(|wages| format!(", wages {}", words::gold_short(wages)));
    format!(
        "{}: finished on day {} (not before day {} with so many), peak {} a day, {} idle{}{}",
        words::counted(step.crews.into(), "crew", "crews"),
        words::number(step.finish),
        words::number(step.lower_bound),
        words::ice(step.peak),
        words::counted(step.idle, "crew-day", "crew-days"),
        busy.unwrap_or_default(),
        wages.unwrap_or_default(),
    )
}

/// Steps as steps: each number of crews holds until the next.
fn path(steps: &[PlanStep], most: u64, longest: u64, of: fn(&PlanStep) -> u64) -> String {
    let mut path = String::new();
    for step in steps {
        let x = u64::from(step.crews) * PARTS / most.max(1);
        let y = PARTS - of(step).min(longest) * PARTS / longest.max(1);
        let word = if path.is_empty() { format!("M{x} {y}") } else { format!("H{x}V{y}") };
        path.push_str(&word);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_drawn_as_steps_from_zero() {
        let step = |crews, finish| PlanStep {
            crews,
            finish,
            lower_bound: 1,
            idle: 0,
            utilisation_permille: None,
            peak: 0,
            wages: None,
        };
        assert_eq!(path(&[step(1, 10), step(2, 5)], 2, 10, |step| step.finish), "M500 0H1000V500");
    }
}
