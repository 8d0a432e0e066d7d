//! Charts as pictures: chosen, shown as they will be, saved as SVG or PNG. Not for results as numbers.

mod both;
mod crews;
mod diagram;
mod drawn;
mod files;
mod plotted;
mod result;
mod sheet;
mod skyline;
mod taken;

use std::sync::Arc;

use icewall_protocol::View;
use leptos::html::Div;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{pictures, uplot};
use crate::compare::Beside;
use crate::desk::Desk;
use crate::drawing::svg::Colours;
use crate::workshop::Workshops;
pub(crate) use drawn::{Chart, Part, Picture};
use drawn::{Wanted, made};
use files::{Kind, save};
pub(crate) use plotted::{Origin, Plotted};
use sheet::Made;
pub(crate) use taken::{TakePart, TakePicture};

/// Every colour that a chart may have.
const COLOURS: [&str; 27] = [
    "--text",
    "--muted",
    "--line",
    "--edge",
    "--surface",
    "--accent",
    "--accent-soft",
    "--stale",
    "--curve",
    "--curve-band",
    "--p1",
    "--p2",
    "--p3",
    "--p4",
    "--p5",
    "--p6",
    "--p7",
    "--p8",
    "--heat-1",
    "--heat-2",
    "--heat-3",
    "--heat-4",
    "--heat-5",
    "--wall-stone",
    "--wall-ice",
    "--wall-mixed",
    "--wall-some",
];
/// What is chosen, and what came of it.
#[derive(Clone, Copy)]
struct Choice {
    desk: Desk,
    chart: RwSignal<usize>,
    view: RwSignal<Option<View>>,
    is_light: RwSignal<bool>,
    /// Rises with every change of the page's theme.
    theme: RwSignal<u32>,
    place: NodeRef<Div>,
    made: RwSignal<Option<Arc<Made>>>,
    /// Whether another one is being made.
    busy: RwSignal<bool>,
    said: RwSignal<String>,
}

/// The part of the room.
#[component]
pub(super) fn ChartFiles() -> impl IntoView {
    let (desk, workshops, beside) = (Desk::get(), Workshops::get(), Beside::get());
    beside.wake(workshops);
    let choice = Choice {
        desk,
        chart: RwSignal::new(0),
        view: RwSignal::new(desk.tables.with_untracked(|tables| tables.view)),
        is_light: RwSignal::new(false),
        theme: RwSignal::new(0),
        place: NodeRef::new(),
        made: RwSignal::new(None),
        busy: RwSignal::new(false),
        said: RwSignal::new(String::new()),
    };
    choice.follow_theme();
    choice.follow(workshops, beside);
    let nothing = move || choice.busy.get() || choice.made.with(Option::is_none);
    view! {
        <section class="export-charts" aria-labelledby="charts-title">
            <h2 id="charts-title">"Charts as pictures"</h2>
            <Choices choice beside />
            <div
                class="export-preview"
                node_ref=choice.place
                aria-busy=move || choice.busy.get().to_string()
                inner_html=move || choice.made.with(|made| made.as_ref().map(|made| made.svg.clone()).unwrap_or_default())
            ></div>
            <p class="export-do">
                <button type="button" class="primary" prop:disabled=nothing on:click=move |_| choice.save(Kind::Svg)>"Save as SVG"</button>
                <button type="button" class="primary" prop:disabled=nothing on:click=move |_| choice.save(Kind::Png)>"Save as PNG"</button>
                <span role="status">{move || choice.said.get()}</span>
            </p>
        </section>
    }
    .into_any()
}

