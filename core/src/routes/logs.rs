//! The work log: page by page as JSON, or whole as a text or as records.

use serde::Serialize;

use super::query::Query;
use super::{Answer, Body, Lines, json, with_body};
use crate::export::LogFormat;
use crate::output::written;

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the names are the interface's")]
struct Logs {
    total: u64,
    offset: u64,
    logs: Vec<String>,
    next: Option<String>,
}

/// The format of the whole log as a file; none where a page of it is asked for.
pub(super) fn format(query: &Query) -> Option<LogFormat> {
    match query.format {
        "text" => Some(LogFormat::Text),
        "csv" => Some(LogFormat::Csv),
        _ => None,
    }
}

/// The answer of the route.
pub(super) fn answer(lines: &Lines, query: &Query) -> Answer {
    match format(query) {
        Some(LogFormat::Csv) => file("text/csv; charset=utf-8", LogFormat::Csv),
        Some(format) => file("text/plain; charset=utf-8", format),
        None => json(listed(lines, query)),
    }
}

fn file(media_type: &'static str, format: LogFormat) -> Answer {
    with_body(200, media_type, false, Body::Log(format))
}

fn listed(Lines { total, lines }: &Lines, query: &Query) -> String {
    let (offset, limit) = query.page();
    let end = offset.saturating_add(lines.len() as u64);
    let next = (end < *total).then(|| format!("profiles/logs/?offset={end}&limit={limit}"));
    let logs = lines.iter().map(ToString::to_string).collect();
    written(&Logs { total: *total, offset, logs, next })
}
