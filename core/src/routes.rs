//! The REST interface as a pure function: a request and the visitor's wall in, an answer out.
//!
//! Checked in this order: route (404), method (405), profile (404), day (400), query (400), body
//! (415, 413, 400). Not here: who holds the wall, takes a change over or sends the answer.

mod config;
mod figures;
mod logs;
mod openapi;
mod page;
mod path;
mod problem;
mod query;
mod table;

use crate::config::{Config, Key};
use crate::input::Kind;
use crate::ledger::Ledger;
use crate::log::{Line, Walk};

pub use crate::export::{LogFormat, LogText};
pub use page::{page, wants_page};
pub use problem::too_large;

use path::Found;
use problem::problem;
use table::Route;

/// The most bytes of a body: 64 MiB.
pub const BODY_MOST: usize = 64 << 20;

/// What is asked.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The HTTP method.
    pub method: &'a str,
    /// Below the app's folder, no leading slash, as in the URL: `profiles/1/days/1/`.
    pub path: &'a str,
    /// Without `?`.
    pub query: &'a str,
    /// The header `Accept`; empty where there is none.
    pub accept: &'a str,
    /// The header `Content-Type`.
    pub content_type: Option<&'a str>,
    /// The body; empty where there is none.
    pub body: &'a [u8],
}

/// What is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The HTTP status.
    pub status: u16,
    /// Headers, without `Content-Length`.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Body,
    /// What a POST takes over.
    pub change: Option<Box<Change>>,
}

/// The body of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// None.
    Empty,
    /// A text, written already.
    Text(String),
    /// The whole work log, written piece by piece by [`LogText`].
    Log(LogFormat),
}

/// What is taken over. Its text read with its settings as the base of the reading gives the new
/// configuration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The wall's new text; none: it stays as it is.
    pub text: Option<String>,
    /// Contents of the parameter fields, as in [`Base`](crate::input::Base).
    pub settings: Vec<(Key, String)>,
    /// Sections of the new wall.
    pub sections: usize,
    /// The new configuration as [`stored`](crate::stored) bytes.
    pub stored: Vec<u8>,
}

/// The visitor's wall as it stands.
#[derive(Clone, Copy, Debug)]
pub struct Standing<'a> {
    /// The configuration in force.
    pub config: &'a Config,
    /// The kind of the text that it was read from.
    pub kind: Kind,
    /// Contents of the parameter fields that it was read with.
    pub settings: &'a [(Key, String)],
}

/// What must be at hand before a request can be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Nothing.
    Nothing,
    /// The configuration.
    Config,
    /// The simulated wall.
    Ledger,
    /// The configuration and the lines of the work log that [`page_of_log`] tells.
    Lines,
}

/// What is at hand.
#[derive(Clone, Copy, Debug)]
pub enum AtHand<'a> {
    /// Nothing.
    Nothing,
    /// The configuration.
    Config(&'a Standing<'a>),
    /// The simulated wall.
    Ledger(&'a Standing<'a>, &'a Ledger),
    /// Lines of the work log.
    Lines(&'a Standing<'a>, &'a Lines),
}

/// Lines of the work log, as a [`Walk`] reads them.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// How many the whole log has.
    pub total: u64,
    /// Those asked for.
    pub lines: Vec<Line>,
}

impl Lines {
    /// The lines that a request asks for; none for the whole log as a file. The walk must not have passed
    /// them.
    pub fn of(request: &Request<'_>, config: &Config, walk: &mut Walk) -> Self {
        let page = page_of_log(request);
        let lines = page.map(|(from, count)| walk.lines(config, from, count)).unwrap_or_default();
        Self { total: walk.len(), lines }
    }
}

impl<'a> AtHand<'a> {
    fn standing(self) -> Option<&'a Standing<'a>> {
        match self {
            Self::Nothing => None,
            Self::Config(standing) | Self::Ledger(standing, _) | Self::Lines(standing, _) => Some(standing),
        }
    }
}

