//! Answers that refuse: `application/problem+json` as RFC 9457 has it, and how faults and warnings
//! of a configuration are written in JSON.

use serde::Serialize;

use super::{Answer, Body, with_body};
use crate::diagnostic::{Diagnostic, Diagnostics, Place, Severity, grouped};
use crate::input::Kind;
use crate::output::written;

#[derive(Serialize)]
struct Problem<'a> {
    r#type: &'static str,
    title: &'static str,
    status: u16,
    detail: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<Entry>,
    #[serde(skip_serializing_if = "is_zero")]
    more_errors: u64,
}

/// A fault or a warning with its place.
#[derive(Serialize)]
pub(super) struct Entry {
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands fields over by reference")]
pub(super) fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// A refusal without a list of faults.
pub(super) fn problem(status: u16, detail: &str) -> Answer {
    refusal(status, detail, Vec::new(), 0)
}

/// The refusal of a configuration: every fault found.
pub(super) fn faults(kind: Kind, diagnostics: &Diagnostics) -> Answer {
    let errors = entries(kind, diagnostics, Severity::Fault);
    let detail = "this configuration has faults; nothing of it was taken over";
    refusal(400, detail, errors, diagnostics.more())
}

/// Computing the answer would stall the browser.
pub fn too_large(sections: u64) -> Answer {
    let sections = grouped(u128::from(sections));
    let detail = format!(
        "this wall has {sections} sections, too many to compute here without stalling the browser; open the app: it computes the wall in an engine of its own and shows every figure"
    );
    problem(413, &detail)
}

/// Less is at hand than the answer needs.
pub(super) fn not_at_hand() -> Answer {
    problem(503, "the wall is not computed yet; ask again in a moment")
}

fn refusal(status: u16, detail: &str, errors: Vec<Entry>, more_errors: u64) -> Answer {
    let problem =
        Problem { r#type: "about:blank", title: title(status), status, detail, errors, more_errors };
    with_body(status, "application/problem+json", true, Body::Text(written(&problem)))
}

/// What a status is called.
pub(super) fn title(status: u16) -> &'static str {
    match status {
        200 => "OK",
        204 => "No Content",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        413 => "Content Too Large",
        415 => "Unsupported Media Type",
        _ => "Service Unavailable",
    }
}

/// The kept faults or warnings.
pub(super) fn entries(kind: Kind, diagnostics: &Diagnostics, severity: Severity) -> Vec<Entry> {
    let all = diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity);
    all.map(|diagnostic| entry(kind, diagnostic)).collect()
}

/// A place is a pointer, or a line and a column. What concerns the whole wall stands at the whole
/// object (the empty pointer of RFC 6901), or where the text begins.
fn entry(kind: Kind, diagnostic: &Diagnostic) -> Entry {
    let (pointer, at) = match &diagnostic.place {
        Place::Parameter(key) => (Some(format!("/{}", key.json_name())), None),
        Place::Text { pointer: Some(pointer), .. } => (Some(pointer.clone()), None),
        Place::Text { line, column, .. } => (None, Some((*line, *column))),
        Place::Wall if kind == Kind::Json => (Some(String::new()), None),
        Place::Wall => (None, Some((1, 1))),
    };
    Entry {
        pointer,
        line: at.map(|at| at.0),
        column: at.map(|at| at.1),
        detail: diagnostic.message(),
        hint: diagnostic.hint(),
    }
}
