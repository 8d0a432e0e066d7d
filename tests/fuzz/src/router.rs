//! Requests to the REST interface about the worked example. The first lines are method, address, `Accept` and
//! `Content-Type`, the rest is the body.

use icewall_core::config::Config;
use icewall_core::control::Unwatched;
use icewall_core::input::{self, Base, Kind};
use icewall_core::ledger::Ledger;
use icewall_core::log::Walk;
use icewall_core::routes::{
    Answer, AtHand, Body, Lines, Need, Request, Standing, answer, needs, page, refused,
};
use icewall_core::stored;
use std::sync::LazyLock;

static LEDGER: LazyLock<Ledger> =
    LazyLock::new(|| Ledger::new(Config::default(), &Unwatched).expect("nobody cancels"));

/// One request: it is answered, in a form that its headers tell, and what it changes can be kept.
pub fn request(data: &[u8]) {
    let mut parts = data.splitn(5, |byte| *byte == b'\n');
    let mut head = || parts.next().and_then(|part| std::str::from_utf8(part).ok()).unwrap_or_default();
    let (method, address, accept, content_type) = (head(), head(), head(), head());
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let method = if method.is_empty() { "GET" } else { method };
    let content_type = (!content_type.is_empty()).then_some(content_type);
    let request =
        Request { method, path, query, accept, content_type, body: parts.next().unwrap_or_default() };
    let standing = Standing { config: LEDGER.config(), kind: Kind::Lines, settings: &[] };
    let lines;
    let answer = answer(
        &request,
        match needs(&request) {
            Need::Nothing => AtHand::Nothing,
            Need::Config => AtHand::Config(&standing),
            Need::Ledger => AtHand::Ledger(&standing, &LEDGER),
            Need::Lines => {
                lines = Lines::of(&request, LEDGER.config(), &mut Walk::new(LEDGER.config()));
                AtHand::Lines(&standing, &lines)
            }
        },
    );
    check(&request, &answer);
    if let Some(early) = refused(&request, &standing) {
        assert_eq!(early, answer, "refused early as it is late");
    }
    page(&request, &answer, "/icewall/", "", "");
}

fn check(request: &Request<'_>, answer: &Answer) {
    assert!(matches!(answer.status, 200..=499), "{} for {request:?}", answer.status);
    let kind = answer.headers.iter().find(|(name, _)| *name == "Content-Type").map(|(_, kind)| kind.as_str());
    if let (Some(kind), Body::Text(text)) = (kind, &answer.body)
        && kind.contains("json")
    {
        serde_json::from_str::<serde_json::Value>(text).expect("JSON, as its header says");
    }
    let Some(change) = &answer.change else { return };
    assert_eq!((request.method, answer.status), ("POST", 200));
    let (config, _) = stored::read(&change.stored).expect("what is taken over can be kept");
    assert_eq!(config.wall().heights().len(), change.sections);
    if let Some(text) = &change.text {
        let base = Base { values: change.settings.clone() };
        let reading = input::read(text.as_bytes(), &base, &Unwatched).expect("nobody cancels");
        assert_eq!(reading.config, Some(config), "{text}");
    }
}
