//! The line numbers, and the marks on them. Only what can be seen is there, however long the text.

use std::fmt::Write as _;

use icewall_protocol::Severity;
use leptos::prelude::*;

use super::marks::{Mark, marks};
use super::{Editor, LINE_PX, place};
use crate::browser::css::px;
use crate::state::{Source, State};

/// How many lines are drawn: more than an editor is ever high.
const DRAWN: u32 = 100;

/// The gutter left of the text.
#[component]
pub(super) fn Gutter() -> impl IntoView {
    let state = State::get();
    let editor = Editor::get();
    let lines = Memo::new(move |_| {
        state.source.with(|source| match source {
            Source::Text(text) => place::line_count(text),
            Source::File { .. } => 1,
        })
    });
    let first = Memo::new(move |_| first_line(editor.scrolled.get()));
    let shift = move || {
        let shift = f64::from(first.get() - 1) * LINE_PX - editor.scrolled.get();
        format!("translateY({shift}px)")
    };
    let width = move || format!("{}ch", digits(lines.get()).max(2));
    view! {
        <div class="gutter" aria-hidden="true">
            <span class="probe" node_ref=editor.probe>"0000000000"</span>
            <div class="gutter-lines" style:transform=shift style:min-width=width>
                <pre>{move || numbers(first.get(), lines.get())}</pre>
                {move || state.reply.with(|reply| {
                    let marks = marks(reply.as_ref().map_or(&[], |reply| &reply.diagnostics));
                    let seen = first.get()..first.get() + DRAWN;
                    marks.range(seen).map(|(&line, &mark)| drawn(editor, first.get(), line, mark)).collect_view()
                })}
            </div>
        </div>
    }
    .into_any()
}

fn drawn(editor: Editor, first: u32, line: u32, mark: Mark) -> impl IntoView {
    let kind = match mark.severity {
        Severity::Fault => "spot fault",
        Severity::Warning => "spot warning",
    };
    let top = px(f64::from(line - first) * LINE_PX);
    let go = move |_| editor.go_to(line, mark.column, mark.length);
    view! { <span class=kind style:top=top on:click=go></span> }
}

/// The first line that can be seen, from 1.
fn first_line(scrolled: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a scroll position in lines: the cast saturates, and 0 is right for what is below"
    )]
    let above = (scrolled / LINE_PX) as u32;
    above.saturating_add(1)
}

fn numbers(first: u32, lines: u32) -> String {
    let mut numbers = String::new();
    for line in first..(first + DRAWN).min(lines + 1) {
        // Writing to a string cannot fail.
        let _ = writeln!(numbers, "{line}");
    }
    numbers
}

fn digits(number: u32) -> u32 {
    number.checked_ilog10().unwrap_or(0) + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_seen_follows_the_scroll_position() {
        assert_eq!(first_line(-3.0), 1);
        assert_eq!(first_line(21.9), 1);
        assert_eq!(first_line(22.0), 2);
        assert_eq!(first_line(499_999.0 * LINE_PX), 500_000);
    }

    #[test]
    fn only_the_lines_there_are_have_numbers_and_never_more_than_can_be_seen() {
        assert_eq!(numbers(1, 3), "1\n2\n3\n");
        assert_eq!(numbers(499_990, 500_000).lines().count(), 11);
        assert_eq!(numbers(1, 500_000).lines().count(), 100);
        assert_eq!((digits(9), digits(10), digits(500_000)), (1, 2, 6));
    }
}
