//! The app in a frame of another page: it tells that page its results and hears its wishes, and leads to the whole
//! app. And the room that makes such a frame. Not for what a frame hides: that is a matter of styles.

mod address;
mod room;
mod snippet;

use icewall_protocol::desk::Wish;
use icewall_protocol::{Setting, Summary};
use icewall_ui::number::{real, whole};
use leptos::prelude::*;
use wasm_bindgen::JsValue;

use crate::browser::embed::{self, Said};
use crate::browser::root;
use crate::desk::{Desk, wish};

pub(crate) use room::EmbedRoom;

/// Speaks with the page around, where this one is embedded, and shows the way to the whole app.
#[component]
pub(crate) fn Embedded() -> impl IntoView {
    let desk = Desk::get();
    root::is_embedded().then(|| {
        speak(desk);
        view! { <WholeApp /> }
    })
}

/// A link to the whole app with the wall that is shown here, in the same view and on the same day.
#[component]
fn WholeApp() -> impl IntoView {
    let desk = Desk::get();
    let href = move || {
        let looked_at = looked_at(desk);
        desk.wall.with(|wall| wall.as_ref().and_then(|wall| address::of_wall(&wall.shown, &looked_at)))
    };
    view! {
        <a class="embed-open" target="_blank" rel="noopener" href=href hidden=move || href().is_none()>
            "Open in the whole app"
        </a>
    }
    .into_any()
}

/// How the wall that is shown is looked at, as the last parts of a link. Tracks.
fn looked_at(desk: Desk) -> String {
    let view = desk.tables.with(|tables| tables.view);
    address::looked_at(view, desk.summary(|summary| summary.profiles), desk.day.get())
}

fn speak(desk: Desk) {
    Effect::new(move |_| {
        desk.wall.with(|wall| {
            if let Some(wall) = wall {
                embed::tell("result", &figures(&wall.shown.summary));
            }
        });
    });
    Effect::new(move |_| embed::tell("day", &[("day", amount(desk.day.get()))]));
    Effect::new(move |_| embed::tell("stale", &[("stale", desk.stale.get().into())]));
    embed::hear(move |said| hear(desk, said));
    embed::tell("ready", &[]);
    embed::tell_size();
}

/// What a result is told as.
fn figures(summary: &Summary) -> [(&'static str, JsValue); 13] {
    let whole = |number: u64| amount(Some(number));
    let text = |text: &Option<String>| text.as_deref().map_or(JsValue::NULL, JsValue::from_str);
    [
        ("days", whole(summary.finish_day)),
        ("ice", whole(summary.ice)),
        ("cost", whole(summary.cost)),
        ("wages", whole(summary.wages)),
        ("profiles", whole(summary.profiles.into())),
        ("sections", whole(summary.sections.into())),
        ("crews", whole(summary.crews)),
        ("idleCrewDays", whole(summary.idle_crew_days)),
        ("utilisation", amount(summary.utilisation_permille.map(u64::from))),
        ("lowerBound", whole(summary.lower_bound)),
        ("peakIce", amount(summary.peak.map(|peak| peak.ice))),
        ("finishDate", text(&summary.finish_date)),
        ("threads", amount(root::hook("threads").and_then(|threads| threads.parse().ok()))),
    ]
}

/// A figure as JavaScript has numbers: the model refuses what they could not hold exactly.
fn amount(number: Option<u64>) -> JsValue {
    number.map_or(JsValue::NULL, |number| JsValue::from_f64(real(number)))
}

fn hear(desk: Desk, said: Said) {
    match (said.kind.as_str(), said.text) {
        ("set", Some(text)) => {
            let settings = said.settings.into_iter();
            let settings = settings.map(|(key, value)| Setting { key, value }).collect();
            wish(&Wish::Take { name: "wall.txt".to_owned(), settings }, &text.into());
        }
        ("set", None) => {
            let settings = said.settings.into_iter().map(|(key, value)| Setting { key, value });
            settings.for_each(|setting| wish(&Wish::Set(setting), &JsValue::UNDEFINED));
        }
        // The script lets only whole days from 1 through.
        ("day", _) => desk.look_at(said.day.map(whole)),
        (kind, _) => log::debug!("embed: nothing is known of {kind}"),
    }
}
