//! What the REST API answers about: the visitor's wall, read, simulated when that is wanted, and kept
//! for the next request. The router itself is the core's.

use icewall_core::config::{Config, Key};
use icewall_core::control::Unwatched;
use icewall_core::input::{self, Base, Kind};
use icewall_core::ledger::Ledger;
use icewall_core::log::{BegunRota, Rota, WorkLog};
use icewall_core::routes::{self, Answer, AtHand, LogFormat, LogText, Request, Standing};
use icewall_core::stored;

/// The wall at hand.
pub(crate) struct Desk {
    kind: Kind,
    settings: Vec<(Key, String)>,
    wall: Wall,
    rota: Option<Rota>,
    /// A rota that is not complete yet.
    begun: Option<BegunRota>,
    /// The log that is being written, to go on with.
    log: Option<(LogFormat, LogText)>,
}

enum Wall {
    Read(Config),
    Simulated(Box<Ledger>),
}

impl Default for Desk {
    /// The worked example.
    fn default() -> Self {
        let wall = Wall::Read(Config::default());
        Self { kind: Kind::Lines, settings: Vec::new(), wall, rota: None, begun: None, log: None }
    }
}

impl Desk {
    /// Reads a wall; what was read without faults once has none now.
    pub(crate) fn take(text: &[u8], settings: Vec<(Key, String)>) -> Option<Self> {
        let base = Base { values: settings };
        let reading = input::read(text, &base, &Unwatched).ok()?;
        let wall = Wall::Read(reading.config?);
        Some(Self { kind: reading.kind, settings: base.values, wall, rota: None, begun: None, log: None })
    }

    /// Takes a wall as it was stored beside its text; none where the bytes are no such wall.
    pub(crate) fn take_stored(bytes: &[u8], settings: Vec<(Key, String)>) -> Option<Self> {
        let (config, kind) = stored::read(bytes)?;
        Some(Self { kind, settings, wall: Wall::Read(config), rota: None, begun: None, log: None })
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

    /// Answers a request with what is at hand.
    pub(crate) fn answer(&self, request: &Request<'_>) -> Answer {
        let standing = self.standing();
        match &self.wall {
            Wall::Read(_) => routes::answer(request, AtHand::Config(&standing)),
            Wall::Simulated(ledger) => {
                routes::answer(request, AtHand::Ledger(&standing, ledger, self.rota.as_ref()))
            }
        }
    }

    /// The next piece of the log from a line (from 0), and the line after it; none at the end.
    pub(crate) fn log(&mut self, format: LogFormat, from: u64, bytes: usize) -> Option<(String, u64)> {
        let (Wall::Simulated(ledger), Some(rota)) = (&self.wall, &self.rota) else { return None };
        let log = WorkLog::with(ledger, rota);
        let begun = self.log.take().filter(|(of, text)| *of == format && text.line() == from && from > 0);
        let mut text = begun.map_or_else(|| LogText::new(&log, format, from), |(_, text)| text);
        let piece = text.piece(&log, bytes)?;
        let next = text.line();
        self.log = Some((format, text));
        Some((piece, next))
    }

    /// Goes on with the rota by so many sections; tells whether there is more to do.
    pub(crate) fn make_rota(&mut self, sections: usize) -> bool {
        let (Wall::Simulated(ledger), None) = (&self.wall, &self.rota) else { return false };
        let mut begun = self.begun.take().unwrap_or_else(|| BegunRota::new(ledger));
        if begun.step(ledger, sections) {
            self.rota = Some(begun.done());
        } else {
            self.begun = Some(begun);
        }
        self.rota.is_none()
    }

    fn standing(&self) -> Standing<'_> {
        let config = match &self.wall {
            Wall::Read(config) => config,
            Wall::Simulated(ledger) => ledger.config(),
        };
        Standing { config, kind: self.kind, settings: &self.settings }
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

        let desk = Desk::take(b"29", vec![(Key::TargetHeight, "30".to_owned())]).expect("no fault");
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
    fn pieces_of_the_log_make_the_log() {
        let mut desk = Desk::default();
        desk.simulate();
        while desk.make_rota(2) {}
        let (whole, _) = desk.log(LogFormat::Text, 0, 1 << 20).expect("a log");
        let (mut pieces, mut line) = (String::new(), 0);
        while let Some((piece, next)) = desk.log(LogFormat::Text, line, 100) {
            pieces.push_str(&piece);
            line = next;
        }
        assert_eq!(pieces, whole);
    }
}
