//! What can be asked about, and what is asked of the workshops for it. Not for the words of the answer.

use std::sync::Arc;

use icewall_protocol::Summary;
use icewall_protocol::desk::Figure;
use icewall_protocol::workshop::{
    CompareJob, CompareMade, CrewRow, Job, Made, PlanStep, RiskRuns, SectionFacts, Terms,
};
use leptos::prelude::*;

use super::formulas::{Formula, Part, formula};
use super::{building, milestones, plans};
use crate::desk::Desk;
use crate::workshop::{Client, Workshops};

/// A figure, or some that belong together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Question {
    /// A figure of the wall.
    Figure(Figure),
    /// The same of two plans, and how they differ, in words.
    Beside(Figure, String),
    /// The milestones of a profile, from 1; none: of the wall.
    Milestones(Option<u32>),
    /// The crews at work on a day.
    AtWork {
        /// The day.
        day: u64,
        /// How many there are.
        crews: u64,
    },
    /// What a crew does in all.
    Crew(CrewRow),
    /// A section.
    Section(SectionFacts),
    /// A plan with so many crews.
    Plan(PlanStep),
    /// Finish days under days that are lost.
    Chances(Arc<RiskRuns>),
}

impl Question {
    /// The answer about the wall that is shown; none where there is none, or a workshop stopped.
    pub(super) async fn answer(self, desk: Desk, workshops: Workshops) -> Option<Formula> {
        let views = workshops.views();
        let summary =
            desk.wall.with_untracked(|wall| wall.as_ref().map(|wall| wall.shown.summary.clone()))?;
        let day = untrack(move || desk.day_shown());
        Some(match self {
            Self::Figure(figure) => {
                let day = if figure == Figure::Day { day } else { 0 };
                formula(figure, &summary, &terms(&views, day).await?)
            }
            Self::Beside(figure, change) => {
                let a = of_plan(&workshops.beside(), figure).await?;
                beside(a, of_plan(&views, figure).await?, change)
            }
            Self::Milestones(profile) => {
                let Made::MilestoneTerms(terms) =
                    views.ask(Job::MilestoneTerms { profile, day }).await.ok()?.made
                else {
                    return None;
                };
                milestones::formula(&terms)
            }
            Self::AtWork { day, crews } => building::at_work(day, crews, &summary),
            Self::Crew(row) => building::crew(&row, &summary),
            Self::Section(facts) => building::section(&facts, &terms(&views, 0).await?),
            Self::Plan(step) => plans::plan(&step, &summary, &terms(&views, 0).await?),
            Self::Chances(runs) => plans::chances(&runs),
        })
    }
}

async fn terms(client: &Client, day: u64) -> Option<Terms> {
    match client.ask(Job::Terms { day }).await.ok()?.made {
        Made::Terms(terms) => Some(terms),
        _ => None,
    }
}

/// A figure of the wall that a workshop holds.
async fn of_plan(client: &Client, figure: Figure) -> Option<Formula> {
    let summary: Summary = match client.ask(Job::Compare(CompareJob::Figures)).await.ok()?.made {
        Made::Compare(CompareMade::Figures(figures)) => figures.summary,
        _ => return None,
    };
    Some(formula(figure, &summary, &terms(client, 0).await?))
}

/// Both under one title: the formula stands with A, and is the same for B.
fn beside(a: Formula, b: Formula, change: String) -> Formula {
    let named = |name: &str, formula: Formula| {
        formula.parts.into_iter().map(move |part| Part { name: name.to_owned(), ..part }).collect::<Vec<_>>()
    };
    let (title, chapter) = (a.title.clone(), a.chapter);
    let mut parts = named("A", a);
    parts.extend(named("B", b).into_iter().map(|part| Part { words: "", ..part }));
    parts.push(Part::new("B against A", "", vec![change]));
    Formula { title, chapter, parts }
}
