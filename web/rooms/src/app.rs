//! Where each room stands. Not for what is in it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;

use crate::browser::{clock, locale, save};
use crate::commands::Commands;
use crate::compare::{Beside, CompareRoom};
use crate::crews::CrewsRoom;
use crate::desk::Desk;
use crate::diagram::DiagramRoom;
use crate::elevation::Elevation;
use crate::embed::{EmbedRoom, Embedded};
use crate::export::ExportRoom;
use crate::history::HistoryRoom;
use crate::milestones::MilestonesRoom;
use crate::plan::{PlanRoom, Wanted};
use crate::risk::{Chances, RiskRoom};
use crate::saved::{SavedRoom, Shelf};
use crate::settings::SettingsRoom;
use crate::speed::SpeedRoom;
use crate::tables::{OfDaily, OfUntil};
use crate::why::{Reasons, Why};
use crate::worklog::Log;
use crate::workshop::Workshops;

/// Makes a part of the page.
type Part = fn() -> AnyView;

/// What stands beside the room that the address names, and where.
const BESIDE: [(&str, Part); 6] = [
    ("commands", || view! { <Commands /> }.into_any()),
    ("why", || view! { <Why /> }.into_any()),
    ("embed", || view! { <Embedded /> }.into_any()),
    ("daily-table", || view! { <OfDaily /> }.into_any()),
    ("until-table", || view! { <OfUntil /> }.into_any()),
    ("below", || view! { <Elevation /> }.into_any()),
];

/// Mounts the rooms into the places that the page keeps for them. What they share belongs to the first,
/// which lives as long as the page.
pub(crate) fn mount() {
    locale::watch();
    save::tidy();
    at("rooms", || {
        let desk = Desk::start();
        let kept = Beside::start(desk);
        let workshops = Workshops::start(desk, kept);
        let shelf = Shelf::start();
        let reasons = Reasons::start();
        let share = move || {
            provide_context(desk);
            provide_context(kept);
            provide_context(workshops);
            provide_context(shelf);
            provide_context(reasons);
        };
        share();
        // In a task each: all of them at once would keep the page from hearing its visitor for too long.
        spawn_local(async move {
            for (id, room) in BESIDE {
                clock::own_task().await;
                at(id, move || {
                    share();
                    room()
                });
            }
        });
        provide_context(Wanted::start());
        provide_context(Chances::start());
        view! { <Room /> }.into_any()
    });
}

/// Mounts something into the element of this id, if the page has one.
fn at(id: &str, room: impl FnOnce() -> AnyView + 'static) {
    if let Some(place) = document().get_element_by_id(id) {
        mount_to(place.unchecked_into(), room).forget();
    }
}

/// The room that the address names.
#[component]
fn Room() -> impl IntoView {
    let desk = Desk::get();
    let room = Memo::new(move |_| desk.room());
    move || match room.get().as_str() {
        "" | "wall" => ().into_any(),
        "crews" => view! { <CrewsRoom /> }.into_any(),
        "diagram" => view! { <DiagramRoom /> }.into_any(),
        "plan" => view! { <PlanRoom /> }.into_any(),
        "compare" => view! { <CompareRoom /> }.into_any(),
        "risk" => view! { <RiskRoom /> }.into_any(),
        "speed" => view! { <SpeedRoom /> }.into_any(),
        "saved" => view! { <SavedRoom /> }.into_any(),
        "embed" => view! { <EmbedRoom /> }.into_any(),
        "history" => view! { <HistoryRoom /> }.into_any(),
        "settings" => view! { <SettingsRoom /> }.into_any(),
        "export" => view! { <ExportRoom /> }.into_any(),
        "milestones" => view! { <MilestonesRoom /> }.into_any(),
        "log" => view! { <Log /> }.into_any(),
        _ => view! {
            <h1>"There is no such page"</h1>
            <p>
                "The address names a part that Icewall has not. "
                <a href="#/wall">"Back to the wall"</a>
            </p>
        }
        .into_any(),
    }
}
