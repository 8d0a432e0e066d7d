//! Two questions: which crew builds a section, and where a crew is on a day.

use icewall_protocol::workshop::{Job, Made, SectionFacts, Stint, ViewJob, ViewMade};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Chosen;
use crate::day::dated;
use crate::desk::Desk;
use crate::words;
use crate::workshop::{Client, Workshops};

/// The questions, each with its answer.
#[component]
pub(super) fn Asked() -> impl IntoView {
    let (desk, Chosen(chosen)) = (Desk::get(), expect_context());
    let views = StoredValue::new_local(Workshops::get().views());
    let [section, crew, day] = [(); 3].map(|()| RwSignal::new(String::new()));
    let [builder, place] = [(); 2].map(|()| RwSignal::new(String::new()));
    // What was answered about another wall is no answer any more.
    Effect::new(move |_| {
        desk.wall.track();
        builder.set(String::new());
        place.set(String::new());
    });
    let ask_builder = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let all = u64::from(desk.summary(|summary| summary.sections));
        let Some(wanted) = small(&section.get_untracked(), all) else {
            return builder.set(format!("The wall has sections 1 to {}.", words::number(all)));
        };
        desk.section.set(Some(wanted));
        let job = ViewJob::Facts { section: wanted, day: desk.day_shown() };
        ask(&views.get_value(), job, move |made| {
            if let ViewMade::Facts(facts) = made {
                chosen.try_update(|chosen| *chosen = facts.crew.or(*chosen));
                builder.try_set(built(desk, &facts));
            }
        });
    };
    let ask_place = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let (all, finish) = desk.summary(|summary| (summary.crews, summary.finish_day));
        let Some(wanted) = small(&crew.get_untracked(), all) else {
            return place.set(format!("There are crews 1 to {}.", words::number(all)));
        };
        let typed = day.get_untracked();
        let on = if typed.trim().is_empty() { Some(desk.day_shown()) } else { number(&typed, finish) };
        let Some(on) = on else {
            return place.set(format!("The wall is built on days 1 to {}.", words::number(finish)));
        };
        chosen.set(Some(wanted));
        desk.look_at(Some(on));
        let job = ViewJob::CrewOn { crew: wanted, day: on };
        ask(&views.get_value(), job, move |made| {
            if let ViewMade::CrewOn(stint) = made {
                place.try_set(stands(desk, wanted, on, stint));
            }
        });
    };
    view! {
        <div class="crews-asked">
            <form class="crews-question" on:submit=ask_builder>
                {field("Which crew builds section", section)}
                <button type="submit">"Ask"</button>
                <p class="crews-answer" role="status">{builder}</p>
            </form>
            <form class="crews-question" on:submit=ask_place>
                {field("Where is crew", crew)}
                {field("on day", day)}
                <button type="submit">"Ask"</button>
                <p class="crews-answer" role="status">{place}</p>
            </form>
        </div>
    }
    .into_any()
}

fn field(word: &'static str, text: RwSignal<String>) -> impl IntoView {
    view! {
        <label class="log-field">
            <span>{word}</span>
            <input
                type="text"
                inputmode="numeric"
                autocomplete="off"
                prop:value=text
                on:input=move |event| text.set(event_target_value(&event))
            />
        </label>
    }
}

/// Asks, and hears the answer.
fn ask(views: &Client, job: ViewJob, heard: impl FnOnce(ViewMade) + 'static) {
    let answer = views.ask(Job::View(job));
    spawn_local(async move {
        if let Ok(answered) = answer.await
            && let Made::View(made) = answered.made
        {
            heard(made);
        }
    });
}

/// A number from 1 to `most` that was typed.
fn number(typed: &str, most: u64) -> Option<u64> {
    typed.trim().replace([',', '\u{a0}', ' '], "").parse().ok().filter(|number| (1..=most).contains(number))
}

fn small(typed: &str, most: u64) -> Option<u32> {
    u32::try_from(number(typed, most)?).ok()
}

fn built(desk: Desk, facts: &SectionFacts) -> String {
    let section = words::number(facts.section.into());
    let profile = words::number(facts.profile.into());
    match facts.crew.zip(facts.days) {
        None => format!("Section {section} of profile {profile} is finished from the start: nobody."),
        Some((crew, (first, last))) => format!(
            "Crew {} builds section {section} of profile {profile} from {} to {}.",
            words::number(crew.into()),
            dated(desk, first),
            dated(desk, last),
        ),
    }
}

fn stands(desk: Desk, crew: u32, day: u64, stint: Option<Stint>) -> String {
    let crew = words::number(crew.into());
    match stint {
        None => format!("On {} crew {crew} is relieved already.", dated(desk, day)),
        Some(stint) => format!(
            "On {} crew {crew} is at section {} of profile {}, from {} to {}.",
            dated(desk, day),
            words::number(stint.section.into()),
            words::number(stint.profile.into()),
            dated(desk, stint.days.0),
            dated(desk, stint.days.1),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_be_grouped_and_must_be_there() {
        assert_eq!(number(" 1,000 ", 2000), Some(1000));
        assert_eq!([number("0", 9), number("10", 9), number("x", 9), number("", 9)], [None; 4]);
    }
}
