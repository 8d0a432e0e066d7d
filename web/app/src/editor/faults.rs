//! The list of faults and warnings: each says what was found, and leads to its place.

use icewall_protocol::{Diagnostic, Place, Severity};
use leptos::prelude::*;

use super::Editor;
use super::marks::counts;
use crate::browser::root;
use crate::state::{Source, State};
use crate::words;

/// What is wrong with the wall, or that nothing is.
#[component]
pub(super) fn Faults() -> impl IntoView {
    let state = State::get();
    let editor = Editor::get();
    let standing = Memo::new(move |_| {
        state.reply.with(|reply| {
            reply.as_ref().map(|reply| summary(&reply.diagnostics, reply.more_faults)).unwrap_or_default()
        })
    });
    let list = Memo::new(move |_| {
        state.reply.with(|reply| reply.as_ref().map(|reply| ordered(&reply.diagnostics)).unwrap_or_default())
    });
    let more = move || state.reply.with(|reply| reply.as_ref().map_or(0, |reply| reply.more_faults));
    let any_fault = move || list.with(|list| list.iter().any(|entry| entry.severity == Severity::Fault));
    view! {
        <div class="faults" class:faulty=any_fault>
            <p class="faults-standing" id="wall-standing" role="status">{standing}</p>
            <ol class="faults-list" hidden=move || list.with(Vec::is_empty)>
                {move || list.get().into_iter().map(|entry| item(state, editor, entry)).collect_view()}
                {move || (more() > 0).then(|| {
                    view! { <li class="faults-more">{format!("and {} more", words::counted(u64::from(more()), "fault", "faults"))}</li> }
                })}
            </ol>
        </div>
    }
    .into_any()
}

fn item(state: State, editor: Editor, entry: Diagnostic) -> impl IntoView {
    let Diagnostic { severity, place, message, hint } = entry;
    let (kind, label) = match severity {
        Severity::Fault => ("fault", "Fault: "),
        Severity::Warning => ("warning", "Warning: "),
    };
    let said = view! {
        <span class=format!("spot {kind}") aria-hidden="true"></span>
        <span class="unseen">{label}</span>
        {spot(&place).map(|spot| view! { <span class="faults-place">{spot}</span> })}
        <span class="faults-message">{message} {hint.map(|hint| view! { " " <span class="faults-hint">{hint}</span> })}</span>
    };
    // The places of a file cannot be gone to: it is not in the editor.
    let reachable = state.source.with_untracked(|source| matches!(source, Source::Text(_)));
    match place {
        Place::Text { line, column, length, .. } if reachable => {
            view! { <li><button type="button" on:click=move |_| editor.go_to(line, column, length)>{said}</button></li> }
                .into_any()
        }
        Place::Field(key) => {
            let go = move |_| root::focus(&format!("field-{key}"));
            view! { <li><button type="button" on:click=go>{said}</button></li> }.into_any()
        }
        _ => view! { <li class="faults-item">{said}</li> }.into_any(),
    }
}

/// Where a diagnostic stands, in words.
fn spot(place: &Place) -> Option<String> {
    match place {
        Place::Text { line, column, .. } => Some(format!(
            "Line {}, column {}",
            words::number(u64::from(*line)),
            words::number(u64::from(*column))
        )),
        Place::Field(key) => Some(crate::parameters::label(key).to_owned()),
        Place::Wall => None,
    }
}

/// What concerns the whole wall comes first, then the fields, then the text in its order.
fn ordered(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let rank = |diagnostic: &Diagnostic| match diagnostic.place {
        Place::Wall => 0,
        Place::Field(_) => 1,
        Place::Text { .. } => 2,
    };
    let of_rank = |wanted| diagnostics.iter().filter(move |diagnostic| rank(diagnostic) == wanted);
    (0..3).flat_map(of_rank).cloned().collect()
}

fn summary(diagnostics: &[Diagnostic], more: u32) -> String {
    let (faults, warnings) = counts(diagnostics);
    let faults = faults + u64::from(more);
    let told = |count, one, many| (count > 0).then(|| words::counted(count, one, many));
    match (told(faults, "fault", "faults"), told(warnings, "warning", "warnings")) {
        (None, None) => String::new(),
        (Some(only), None) | (None, Some(only)) => only,
        (Some(faults), Some(warnings)) => format!("{faults}, {warnings}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_concerns_the_whole_wall_comes_before_the_places_of_its_text() {
        let entry =
            |place| Diagnostic { severity: Severity::Fault, place, message: String::new(), hint: None };
        let text = |line| Place::Text { line, column: 1, length: 1, pointer: None };
        let field = || Place::Field("build_rate".to_owned());
        let given = [entry(text(1)), entry(text(2)), entry(field()), entry(Place::Wall)];
        let places: Vec<Place> = ordered(&given).into_iter().map(|entry| entry.place).collect();
        assert_eq!(places, [Place::Wall, field(), text(1), text(2)]);
    }
}