/// Which chart, in which view, in which colours.
#[component]
fn Choices(choice: Choice, beside: Beside) -> impl IntoView {
    let offered = move || {
        let both = beside.is_there();
        let all = Chart::ALL.into_iter().enumerate();
        all.filter(move |(_, (chart, ..))| both || !matches!(chart, Chart::Both(_)))
            .map(|(at, (_, what, _))| {
                view! { <option value=at.to_string() selected=move || choice.chart.get() == at>{what}</option> }
            })
            .collect_view()
    };
    let views = Memo::new(move |_| {
        let (chart, ..) = Chart::ALL[choice.chart.get()];
        chart.views(choice.desk.summary(|summary| summary.profiles))
    });
    let view_option = move |(at, view): (usize, View)| {
        let is_chosen = move || choice.view.get() == Some(view);
        view! { <option value=at.to_string() selected=is_chosen>{of_view(view)}</option> }
    };
    let choose_view = move |event| {
        let at = event_target_value(&event).parse::<usize>().ok();
        choice.view.set(at.and_then(|at| views.with_untracked(|views| views.get(at).copied())));
    };
    view! {
        <div class="export-options">
            <label>
                "Chart "
                <select on:change=move |event| {
                    if let Ok(at) = event_target_value(&event).parse() {
                        choice.chart.set(at);
                    }
                }>{offered}</select>
            </label>
            <label hidden=move || views.with(Vec::is_empty)>
                "By profile "
                <select on:change=choose_view>
                    {move || views.get().into_iter().enumerate().map(view_option).collect_view()}
                </select>
            </label>
            <label>
                "Colours "
                <select on:change=move |event| choice.is_light.set(event_target_value(&event) == "light")>
                    <option value="page">"as on the page"</option>
                    <option value="light">"light"</option>
                </select>
            </label>
        </div>
    }
    .into_any()
}

/// The values of [`COLOURS`], by name.
fn named(values: Vec<String>) -> Colours {
    Colours::Fixed(COLOURS.into_iter().zip(values).collect())
}

fn of_view(view: View) -> &'static str {
    match view {
        View::Wall => "The wall as one",
        View::Stacked => "Stacked",
        View::Multiples => "Small multiples",
        View::Heat => "Heat map",
    }
}

impl Choice {
    /// Hears of another theme.
    fn follow_theme(self) {
        let watched = StoredValue::new_local(None::<Box<dyn FnOnce()>>);
        Effect::new(move |_| {
            let Some(place) = self.place.get() else { return };
            let stop = uplot::watch(&place, move |_, _, drawing| {
                self.theme.try_set(drawing);
            });
            watched.set_value(Some(Box::new(stop)));
        });
        on_cleanup(move || {
            if let Some(stop) = watched.try_update_value(Option::take).flatten() {
                stop();
            }
        });
    }

    /// Makes the chart that is chosen, again whenever that is another one.
    fn follow(self, workshops: Workshops, beside: Beside) {
        let latest = StoredValue::new(0_u32);
        Effect::new(move |_| {
            latest.update_value(|latest| *latest += 1);
            let question = latest.get_value();
            let wanted = self.wanted(beside);
            self.said.set(String::new());
            self.busy.set(true);
            spawn_local(async move {
                let made = match wanted {
                    Some(wanted) => made(wanted, workshops).await,
                    None => None,
                };
                if latest.try_get_value() == Some(question) {
                    self.made.try_set(made.map(Arc::new));
                    self.busy.try_set(false);
                }
            });
        });
    }

    /// What is wanted. Tracks all that it hangs on.
    fn wanted(self, beside: Beside) -> Option<Wanted> {
        let (chart, ..) = Chart::ALL[self.chart.get()];
        let place = self.place.get()?;
        let wall = self.desk.wall.get()?;
        let summary = wall.shown.summary.clone();
        if matches!(chart, Chart::Both(_)) && !beside.is_there() {
            return None;
        }
        let view = self.view.get().filter(|view| chart.views(summary.profiles).contains(view));
        let values = if self.is_light.get() {
            pictures::light(&COLOURS)
        } else {
            self.theme.track();
            uplot::properties(&place, &COLOURS)
        };
        let mut part = Part::whole(&summary);
        if chart == Chart::Skyline {
            part.day = self.desk.day_shown();
        }
        Some(Wanted { chart, view, colours: named(values), summary, part })
    }

    fn save(self, kind: Kind) {
        let (Some(made), Some(wall)) = (self.made.get_untracked(), Origin::shown(self.desk)) else {
            return;
        };
        let (_, _, chart) = Chart::ALL[self.chart.get_untracked()];
        spawn_local(async move {
            let said = save(&made, &wall.name(chart), kind).await;
            self.said.try_set(said);
        });
    }
}
