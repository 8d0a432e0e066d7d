//! The worker that computes: starts it, sends it runs and questions, hears its answers.
//!
//! It decides nothing about restarts: `policy` does,
//! and which run comes next is the protocol's [`Queue`]'s to say.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::{Rc, Weak};

use gloo::timers::callback::Interval;
use icewall_protocol::{Queue, Reply, Request, RunReply, RunRequest, Step, from_bytes, to_bytes};
use js_sys::{Array, Uint8Array};
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::policy::{Policy, Stop, Verdict, Wanted};
use super::wire::{Columns, WallText, unpack_columns};
use super::{EngineStatus, Halt, News, Order};
use crate::browser::worker::{Heard, Running};
use crate::browser::{address, clock, told};
use icewall_ui::answer::{Answer, Promise, promise};

/// How often a busy engine is looked after, in milliseconds.
const WATCH_MS: u32 = 50;

/// The page's end of the engine. Cheap to clone; all clones are the same engine.
#[derive(Clone)]
pub(crate) struct Client(Rc<RefCell<Inner>>);

struct Inner {
    me: Weak<RefCell<Inner>>,
    listener: Rc<dyn Fn(News)>,
    policy: Policy,
    worker: Option<Running>,
    /// Rises with every worker, so that what one began is not carried on with the next.
    generation: u32,
    queue: Queue<Order>,
    /// What goes first when the engine is up.
    first: Option<Order>,
    /// The last run sent: what is repeated after a crash, and what a fresh engine must know
    /// before it can be asked about days.
    last: Option<Order>,
    /// The text this worker has.
    sent: Option<WallText>,
    /// The run whose file is being read.
    reading: Option<u32>,
    asks: BTreeMap<u32, Promise<Reply>>,
    last_ask: u32,
    permille: u32,
    busy: bool,
    told: Option<u32>,
    watch: Option<Interval>,
    news: Vec<News>,
}

impl Client {
    /// Starts the engine. `listener` hears everything that happens, on the page's thread.
    pub(crate) fn start(listener: impl Fn(News) + 'static) -> Self {
        let client = Self(Rc::new_cyclic(|me| RefCell::new(Inner::new(me.clone(), Rc::new(listener)))));
        client.act(Inner::start);
        client
    }

    /// Wants a run. A run that waits is replaced; one under way is cut short or waited for.
    pub(crate) fn run(&self, order: Order) {
        self.act(|inner| inner.run(order));
    }

    /// Asks a question about the last run without faults.
    pub(crate) fn ask(&self, request: impl FnOnce(u32) -> Request) -> Answer<Reply> {
        let (promise, answer) = promise();
        self.act(|inner| inner.ask(request, promise));
        answer
    }

    /// Ends the run under way at once and drops the one that waits.
    pub(crate) fn cancel(&self) {
        self.act(Inner::cancel);
    }

    /// Starts an engine that was given up. Does nothing to one that runs.
    pub(crate) fn revive(&self) {
        self.act(Inner::revive);
    }

    /// Starts another worker in place of the one that runs, without a word: the new one can do more.
    pub(crate) fn renew(&self) {
        self.act(|inner| {
            if inner.worker.is_some() {
                inner.repeat_last();
                inner.start();
            }
        });
    }

    fn act(&self, deed: impl FnOnce(&mut Inner)) {
        act(&self.0, deed);
    }
}

/// Does something to the inner state, and tells what came of it when that is free again.
fn act(inner: &RefCell<Inner>, deed: impl FnOnce(&mut Inner)) {
    let (news, listener) = {
        let mut inner = inner.borrow_mut();
        deed(&mut inner);
        inner.settle();
        (std::mem::take(&mut inner.news), Rc::clone(&inner.listener))
    };
    for news in news {
        listener(news);
    }
}

fn wanted_at_first() -> Wanted {
    if address::query("engine").as_deref() == Some("single") { Wanted::Single } else { Wanted::Best }
}

impl Inner {
    fn new(me: Weak<RefCell<Self>>, listener: Rc<dyn Fn(News)>) -> Self {
        Self {
            me,
            listener,
            policy: Policy::new(wanted_at_first(), clock::now()),
            worker: None,
            generation: 0,
            queue: Queue::default(),
            first: None,
            last: None,
            sent: None,
            reading: None,
            asks: BTreeMap::new(),
            last_ask: 0,
            permille: 0,
            busy: false,
            told: None,
            watch: None,
            news: Vec::new(),
        }
    }

    // ── The life of the worker ──────────────────────────────────────────────────────────────

    /// Starts a worker in place of the one there may be.
    fn start(&mut self) {
        self.stop();
        self.policy.started(clock::now());
        match self.spawn() {
            Ok(running) => self.worker = Some(running),
            Err(error) => self.struck(Stop::Crash(told(&error))),
        }
    }

