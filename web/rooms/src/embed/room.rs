//! The room that makes the code for another page, with a look at what comes of it. Not for the code itself.

use icewall_protocol::workshop::{Job, Made};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::looked_at;
use super::snippet::{Choice, address, code};
use crate::browser::{address as page, clipboard};
use crate::desk::Desk;
use crate::workshop::Workshops;

/// The parts that can be left out, by what a frame's address calls them.
const PARTS: [(&str, &str); 4] =
    [("wall", "The wall's text"), ("parameters", "Parameters"), ("charts", "Charts"), ("figures", "Figures")];
const THEMES: [(&str, &str); 3] = [("", "As the reader's system"), ("light", "Light"), ("dark", "Dark")];
const HEIGHTS: [u32; 4] = [320, 560, 800, 1200];

/// The room.
#[component]
pub(crate) fn EmbedRoom() -> impl IntoView {
    let (desk, workshops) = (Desk::get(), Workshops::get());
    let packed = RwSignal::new(None::<String>);
    let choice =
        RwSignal::new(Choice { element: false, height: HEIGHTS[1], theme: THEMES[0].0, hidden: Vec::new() });
    let said = RwSignal::new("");
    Effect::new(move |_| {
        if desk.wall.with(Option::is_none) {
            return;
        }
        let answer = workshops.views().ask(Job::Link);
        spawn_local(async move {
            if let Ok(answered) = answer.await
                && let Made::Link(link) = answered.made
            {
                packed.try_set(Some(link));
            }
        });
    });
    let link = Memo::new(move |_| packed.get().map(|packed| packed + &looked_at(desk)));
    let made = move |of: fn(&Choice, &str, &str) -> String| {
        let base = page::folder_address();
        Memo::new(move |_| link.get().map(|link| choice.with(|choice| of(choice, &base, &link))))
    };
    let (text, frame) = (made(code), made(address));
    let copy = move |_| {
        let text = text.get_untracked().unwrap_or_default();
        spawn_local(async move {
            let copied = clipboard::write(&text).await;
            said.try_set(if copied { "Copied." } else { "Select the code and copy it with the keyboard." });
        });
    };
    view! {
        <section class="embed" aria-labelledby="embed-title">
            <h1 id="embed-title">"Put it into a page of yours"</h1>
            <p class="muted">
                "The wall that is shown goes into the code. Readers can change it there; nobody's own wall is touched. "
                <a href="docs/embedding.html">"How it speaks with your page"</a>
            </p>
            <Choices choice />
            <p class="muted" hidden=move || text.with(Option::is_some)>
                {move || if desk.wall.with(Option::is_none) { "There is no result yet: mend the wall first." } else { "It is being made…" }}
            </p>
            <div hidden=move || text.with(Option::is_none)>
                <label for="embed-code">"The code"</label>
                <textarea id="embed-code" readonly rows="4" spellcheck="false" prop:value=move || text.get().unwrap_or_default()></textarea>
                <p><button type="button" class="primary" on:click=copy>"Copy the code"</button> <span role="status">{move || said.get()}</span></p>
                <h2>"What comes of it"</h2>
                {move || frame.get().map(|src| view! {
                    <iframe class="embed-frame" title="Icewall, embedded" src=src style:height=move || height(choice.get().height)></iframe>
                })}
            </div>
        </section>
    }
    .into_any()
}

fn height(height: u32) -> String {
    [&height.to_string(), "px"].concat()
}

/// What can be chosen.
#[component]
fn Choices(choice: RwSignal<Choice>) -> impl IntoView {
    let kind = |element: bool, words: &'static str| {
        view! {
            <label class="embed-choice">
                <input
                    type="radio"
                    name="embed-kind"
                    prop:checked=move || choice.with(|choice| choice.element == element)
                    on:change=move |_| choice.update(|choice| choice.element = element)
                />
                {words}
            </label>
        }
    };
    let theme = move |event| {
        let wanted = event_target_value(&event);
        if let Some((name, _)) = THEMES.iter().find(|(name, _)| *name == wanted) {
            choice.update(|choice| choice.theme = name);
        }
    };
    let tall = move |event| {
        if let Ok(height) = event_target_value(&event).parse() {
            choice.update(|choice| choice.height = height);
        }
    };
    let part = move |(name, words): (&'static str, &'static str)| {
        let turn = move |_| {
            choice.update(|choice| match choice.hidden.iter().position(|hidden| *hidden == name) {
                Some(at) => drop(choice.hidden.remove(at)),
                None => choice.hidden.push(name),
            });
        };
        view! {
            <label class="embed-choice">
                <input type="checkbox" prop:checked=move || choice.with(|choice| !choice.hidden.contains(&name)) on:change=turn />
                {words}
            </label>
        }
    };
    view! {
        <div class="embed-choices">
            <fieldset>
                <legend>"As"</legend>
                {kind(false, "A frame")}
                {kind(true, "An element that speaks with the page")}
            </fieldset>
            <fieldset>
                <legend>"Shows"</legend>
                {PARTS.map(part).collect_view()}
            </fieldset>
            <label>
                "Colours "
                <select on:change=theme>
                    {THEMES.map(|(name, words)| view! { <option value=name>{words}</option> }).collect_view()}
                </select>
            </label>
            <label hidden=move || choice.with(|choice| choice.element)>
                "Height in pixels "
                <select on:change=tall prop:value=move || choice.with(|choice| choice.height.to_string())>
                    {HEIGHTS.map(|height| view! { <option value=height.to_string() selected=height == HEIGHTS[1]>{height}</option> }).collect_view()}
                </select>
            </label>
        </div>
    }
    .into_any()
}
