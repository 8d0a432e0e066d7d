//! Which number of crews is looked at: the same in every chart of the plan. Not for what a chart shows of it.

use std::sync::Arc;

use icewall_protocol::workshop::{PlanStep, Staircase};
use icewall_ui::number::real;
use leptos::prelude::*;

use crate::desk::{Desk, set};
use crate::export::Origin;
use crate::plot::{Ink, Scale};
use crate::why::{Question, WhyButton};
use crate::words;

/// With more crews than this the charts are logarithmic at first.
const MANY: u64 = 100;
/// From this number of crews on the end of the scale says it in short.
const LONG: u64 = 10_000;

/// The staircase and the place on it.
#[derive(Clone, Copy)]
pub(super) struct Look {
    desk: Desk,
    /// The staircase.
    pub(super) stairs: RwSignal<Option<Arc<Staircase>>>,
    /// What it is of.
    pub(super) origin: RwSignal<Option<Origin>>,
    chosen: RwSignal<Option<usize>>,
    /// Whether the charts are logarithmic, if somebody said so.
    log: RwSignal<Option<bool>>,
    /// What is looked at: what was chosen, else the crews in force.
    pub(super) at: Memo<usize>,
    /// The number of crews there, and all about it.
    pub(super) step: Memo<Option<PlanStep>>,
}

impl Look {
    /// A look at the crews in force.
    pub(super) fn new(
        desk: Desk,
        stairs: RwSignal<Option<Arc<Staircase>>>,
        origin: RwSignal<Option<Origin>>,
    ) -> Self {
        let chosen = RwSignal::new(None::<usize>);
        let at = Memo::new(move |_| {
            let (all, now) = (stairs.get().unwrap_or_default(), desk.summary(|summary| summary.crews));
            let last = all.steps.len().saturating_sub(1);
            let in_force = all.steps.partition_point(|step| u64::from(step.crews) < now).min(last);
            chosen.get().unwrap_or(in_force).min(last)
        });
        let step = Memo::new(move |_| stairs.get().and_then(|all| all.steps.get(at.get()).copied()));
        Self { desk, stairs, origin, chosen, log: RwSignal::new(None), at, step }
    }

    /// The crews in force.
    pub(super) fn now(self) -> u64 {
        self.desk.summary(|summary| summary.crews)
    }

    /// The most crews of the staircase.
    fn most(self) -> u64 {
        self.stairs.with(|all| all.as_deref().map_or(1, most))
    }

    /// How numbers of crews and days lie on the charts: as somebody said, else what suits them.
    pub(super) fn scale(self) -> Scale {
        match self.log.get() {
            None => suits(self.most()),
            Some(true) => Scale::Log,
            Some(false) => Scale::Even,
        }
    }

    /// How many places there are.
    pub(super) fn count(self) -> Memo<usize> {
        Memo::new(move |_| self.stairs.with(|all| all.as_ref().map_or(0, |all| all.steps.len())))
    }

    /// Looks at a place by its number.
    pub(super) fn choose(self) -> Callback<usize> {
        Callback::new(move |at| self.chosen.set(Some(at)))
    }

    /// Looks at a place by how far across a chart it is.
    pub(super) fn point(self) -> Callback<f64> {
        Callback::new(move |share: f64| {
            let Some(all) = self.stairs.get_untracked() else { return };
            let crews = untrack(move || self.scale().amount(share, self.most()));
            let at = all.steps.partition_point(|step| real(step.crews.into()) < crews);
            self.chosen.set(Some(at.min(all.steps.len().saturating_sub(1))));
        })
    }

    /// Takes the number of crews over into the page.
    pub(super) fn adopt(self) {
        if let Some(step) = self.step.get_untracked() {
            set("num_teams", &step.crews.to_string());
        }
    }

    /// The uprights of the crews in force and of those looked at.
    pub(super) fn marks(self) -> Vec<(Ink, f64)> {
        let looked_at = self.step.get().map_or(0, |step| u64::from(step.crews));
        vec![(Ink::Now, self.across(self.now())), (Ink::At, self.across(looked_at))]
    }

    /// How far across a number of crews stands.
    pub(super) fn across(self, crews: u64) -> f64 {
        self.scale().share(crews, self.most())
    }

    /// The words below a chart.
    pub(super) fn ends(self) -> Vec<(f64, String)> {
        ends(self.scale(), self.most())
    }
}

/// The most crews of a staircase.
pub(super) fn most(stairs: &Staircase) -> u64 {
    stairs.steps.last().map_or(1, |step| step.crews.into())
}

/// The scale for so many crews: where there are many, most of them would stand in a corner of an even one.
pub(super) fn suits(most: u64) -> Scale {
    if most > MANY { Scale::Log } else { Scale::Even }
}

/// The words below a chart of so many crews.
pub(super) fn ends(scale: Scale, most: u64) -> Vec<(f64, String)> {
    let mut ends = scale.rules(most, words::number);
    // The last one says what is counted, and needs room for it, on a narrow page too.
    ends.retain(|(share, _)| *share < 0.8);
    let last = if most < LONG {
        words::counted(most, "crew", "crews")
    } else {
        format!("{} crews", words::short(real(most)))
    };
    ends.push((1.0, last));
    ends
}

/// A box to tick for logarithmic scales.
#[component]
pub(super) fn LogScale(look: Look) -> impl IntoView {
    let is_log = move || look.scale() == Scale::Log;
    view! {
        <label class="plot-scale">
            <input type="checkbox" prop:checked=is_log on:change=move |event| look.log.set(Some(event_target_checked(&event))) />
            "Logarithmic"
        </label>
    }
}

/// A button that asks how the figures of the number of crews come about that is looked at.
#[component]
pub(super) fn Reason(look: Look) -> impl IntoView {
    let question = Signal::derive(move || look.step.get().map(Question::Plan));
    view! { <WhyButton question value="Why?" label="Why so many crews have these figures" /> }
}

/// A button that takes the number of crews over that is looked at.
#[component]
pub(super) fn Adopt(look: Look) -> impl IntoView {
    let is_in_force = move || look.step.get().is_none_or(|step| u64::from(step.crews) == look.now());
    view! {
        <button type="button" prop:disabled=is_in_force on:click=move |_| look.adopt()>
            {move || look.step.get().map(|step| format!("Use {}", words::counted(step.crews.into(), "crew", "crews")))}
        </button>
    }
}

/// Everything about a number of crews, in a line.
pub(super) fn told(step: &PlanStep, is_knee: bool) -> String {
    format!(
        "{}{}: finished on day {} (not before day {} with so many), {}",
        words::counted(step.crews.into(), "crew", "crews"),
        if is_knee { ", the bend" } else { "" },
        words::number(step.finish),
        words::number(step.lower_bound),
        facts(step),
    )
}

/// What a number of crews comes to, beside its finish day.
pub(super) fn facts(step: &PlanStep) -> String {
    let busy = step.utilisation_permille.map(|permille| format!(", {} busy", words::percent(permille)));
    let wages =
        step.wages.filter(|wages| *wages > 0).map(|wages| format!(", wages {}", words::gold_short(wages)));
    format!(
        "peak {} a day, {} idle{}{}",
        words::ice(step.peak),
        words::counted(step.idle, "crew-day", "crew-days"),
        busy.unwrap_or_default(),
        wages.unwrap_or_default(),
    )
}