    /// Terminates the worker: what it owes is lost.
    fn stop(&mut self) {
        self.worker = None;
        self.generation = self.generation.wrapping_add(1);
        self.sent = None;
        self.reading = None;
        self.asks.clear();
        self.permille = 0;
    }

    fn spawn(&self) -> Result<Running, JsValue> {
        let single = self.policy.wanted() == Wanted::Single;
        let url = address::worker_url(address::ENGINE, single, None);
        let url = url.ok_or("the page does not say where the engine is")?;
        let (me, generation) = (self.me.clone(), self.generation);
        Running::start(&url, move |heard| {
            let Some(inner) = me.upgrade() else { return };
            act(&inner, |inner| {
                // A message may already be on its way when its worker is terminated.
                if inner.generation == generation {
                    match heard {
                        Heard::Message(message, columns) => inner.heard(&message, columns.as_ref()),
                        Heard::Failed(why) => inner.struck(Stop::Crash(why)),
                        Heard::Garbled => inner.struck(unreadable_message()),
                    }
                }
            });
        })
    }

    fn struck(&mut self, stop: Stop) {
        log::warn!("page: the engine stopped: {}", sentence(&stop));
        match self.policy.strike(stop, clock::now()) {
            Verdict::Restart(stop) => self.restart(&stop),
            Verdict::GiveUp(stop) => self.give_up(&stop),
            Verdict::GoOn | Verdict::CutShort => {}
        }
    }

    fn restart(&mut self, stop: &Stop) {
        self.tell(News::Status(EngineStatus::Restarting { why: sentence(stop) }));
        self.repeat_last();
        self.start();
    }

    /// A fresh engine knows no run: unless a newer one waits, the last one is repeated.
    fn repeat_last(&mut self) {
        if self.first.is_none() && !self.queue.has_next() {
            self.first.clone_from(&self.last);
        }
    }

    fn give_up(&mut self, stop: &Stop) {
        let lost = self.busy;
        self.stop();
        self.forget_runs();
        self.tell(News::Status(EngineStatus::Down { why: sentence(stop) }));
        if lost {
            self.tell(News::Halted(Halt::EngineDown));
        }
    }

    fn forget_runs(&mut self) {
        self.queue.clear();
        self.first = None;
        self.last = None;
    }

    fn revive(&mut self) {
        if self.worker.is_some() {
            return;
        }
        self.policy = Policy::new(wanted_at_first(), clock::now());
        self.tell(News::Status(EngineStatus::Starting));
        self.start();
    }

    fn cancel(&mut self) {
        if !self.busy {
            return;
        }
        self.forget_runs();
        self.start();
        self.tell(News::Halted(Halt::Cancelled));
    }

    fn tick(&mut self) {
        match self.policy.tick(clock::now(), self.queue.has_next()) {
            Verdict::GoOn => {}
            Verdict::CutShort => self.start(),
            Verdict::Restart(stop) => self.restart(&stop),
            Verdict::GiveUp(stop) => self.give_up(&stop),
        }
    }

    // ── Runs ────────────────────────────────────────────────────────────────────────────────

    fn run(&mut self, order: Order) {
        if self.worker.is_none() {
            self.tell(News::Halted(Halt::EngineDown));
            return;
        }
        if !self.policy.ready() {
            self.first = Some(order);
            return;
        }
        if let Some(number) = self.reading.take() {
            // Nothing was sent yet: what is being read is not wanted any more.
            self.queue.answered(number);
        }
        let step = self.queue.push(order);
        self.take(step);
    }

    fn came_up(&mut self) {
        self.policy.came_up(clock::now());
        let step = match self.first.take() {
            Some(order) => self.queue.push(order),
            None => Step::Wait,
        };
        // After a restart the queue still awaits the run that was lost.
        let step = if matches!(step, Step::Wait) { self.queue.restarted() } else { step };
        self.take(step);
    }

    fn take(&mut self, step: Step<Order>) {
        let Step::Send(number, order) = step else { return };
        self.last = Some(order.clone());
        self.permille = 0;
        let known = self.sent.as_ref().is_some_and(|sent| sent.same(&order.text));
        match &order.text {
            _ if known => self.send_run(number, &order, None),
            WallText::Typed(text) => {
                let bytes = Uint8Array::from(text.as_bytes());
                self.send_run(number, &order, Some(&bytes));
            }
            WallText::Held(_) => self.read_then_send(number, order),
        }
    }

