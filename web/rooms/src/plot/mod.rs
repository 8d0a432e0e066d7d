//! A chart of the rooms: lines and areas over a scale, rules and ends named, a place on it that is looked at by
//! pointing or by keyboard and told in words, and a button that saves it. Its table twin is the caller's. Not for
//! what is drawn ([`drawn`]), nor for where amounts lie ([`scale`]).

mod drawn;
mod scale;

use leptos::prelude::*;

use crate::browser::css::percent;
use crate::drawing::svg::Anchor;
use crate::export::{Origin, Picture, Plotted, TakePicture};
pub(crate) use drawn::{Drawn, Ink, Shape, middle, path, side};
pub(crate) use scale::{Scale, rules, share};

/// The drawing's own scale: so many parts across and down.
const PARTS: f64 = 1000.0;

/// A chart.
#[component]
pub(crate) fn Plot(
    /// Names its parts in the page.
    id: &'static str,
    /// What it shows.
    title: &'static str,
    /// What the title leaves open: by what, in which unit.
    unit: &'static str,
    /// What the slider is for.
    label: &'static str,
    /// What is drawn.
    drawn: Memo<Drawn>,
    /// Which of the places is looked at.
    at: Memo<usize>,
    /// How many places there are.
    count: Memo<usize>,
    /// The place that is looked at, in words.
    told: Memo<String>,
    /// Looks at a place by how far across it is.
    point: Callback<f64>,
    /// Looks at a place by its number.
    choose: Callback<usize>,
    /// What a click does.
    #[prop(optional)]
    click: Option<Callback<()>>,
    /// What the paths and marks mean.
    legend: Vec<(Ink, &'static str)>,
    /// What a file of it is of; none: there is nothing to save.
    #[prop(into)]
    origin: Signal<Option<Origin>>,
    /// What a file of it is called, behind what it is of.
    called: &'static str,
    /// What stands after the words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title_id = [id, "-title"].concat();
    let heading_id = title_id.clone();
    let end = |(share, words): (f64, String)| {
        let class = match side(share) {
            Anchor::Start => "first",
            Anchor::Middle => "",
            Anchor::End => "last",
        };
        view! { <span class=class style:left=percent(share * 100.0)>{words}</span> }
    };
    let named = StoredValue::new(legend.clone());
    let key = |(ink, words): (Ink, &'static str)| {
        view! { <span class="plot-word"><span class=["plot-key ", ink.class()].concat()></span>{words}</span> }
    };
    let picture = move |()| {
        let (origin, drawn) = (origin.get_untracked()?, drawn.get_untracked());
        let legend = named.get_value();
        Some(Picture::Plotted(Plotted { title, unit, legend, drawn, origin, called }))
    };
    view! {
        <figure class="chart plot" class:takes=click.is_some() id=id aria-labelledby=title_id>
            <figcaption class="chart-head">
                <h2 id=heading_id>{title} " " <span class="unit">{unit}</span></h2>
                <TakePicture
                    label=format!("Save the chart: {title} {unit}")
                    is_there=Signal::derive(move || origin.with(Option::is_some))
                    picture=Callback::new(picture)
                />
            </figcaption>
            <div
                class="plot-room"
                on:pointermove=move |event| if let Some(share) = crate::browser::pointer::share_across(&event) { point.run(share) }
                on:click=move |_| if let Some(click) = click { click.run(()) }
            >
                <Scale drawn />
                <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    {move || drawn.get().paths.iter().map(|(ink, shapes)| view! { <path class=ink.class() d=on_page(shapes) /> }).collect_view()}
                </svg>
                {move || drawn.get().marks.into_iter().map(|(ink, share)| view! {
                    <span class=["plot-mark ", ink.class()].concat() style:left=percent(share * 100.0)></span>
                }).collect_view()}
            </div>
            <div class="plot-ends" aria-hidden="true">
                {move || drawn.get().ends.into_iter().map(end).collect_view()}
            </div>
            <p class="plot-legend">{legend.into_iter().map(key).collect_view()}</p>
            <input
                class="plot-slider"
                type="range"
                min="0"
                aria-label=label
                aria-valuetext=told
                prop:max=move || count.get().saturating_sub(1).to_string()
                prop:value=move || at.get().to_string()
                on:input=move |event| if let Ok(at) = event_target_value(&event).parse() { choose.run(at) }
            />
            <div class="plot-told"><span>{told}</span>{children.map(|children| children())}</div>
        </figure>
    }
    .into_any()
}

/// Shapes in the drawing's own scale, which counts from the top.
fn on_page(shapes: &[Shape]) -> String {
    path(shapes, |(across, up)| (across * PARTS, (1.0 - up) * PARTS))
}

/// The rules of a chart, named.
#[component]
fn Scale(drawn: Memo<Drawn>) -> impl IntoView {
    move || {
        let rule = |(share, words): (f64, String)| {
            view! { <span class="plot-rule" style:bottom=percent(share * 100.0)><span>{words}</span></span> }
        };
        view! { <div aria-hidden="true">{drawn.get().rules.into_iter().map(rule).collect_view()}</div> }
    }
}
