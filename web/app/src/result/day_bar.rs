//! The day that is looked at, below the charts: its figures in one line, and a slider and a
//! field to choose it without a mouse. Not for the charts' own crosshair.

use icewall_protocol::desk::Figure;
use icewall_ui::said::debounced;
use leptos::prelude::*;

use super::charts::day_keys::Move;
use super::day_words;
use super::days::ShownDays;
use super::figures::WhyButton;
use super::pane::Pane;
use crate::browser::css::px;
use crate::state::State;
use crate::words;

/// The bar of the day. It stands still whether a day is looked at or not.
#[component]
pub(crate) fn DayBar() -> impl IntoView {
    let (state, pane) = (State::get(), Pane::get());
    let figures = day_words::figures(state, pane);
    let days = move || pane.axis.get().finish;
    let choose = move |text: String| {
        let day = text.trim().parse().ok().filter(|day| (1..=pane.axis.get_untracked().finish).contains(day));
        if let Some(day) = day {
            pane.pin_spoken(Move::To(day));
        }
    };
    // The slider runs from the middle of the first day to that of the last, as the axis above it.
    let ends = move || {
        let axis = pane.axis.get();
        let (first, last) = (axis.before + 1, axis.before + axis.days);
        if axis.days > 1 { (axis.middle(first), axis.middle(last)) } else { (0.0, axis.width) }
    };
    let value = move || pane.day.get().map(|day| day.to_string()).unwrap_or_default();
    let said = debounced(move || {
        let quiet = pane.spoken.get();
        figures.get().filter(|_| !quiet).map(|figures| day_words::spoken(&figures.wall)).unwrap_or_default()
    });
    view! {
        <div class="day-bar" class:stale=move || state.stale.get()>
            <input
                class="day-slider"
                style:--from=move || px(ends().0)
                style:--to=move || px(ends().1)
                type="range"
                step="1"
                aria-label="Day to look at"
                prop:min=move || (pane.axis.get().before + 1).to_string()
                prop:max=move || (pane.axis.get().before + pane.axis.get().days).max(1).to_string()
                prop:value=move || pane.day.get().unwrap_or(pane.axis.get().before + 1).to_string()
                prop:disabled=move || days() == 0
                aria-valuetext=move || day_words::value_text(pane, figures)
                on:input=move |event| choose(event_target_value(&event))
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        pane.pin_spoken(Move::LetGo);
                    }
                }
            />
            <p class="day-line" class:day-hint=move || figures.with(Option::is_none)>
                <label class="day-field">
                    "Day "
                    <input
                        type="number"
                        inputmode="numeric"
                        min="1"
                        step="1"
                        prop:max=move || days().to_string()
                        prop:value=value
                        prop:disabled=move || days() == 0
                        on:change=move |event| choose(event_target_value(&event))
                    />
                </label>
                <span class="day-figures">
                    {move || match figures.get() {
                        Some(figures) => {
                            view! { <WhyButton figure=Figure::Day value=dated(&figures.wall) /> }.into_any()
                        }
                        None => hint(state.shown.with(Option::is_some), days()).into_any(),
                    }}
                </span>
            </p>
            <ShownDays />
            <p class="unseen" role="status">{said}</p>
        </div>
    }
    .into_any()
}

fn dated(row: &icewall_protocol::DayRow) -> String {
    match &row.date {
        Some(date) => format!("{} · {}", words::date(date), day_words::line(row)),
        None => day_words::line(row),
    }
}

fn hint(result: bool, days: u64) -> String {
    match days {
        0 if result => "No day needs any ice.".to_owned(),
        0 => String::new(),
        days => format!("of {} – point at a chart or move the slider", words::number(days)),
    }
}
