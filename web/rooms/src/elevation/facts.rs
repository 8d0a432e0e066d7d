//! The section that is chosen, in words. Not for the figures, which the workshop tells.

use icewall_protocol::workshop::{Job, Made, SectionFacts, ViewJob, ViewMade};
use icewall_ui::said::debounced;
use leptos::prelude::*;

use crate::desk::Desk;
use crate::why::{Question, WhyButton};
use crate::words;
use crate::workshop::{Workshops, newest};

/// What is known of the chosen section, on the day that is shown.
#[component]
pub(crate) fn SectionWords(
    /// Whether it is in sight: else nothing is asked.
    #[prop(into)]
    in_sight: Signal<bool>,
) -> impl IntoView {
    let desk = Desk::get();
    let chosen = Memo::new(move |_| {
        desk.section.get().filter(|section| *section <= desk.summary(|summary| summary.sections))
    });
    let facts = RwSignal::new(None::<SectionFacts>);
    let job = move || {
        desk.wall.track();
        let (section, day) = (chosen.get()?, desk.day_shown());
        in_sight.get().then_some(Job::View(ViewJob::Facts { section, day }))
    };
    newest(Workshops::get().views(), job, move |answered| {
        facts.try_set(match answered.made {
            Made::View(ViewMade::Facts(told)) => Some(told),
            _ => None,
        });
    });
    let words = Memo::new(move |_| {
        let chosen = chosen.get()?;
        facts.with(|facts| facts.as_ref().filter(|facts| facts.section == chosen).map(sentence))
    });
    let question = move || facts.get().map(Question::Section);
    let said = debounced(move || words.get().unwrap_or_default());
    view! {
        <p class="elevation-facts">
            {move || words.get().unwrap_or_else(|| "Click a section, or choose one by the arrow keys.".to_owned())}
            <Show when=move || words.with(Option::is_some)>
                " " <WhyButton question=Signal::derive(question) value="Why?" label="Why the section has these figures" />
            </Show>
        </p>
        <p class="unseen" role="status">{said}</p>
    }
    .into_any()
}

fn sentence(facts: &SectionFacts) -> String {
    let place = format!(
        "Section {}, number {} of profile {}: {} at the start",
        words::number(facts.section.into()),
        words::number(facts.position.into()),
        words::number(facts.profile.into()),
        feet(facts.start),
    );
    let Some((crew, (first, last))) = facts.crew.zip(facts.days) else {
        return format!("{place}, finished from the start.");
    };
    let days = if first == last {
        format!("on day {}", words::number(first))
    } else {
        format!("from day {} to day {}", words::number(first), words::number(last))
    };
    format!(
        "{place}, {} on day {}. Crew {} builds {} {days}: {} of ice, {}.",
        feet(facts.height),
        words::number(facts.day),
        words::number(crew.into()),
        feet(facts.feet),
        words::ice(facts.ice),
        words::gold_short(facts.cost),
    )
}

fn feet(count: u64) -> String {
    words::counted(count, "foot", "feet")
}
