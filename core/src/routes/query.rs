//! Reads the query of a request: `offset`, `limit` and `format`, each at most once.

use super::Answer;
use super::path::{decoded, whole};
use super::problem::problem;
use super::table::Row;
use crate::units::AMOUNT_MOST;

/// The most entries of one page.
pub(super) const LIMIT_MOST: u64 = 10_000;
/// The entries of one page where nothing is said.
pub(super) const LIMIT: u64 = 1000;

/// What a query says.
#[derive(Debug)]
pub(super) struct Query {
    pub(super) offset: Option<u64>,
    pub(super) limit: Option<u64>,
    pub(super) format: &'static str,
}

impl Query {
    /// The page that is asked for: its first entry and how many.
    pub(super) fn page(&self) -> (u64, usize) {
        let limit = self.limit.unwrap_or(LIMIT);
        (self.offset.unwrap_or(0), usize::try_from(limit).unwrap_or(usize::MAX))
    }
}

/// Reads a query by what its route allows.
pub(super) fn read(row: &Row, query: &str) -> Result<Query, Answer> {
    let mut read =
        Query { offset: None, limit: None, format: row.formats.first().copied().unwrap_or("json") };
    let mut seen: Vec<String> = Vec::new();
    for part in query.split('&').filter(|part| !part.is_empty()) {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let name = decoded(name).unwrap_or_default();
        let value = decoded(value).unwrap_or_default();
        if seen.contains(&name) {
            return Err(problem(400, &format!("“{name}” stands twice in the query; write it once")));
        }
        take(row, &name, &value, &mut read)?;
        seen.push(name);
    }
    if matches!(read.format, "text" | "csv") && seen.len() > 1 {
        return Err(problem(
            400,
            "format=text and format=csv give the whole log: leave offset and limit out",
        ));
    }
    Ok(read)
}

fn take(row: &Row, name: &str, value: &str, read: &mut Query) -> Result<(), Answer> {
    match name {
        "offset" if row.paged => read.offset = Some(number(name, value, 0, AMOUNT_MOST)?),
        "limit" if row.paged => read.limit = Some(number(name, value, 1, LIMIT_MOST)?),
        "format" => match row.formats.iter().find(|format| **format == value) {
            Some(format) => read.format = format,
            None => return Err(problem(400, &format!("format must be {}", row.formats.join(" or ")))),
        },
        _ => {
            let allowed = if row.paged { "offset, limit and format" } else { "format" };
            return Err(problem(
                400,
                &format!("“{name}” is not known in the query here; allowed: {allowed}"),
            ));
        }
    }
    Ok(())
}

fn number(name: &str, value: &str, least: u64, most: u64) -> Result<u64, Answer> {
    let number = whole(value).filter(|number| (least..=most).contains(number));
    number.ok_or_else(|| problem(400, &format!("{name} must be a whole number from {least} to {most}")))
}
