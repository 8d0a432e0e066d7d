//! The configuration: asked for, or replaced in whole or in part.

use serde::Serialize;

use super::problem::{Entry, entries, faults, is_zero, not_at_hand, problem};
use super::{Answer, BODY_MOST, Change, Request, Standing, json};
use crate::config::Config;
use crate::control::Unwatched;
use crate::diagnostic::Severity;
use crate::input::{self, Base, Kind, Reading};
use crate::output::{self, written};
use crate::stored;

#[derive(Serialize)]
struct Success {
    status: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    warnings: Vec<Entry>,
    #[serde(skip_serializing_if = "is_zero")]
    more_warnings: u64,
}

/// Every parameter by its JSON key.
pub(super) fn get(standing: &Standing<'_>) -> Answer {
    json(output::compact(standing.config))
}

/// Why a body is refused before it is read: its media type or its length.
pub(super) fn refused(request: &Request<'_>) -> Option<Answer> {
    if media_type(request).is_none() {
        let detail =
            "send the configuration as application/json, or as text/plain: an INI file or bare lines";
        return Some(problem(415, detail));
    }
    let long = request.body.len() > BODY_MOST;
    long.then(|| problem(413, "the body is over 64 MiB, the most that is read"))
}

/// Reads a body and tells what is taken over.
pub(super) fn post(request: &Request<'_>, standing: &Standing<'_>) -> Result<Answer, Answer> {
    let base = Base { values: standing.config.parameters().unusual() };
    let is_json = media_type(request) == Some(Media::Json) || input::kind_of(request.body) == Kind::Json;
    let read = if is_json {
        input::read_object(request.body, &base, standing.config.wall(), &Unwatched)
    } else {
        input::read(request.body, &base, &Unwatched).map(|reading| (reading, true))
    };
    // Nobody watches, so nobody calls it off.
    let (reading, own_wall) = read.map_err(|_| not_at_hand())?;
    let kind = if is_json { Kind::Json } else { reading.kind };
    let Some(config) = &reading.config else { return Err(faults(kind, &reading.diagnostics)) };
    let mut answer = json(success(&reading));
    let (text, settings) = match kind {
        Kind::Json => (merged(config, own_wall, standing.kind), config.parameters().unusual()),
        Kind::Ini => (sent(request), standing.settings.to_vec()),
        Kind::Lines => (sent(request), config.parameters().unusual()),
    };
    // What is not an INI file is kept as plain lines.
    let stored = stored::write(config, if kind == Kind::Ini { kind } else { Kind::Lines });
    answer.change =
        Some(Box::new(Change { text, settings, sections: config.wall().heights().len(), stored }));
    Ok(answer)
}

fn success(reading: &Reading) -> String {
    let warnings = entries(reading.kind, &reading.diagnostics, Severity::Warning);
    written(&Success { status: "success", warnings, more_warnings: reading.diagnostics.more_warnings() })
}

/// A text of another kind than plain lines would override the settings, so it gives way to them.
fn merged(config: &Config, own_wall: bool, standing: Kind) -> Option<String> {
    let stays = !own_wall && standing == Kind::Lines;
    (!stays).then(|| output::lines(config.wall()))
}

/// The body as it was sent; it was read without a fault, so it is a text.
fn sent(request: &Request<'_>) -> Option<String> {
    std::str::from_utf8(request.body).ok().map(str::to_owned)
}

/// What a body says that it is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Media {
    Json,
    /// Its beginning tells what it is.
    Text,
}

fn media_type(request: &Request<'_>) -> Option<Media> {
    let Some(content_type) = request.content_type else { return Some(Media::Text) };
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    let is = |name: &str| essence.eq_ignore_ascii_case(name);
    if is("application/json") { Some(Media::Json) } else { is("text/plain").then_some(Media::Text) }
}
