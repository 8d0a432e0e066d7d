//! The work log: page by page as JSON, or whole as a text or as records.

use serde::Serialize;

use super::query::Query;
use super::{Answer, Body, json, with_body};
use crate::export::LogFormat;
use crate::ledger::Ledger;
use crate::log::{Rota, WorkLog};
use crate::output::written;

#[derive(Serialize)]
#[expect(clippy::struct_field_names, reason = "the names are the interface's")]
struct Logs {
    total: u64,
    offset: u64,
    logs: Vec<String>,
    next: Option<String>,
}

/// The answer of the route.
pub(super) fn answer(ledger: &Ledger, rota: Option<&Rota>, query: &Query) -> Answer {
    match query.format {
        "text" => file("text/plain; charset=utf-8", LogFormat::Text),
        "csv" => file("text/csv; charset=utf-8", LogFormat::Csv),
        _ => {
            let log = rota.map_or_else(|| WorkLog::new(ledger), |rota| WorkLog::with(ledger, rota));
            json(listed(&log, query))
        }
    }
}

fn file(media_type: &'static str, format: LogFormat) -> Answer {
    with_body(200, media_type, false, Body::Log(format))
}

fn listed(log: &WorkLog<'_>, query: &Query) -> String {
    let (offset, limit) = query.page();
    let total = log.len();
    let lines = if offset < total { log.lines(offset, limit) } else { Vec::new() };
    let end = offset.saturating_add(lines.len() as u64);
    let next = (end < total).then(|| format!("profiles/logs/?offset={end}&limit={limit}"));
    written(&Logs { total, offset, logs: lines.iter().map(ToString::to_string).collect(), next })
}
