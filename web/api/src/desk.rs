//! What the REST API answers about: the visitor's wall, read, simulated when that is wanted, and kept
//! for the next request. The router itself is the core's.

use icewall_core::config::{Config, Key};
use icewall_core::control::Unwatched;
use icewall_core::input::{self, Base, Kind};
use icewall_core::ledger::Ledger;
use icewall_core::log::Walk;
use icewall_core::routes::{self, Answer, AtHand, Lines, LogFormat, LogText, Need, Request, Standing};
use icewall_core::stored;

/// The wall at hand.
pub(crate) struct Desk {
    kind: Kind,
    settings: Vec<(Key, String)>,
    wall: Wall,
    /// The walk to the last page of the log, to go on with.
    walk: Option<Walk>,
}

/// The whole log that is being written.
pub(crate) struct WholeLog {
    text: LogText,
    walk: Walk,
}

enum Wall {
    Read(Config),
    Simulated(Box<Ledger>),
}

impl Default for Desk {
    /// The worked example.
    fn default() -> Self {
        let wall = Wall::Read(Config::default());
        Self { kind: Kind::Lines, settings: Vec::new(), wall, walk: None }
    }
}

impl Desk {
    /// Reads a wall; what was read without faults once has none now.
    pub(crate) fn take(text: &[u8], settings: Vec<(Key, String)>) -> Option<Self> {
        let base = Base { values: settings };
        let reading = input::read(text, &base, &Unwatched).ok()?;
        let wall = Wall::Read(reading.config?);
        Some(Self { kind: reading.kind, settings: base.values, wall, walk: None })
    }

    /// Takes a wall as it was stored beside its text; none where the bytes are no such wall.
    pub(crate) fn take_stored(bytes: &[u8], settings: Vec<(Key, String)>) -> Option<Self> {
        let (config, kind) = stored::read(bytes)?;
        Some(Self { kind, settings, wall: Wall::Read(config), walk: None })
    }

    /// Simulates the wall; tells whether that was still to be done. An answer has a few figures, so no
    /// curves are drawn.
    pub(crate) fn simulate(&mut self) -> bool {
        let Wall::Read(config) = &mut self.wall else { return false };
        // Moved, not copied: nobody calls the simulation off, so it is never missed.
        let Ok(ledger) = Ledger::undrawn(std::mem::take(config), &Unwatched) else { return false };
        self.wall = Wall::Simulated(Box::new(ledger));
        true
    }

    /// What refuses a request before the wall is simulated for it.
    pub(crate) fn refused(&self, request: &Request<'_>) -> Option<Answer> {
        routes::refused(request, &self.standing())
    }

    /// Goes on to the lines of the log that a request asks for, by so many sections at the most; tells
    /// whether there is more to do. Lines that were passed take a walk from the beginning.
    pub(crate) fn walk(&mut self, request: &Request<'_>, sections: usize) -> bool {
        let Some((from, _)) = routes::page_of_log(request) else { return false };
        let kept = self.walk.take().filter(|walk| walk.line() <= from);
        let begun = kept.is_none();
        let mut walk = kept.unwrap_or_else(|| Walk::new(self.config()));
        // To begin takes a look at all sections, which is enough for once.
        let more = begun || !walk.go_to(self.config(), from, sections);
        self.walk = Some(walk);
        more
    }

    /// Answers a request with what is at hand.
    pub(crate) fn answer(&mut self, request: &Request<'_>) -> Answer {
        while self.walk(request, usize::MAX) {}
        let mut walk = self.walk.take();
        let standing = self.standing();
        let lines = walk.as_mut().map(|walk| Lines::of(request, self.config(), walk)).unwrap_or_default();
        let answer = routes::answer(
            request,
            match (routes::needs(request), &self.wall) {
                (Need::Lines, _) => AtHand::Lines(&standing, &lines),
                (_, Wall::Read(_)) => AtHand::Config(&standing),
                (_, Wall::Simulated(ledger)) => AtHand::Ledger(&standing, ledger),
            },
        );
        self.walk = walk;
        answer
    }

