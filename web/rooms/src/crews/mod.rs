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

use icewall_protocol::desk::Figure;
use leptos::prelude::*;

use crate::day::DaySlider;
use crate::desk::Desk;
use crate::why::{Question, WhyButton};
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
            <Show when=any fallback=move || view! { <p class="crews-told">{move || nobody(desk)}</p> }><Told /></Show>
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

/// Why there is no crew.
fn nobody(desk: Desk) -> &'static str {
    if desk.wall.with(Option::is_none) {
        "There is no result yet: mend the wall first."
    } else {
        "Every section already stands at its height: no crew is needed."
    }
}

/// The room in a sentence, each figure of which can be asked how it comes about.
#[component]
fn Told() -> impl IntoView {
    let desk = Desk::get();
    let figure = move |figure: Figure, value: fn(Desk) -> String| {
        let question = Signal::derive(move || Some(Question::Figure(figure)));
        view! { <WhyButton question value=Signal::derive(move || value(desk)) /> }
    };
    let busy = move || desk.summary(|summary| summary.utilisation_permille);
    view! {
        <p class="crews-told">
            {figure(Figure::Crews, |desk| words::counted(desk.summary(|summary| summary.crews), "crew", "crews"))}
            " for "
            {figure(Figure::Finish, |desk| words::days(desk.summary(|summary| summary.finish_day)))}
            {move || busy().is_some().then(|| view! { ", " {figure(Figure::Busy, share)} })}
            " and " <span class="crews-last">{figure(Figure::Idle, idle)} "."</span>
        </p>
    }
    .into_any()
}

fn share(desk: Desk) -> String {
    let busy = desk.summary(|summary| summary.utilisation_permille);
    busy.map(|busy| format!("{} busy", words::percent(busy))).unwrap_or_default()
}

fn idle(desk: Desk) -> String {
    let (worked, idle) = desk.summary(|summary| (summary.crew_days, summary.idle_crew_days));
    format!("{} of {} idle", words::number(idle), words::counted(worked + idle, "crew-day", "crew-days"))
}