/// Tells what must be at hand for an answer. Cheap: no body is read.
pub fn needs(request: &Request<'_>) -> Need {
    let Ok(found) = path::find(request.path) else { return Need::Nothing };
    if request.method == "OPTIONS" || !found.row.allows(request.method) {
        return Need::Nothing;
    }
    match found.row.route {
        Route::OpenApi => Need::Nothing,
        Route::Config if request.method == "POST" && config::refused(request).is_some() => Need::Nothing,
        Route::Config => Need::Config,
        Route::Logs => Need::Lines,
        _ => Need::Ledger,
    }
}

/// The page of the work log that a request asks for: its first line (from 0), and how many at most. None
/// for any other request, and for the whole log as a file.
pub fn page_of_log(request: &Request<'_>) -> Option<(u64, usize)> {
    let found = path::find(request.path).ok().filter(|found| found.row.route == Route::Logs)?;
    let query = query::read(found.row, request.query).ok()?;
    logs::format(&query).is_none().then(|| query.page())
}

/// What refuses a request already that would need the simulated wall: a profile that the wall has not,
/// a bad day or query. Asked first, it keeps a large wall from being simulated for nothing, and a 404
/// from becoming a 413.
pub fn refused(request: &Request<'_>, standing: &Standing<'_>) -> Option<Answer> {
    let checked = (needs(request) >= Need::Ledger).then(|| answer(request, AtHand::Config(standing)));
    checked.filter(|answer| answer.status != 503)
}

/// Answers a request. Where less is at hand than [`needs`] tells, the answer is 503.
pub fn answer(request: &Request<'_>, at_hand: AtHand<'_>) -> Answer {
    let mut answer = path::find(request.path)
        .and_then(|found| of_route(request, &found, at_hand))
        .unwrap_or_else(|problem| problem);
    if request.method == "HEAD" {
        answer.body = Body::Empty;
    }
    answer
}

fn of_route(request: &Request<'_>, found: &Found, at_hand: AtHand<'_>) -> Result<Answer, Answer> {
    let row = found.row;
    if request.method == "OPTIONS" {
        let headers = vec![("Allow", row.allow()), CACHE.header()];
        return Ok(Answer { status: 204, headers, body: Body::Empty, change: None });
    }
    if !row.allows(request.method) {
        let allowed = row.allow();
        let mut answer = problem(405, &format!("this route allows {allowed}"));
        answer.headers.push(("Allow", allowed));
        return Err(answer);
    }
    let scope = figures::scope(found, at_hand)?;
    let day = found.day()?;
    let query = query::read(row, request.query)?;
    match (row.route, at_hand) {
        (Route::OpenApi, _) => Ok(json(openapi::document())),
        (Route::Config, _) => {
            if let Some(refused) = config::refused(request).filter(|_| request.method == "POST") {
                return Err(refused);
            }
            let standing = at_hand.standing().ok_or_else(problem::not_at_hand)?;
            if request.method == "POST" { config::post(request, standing) } else { Ok(config::get(standing)) }
        }
        (Route::Logs, AtHand::Lines(_, lines)) => Ok(logs::answer(lines, &query)),
        (route, AtHand::Ledger(_, ledger)) => Ok(figures::answer(route, ledger, scope, day, &query)),
        _ => Err(problem::not_at_hand()),
    }
}

/// A header whose value never changes.
#[derive(Clone, Copy)]
struct Fixed(&'static str, &'static str);

impl Fixed {
    fn header(self) -> (&'static str, String) {
        (self.0, self.1.to_owned())
    }
}

const CACHE: Fixed = Fixed("Cache-Control", "no-store");
const NO_SNIFFING: Fixed = Fixed("X-Content-Type-Options", "nosniff");
const VARY: Fixed = Fixed("Vary", "Accept");

/// An answer with a body of this type; one that a navigation gets as a page varies.
fn with_body(status: u16, media_type: &'static str, varies: bool, body: Body) -> Answer {
    let fixed = [Fixed("Content-Type", media_type), CACHE, NO_SNIFFING, VARY];
    let headers = fixed.into_iter().take(if varies { 4 } else { 3 }).map(Fixed::header).collect();
    Answer { status, headers, body, change: None }
}

fn json(text: String) -> Answer {
    with_body(200, "application/json", true, Body::Text(text))
}
