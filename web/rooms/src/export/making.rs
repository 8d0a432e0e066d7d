//! A file that is being made: begun, called off, and what is said of it. Not for what is in it, nor for the
//! choice of it.

use icewall_protocol::workshop::{Job, Made};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::browser::save::OpenFile;
use crate::words;
use crate::workshop::{Client, Workshops};

/// How a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Progress {
    /// Nothing is being made.
    None,
    /// It is being made: bytes until now.
    Bytes(u64),
    /// What came of the last one, in a sentence.
    Said(String),
}

/// The file that is being made, one at a time. It is called off when the room is left.
#[derive(Clone, Copy)]
pub(crate) struct Making {
    workshops: Workshops,
    progress: RwSignal<Progress>,
    /// Raised by whoever wants the file no more.
    wanted: StoredValue<u32>,
}

impl Making {
    /// None yet.
    pub(crate) fn start() -> Self {
        let making = Self {
            workshops: Workshops::get(),
            progress: RwSignal::new(Progress::None),
            wanted: StoredValue::new(0),
        };
        on_cleanup(move || making.cancel());
        making
    }

    /// Begins a file of this name with what `job` gives first; a `large` one goes where the visitor says, if
    /// the browser lets a page write there.
    pub(crate) fn begin(self, job: Job, name: &'static str, large: bool) {
        self.begin_in(self.workshops.views(), job, name, large);
    }

    /// The same in another workshop, of the wall that it holds.
    pub(crate) fn begin_in(self, workshop: Client, job: Job, name: &'static str, large: bool) {
        self.cancel();
        let ours = self.wanted.get_value();
        let wanted = move || self.wanted.try_get_value() == Some(ours);
        let work = make(workshop, (job, name), large, self.progress, wanted);
        spawn_local(async move {
            let said = work.await;
            self.progress.try_set(Progress::Said(said));
        });
    }

    /// Calls it off.
    pub(crate) fn cancel(self) {
        self.wanted.update_value(|wanted| *wanted += 1);
    }

    /// Whether one is being made. Tracks.
    pub(crate) fn is_under_way(self) -> bool {
        self.progress.with(|progress| matches!(progress, Progress::Bytes(_)))
    }

    /// How far it is, or what came of the last one. Tracks.
    pub(crate) fn said(self) -> String {
        match self.progress.get() {
            Progress::None => String::new(),
            Progress::Bytes(bytes) => format!("{} written…", words::bytes(bytes)),
            Progress::Said(said) => said,
        }
    }
}

/// Makes a file for as long as it is wanted; says what came of it.
async fn make(
    workshop: Client,
    (mut job, name): (Job, &str),
    large: bool,
    progress: RwSignal<Progress>,
    wanted: impl Fn() -> bool,
) -> String {
    let Some(file) = OpenFile::new(name, large).await else { return "Nothing was saved.".to_owned() };
    progress.try_set(Progress::Bytes(0));
    let mut bytes = 0;
    loop {
        let answer = workshop.ask(job).await;
        if !wanted() {
            file.abort().await;
            return "Cancelled. Nothing was saved.".to_owned();
        }
        let Ok(answered) = answer else {
            file.abort().await;
            return "It stopped before the file was whole. Try again.".to_owned();
        };
        match answered.made {
            Made::Piece => {
                let piece = answered.sheets.array(0);
                bytes += u64::from(piece.length());
                if let Err(why) = file.write(&piece).await {
                    file.abort().await;
                    return format!("The file could not be written: {why}.");
                }
                progress.try_set(Progress::Bytes(bytes));
            }
            Made::WholeFile => {
                return match file.close().await {
                    Ok(()) => format!("{name}: {} saved.", words::bytes(bytes)),
                    Err(why) => format!("The file could not be written: {why}."),
                };
            }
            _ => {
                file.abort().await;
                return "The wall was changed meanwhile. Try again.".to_owned();
            }
        }
        job = Job::MoreOfExport;
    }
}
