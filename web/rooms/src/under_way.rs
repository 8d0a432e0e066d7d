//! A long job as the visitor sees it: how far it is, how long it still takes, a button that ends it, and how it
//! ended. Not for what comes of it.

use gloo::timers::callback::Timeout;
use icewall_protocol::workshop::Job;
use leptos::prelude::*;

use crate::browser::clock;
use crate::words;
use crate::workshop::{Answered, Client, Running, Step};

/// A job that is done sooner is not spoken of, in milliseconds.
const QUICK_MS: u32 = 200;
/// What is left is told after so much of a job, in milliseconds: before, it would be a guess.
const SURE_MS: f64 = 600.0;

/// One job after another, of which the last is wanted.
#[derive(Clone, Copy)]
pub(crate) struct UnderWay {
    client: StoredValue<Client, LocalStorage>,
    running: StoredValue<Option<Running>, LocalStorage>,
    /// Per mille; none: there is no job.
    permille: RwSignal<Option<u32>>,
    /// Whether the job has taken long enough to be spoken of.
    is_long: RwSignal<bool>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
    /// When the first progress was heard, and how far it was.
    first: StoredValue<Option<(f64, u32)>>,
    /// Milliseconds until it is done.
    left: RwSignal<Option<f64>>,
    ended: RwSignal<Option<&'static str>>,
}

impl UnderWay {
    /// Jobs for a workshop; none is under way.
    pub(crate) fn new(client: Client) -> Self {
        Self {
            client: StoredValue::new_local(client),
            running: StoredValue::new_local(None),
            permille: RwSignal::new(None),
            is_long: RwSignal::new(false),
            timer: StoredValue::new_local(None),
            first: StoredValue::new(None),
            left: RwSignal::new(None),
            ended: RwSignal::new(None),
        }
    }

    /// Begins a job; the one before is ended where it is still under way. `hears` hears each part and, last,
    /// the whole.
    pub(crate) fn start(self, job: Job, hears: impl Fn(Answered) + 'static) {
        self.reset(Some(0));
        self.timer.set_value(Some(Timeout::new(QUICK_MS, move || {
            self.is_long.try_set(true);
        })));
        let job = self.client.with_value(|client| {
            client.run(job, move |step| match step {
                Step::Progress(done) => self.progress(done),
                Step::Part(answered) => hears(answered),
                Step::Done(answered) => {
                    self.reset(None);
                    hears(answered);
                }
                Step::Lost => {
                    self.reset(None);
                    self.ended.try_set(Some("It stopped before it was done."));
                }
            })
        });
        self.running.set_value(Some(job));
    }

    /// Ends the job, for the visitor wants it so.
    pub(crate) fn cancel(self) {
        self.stop();
        self.ended.set(Some("Cancelled; what was found stays."));
    }

    /// Ends the job without a word.
    pub(crate) fn stop(self) {
        self.running.set_value(None);
        self.reset(None);
    }

    /// Whether a job is under way. Tracks.
    pub(crate) fn is_running(self) -> bool {
        self.permille.with(Option::is_some)
    }

    /// Whether one is under way that has taken long enough to be spoken of. Tracks.
    pub(crate) fn is_spoken_of(self) -> bool {
        self.is_running() && self.is_long.get()
    }

    fn reset(self, permille: Option<u32>) {
        self.timer.try_set_value(None);
        self.first.try_set_value(None);
        self.is_long.try_set(false);
        self.left.try_set(None);
        self.ended.try_set(None);
        self.permille.try_set(permille);
    }

    fn progress(self, done: u32) {
        let now = clock::now();
        let first = self.first.try_get_value().flatten();
        if first.is_none() {
            self.first.try_set_value(Some((now, done)));
        }
        let (since, from) = first.unwrap_or((now, done));
        let made = f64::from(done.saturating_sub(from));
        if now - since > SURE_MS && made > 0.0 {
            self.left.try_set(Some((now - since) * f64::from(1000_u32.saturating_sub(done)) / made));
        }
        self.permille.try_set(Some(done));
    }
}

/// The line that tells of a job. `again` begins it anew.
#[component]
pub(crate) fn JobLine(job: UnderWay, again: Callback<()>) -> impl IntoView {
    let is_shown = Memo::new(move |_| job.is_spoken_of());
    let down = move || job.client.with_value(Client::stopped);
    let revive = move |_| {
        job.client.with_value(Client::revive);
        again.run(());
    };
    let said = move || {
        if is_shown.get() {
            return "Computing…".to_owned();
        }
        down().map_or_else(
            || job.ended.get().unwrap_or_default().to_owned(),
            |why| format!("The planner stopped: {why}."),
        )
    };
    view! {
        <div class="job">
            <span role="status">{said}</span>
            <progress
                max="1000"
                aria-label="How far it is"
                hidden=move || !is_shown.get()
                prop:value=move || job.permille.get().unwrap_or(0).to_string()
            ></progress>
            <span class="job-left" hidden=move || !is_shown.get()>{move || job.left.get().map(left)}</span>
            <button type="button" class="quiet" hidden=move || !is_shown.get() on:click=move |_| job.cancel()>"Cancel"</button>
            <button type="button" class="quiet" hidden=move || job.ended.with(Option::is_none) && down().is_none() on:click=revive>
                "Compute again"
            </button>
        </div>
    }
    .into_any()
}

/// How long it still takes, in words.
fn left(ms: f64) -> String {
    let seconds = icewall_ui::number::whole(ms / 1000.0) + 1;
    match seconds {
        ..120 => format!("about {}\u{a0}s left", words::number(seconds)),
        _ => format!("about {}\u{a0}min left", words::number(seconds.div_ceil(60))),
    }
}
