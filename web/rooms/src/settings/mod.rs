//! The settings: the theme, how numbers are written, how many threads compute. They belong to this browser,
//! not to a wall. Not for what a wall is computed with: those are its parameters.

mod choices;

use leptos::prelude::*;

use crate::browser::theme::Theme;
use crate::browser::{address, locale, prefs, root, worker};
use crate::desk::Desk;
use crate::words;
use choices::LOCALES;

/// The themes, and what they are called.
const THEMES: [(Theme, &str); 3] =
    [(Theme::Auto, "As the system has it"), (Theme::Light, "Light"), (Theme::Dark, "Dark")];

/// The room.
#[component]
pub(crate) fn SettingsRoom() -> impl IntoView {
    let desk = Desk::get();
    // The number of threads counts from the next load on.
    let (waits, is_kept) = (RwSignal::new(false), RwSignal::new(true));
    let write_as = move |event| is_kept.set(locale::choose(chosen(&event_target_value(&event))));
    let compute_with = move |event| {
        is_kept.set(prefs::set(prefs::THREADS, chosen(&event_target_value(&event))));
        waits.set(true);
    };
    let is_linked = move || desk.wall.with(|wall| wall.as_ref().is_some_and(|wall| wall.shown.linked));
    view! {
        <section class="settings" aria-labelledby="settings-title">
            <h1 id="settings-title">"Settings"</h1>
            <p class="muted">"They belong to this browser, not to a wall."</p>
            <Themes />
            <div class="settings-part">
                <label for="settings-locale">"Numbers and dates"</label>
                <select id="settings-locale" aria-describedby="settings-example" on:change=write_as>
                    {options(&kept(prefs::LOCALE), locales())}
                </select>
                <p class="muted" id="settings-example">{move || format!("They are written like this now: {}", words::number(32_233_500))}</p>
            </div>
            <div class="settings-part">
                <label for="settings-threads">"Threads that compute"</label>
                <select id="settings-threads" aria-describedby="settings-most" on:change=compute_with>
                    {options(&kept(prefs::THREADS), threads())}
                </select>
                <p class="muted" id="settings-most">{about_threads()}</p>
            </div>
            <div class="settings-again" role="status">
                <Show when=move || !is_kept.get()>
                    <p>"This browser keeps no settings for this page: the choice is lost."</p>
                </Show>
                <Show when=move || waits.get() && is_kept.get()>
                    <p>
                        "The threads count when the page is loaded again. "
                        {move || if is_linked() {
                            "This wall came with a link: keep it as yours first, or it is gone then."
                        } else {
                            "Your wall is kept."
                        }}
                    </p>
                    <button type="button" on:click=|_| root::reload()>"Load the page again"</button>
                </Show>
            </div>
        </section>
    }
    .into_any()
}

/// Light, dark, or as the system has it. It counts at once.
#[component]
fn Themes() -> impl IntoView {
    let theme = RwSignal::new(Theme::kept());
    Theme::watch(move |chosen| {
        theme.try_set(chosen);
    });
    let option = move |(one, name): (Theme, &'static str)| {
        view! {
            <label class="choice">
                <input type="radio" name="settings-theme" prop:checked=move || theme.get() == one on:change=move |_| one.choose() />
                <span>{name}</span>
            </label>
        }
    };
    view! {
        <fieldset class="settings-part">
            <legend>"Theme"</legend>
            <div class="choices">{THEMES.map(option).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// What is kept of a choice: nothing for the first one.
fn chosen(value: &str) -> Option<&str> {
    Some(value).filter(|value| !value.is_empty())
}

fn kept(key: &str) -> String {
    prefs::get(key).unwrap_or_default()
}

/// A value and what is read, each.
fn options(kept: &str, all: Vec<(String, String)>) -> impl IntoView + use<> {
    let chosen = kept.to_owned();
    all.into_iter()
        .map(|(value, word)| {
            let is_chosen = value == chosen;
            view! { <option value=value selected=is_chosen>{word}</option> }
        })
        .collect_view()
}

fn locales() -> Vec<(String, String)> {
    let own = [(String::new(), "As the browser has it".to_owned())];
    let named = |(tag, name): (&str, &str)| (tag.to_owned(), format!("{name}:  {}", locale::example(tag)));
    own.into_iter().chain(LOCALES.into_iter().map(named)).collect()
}

fn threads() -> Vec<(String, String)> {
    let most = worker::cores().min(worker::THREADS_MOST);
    let automatic = format!("As many as there are processors: {}", words::number(most.into()));
    let each =
        (1..=most).map(|threads| (threads.to_string(), words::counted(threads.into(), "thread", "threads")));
    std::iter::once((String::new(), automatic)).chain(each).collect()
}

fn about_threads() -> String {
    match address::query("threads") {
        Some(threads) => format!("The address asks for {threads}: that goes before what is chosen here."),
        None => "?threads=2 in the address goes before what is chosen here.".to_owned(),
    }
}