    /// Begins to write the whole log.
    pub(crate) fn whole_log(&self, format: LogFormat) -> WholeLog {
        WholeLog { text: LogText::new(format), walk: Walk::new(self.config()) }
    }

    /// The next piece of the log; none at the end. The wall must be the one that it was begun for.
    pub(crate) fn piece(&self, log: &mut WholeLog, bytes: usize) -> Option<String> {
        let (config, WholeLog { text, walk }) = (self.config(), log);
        text.piece(config.parameters(), || walk.next(config), bytes)
    }

    fn config(&self) -> &Config {
        match &self.wall {
            Wall::Read(config) => config,
            Wall::Simulated(ledger) => ledger.config(),
        }
    }

    fn standing(&self) -> Standing<'_> {
        Standing { config: self.config(), kind: self.kind, settings: &self.settings }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(path: &str) -> Request<'_> {
        Request { method: "GET", path, query: "", accept: "", content_type: None, body: b"" }
    }

    #[test]
    fn the_desk_holds_the_example_until_it_takes_a_wall() {
        let mut desk = Desk::default();
        assert!(desk.simulate());
        assert!(!desk.simulate(), "once is enough");
        let routes::Body::Text(body) = desk.answer(&get("profiles/1/days/1/")).body else { panic!("a text") };
        assert_eq!(body, r#"{"day":1,"ice_amount":585}"#);

        let mut desk = Desk::take(b"29", vec![(Key::TargetHeight, "30".to_owned())]).expect("no fault");
        assert_eq!(desk.answer(&get("profiles/1/days/1/")).status, 503, "it is not simulated yet");
        assert_eq!(desk.refused(&get("profiles/2/")).map(|answer| answer.status), Some(404));
    }

    #[test]
    fn a_stored_wall_stands_for_its_text() {
        let settings = || vec![(Key::NumTeams, "2".to_owned())];
        let config = Config::default();
        let bytes = stored::write(&config, Kind::Ini);
        let desk = Desk::take_stored(&bytes, settings()).expect("as it was written");
        let standing = desk.standing();
        assert_eq!(
            (standing.config, standing.kind, standing.settings),
            (&config, Kind::Ini, &settings()[..])
        );
        assert!(Desk::take_stored(&bytes[1..], settings()).is_none());
    }

    #[test]
    fn a_page_of_the_log_is_walked_to_step_by_step_and_needs_no_simulation() {
        let mut desk = Desk::default();
        let page = |offset: u64| format!("offset={offset}&limit=5");
        for offset in [40, 45, 100, 3] {
            let query = page(offset);
            let request = Request { query: &query, ..get("profiles/logs/") };
            let mut steps = 0;
            while desk.walk(&request, 1) {
                steps += 1;
            }
            assert_eq!(steps > 0, [40, 3].contains(&offset), "{offset}: a later page is walked on to");
            let routes::Body::Text(body) = desk.answer(&request).body else { panic!("a text") };
            assert_eq!(body, expected(offset), "{offset}");
        }
    }

    /// The same page of a fresh desk.
    fn expected(offset: u64) -> String {
        let query = format!("offset={offset}&limit=5");
        let answer = Desk::default().answer(&Request { query: &query, ..get("profiles/logs/") });
        let routes::Body::Text(body) = answer.body else { panic!("a text") };
        assert_eq!(body.matches("Crew-").count(), 5);
        body
    }

    #[test]
    fn pieces_of_the_log_make_the_log() {
        let desk = Desk::default();
        let mut whole = desk.whole_log(LogFormat::Text);
        let whole = desk.piece(&mut whole, 1 << 20).expect("a log");
        let mut log = desk.whole_log(LogFormat::Text);
        let pieces: Vec<String> = std::iter::from_fn(|| desk.piece(&mut log, 100)).collect();
        assert_eq!(pieces.concat(), whole);
        assert!(pieces.len() > 10 && whole.lines().count() == 105);
    }
}
