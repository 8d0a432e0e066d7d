//! A row for each crew: its sections over the days, how many, when it is relieved, how long it is idle. Only the
//! rows that are seen exist.

use std::sync::Arc;

use icewall_protocol::workshop::{CrewRow, CrewRows, Job, Made, ViewJob, ViewMade};
use icewall_ui::colour::hex;
use icewall_ui::number::{real, whole};
use leptos::ev::KeyboardEvent;
use leptos::html::{self, ElementType};
use leptos::prelude::*;

use super::Chosen;
use super::strip::{Colour, Tones, pixels};
use crate::browser::css::{percent, px};
use crate::browser::{canvas, told, uplot};
use crate::day::dated;
use crate::desk::Desk;
use crate::scroll::{LINE, Scroll};
use crate::words;
use crate::workshop::{Answered, Workshops, newest};

/// The custom properties of the tones.
const TONES: [&str; 3] = ["--p5", "--p2", "--p8"];

/// Rows that are there.
#[derive(Clone, Debug, Default)]
struct Held {
    told: CrewRows,
    sections: Vec<u32>,
    stints: Vec<u32>,
}

impl Held {
    fn of(answered: Answered) -> Option<Self> {
        let Made::View(ViewMade::Crews(told)) = answered.made else { return None };
        let [sections, stints] = [0, 1].map(|sheet| numbers(&answered.sheets.array(sheet).to_vec()));
        Some(Self { told, sections, stints })
    }

