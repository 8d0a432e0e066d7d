//! Why a figure is what it is: its formula with the values put in, and where the model tells of it. Not for the
//! values, which the page and the workshop tell.

mod formulas;

use icewall_protocol::desk::{Figure, Why as Asked};
use icewall_protocol::workshop::{Job, Made, Terms};
use leptos::html::Dialog;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::dialog;
use crate::desk::{Desk, hear};
use crate::workshop::Workshops;
use formulas::{Formula, formula};

/// The dialog. It opens whenever the page asks about a figure.
#[component]
pub(crate) fn Why() -> impl IntoView {
    let desk = Desk::get();
    let place = NodeRef::<Dialog>::new();
    let shown = RwSignal::new(None::<Formula>);
    let views = StoredValue::new_local(Workshops::get().views());
    hear(move |Asked(figure), _| {
        let day = untrack(move || if figure == Figure::Day { desk.day_shown() } else { 0 });
        let answer = views.with_value(|views| views.ask(Job::Terms { day }));
        spawn_local(async move {
            let Ok(answered) = answer.await else { return };
            if let Made::Terms(terms) = answered.made {
                open(desk, figure, &terms, shown, place);
            }
        });
    });
    let close = move || {
        if let Some(place) = place.get_untracked() {
            dialog::close(&place);
        }
    };
    let lines = move || {
        let lines = shown.get().map(|formula| formula.lines).unwrap_or_default();
        lines.into_iter().map(|line| view! { <p class="why-line">{line}</p> }).collect_view()
    };
    let part = move |of: fn(Formula) -> &'static str| move || shown.get().map(of).unwrap_or_default();
    view! {
        <dialog class="palette keys why-dialog" node_ref=place aria-labelledby="why-title" on:click=move |event| if dialog::is_outside(&event) { close() }>
            <div class="keys-sheet">
                <div class="keys-head">
                    <h2 id="why-title">{part(|formula| formula.title)}</h2>
                    <button type="button" on:click=move |_| close()>"Close"</button>
                </div>
                <p class="why-formula">{part(|formula| formula.words)}</p>
                {lines}
                <p>
                    <a href=move || format!("docs/model.html#{}", part(|formula| formula.chapter)())>"The model tells more"</a>
                </p>
            </div>
        </dialog>
    }
    .into_any()
}

/// Opens the dialog on a figure, unless the wall has gone meanwhile.
fn open(desk: Desk, figure: Figure, terms: &Terms, shown: RwSignal<Option<Formula>>, place: NodeRef<Dialog>) {
    let formula = untrack(move || {
        desk.wall.with(|wall| wall.as_ref().map(|wall| formula(figure, &wall.shown.summary, terms)))
    });
    shown.try_set(formula);
    if let Some(place) = place.try_get_untracked().flatten() {
        dialog::open(&place);
    }
}
