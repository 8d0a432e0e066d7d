//! What can be asked about, and what is asked of the workshops for it. Not for the words of the answer.

use std::sync::Arc;

use icewall_protocol::desk::Figure;
use icewall_protocol::workshop::{
    Band, CompareJob, CompareMade, CrewRow, Job, Made, PlanStep, Resources, RiskRuns, SectionFacts, Terms,
    ViewJob, ViewMade,
};
use icewall_protocol::{DayRow, Summary};
use leptos::prelude::*;

use super::counted::{self, Sums};
use super::formulas::{Formula, Part, formula, of_day};
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
    /// A day, and what the first profiles take on it.
    Day(DayRow),
    /// A day of two plans, and how they differ, in words.
    DayBeside(u64, String),
    /// The crews at work on some days.
    AtWork(Resources),
    /// What a crew does in all.
    Crew(CrewRow),
    /// A section.
    Section(SectionFacts),
    /// The section of this number, from 1.
    SectionAt(u32),
    /// A plan with so many crews.
    Plan(PlanStep),
    /// Finish days under days that are lost.
    Chances(Arc<RiskRuns>),
    /// Those of the runs that finish on some days, the bar of this number.
    Bar(Arc<RiskRuns>, usize),
    /// What the runs cost until a day.
    Band(Band),
    /// The lines of the work log that a filter lets through, and all of them.
    Lines(u64, u64),
    /// A saved wall.
    Saved(Sums),
}

impl Question {
    /// The answer; none where it is about the wall that is shown and there is none, or a workshop stopped.
    pub(super) async fn answer(self, desk: Desk, workshops: Workshops) -> Option<Formula> {
        let views = workshops.views();
        let summary = desk.wall.with_untracked(|wall| Some(wall.as_ref()?.shown.summary.clone()));
        let summary = summary.as_ref();
        let day = untrack(move || desk.day_shown());
        Some(match self {
            Self::Figure(figure) => {
                let day = if figure == Figure::Day { day } else { 0 };
                formula(figure, summary?, &terms(&views, day).await?)
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
            Self::Day(row) => of_day(&row, summary?, &terms(&views, row.day).await?),
            Self::DayBeside(day, change) => {
                let a = formula(Figure::Day, summary?, &terms(&workshops.beside(), day).await?);
                beside(a, formula(Figure::Day, summary?, &terms(&views, day).await?), change)
            }
            Self::AtWork(columns) => building::at_work(&columns, summary?),
            Self::Crew(row) => building::crew(&row, summary?),
            Self::Section(facts) => building::section(&facts, &terms(&views, 0).await?),
            Self::SectionAt(section) => {
                let job = Job::View(ViewJob::Facts { section, day });
                let Made::View(ViewMade::Facts(facts)) = views.ask(job).await.ok()?.made else { return None };
                building::section(&facts, &terms(&views, 0).await?)
            }
            Self::Plan(step) => plans::plan(&step, summary?, &terms(&views, 0).await?),
            Self::Chances(runs) => plans::chances(&runs),
            Self::Bar(runs, at) => plans::bar(&runs, at)?,
            Self::Band(band) => plans::band(&band),
            Self::Lines(matches, all) => counted::lines(matches, all, summary?),
            Self::Saved(sums) => counted::saved(&sums),
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
