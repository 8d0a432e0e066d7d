//! The page's head: its name, the engine that runs, the theme; and a line for what befell it.

use icewall_protocol::{EngineKind, Ready};
use leptos::prelude::*;

use crate::browser::dialog::go_to;
use crate::browser::root;
use crate::browser::service_worker::{reload_isolated, take_over};
use crate::browser::theme::Theme;
use crate::state::{EngineStatus, Offer, State};
use crate::words;

/// The parts of the page: what the address calls them, and their names.
const ROOMS: [(&str, &str); 9] = [
    ("wall", "Wall"),
    ("plan", "Plan"),
    ("compare", "Compare"),
    ("crews", "Crews"),
    ("diagram", "Diagram"),
    ("milestones", "Milestones"),
    ("log", "Log"),
    ("saved", "Saved"),
    ("export", "Export"),
];

/// The head of the page.
#[component]
pub(crate) fn Header() -> impl IntoView {
    view! {
        <header class="head">
            <button type="button" class="skip" on:click=|_| root::focus("answer")>"To the result"</button>
            <h1 class="head-name">"Icewall"</h1>
            <Places />
            <p class="head-what">"When the wall is finished, what each day takes, what it costs"</p>
            <EngineBadge />
            <ThemeButton />
            <span id="embed"></span>
        </header>
    }
    .into_any()
}

/// The parts of the page, and what stands beside it.
#[component]
fn Places() -> impl IntoView {
    let state = State::get();
    let place = move |fragment: &'static str, word: &'static str| {
        // Risk and speed are parts of the planner.
        let within = move || fragment == "plan" && (state.is_at("risk") || state.is_at("speed"));
        let here = move || if state.is_at(fragment) { Some("page") } else { within().then_some("true") };
        view! { <a class="head-link" href=format!("#/{fragment}") aria-current=here>{word}</a> }
    };
    view! {
        <nav class="head-places" aria-label="Icewall">
            {ROOMS.map(|(fragment, word)| place(fragment, word)).collect_view()}
            <a class="head-link" href="api.html">"API"</a>
            <a class="head-link" href="docs/">"Docs"</a>
        </nav>
    }
    .into_any()
}

/// Which engine runs, with the details on demand.
#[component]
fn EngineBadge() -> impl IntoView {
    let state = State::get();
    let down = move || state.engine.with(|engine| matches!(engine, EngineStatus::Down { .. }));
    view! {
        <button type="button" class="badge" class:down=down popovertarget="engine-details">
            {move || state.engine.with(badge)}
        </button>
        <div class="details" id="engine-details" popover="auto">
            <h2>"The engine"</h2>
            <p>{move || state.engine.with(details)}</p>
            <Show when=move || state.can_reload.get()>
                <p>
                    <button type="button" on:click=|_| reload_isolated()>"Use all cores"</button>
                    " The page is loaded once more; your wall is kept."
                </p>
            </Show>
            <p>
                <button type="button" popovertarget="engine-details" on:click=|_| go_to("#/settings")>"Settings"</button>
                " How many threads compute, and how numbers are written."
            </p>
        </div>
    }
    .into_any()
}

fn badge(engine: &EngineStatus) -> String {
    match engine {
        EngineStatus::Starting => "starting…".to_owned(),
        EngineStatus::Up(ready) => words::counted(u64::from(ready.threads), "thread", "threads"),
        EngineStatus::Restarting { .. } => "starting again…".to_owned(),
        EngineStatus::Down { .. } => "stopped".to_owned(),
    }
}

fn details(engine: &EngineStatus) -> String {
    match engine {
        EngineStatus::Starting => "It is being loaded.".to_owned(),
        EngineStatus::Up(Ready { engine: EngineKind::Threads, threads, .. }) => {
            let threads = words::counted(u64::from(*threads), "thread", "threads");
            format!(
                "All figures are computed in this browser, by {threads} with shared memory. Nothing is sent anywhere."
            )
        }
        EngineStatus::Up(Ready { engine: EngineKind::Single, why, .. }) => {
            let why = why.as_ref().map(|why| format!(" {why}")).unwrap_or_default();
            format!("All figures are computed in this browser, by one thread. Nothing is sent anywhere.{why}")
        }
        EngineStatus::Restarting { why } => format!("{why} It is being started again."),
        EngineStatus::Down { why } => format!("{why} It was not started again."),
    }
}

/// Light, dark, or as the system has it.
#[component]
fn ThemeButton() -> impl IntoView {
    let theme = RwSignal::new(Theme::kept());
    Theme::watch(move |chosen| theme.set(chosen));
    let turn = move |_| theme.get_untracked().next().choose();
    let label = move || format!("Theme: {}. Change it", theme.get().name());
    view! {
        <button type="button" class="theme" aria-label=label on:click=turn>
            <span class=move || format!("theme-icon {}", theme.get().name()) aria-hidden="true"></span>
            <span class="theme-name" aria-hidden="true">{move || theme.get().name()}</span>
        </button>
    }
    .into_any()
}

/// A line that tells when the engine stopped and was started again, until it is put away.
#[component]
pub(crate) fn Mishap() -> impl IntoView {
    let state = State::get();
    let up = move || state.engine.with(|engine| matches!(engine, EngineStatus::Up(_)));
    let why = move || state.mishap.get().filter(|_| up());
    view! {
        <div class="mishap" role="status">
            {move || why().map(|why| view! {
                <p>{why} " It was started again, and your wall computed once more."</p>
                <button type="button" class="quiet" on:click=move |_| state.mishap.set(None)>"Close"</button>
            })}
        </div>
    }
    .into_any()
}

/// A line that offers a new version of the app.
#[component]
pub(crate) fn Offers() -> impl IntoView {
    let state = State::get();
    let offer = move || {
        state.offer.get().map(|offer| {
            let words = match offer {
                Offer::NewVersion => "A new version of Icewall is ready.",
                Offer::Replaced => "Icewall was renewed in another tab.",
            };
            let renew = move |_| match offer {
                Offer::NewVersion => take_over(),
                Offer::Replaced => root::reload(),
            };
            view! {
                <p>{words} " Your wall is kept."</p>
                <button type="button" on:click=renew>"Load it"</button>
                <button type="button" class="quiet" on:click=move |_| state.offer.set(None)>"Later"</button>
            }
        })
    };
    view! { <div class="mishap offer" role="status">{offer}</div> }.into_any()
}