    /// A crew's row, and its columns.
    fn row(&self, crew: u64) -> Option<(CrewRow, &[u32], &[u32])> {
        let first = u64::from(self.told.rows.first()?.crew);
        let at = usize::try_from(crew.checked_sub(first)?).ok()?;
        let width = self.told.columns as usize;
        let columns = at * width..(at + 1) * width;
        Some((*self.told.rows.get(at)?, self.sections.get(columns.clone())?, self.stints.get(columns)?))
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    let (words, _) = bytes.as_chunks::<4>();
    words.iter().map(|word| u32::from_le_bytes(*word)).collect()
}

/// The rows, in a box that scrolls through all of them.
#[component]
pub(super) fn Roster() -> impl IntoView {
    let (desk, Chosen(chosen)) = (Desk::get(), expect_context());
    let crews = Memo::new(move |_| desk.summary(|summary| summary.crews));
    let scroll = Scroll::start(crews.into());
    let held = RwSignal::new(Arc::<Held>::default());
    // How wide a row's days are in CSS pixels, and a number that rises when the colours change.
    let sheet = RwSignal::new((0_u32, 0_u32));
    let measured = NodeRef::<html::Span>::new();
    watch(measured, sheet);
    let job = move || {
        desk.wall.track();
        let (width, days) = (sheet.get().0, desk.days());
        let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
        let (first, count) = (small(scroll.first().get() + 1), small(scroll.way().rows() + 1));
        (width > 0 && !days.is_empty()).then_some(Job::View(ViewJob::Crews {
            first,
            count,
            days: (days.first, days.last),
            columns: width,
        }))
    };
    newest(Workshops::get().views(), job, move |answered| {
        if let Some(rows) = Held::of(answered) {
            held.try_set(Arc::new(rows));
        }
    });
    // Whoever is chosen elsewhere comes into sight.
    Effect::new(move |_| {
        if let Some(crew) = chosen.get() {
            scroll.show(u64::from(crew) - 1);
        }
    });
    let seen = move || {
        let (held, first) = (held.get(), scroll.first().get());
        let end = (first + scroll.way().rows() + 1).min(crews.get());
        (first + 1..=end).map(|crew| row(crew, &held, sheet)).collect_view()
    };
    view! {
        <section class="crews-roster" aria-labelledby="crews-roster-title">
            <h2 id="crews-roster-title">"Each crew" <span class="unit">", its sections by day"</span></h2>
            <p class="legend" aria-hidden="true">
                <span class="legend-item"><i class="swatch crew-a"></i><i class="swatch crew-b"></i>"one section after the other"</span>
                <span class="legend-item"><i class="swatch crew-many"></i>"several in a pixel"</span>
            </p>
            <div class="crew-row crew-head" aria-hidden="true">
                <span>"Crew"</span><span node_ref=measured>"Days"</span><span class="crew-wide">"Sections"</span><span>"Relieved"</span>
                <span class="crew-wide">"Idle days"</span>
            </div>
            <div
                class="crew-box"
                style:max-height=move || px(real(crews.get()) * LINE + 2.0)
                node_ref=scroll.place()
                role="grid"
                tabindex="0"
                aria-label="Crews"
                aria-rowcount=move || crews.get().to_string()
                aria-activedescendant=move || chosen.get().map(id)
                on:scroll=move |_| scroll.scrolled()
                on:wheel=move |event| scroll.wheeled(&event)
                on:keydown=move |event| on_key(chosen, crews.get_untracked(), scroll, &event)
            >
                <div class="log-spacer" role="presentation" style:height=move || px(scroll.way().spacer())>
                    <div class="log-lines" role="rowgroup">{seen}</div>
                </div>
            </div>
            <p class="unseen" role="status">
                {move || chosen.get().and_then(|crew| held.with(|held| held.row(crew.into()).map(|(row, ..)| sentence(desk, &row))))}
            </p>
        </section>
    }
    .into_any()
}

fn watch(place: NodeRef<html::Span>, sheet: RwSignal<(u32, u32)>) {
    let watched = StoredValue::new_local(None::<Box<dyn FnOnce()>>);
    Effect::new(move |_| {
        let Some(place) = place.get() else { return };
        let stop = uplot::watch(&place, move |width, _, drawing| {
            sheet.try_set((u32::try_from(whole(width)).unwrap_or(0), drawing));
        });
        watched.set_value(Some(Box::new(stop)));
    });
    on_cleanup(move || {
        if let Some(stop) = watched.try_update_value(Option::take).flatten() {
            stop();
        }
    });
}

/// A crew's row; without its figures where they are not there yet.
fn row(crew: u64, held: &Arc<Held>, sheet: RwSignal<(u32, u32)>) -> impl IntoView + use<> {
    let (desk, Chosen(chosen)) = (Desk::get(), expect_context());
    let small = u32::try_from(crew).unwrap_or(u32::MAX);
    let place = NodeRef::<html::Canvas>::new();
    let told = held.row(crew).map(|(row, ..)| row);
    let held = Arc::clone(held);
    Effect::new(move |_| {
        sheet.track();
        if let (Some(place), Some((_, sections, stints))) = (place.get(), held.row(crew)) {
            paint(&place, sections, stints);
        }
    });
    let number = |of: fn(&CrewRow) -> u64| told.map(|row| words::number(of(&row)));
    let is_chosen = move || chosen.get() == Some(small);
    let day = move || desk.days().place(desk.day_shown());
    view! {
        <div
            class="crew-row"
            class:chosen=is_chosen
            id=id(small)
            role="row"
            aria-rowindex=crew.to_string()
            aria-selected=move || is_chosen().to_string()
            aria-label=move || told.map(|row| sentence(desk, &row))
            on:click=move |_| chosen.set(Some(small))
        >
            <span role="rowheader">{words::number(crew)}</span>
            <span class="crew-strip" role="gridcell">
                <canvas node_ref=place></canvas>
                <i
                    class="crews-day"
                    hidden=move || day().is_none()
                    style:left=move || percent(day().map_or(0.0, |(from, wide)| (from + wide / 2.0) * 100.0))
                ></i>
            </span>
            <span class="crew-wide" role="gridcell">{number(|row| row.sections.into())}</span>
            <span role="gridcell">{told.map(|row| format!("day {}", words::number(row.relieved)))}</span>
            <span class="crew-wide" role="gridcell">{number(|row| row.idle)}</span>
        </div>
    }
}

fn id(crew: u32) -> String {
    format!("crew-{crew}")
}

fn paint(place: &<html::Canvas as ElementType>::Output, sections: &[u32], stints: &[u32]) {
    let colour = |name: &String| hex(name).map(|[red, green, blue]| [red, green, blue, 255]);
    let found: Vec<Colour> = uplot::properties(place, &TONES).iter().filter_map(colour).collect();
    let [a, b, many] = found[..] else { return };
    let row = pixels(sections, stints, &Tones { turns: [a, b], many });
    if let Err(fault) = canvas::paint(place, &row, u32::try_from(sections.len()).unwrap_or(0)) {
        log::error!("a crew's row could not be painted: {}", told(&fault));
    }
}

/// A crew in a sentence.
fn sentence(desk: Desk, row: &CrewRow) -> String {
    let crew = words::number(row.crew.into());
    if row.sections == 0 {
        return format!("Crew {crew} gets no section and is relieved on {}.", dated(desk, row.relieved));
    }
    format!(
        "Crew {crew}: {}, relieved on {}, {} at work, {} idle.",
        words::counted(row.sections.into(), "section", "sections"),
        dated(desk, row.relieved),
        words::days(row.worked),
        words::days(row.idle),
    )
}

/// Arrows, Page keys, Home and End choose a crew; Escape lets it go.
fn on_key(chosen: RwSignal<Option<u32>>, crews: u64, scroll: Scroll, event: &KeyboardEvent) {
    if event.ctrl_key() || event.alt_key() || event.meta_key() {
        return;
    }
    let at = chosen.get_untracked().map_or(0, u64::from);
    let page = scroll.way_now().rows();
    let to = match event.key().as_str() {
        "ArrowDown" => at + 1,
        "ArrowUp" => at.saturating_sub(1),
        "PageDown" => at + page,
        "PageUp" => at.saturating_sub(page),
        "Home" => 1,
        "End" => crews,
        "Escape" if at > 0 => {
            event.prevent_default();
            return chosen.set(None);
        }
        _ => return,
    };
    event.prevent_default();
    chosen.set(u32::try_from(to.clamp(1, crews.max(1))).ok());
}
