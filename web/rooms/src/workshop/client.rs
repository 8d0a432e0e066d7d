//! A workshop's client: does what the bench decided.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};
use std::sync::Arc;

use gloo::timers::callback::Interval;
use icewall_protocol::workshop::{Job, Order, Outcome, Word};
use icewall_protocol::{Ready, from_bytes, to_bytes};
use icewall_ui::answer::{Answer, Promise, promise};
use js_sys::{Array, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::bench::{Bench, Health, Next};
use super::{Answered, Brought, Sheets};
use crate::browser::worker::{Heard, Running as Worker};
use crate::browser::{address, clock, told};

/// The crate whose work the worker does.
const CRATE: &str = "workshop";
/// How often a worker that owes something is looked after, in milliseconds.
const WATCH_MS: u32 = 500;

/// How a workshop is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Not started, or starting.
    Starting,
    /// Up.
    Up(Ready),
    /// It stopped too often: why it did last.
    Down(String),
}

/// What is heard of a job.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// How far it is, per mille.
    Progress(u32),
    /// A part of what it gives.
    Part(Answered),
    /// All of it.
    Done(Answered),
    /// It will not be done: its worker stopped.
    Lost,
}

/// A workshop. Cheap to clone; all clones are the same. Dropped with the last, its worker ends.
#[derive(Clone)]
pub(crate) struct Client(Rc<RefCell<Inner>>);

/// A job that is wanted for as long as this lives.
#[must_use = "a job that nobody holds is ended"]
pub(crate) struct Running {
    inner: Weak<RefCell<Inner>>,
    number: u32,
}

type Hears = Rc<dyn Fn(Step)>;
/// Gives the wall that jobs are about; none while there is none.
type Source = Rc<dyn Fn() -> Option<Arc<dyn Brought>>>;

struct Inner {
    me: Weak<RefCell<Inner>>,
    source: Source,
    /// How many threads it shall have; none: as many as is usual.
    threads: Option<u32>,
    bench: Bench<Job>,
    hears: BTreeMap<u32, Hears>,
    worker: Option<Worker>,
    /// Rises with every worker, so that what one began is not carried on with the next.
    generation: u32,
    wall: Option<Arc<dyn Brought>>,
    state: RwSignal<State>,
    watch: Option<Interval>,
    /// What is to be told when the inner state is free again.
    news: Vec<(Hears, Step)>,
}

impl Client {
    /// A workshop for the wall that `source` gives. Its worker starts with the first job.
    pub(crate) fn new(source: impl Fn() -> Option<Arc<dyn Brought>> + 'static) -> Self {
        Self::made(source, None)
    }

    /// The same with so many threads, where there can be any.
    pub(crate) fn with_threads(
        source: impl Fn() -> Option<Arc<dyn Brought>> + 'static,
        threads: u32,
    ) -> Self {
        Self::made(source, Some(threads))
    }

    fn made(source: impl Fn() -> Option<Arc<dyn Brought>> + 'static, threads: Option<u32>) -> Self {
        Self(Rc::new_cyclic(|me| {
            RefCell::new(Inner {
                me: me.clone(),
                source: Rc::new(source),
                threads,
                bench: Bench::default(),
                hears: BTreeMap::new(),
                worker: None,
                generation: 0,
                wall: None,
                state: RwSignal::new(State::Starting),
                watch: None,
                news: Vec::new(),
            })
        }))
    }

    /// How it is. Tracks.
    pub(crate) fn state(&self) -> State {
        self.0.borrow().state.get()
    }

    /// Why it stopped, where it did so too often. Tracks.
    pub(crate) fn stopped(&self) -> Option<String> {
        match self.state() {
            State::Down(why) => Some(why),
            State::Starting | State::Up(_) => None,
        }
    }

    /// Wants a job done, and waits for the answer: lost where the worker stops before it is given.
    pub(crate) fn ask(&self, job: Job) -> Answer<Answered> {
        let (promise, answer) = promise();
        let promise = RefCell::new(Some(promise));
        self.start(job, move |step| {
            // Only the end keeps the promise: taken on the way, it would be lost.
            if let Step::Done(answered) = step
                && let Some(promise) = promise.take()
            {
                Promise::keep(promise, answered);
            }
        });
        answer
    }

    /// Wants a job done for as long as what is given back lives; `hears` hears of it.
    pub(crate) fn run(&self, job: Job, hears: impl Fn(Step) + 'static) -> Running {
        Running { inner: Rc::downgrade(&self.0), number: self.start(job, hears) }
    }

    /// Tries again with one that stopped too often.
    pub(crate) fn revive(&self) {
        act(&self.0, |inner| {
            inner.bench.revive();
            inner.state.try_set(State::Starting);
        });
    }

    /// Ends the worker with all that it holds and owes; the next job starts another.
    pub(crate) fn rest(&self) {
        act(&self.0, |inner| {
            let current = inner.bench.current();
            inner.stop();
            inner.bench.ended();
            let waiting = inner.bench.give_up().into_iter().map(|(number, _)| number);
            inner.lose(current.into_iter().chain(waiting).collect::<Vec<_>>());
        });
    }

    fn start(&self, job: Job, hears: impl Fn(Step) + 'static) -> u32 {
        let mut number = 0;
        act(&self.0, |inner| {
            // Here and not when it changes: whoever asks because it changed may be the first to know.
            inner.look();
            number = inner.bench.push(job);
            inner.hears.insert(number, Rc::new(hears));
            inner.give_up_if_down();
        });
        number
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let Some(inner) = self.inner.upgrade() else { return };
        act(&inner, |inner| {
            inner.hears.remove(&self.number);
            if inner.bench.drop(self.number) {
                inner.stop();
                inner.bench.ended();
            }
        });
    }
}

