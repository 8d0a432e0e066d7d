//! Takes the times: a workshop for each number of threads, one after the other, and the same job in it several
//! times. Not for how they are shown.

use icewall_protocol::EngineKind;
use icewall_protocol::workshop::{Job, Made, Trial};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::{address, worker};
use crate::desk::Desk;
use crate::words;
use crate::workshop::{Client, State, with_threads};

/// Times that are taken with each number of threads, an odd number.
pub(super) const RUNS: usize = 5;

/// What was measured with a number of threads.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    /// How many threads.
    pub(super) threads: u32,
    /// The median of the times, in milliseconds.
    pub(super) ms: f64,
    /// The quickest and the slowest.
    pub(super) ends: (f64, f64),
    /// What was run.
    pub(super) trial: Trial,
    /// What was found: the same with any number of threads.
    pub(super) found: u64,
}

/// How it stands.
#[derive(Clone, Debug, PartialEq)]
enum Stand {
    /// Nothing is measured.
    Idle,
    /// With so many threads, so many times are taken.
    At(u32, usize),
    /// All is measured. Why there are no threads, where there are none.
    Done(Option<String>),
    Cancelled,
    Stopped,
}

/// The most threads that are tried: one for each processor, or as many as the address says.
pub(super) fn threads_most() -> u32 {
    let asked = address::query("threads").and_then(|threads| threads.parse().ok());
    asked.unwrap_or_else(worker::cores).clamp(1, worker::THREADS_MOST)
}

/// The times that are being taken.
#[derive(Clone, Copy)]
pub(super) struct Taking {
    desk: Desk,
    /// What was measured so far.
    pub(super) rows: RwSignal<Vec<Row>>,
    stand: RwSignal<Stand>,
    /// The workshop that computes; dropped, its worker ends.
    client: StoredValue<Option<Client>, LocalStorage>,
}

impl Taking {
    /// Nothing is measured yet.
    pub(super) fn new(desk: Desk) -> Self {
        Self {
            desk,
            rows: RwSignal::new(Vec::new()),
            stand: RwSignal::new(Stand::Idle),
            client: StoredValue::new_local(None),
        }
    }

    /// Whether times are being taken. Tracks.
    pub(super) fn is_running(self) -> bool {
        self.stand.with(|stand| matches!(stand, Stand::At(..)))
    }

    /// Measures anew.
    pub(super) fn begin(self, trial: Trial) {
        self.rows.set(Vec::new());
        self.stand.set(Stand::At(1, 0));
        spawn_local(async move {
            let stand = match self.measure(trial).await {
                Some(why) => Stand::Done(why),
                // Whoever cancelled has said so.
                None if self.client.try_with_value(Option::is_none) != Some(false) => return,
                None => Stand::Stopped,
            };
            self.client.try_set_value(None);
            self.stand.try_set(stand);
        });
    }

    /// Ends it; what was measured stays.
    pub(super) fn cancel(self) {
        self.client.set_value(None);
        self.stand.set(Stand::Cancelled);
    }

    /// Measures with each number of threads; none where it came to no end. Gives why there are no threads.
    async fn measure(self, trial: Trial) -> Option<Option<String>> {
        for threads in 1..=threads_most() {
            self.client.try_set_value(Some(with_threads(self.desk, threads)));
            let (mut times, mut found) = (Vec::new(), 0);
            for run in 0..=RUNS {
                self.stand.try_set(Stand::At(threads, run));
                let asked = self
                    .client
                    .try_with_value(|client| client.as_ref().map(|client| client.ask(Job::Speed(trial))));
                let answered = asked??.await.ok()?;
                let Made::Speed(sum) = answered.made else { return None };
                found = sum;
                if run > 0 {
                    times.push(answered.ms);
                }
            }
            times.sort_by(f64::total_cmp);
            let ends = times.first().copied().zip(times.last().copied())?;
            let row = Row { threads, ms: *times.get(RUNS / 2)?, ends, trial, found };
            self.rows.try_update(|rows| rows.push(row))?;
            if let Some(why) = self.without_threads() {
                return Some(Some(why));
            }
        }
        Some(None)
    }

    /// Why the workshop has no threads, where it has none.
    fn without_threads(self) -> Option<String> {
        let state = self
            .client
            .try_with_value(|client| client.as_ref().map(|client| untrack(|| client.state())))??;
        match state {
            State::Up(ready) if ready.engine == EngineKind::Single => Some(ready.why.unwrap_or_default()),
            _ => None,
        }
    }

    /// How it stands, in words. Tracks.
    pub(super) fn said(self) -> String {
        match self.stand.get() {
            Stand::Idle => String::new(),
            Stand::At(threads, 0) => format!("{}: warming up…", with(threads)),
            Stand::At(threads, run) => {
                format!("{}: {} of {}…", with(threads), words::number(run as u64), words::number(RUNS as u64))
            }
            Stand::Done(None) => "Done.".to_owned(),
            Stand::Done(Some(why)) => format!("Only one thread can be measured here. {why}"),
            Stand::Cancelled => "Cancelled; what was measured stays.".to_owned(),
            Stand::Stopped => "It stopped before it was done. Try it again.".to_owned(),
        }
    }
}

fn with(threads: u32) -> String {
    format!("With {}", words::counted(u64::from(threads), "thread", "threads"))
}
