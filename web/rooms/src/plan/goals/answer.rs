//! What came of the goals, in words: the plan and what binds it, or what would be possible.

use icewall_protocol::workshop::{Best, Binding, Goal, GoalPlan, GoalsMade, Unmet};
use leptos::prelude::*;

use super::super::look::facts;
use crate::desk::{Desk, set};
use crate::why::{Question, WhyButton};
use crate::words;

/// The answer.
#[component]
pub(super) fn GoalsAnswer(made: RwSignal<Option<GoalsMade>>) -> impl IntoView {
    let answer = move || match made.get() {
        Some(GoalsMade::Possible(best)) => view! { <Possible best=*best /> }.into_any(),
        Some(GoalsMade::Impossible(unmet)) => view! { <Impossible unmet /> }.into_any(),
        Some(GoalsMade::Wrong(_)) | None => ().into_any(),
    };
    view! { <div class="goals-answer" aria-live="polite">{answer}</div> }.into_any()
}

/// The plan that meets all goals, and why there is none better.
#[component]
fn Possible(best: Best) -> impl IntoView {
    let Best { plan, binding } = best;
    let date = plan.finish_date.as_deref().map(|date| format!(" ({})", words::date(date)));
    let headline = format!(
        "{} until day {}{}",
        crews(&plan),
        words::number(plan.step.finish),
        date.unwrap_or_default(),
    );
    let until =
        plan.cost_until.map(|cost| format!(" Until the day of the budget it costs {}.", words::gold(cost)));
    view! {
        <p class="goals-found">{headline} " " <Use plan=plan.clone() /></p>
        <p>{why(&plan, &binding)}</p>
        <p class="muted">
            "It comes to: " {facts(&plan.step)} "." {until} " "
            <WhyButton question=Signal::stored(Some(Question::Plan(plan.step))) value="Why?" label="Why the plan has these figures" />
        </p>
    }
    .into_any()
}

/// What would be possible instead, goal by goal.
#[component]
fn Impossible(unmet: Vec<Unmet>) -> impl IntoView {
    let several = unmet.len() > 1;
    let lead = if several {
        "No number of crews meets all of these. What would be possible:"
    } else {
        "No number of crews meets this. What would be possible:"
    };
    let item = move |unmet: Unmet| {
        let Unmet { goal, alone, instead } = unmet;
        let alone = alone.filter(|alone| {
            !several || Some(alone.step.crews) != instead.as_ref().map(|plan| plan.step.crews)
        });
        let with_others = instead.map(|plan| {
            let given = if several { " with the others met" } else { "" };
            view! { <span>{figure(goal, &plan)} {given} " " <Use plan /></span> }
        });
        let by_itself = alone.filter(|_| several || with_others.is_none()).map(|plan| {
            let given = if with_others.is_some() {
                " at best, whatever the others"
            } else {
                " at best; the others cannot be met even then"
            };
            view! { <span>{figure(goal, &plan)} {given} " " <Use plan /></span> }
        });
        view! { <li><b>{name(goal)}</b> {with_others} {by_itself}</li> }
    };
    view! {
        <p class="goals-found">{lead}</p>
        <ul>{unmet.into_iter().map(item).collect_view()}</ul>
    }
    .into_any()
}

/// A button that takes the crews of a plan over.
#[component]
fn Use(plan: GoalPlan) -> impl IntoView {
    let desk = Desk::get();
    let number = plan.step.crews;
    let is_in_force = move || desk.summary(|summary| summary.crews) == u64::from(number);
    view! {
        <button type="button" prop:disabled=is_in_force on:click=move |_| set("num_teams", &number.to_string())>
            {format!("Use {}", crews(&plan))}
        </button>
    }
}

fn crews(plan: &GoalPlan) -> String {
    words::counted(plan.step.crews.into(), "crew", "crews")
}

/// Why no plan is better.
fn why(plan: &GoalPlan, binding: &Binding) -> String {
    match binding {
        Binding::OneCrew => "There are no fewer crews than one.".to_owned(),
        Binding::LongestSection => {
            "No number of crews finishes earlier: the longest section takes as long.".to_owned()
        }
        Binding::Goals { instead, broken } => {
            let broken: Vec<String> = broken.iter().map(|goal| breaks(*goal, instead)).collect();
            let would = if instead.step.crews < plan.step.crews {
                format!("{} would", crews(instead))
            } else {
                let day = words::number(instead.step.finish);
                format!("To be finished earlier it takes {} (day {day}), which would", crews(instead))
            };
            format!("{would} {}.", broken.join(" and "))
        }
    }
}

/// How a plan breaks a goal.
fn breaks(goal: Goal, plan: &GoalPlan) -> String {
    match goal {
        Goal::FinishBy => format!("finish on day {}, too late", words::number(plan.step.finish)),
        Goal::IceADay => format!("take {} of ice on one day, too much", words::ice(plan.step.peak)),
        Goal::Budget => {
            let cost = plan.cost_until.unwrap_or_default();
            format!("cost {} until the day of the budget, too much", words::gold(cost))
        }
        Goal::Utilisation => {
            let busy = plan.step.utilisation_permille.map_or_else(|| "–".to_owned(), words::percent);
            format!("be busy on only {busy} of their days")
        }
    }
}

fn name(goal: Goal) -> &'static str {
    match goal {
        Goal::FinishBy => "Finish: ",
        Goal::IceADay => "Ice on any day: ",
        Goal::Budget => "Cost until the day: ",
        Goal::Utilisation => "Busy: ",
    }
}

/// What a plan comes to in a goal.
fn figure(goal: Goal, plan: &GoalPlan) -> String {
    let reached = match goal {
        Goal::FinishBy => format!("day {}", words::number(plan.step.finish)),
        Goal::IceADay => words::ice(plan.step.peak),
        Goal::Budget => words::gold(plan.cost_until.unwrap_or_default()),
        Goal::Utilisation => plan.step.utilisation_permille.map_or_else(|| "–".to_owned(), words::percent),
    };
    format!("{reached} with {}", crews(plan))
}
