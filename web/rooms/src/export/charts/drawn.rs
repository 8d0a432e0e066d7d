//! Which charts can be taken along, and what each is drawn from: asked of the workshops. Not for their shapes.

use icewall_protocol::workshop::{
    ChartsJob, CompareJob, CompareMade, Cut, Job, Made as Answer, ViewJob, ViewMade, WallFigures,
};
use icewall_protocol::{Summary, View};
use leptos::prelude::{With, WithUntracked};

use super::plotted::{self, Origin, Plotted};
use super::result::{self, Amount, Result as Columns};
use super::sheet::Made;
use super::{both, crews, diagram, skyline};
use crate::compare::{Curves, Measure};
use crate::desk::Desk;
use crate::diagram::drawn::Drawn;
use crate::drawing::svg::Colours;
use crate::elevation::seen::Seen;
use crate::plan;
use crate::words;
use crate::workshop::{Client, Workshops};

/// Columns of a chart at the most.
const COLUMNS: u32 = 800;

/// A chart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Chart {
    Ice,
    Cost,
    Until,
    Skyline,
    Diagram,
    Crews,
    Stairs,
    Both(Measure),
}

impl Chart {
    /// Every chart: its name, and what its files are called.
    pub(super) const ALL: [(Self, &str, &str); 10] = [
        (Self::Ice, "Ice a day", "ice-a-day"),
        (Self::Cost, "Cost a day", "cost-a-day"),
        (Self::Until, "Cost until the day", "cost-until-the-day"),
        (Self::Skyline, "The wall on the day", "wall-on-day"),
        (Self::Diagram, "Time–location diagram", "time-location"),
        (Self::Crews, "Crews at work", "crews-at-work"),
        (Self::Stairs, "Finish day by number of crews", "finish-by-crews"),
        (Self::Both(Measure::Ice), "A and B: ice a day", "a-and-b-ice-a-day"),
        (Self::Both(Measure::Cost), "A and B: cost a day", "a-and-b-cost-a-day"),
        (Self::Both(Measure::Until), "A and B: cost until the day", "a-and-b-cost-until-the-day"),
    ];

    /// In which views a wall of so many profiles can be drawn.
    pub(super) fn views(self, profiles: u32) -> Vec<View> {
        let of_chart: &[View] = match self {
            Self::Ice => &View::ALL,
            Self::Cost => &[View::Wall, View::Stacked],
            _ => &[],
        };
        of_chart.iter().copied().filter(|view| view.can_show(profiles)).collect()
    }
}

/// What is wanted.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub(super) chart: Chart,
    pub(super) view: Option<View>,
    pub(super) colours: Colours,
    /// The figures of the wall that is shown.
    pub(super) summary: Summary,
    pub(super) part: Part,
}

/// What of the wall a picture shows, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// The first section, from 1, and the last.
    pub(crate) sections: (u32, u32),
    /// The first day, from 1, and the last.
    pub(crate) days: (u64, u64),
    /// The day of a picture of the wall.
    pub(crate) day: u64,
    /// Whether the diagram tells profiles apart, rather than crews, and whether its days go across.
    pub(crate) by_profile: bool,
    /// See `by_profile`.
    pub(crate) days_across: bool,
}

impl Part {
    /// All of the wall that is shown, on its finish day; none where there is none. Tracks.
    pub(crate) fn shown(desk: Desk) -> Option<Self> {
        desk.wall.with(|wall| wall.as_ref().map(|wall| Self::whole(&wall.shown.summary)))
    }

    /// All of it, on the finish day.
    pub(super) fn whole(of: &Summary) -> Self {
        let (sections, days) = ((1, of.sections), (1, of.finish_day));
        Self { sections, days, day: of.finish_day, by_profile: false, days_across: false }
    }
}

/// What a picture is drawn from.
#[derive(Clone, Debug)]
pub(crate) enum Picture {
    /// This part of the wall that is shown; the workshops are asked.
    Asked(Chart, Part),
    /// What the page has drawn already.
    Plotted(Plotted),
}

impl Origin {
    /// The wall of these figures.
    pub(super) fn of(summary: &Summary) -> Self {
        let stem = format!("wall-of-{}-sections-{}-crews", summary.sections, summary.crews);
        Self { of: about(summary), stem }
    }

