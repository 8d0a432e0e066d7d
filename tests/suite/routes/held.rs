//! What the tests of the routes share: a wall as the page holds it, and how it is asked.

use icewall_core::config::{Config, Key};
use icewall_core::control::Unwatched;
use icewall_core::input::{self, Base, Kind};
use icewall_core::ledger::Ledger;
use icewall_core::log::Walk;
use icewall_core::routes::{Answer, AtHand, Body, Change, Lines, Need, Request, Standing, answer, needs};
use icewall_core::stored;
use serde_json::{Value, json};

/// A wall with its text and settings, as the page holds it.
#[derive(Debug)]
pub(super) struct Held {
    pub(super) text: String,
    pub(super) settings: Vec<(Key, String)>,
    pub(super) kind: Kind,
    pub(super) ledger: Ledger,
}

impl Held {
    pub(super) fn new(text: &str, settings: &[(Key, String)]) -> Self {
        let reading = input::read(text.as_bytes(), &Base { values: settings.to_vec() }, &Unwatched);
        let reading = reading.expect("nobody cancels");
        let config = reading.config.unwrap_or_else(|| panic!("{text}: {:?}", reading.diagnostics));
        let ledger = Ledger::new(config, &Unwatched).expect("nobody cancels");
        Self { text: text.to_owned(), settings: settings.to_vec(), kind: reading.kind, ledger }
    }

    pub(super) fn example() -> Self {
        Self::new("21 25 28\n17\n17 22 17 19 17\n", &[])
    }

    pub(super) fn config(&self) -> &Config {
        self.ledger.config()
    }

    /// Answers with no more at hand than is needed.
    pub(super) fn answer(&self, request: &Request<'_>) -> Answer {
        let standing = Standing { config: self.config(), kind: self.kind, settings: &self.settings };
        let lines;
        answer(
            request,
            match needs(request) {
                Need::Nothing => AtHand::Nothing,
                Need::Config => AtHand::Config(&standing),
                Need::Ledger => AtHand::Ledger(&standing, &self.ledger),
                Need::Lines => {
                    lines = Lines::of(request, self.config(), &mut Walk::new(self.config()));
                    AtHand::Lines(&standing, &lines)
                }
            },
        )
    }

    pub(super) fn get(&self, address: &str) -> Answer {
        self.answer(&request("GET", address))
    }

    pub(super) fn post(&self, content_type: Option<&str>, body: &[u8]) -> Answer {
        self.answer(&Request { content_type, body, ..request("POST", "profiles/config/") })
    }

    /// The wall after a change, which is the one that was stored with it.
    pub(super) fn after(&self, change: &Change) -> Self {
        let after = Self::new(change.text.as_deref().unwrap_or(&self.text), &change.settings);
        assert_eq!(stored::read(&change.stored), Some((after.config().clone(), after.kind)));
        after
    }
}

pub(super) fn request<'a>(method: &'a str, address: &'a str) -> Request<'a> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Request { method, path, query, accept: "*/*", content_type: None, body: b"" }
}

pub(super) fn value(answer: &Answer) -> Value {
    let Body::Text(text) = &answer.body else { panic!("no text: {answer:?}") };
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

pub(super) fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer.headers.iter().find(|header| header.0 == name).map(|header| header.1.as_str())
}

/// The change of a body that is taken over.
pub(super) fn taken(held: &Held, content_type: Option<&str>, body: &str) -> Change {
    let answer = held.post(content_type, body.as_bytes());
    assert_eq!((answer.status, &value(&answer)["status"]), (200, &json!("success")), "{body}");
    *answer.change.expect("a change")
}
