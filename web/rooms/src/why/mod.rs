//! Why a figure is what it is: its formula with the values put in, and where the documentation tells of it. Not for
//! the values, which the page and the workshops tell.
//!
//! ```text
//! button, column of buttons ─▶ question ─▶ workshops ─▶ formulas (wall, days) · milestones · building (crews, sections)
//!                                                     · plans · counted (log, saved walls) ─▶ dialog
//! ```

mod building;
mod button;
mod column;
mod counted;
mod formulas;
mod milestones;
mod plans;
mod question;

use icewall_protocol::desk::Why as Asked;
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::dialog;
use crate::desk::{Desk, hear};
use crate::workshop::Workshops;
pub(crate) use button::WhyButton;
pub(crate) use column::{Column, pressed};
pub(crate) use counted::Sums;
use formulas::{Formula, Part};
pub(crate) use question::Question;

/// What was asked last, by the page or by a room. It lives as long as the page.
#[derive(Clone, Copy)]
pub(crate) struct Reasons(RwSignal<Option<Question>>);

impl Reasons {
    /// Nothing is asked; the page is heard from now on.
    pub(crate) fn start() -> Self {
        let reasons = Self(RwSignal::new(None));
        hear(move |Asked(figure), _| reasons.ask(Question::Figure(figure)));
        reasons
    }

    /// It, from the context.
    fn get() -> Self {
        expect_context()
    }

    /// Asks; the dialog opens with the answer.
    pub(crate) fn ask(self, question: Question) {
        self.0.try_set(Some(question));
    }
}

/// The dialog. It opens whenever a figure is asked about.
#[component]
pub(crate) fn Why() -> impl IntoView {
    let (desk, workshops, Reasons(asked)) = (Desk::get(), Workshops::get(), Reasons::get());
    let place = NodeRef::<Dialog>::new();
    let shown = RwSignal::new(Formula::default());
    Effect::new(move |_| {
        let Some(question) = asked.get() else { return };
        spawn_local(async move {
            if let (Some(formula), Some(place)) =
                (question.answer(desk, workshops).await, place.get_untracked())
            {
                shown.set(formula);
                dialog::open(&place);
            }
        });
    });
    let close = move || {
        if let Some(place) = place.get_untracked() {
            dialog::close(&place);
        }
    };
    view! {
        <dialog class="palette keys why-dialog" node_ref=place aria-labelledby="why-title" on:click=move |event| if dialog::is_outside(&event) { close() }>
            <div class="keys-sheet">
                <div class="keys-head">
                    <h2 id="why-title">{move || shown.with(|formula| formula.title.clone())}</h2>
                    <button type="button" on:click=move |_| close()>"Close"</button>
                </div>
                {move || shown.get().parts.into_iter().map(part).collect_view()}
                <p>
                    <a href=move || shown.with(|formula| ["docs/", formula.chapter].concat())>"The model tells more"</a>
                </p>
            </div>
        </dialog>
    }
    .into_any()
}

fn part(part: Part) -> impl IntoView {
    let Part { name, words, lines } = part;
    view! {
        <div>
            {(!name.is_empty()).then(|| view! { <h3 class="why-name">{name}</h3> })}
            {(!words.is_empty()).then(|| view! { <p class="why-formula">{words}</p> })}
            {lines.into_iter().map(|line| view! { <p class="why-line">{line}</p> }).collect_view()}
        </div>
    }
}