/// Does something to the inner state, then what follows from it, and tells what came of it when the
/// state is free again.
fn act(inner: &RefCell<Inner>, deed: impl FnOnce(&mut Inner)) {
    let news = {
        let mut inner = inner.borrow_mut();
        deed(&mut inner);
        inner.go_on();
        std::mem::take(&mut inner.news)
    };
    for (hears, step) in news {
        hears(step);
    }
}

impl Inner {
    /// Takes the wall that there is now for the one that jobs are about.
    fn look(&mut self) {
        self.wall = (self.source)();
        if let Some(wall) = &self.wall {
            self.bench.wall(wall.number());
        }
    }

    fn go_on(&mut self) {
        loop {
            match self.bench.next(clock::now()) {
                Next::Wait => break,
                Next::Start { single } => self.spawn(single),
                Next::Bring(number) => self.bring(number),
                Next::Send(number, job) => self.send(number, job, None),
            }
        }
        self.keep_watch();
    }

    fn spawn(&mut self, single: bool) {
        self.generation = self.generation.wrapping_add(1);
        let single = single || address::query("engine").as_deref() == Some("single");
        let Some(url) = address::worker_url(CRATE, single, self.threads) else {
            return self.struck("the page does not say where it is");
        };
        let (me, generation) = (self.me.clone(), self.generation);
        let worker = Worker::start(&url, move |heard| {
            let Some(inner) = me.upgrade() else { return };
            act(&inner, |inner| {
                // A message may already be on its way when its worker is ended.
                if inner.generation == generation {
                    match heard {
                        Heard::Message(message, sheets) => inner.heard(&message, sheets),
                        Heard::Failed(why) => inner.struck(&why),
                        Heard::Garbled => inner.struck(GARBLED),
                    }
                }
            });
        });
        match worker {
            Ok(worker) => self.worker = Some(worker),
            Err(error) => self.struck(&told(&error)),
        }
    }

    fn stop(&mut self) {
        self.worker = None;
        self.generation = self.generation.wrapping_add(1);
    }

    fn struck(&mut self, why: &str) {
        log::warn!("rooms: a workshop stopped: {why}");
        self.stop();
        let lost = self.bench.struck();
        self.lose(lost);
        if self.bench.health() == Health::Down {
            self.state.try_set(State::Down(why.to_owned()));
            self.give_up_if_down();
        }
    }

    fn lose(&mut self, jobs: impl IntoIterator<Item = u32>) {
        let hears = jobs.into_iter().filter_map(|job| self.hears.remove(&job));
        self.news.extend(hears.map(|hears| (hears, Step::Lost)));
    }

    fn give_up_if_down(&mut self) {
        if self.bench.health() == Health::Down {
            let jobs = self.bench.give_up();
            self.lose(jobs.into_iter().map(|(number, _)| number).collect::<Vec<_>>());
        }
    }

    /// Brings the wall; a file is read first.
    fn bring(&mut self, number: u32) {
        let Some(wall) = self.wall.clone() else { return };
        let job = Job::Wall { settings: wall.settings().to_vec() };
        match (wall.text(), wall.file().cloned()) {
            (Some(text), _) => self.send(number, job, Some(&Uint8Array::from(text.as_bytes()))),
            (None, Some(file)) => {
                let (me, generation) = (self.me.clone(), self.generation);
                spawn_local(async move {
                    let bytes = file.bytes().await;
                    let Some(inner) = me.upgrade() else { return };
                    act(&inner, |inner| {
                        if inner.generation == generation && inner.bench.current() == Some(number) {
                            match bytes {
                                Ok(bytes) => inner.send(number, job, Some(&bytes)),
                                Err(error) => inner.struck(&told(&error)),
                            }
                        }
                    });
                });
            }
            (None, None) => self.struck("the wall's text is not there"),
        }
    }

    fn send(&mut self, number: u32, job: Job, text: Option<&Uint8Array>) {
        let message = to_bytes(&Order { number, job });
        let sent = self.worker.as_ref().map(|worker| worker.post(&message, text));
        if let Some(Err(error)) = sent {
            self.struck(&told(&error));
        }
    }

    fn heard(&mut self, message: &[u8], sheets: Option<Array>) {
        self.bench.seen(clock::now());
        let Ok(word) = from_bytes(message) else { return self.struck(GARBLED) };
        let sheets = Sheets(sheets.unwrap_or_default());
        let answered = |outcome: Outcome| Answered { made: outcome.result, sheets, ms: outcome.ms };
        match word {
            Word::Ready(ready) => {
                self.bench.came_up(clock::now());
                self.state.try_set(State::Up(ready));
            }
            Word::Progress { number, permille } => self.tell(number, Step::Progress(permille)),
            Word::Part(outcome) => self.tell(outcome.number, Step::Part(answered(outcome))),
            Word::Done(outcome) => {
                let number = outcome.number;
                if self.bench.done(number) {
                    self.tell(number, Step::Done(answered(outcome)));
                    self.hears.remove(&number);
                }
            }
        }
    }

    fn tell(&mut self, number: u32, step: Step) {
        if let Some(hears) = self.hears.get(&number) {
            self.news.push((Rc::clone(hears), step));
        }
    }

    fn keep_watch(&mut self) {
        if !self.bench.watches() {
            self.watch = None;
        } else if self.watch.is_none() {
            let me = self.me.clone();
            self.watch = Some(Interval::new(WATCH_MS, move || {
                let Some(inner) = me.upgrade() else { return };
                act(&inner, |inner| {
                    if inner.bench.hangs(clock::now()) {
                        inner.struck("it gave no sign of life");
                    }
                });
            }));
        }
    }
}

/// What is said of a message that cannot be read.
const GARBLED: &str = "it sent a message that this page cannot read";
