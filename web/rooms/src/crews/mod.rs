//! The crews: how many are at work, what each does when, where one is. Not for the figures, which the workshop
//! computes.
//!
//! ```text
//! histogram · roster (virtual rows) ─▶ chosen crew ─▶ its sections
//! asked: which crew built a section, where a crew is on a day
//! ```

mod asked;
mod histogram;
mod roster;
mod sections;
mod strip;

use leptos::prelude::*;

use crate::day::DaySlider;
use crate::desk::Desk;
use crate::words;
use asked::Asked;
use histogram::Histogram;
use roster::Roster;
use sections::CrewSections;

/// The crew that is chosen, from 1.
#[derive(Clone, Copy)]
struct Chosen(RwSignal<Option<u32>>);

/// The room.
#[component]
pub(crate) fn CrewsRoom() -> impl IntoView {
    let desk = Desk::get();
    provide_context(Chosen(RwSignal::new(None)));
    let any = move || desk.summary(|summary| summary.crews) > 0;
    view! {
        <section class="crews" class:stale=move || desk.stale.get() aria-labelledby="crews-title">
            <h1 id="crews-title">"Crews"</h1>
            <p class="crews-told">{move || told(desk)}</p>
            <Show when=any>
                <Histogram />
                <DaySlider />
                <Asked />
                <Roster />
                <CrewSections />
            </Show>
        </section>
    }
    .into_any()
}

/// The room in a sentence.
fn told(desk: Desk) -> String {
    if desk.wall.with(Option::is_none) {
        return "There is no result yet: mend the wall first.".to_owned();
    }
    let (crews, idle) = desk.summary(|summary| (summary.crews, summary.idle_crew_days));
    let busy = desk.summary(|summary| summary.utilisation_permille);
    if crews == 0 {
        return "Every section already stands at its height: no crew is needed.".to_owned();
    }
    let busy = busy.map(|busy| format!(", {} busy", words::percent(busy))).unwrap_or_default();
    format!(
        "{} for {}{busy}: {} of {} idle.",
        words::counted(crews, "crew", "crews"),
        words::days(desk.summary(|summary| summary.finish_day)),
        words::number(idle),
        words::counted(
            desk.summary(|summary| summary.crew_days + summary.idle_crew_days),
            "crew-day",
            "crew-days"
        ),
    )
}