    /// The wall that is shown; none where there is none.
    pub(crate) fn shown(desk: Desk) -> Option<Self> {
        desk.wall.with_untracked(|wall| wall.as_ref().map(|wall| Self::of(&wall.shown.summary)))
    }

    /// What a file of it is called, without its ending.
    pub(super) fn name(&self, called: &str) -> String {
        format!("{}-{called}", self.stem)
    }
}

/// The chart as a file; none where a workshop stopped, or there is nothing to draw.
pub(super) async fn made(wanted: Wanted, workshops: Workshops) -> Option<Made> {
    let Wanted { chart, view, colours, summary, part } = wanted;
    let of = about(&summary);
    match chart {
        Chart::Ice | Chart::Cost | Chart::Until => {
            let view = if chart == Chart::Until { Some(View::Wall) } else { view };
            let job = Job::Charts(ChartsJob { cut: Cut::Columns(COLUMNS), view });
            let answered = workshops.views().ask(job).await.ok()?;
            let Answer::Charts(charts) = &answered.made else { return None };
            let amount = match chart {
                Chart::Cost => Amount::Cost,
                Chart::Until => Amount::Until,
                _ => Amount::Ice,
            };
            let columns = Columns { summary: &summary, charts, sheets: &answered.sheets };
            Some(result::draw(&columns, amount, colours, of))
        }
        Chart::Skyline => {
            let ((first, last), day) = (part.sections, part.day);
            let job = ViewJob::Skyline { first, last, columns: skyline::columns(), day };
            let seen = Seen::of(workshops.views().ask(Job::View(job)).await.ok()?)?;
            Some(skyline::draw(&seen, colours, of))
        }
        Chart::Diagram => {
            let answered = workshops.views().ask(Job::View(diagram::job(part))).await.ok()?;
            Some(diagram::draw(&Drawn::of(answered)?, &summary, part, colours, of))
        }
        Chart::Crews => {
            let job = ViewJob::Resources { days: part.days, columns: COLUMNS };
            let answered = workshops.views().ask(Job::View(job)).await.ok()?;
            let Answer::View(ViewMade::Resources(columns)) = &answered.made else { return None };
            Some(crews::draw(columns, &summary, colours, of))
        }
        Chart::Stairs => {
            let answered = workshops.planner().ask(Job::Staircase { by: String::new() }).await.ok()?;
            let Answer::Staircase(stairs) = answered.made else { return None };
            let plotted = plan::plotted(&stairs, summary.crews, Origin::of(&summary));
            (stairs.steps.len() > 1).then(|| plotted::draw(plotted, colours))
        }
        Chart::Both(measure) => {
            let (one, other) = (workshops.beside(), workshops.views());
            let (a, b) = (figures(&one).await?, figures(&other).await?);
            let days = a.summary.finish_day.max(b.summary.finish_day);
            let cut = Cut::Days(days.div_ceil(COLUMNS.into()).max(1));
            let (of_a, of_b) = (curves(&one, cut).await?, curves(&other, cut).await?);
            let of = format!("A: {} · B: {}", about(&a.summary), about(&b.summary));
            Some(both::draw([(&a, &of_a), (&b, &of_b)], measure, colours, of))
        }
    }
}

async fn figures(client: &Client) -> Option<WallFigures> {
    let job = Job::Compare(CompareJob::Figures);
    let Answer::Compare(CompareMade::Figures(figures)) = client.ask(job).await.ok()?.made else {
        return None;
    };
    Some(*figures)
}

async fn curves(client: &Client, cut: Cut) -> Option<Curves> {
    let job = Job::Charts(ChartsJob { cut, view: Some(View::Wall) });
    Curves::of(&client.ask(job).await.ok()?)
}

/// A wall in a line.
fn about(summary: &Summary) -> String {
    let (profiles, sections) = (u64::from(summary.profiles), u64::from(summary.sections));
    let date = summary.finish_date.as_deref().map(|date| format!(", {}", words::date(date)));
    format!(
        "{} in {}, {}, finished on day {}{}",
        words::counted(sections, "section", "sections"),
        words::counted(profiles, "profile", "profiles"),
        words::counted(summary.crews, "crew", "crews"),
        words::number(summary.finish_day),
        date.unwrap_or_default(),
    )
}
