//! What the engine keeps between requests, and what a request does with it.
//!
//! Not here: JavaScript values (the transport), rules of the model (the core).

use icewall_answers as answers;
use icewall_answers::charts::{self, Columns};
use icewall_answers::progress::Phase;
use icewall_core::config::Config;
use icewall_core::control::Cancelled;
use icewall_core::input::{self, Kind};
use icewall_core::ledger::Ledger;
use icewall_core::link;
use icewall_core::stored;
use icewall_protocol::{Bytes, EngineKind, Outcome, Reply, Request, RunReply, RunRequest, Setting};

/// Which build this is.
pub(crate) const KIND: EngineKind =
    if cfg!(feature = "threads") { EngineKind::Threads } else { EngineKind::Single };

/// A run's phases, as stretches of the whole in per mille.
const READ: Phase = Phase { from: 0, to: 550 };
const SIMULATE: Phase = Phase { from: 550, to: 950 };

/// The last text, what was read from it, and the last wall without faults.
#[derive(Default)]
pub(crate) struct Engine {
    text: Vec<u8>,
    /// What the text was last read with, and what came of it; none where the text is new.
    read: Option<(Vec<Setting>, Read)>,
    ledger: Option<Ledger>,
}

/// What came of a reading.
#[derive(Clone)]
struct Read {
    kind: Kind,
    /// The reply without its outcome.
    reply: RunReply,
    /// Whether the ledger is that of the text.
    faultless: bool,
}

impl Engine {
    /// Reads, simulates, draws up. Without a new text and with the same settings only the last.
    ///
    /// # Errors
    /// [`Cancelled`] never, as no phase cancels: the page ends a run by ending the worker.
    pub(crate) fn run(
        &mut self,
        request: &RunRequest,
        text: Option<impl FnOnce() -> Vec<u8>>,
    ) -> Result<(RunReply, Option<Columns>), Cancelled> {
        if let Some(copy) = text {
            self.read = None;
            // Two large texts at once might not fit into the memory: the last goes first.
            self.text = Vec::new();
            self.text = copy();
        }
        let read = match self.read.take() {
            Some((settings, read)) if settings == request.settings => read,
            _ => self.read_and_simulate(&request.settings)?,
        };
        self.read = Some((request.settings.clone(), read.clone()));
        let Read { mut reply, faultless, .. } = read;
        reply.run = request.run;
        let columns = self.ledger.as_ref().filter(|_| faultless).map(|ledger| {
            let (charts, columns) = charts::draw(ledger, request.columns, request.view, request.days);
            reply.outcome = Some(Outcome { summary: answers::summary(ledger), charts });
            columns
        });
        Ok((reply, columns))
    }

    /// Answers a question about the last wall without faults.
    pub(crate) fn answer(&self, request: &Request) -> Option<Reply> {
        let ledger = self.ledger.as_ref();
        match *request {
            Request::Run(_) => None,
            Request::Store { ask } => {
                let read = self.read.as_ref().filter(|(_, read)| read.faultless);
                let bytes =
                    ledger.zip(read).map(|(ledger, (_, read))| stored::write(ledger.config(), read.kind));
                Some(Reply::Stored { ask, bytes: bytes.map(Bytes) })
            }
            Request::Pack { ask } => {
                Some(Reply::Packed { ask, packed: ledger.map(|ledger| link::pack(ledger.config())) })
            }
            Request::Unpack { ask, ref packed } => {
                Some(Reply::Unpacked { ask, wall: answers::unpacked(packed) })
            }
            Request::Day { ask, day, profiles } => Some(Reply::Day {
                ask,
                figures: ledger.and_then(|ledger| answers::day(ledger, day, profiles)),
            }),
            Request::Profiles { ask, from, count } => {
                let rows = ledger.map(|ledger| answers::profiles(ledger, from, count)).unwrap_or_default();
                Some(Reply::Profiles { ask, rows })
            }
        }
    }

    fn read_and_simulate(&mut self, settings: &[Setting]) -> Result<Read, Cancelled> {
        let base = answers::base(settings);
        let mut reading = input::read(&self.text, &base, &READ)?;
        log::debug!("read {} bytes", self.text.len());
        let config = reading.config.take();
        let faultless = config.is_some();
        config.map(|config| self.simulate(config)).transpose()?;
        Ok(Read { kind: reading.kind, reply: answers::reading(&reading), faultless })
    }

    fn simulate(&mut self, config: Config) -> Result<(), Cancelled> {
        // Two large walls at once might not fit into the memory.
        self.ledger = None;
        let sections = config.wall().heights().len();
        let ledger = Ledger::new(config, &SIMULATE)?;
        log::debug!("simulated {sections} sections, {} bytes held", ledger.bytes());
        self.ledger = Some(ledger);
        Ok(())
    }
}