    fn read_then_send(&mut self, number: u32, order: Order) {
        let WallText::Held(held) = order.text.clone() else { return };
        let (me, generation) = (self.me.clone(), self.generation);
        self.reading = Some(number);
        spawn_local(async move {
            let bytes = held.bytes().await;
            let Some(inner) = me.upgrade() else { return };
            act(&inner, |inner| {
                if inner.generation != generation || inner.reading != Some(number) {
                    return;
                }
                inner.reading = None;
                match bytes {
                    Ok(bytes) => inner.send_run(number, &order, Some(&bytes)),
                    Err(error) => inner.unreadable(number, &error),
                }
            });
        });
    }

    fn unreadable(&mut self, number: u32, error: &JsValue) {
        log::warn!("page: the file cannot be read: {}", told(error));
        self.tell(News::Halted(Halt::Unreadable));
        let (_, step) = self.queue.answered(number);
        self.take(step);
    }

    fn send_run(&mut self, number: u32, order: &Order, text: Option<&Uint8Array>) {
        let request = RunRequest {
            run: number,
            settings: order.settings.clone(),
            columns: order.columns,
            view: order.view,
            days: order.days,
        };
        if text.is_some() {
            self.sent = Some(order.text.clone());
        }
        let with = if text.is_some() { "a new text" } else { "the same text" };
        log::debug!("page: run {number} sent with {with}");
        self.policy.run_sent(clock::now());
        self.post(&Request::Run(request), text);
    }

    fn ran(&mut self, reply: Box<RunReply>, columns: Option<Columns>) {
        self.policy.run_answered();
        let (awaited, step) = self.queue.answered(reply.run);
        if awaited {
            self.tell(News::Run(reply, columns));
        }
        self.take(step);
    }

    // ── Messages ────────────────────────────────────────────────────────────────────────────

    fn ask(&mut self, request: impl FnOnce(u32) -> Request, promise: Promise<Reply>) {
        if !self.policy.ready() || self.worker.is_none() {
            // The promise is dropped here: the answer is lost.
            return;
        }
        self.last_ask = self.last_ask.wrapping_add(1);
        self.asks.insert(self.last_ask, promise);
        self.policy.asked(clock::now());
        self.post(&request(self.last_ask), None);
    }

    fn post(&mut self, request: &Request, text: Option<&Uint8Array>) {
        let Some(running) = &self.worker else { return };
        if let Err(error) = running.post(&to_bytes(request), text) {
            self.struck(Stop::Crash(told(&error)));
        }
    }

    fn heard(&mut self, message: &[u8], columns: Option<&Array>) {
        self.policy.seen(clock::now());
        let Ok(reply) = from_bytes(message) else { return self.struck(unreadable_message()) };
        match reply {
            Reply::Ready(ready) => {
                self.tell(News::Status(EngineStatus::Up(ready)));
                self.came_up();
            }
            Reply::Progress { run, permille } => {
                if self.queue.current() == Some(run) {
                    self.permille = permille;
                }
            }
            Reply::Run(reply) => self.ran(reply, columns.map(unpack_columns)),
            Reply::Day { ask, .. }
            | Reply::Profiles { ask, .. }
            | Reply::Stored { ask, .. }
            | Reply::Packed { ask, .. }
            | Reply::Unpacked { ask, .. } => {
                if let Some(promise) = self.asks.remove(&ask) {
                    promise.keep(reply);
                }
            }
        }
    }

    fn tell(&mut self, news: News) {
        self.news.push(news);
    }

    /// After every deed: what is derived from it is brought up to date and told.
    fn settle(&mut self) {
        let under_way = self.queue.current().is_some();
        let busy = self.worker.is_some() && (under_way || self.queue.has_next() || self.first.is_some());
        if busy != self.busy {
            self.busy = busy;
            self.tell(News::Busy(busy));
        }
        if !under_way && self.asks.is_empty() {
            self.policy.settled();
        }
        let shows = busy && self.policy.shows_progress(clock::now());
        let progress = shows.then_some(self.permille);
        if progress != self.told {
            self.told = progress;
            self.tell(News::Progress(progress));
        }
        self.keep_watch();
    }

    fn keep_watch(&mut self) {
        if self.worker.is_none() || !self.policy.watches() {
            self.watch = None;
        } else if self.watch.is_none() {
            let me = self.me.clone();
            self.watch = Some(Interval::new(WATCH_MS, move || {
                if let Some(inner) = me.upgrade() {
                    act(&inner, Self::tick);
                }
            }));
        }
    }
}

fn unreadable_message() -> Stop {
    Stop::Crash("it sent a message that this page cannot read".to_owned())
}

fn sentence(stop: &Stop) -> String {
    match stop {
        Stop::Crash(why) => format!("The engine stopped: {why}."),
        Stop::Hang => "The engine gave no sign of life for 5 seconds.".to_owned(),
        Stop::NoStart => "The engine did not start within 10 seconds.".to_owned(),
    }
}
