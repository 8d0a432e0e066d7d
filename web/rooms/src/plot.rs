//! A chart of the rooms: lines and areas over a scale, rules and ends named, and a place on it that is looked at
//! by pointing or by keyboard and told in words. Its table twin is the caller's. Not for what is drawn.

use leptos::prelude::*;

use crate::browser::css::percent;
use icewall_ui::number::{real, whole};

/// The drawing's own scale: so many parts across and down.
const PARTS: u64 = 1000;

/// What is drawn. Places are shares: across from the left, up from the bottom.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Drawn {
    /// Rules across, each with its words.
    pub(crate) rules: Vec<(f64, String)>,
    /// Words below, each at its place.
    pub(crate) ends: Vec<(f64, String)>,
    /// Classes and paths, the first one lowest.
    pub(crate) paths: Vec<(&'static str, String)>,
    /// Upright lines: class and place.
    pub(crate) marks: Vec<(&'static str, f64)>,
}

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
    /// Classes of paths and marks, and what they mean.
    legend: Vec<(&'static str, &'static str)>,
    /// What stands after the words.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let title_id = [id, "-title"].concat();
    let heading_id = title_id.clone();
    let end = |(share, words): (f64, String)| {
        let side = match share {
            0.9.. => "last",
            ..0.01 => "first",
            _ => "",
        };
        view! { <span class=side style:left=percent(share * 100.0)>{words}</span> }
    };
    let key = |(class, words)| view! { <span class="plot-word"><span class=["plot-key ", class].concat()></span>{words}</span> };
    view! {
        <figure class="chart plot" class:takes=click.is_some() id=id aria-labelledby=title_id>
            <figcaption><h2 id=heading_id>{title} " " <span class="unit">{unit}</span></h2></figcaption>
            <div
                class="plot-room"
                on:pointermove=move |event| if let Some(share) = crate::browser::pointer::share_across(&event) { point.run(share) }
                on:click=move |_| if let Some(click) = click { click.run(()) }
            >
                <Scale drawn />
                <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    {move || drawn.get().paths.into_iter().map(|(class, path)| view! { <path class=class d=path /> }).collect_view()}
                </svg>
                {move || drawn.get().marks.into_iter().map(|(class, share)| view! {
                    <span class=["plot-mark ", class].concat() style:left=percent(share * 100.0)></span>
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

/// Numbers at which a scale from 0 has its rules: three to six of them, round ones.
pub(crate) fn ticks(most: u64) -> Vec<u64> {
    let mut step: u64 = 1;
    let mut factors = [2, 5, 10].into_iter().cycle();
    let mut power: u64 = 1;
    while most / step > 5 {
        let factor = factors.next().unwrap_or(10);
        step = power.saturating_mul(factor);
        if factor == 10 {
            power = step;
        }
    }
    (1..=most / step).map(|tick| tick * step).collect()
}

/// How amounts lie on a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scale {
    /// Equal steps for equal amounts, from 0.
    Even,
    /// Equal steps for ten times as much, from 1.
    Log,
}

impl Scale {
    /// Where an amount lies, as a share of the way to the most.
    pub(crate) fn share(self, amount: u64, most: u64) -> f64 {
        match self {
            Self::Even => share(amount, most),
            Self::Log => real(amount.clamp(1, most.max(1))).ln() / real(most.max(2)).ln(),
        }
    }

    /// The amount that lies at a share of the way.
    pub(crate) fn amount(self, share: f64, most: u64) -> f64 {
        match self {
            Self::Even => share * real(most),
            Self::Log => real(most.max(1)).powf(share),
        }
    }

    /// Rules with words.
    pub(crate) fn rules(self, most: u64, words: impl Fn(u64) -> String) -> Vec<(f64, String)> {
        let ticks = match self {
            Self::Even => ticks(most),
            Self::Log => {
                (1..).map_while(|power| 10_u64.checked_pow(power)).take_while(|tick| *tick <= most).collect()
            }
        };
        ticks.into_iter().map(|tick| (self.share(tick, most), words(tick))).collect()
    }
}

/// Rules with words, for a scale from 0 to `most`.
pub(crate) fn rules(most: u64, words: impl Fn(u64) -> String) -> Vec<(f64, String)> {
    Scale::Even.rules(most, words)
}

/// A part of a whole as a share; the whole of nothing is nothing.
pub(crate) fn share(part: u64, whole: u64) -> f64 {
    real(part.min(whole)) / real(whole.max(1))
}

/// Where an amount stands on the drawing's scale.
pub(crate) fn place(amount: u64, most: u64) -> u64 {
    let place = u128::from(amount.min(most)) * u128::from(PARTS) / u128::from(most.max(1));
    u64::try_from(place).unwrap_or(PARTS)
}

/// The same, counted from the top, as the drawing does.
pub(crate) fn height(amount: u64, most: u64) -> u64 {
    PARTS - place(amount, most)
}

/// A line of steps through places given as shares, across and up: each height holds until the next place.
pub(crate) fn steps(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let parts = |share: f64| whole(share * real(PARTS) + 0.5).min(PARTS);
    let mut path = String::new();
    for (x, y) in points {
        let (x, y) = (parts(x), PARTS - parts(y));
        let word = if path.is_empty() { format!("M{x} {y}") } else { format!("H{x}V{y}") };
        path.push_str(&word);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_drawn_as_steps_from_zero() {
        assert_eq!(steps([(0.5, 1.0), (1.0, 0.5)]), "M500 0H1000V500");
    }

    #[test]
    fn ten_times_as_much_is_as_far_again() {
        let log = |amount| Scale::Log.share(amount, 1000);
        assert!(
            log(1).abs() < 1e-9 && (log(100) - 2.0 * log(10)).abs() < 1e-9 && (log(1000) - 1.0).abs() < 1e-9
        );
        assert!((Scale::Log.amount(log(70), 1000) - 70.0).abs() < 1e-6);
        let rules = Scale::Log.rules(1935, |tick| tick.to_string());
        assert_eq!(rules.iter().map(|(_, words)| words.as_str()).collect::<Vec<_>>(), ["10", "100", "1000"]);
        assert!(Scale::Log.share(0, 0).abs() < 1e-9);
    }

    #[test]
    fn rules_are_few_and_round() {
        assert_eq!(ticks(87), [20, 40, 60, 80]);
        assert_eq!(ticks(9), [2, 4, 6, 8]);
        assert_eq!(ticks(3), [1, 2, 3]);
        assert_eq!(ticks(0), Vec::<u64>::new());
        assert_eq!(ticks(32_233_500), [10_000_000, 20_000_000, 30_000_000]);
        assert!((2..=6).contains(&ticks(1 << 53).len()));
    }

    #[test]
    fn the_largest_amounts_have_their_place() {
        assert_eq!((place(1 << 53, 1 << 53), height(1 << 52, 1 << 53), place(0, 0)), (1000, 500, 0));
    }
}
