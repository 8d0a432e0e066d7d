//! Questions that change faster than they are answered, as while a slider is dragged: one is asked at a
//! time, at most one for each frame, and then the newest. Not for jobs that show their progress.

use icewall_protocol::workshop::Job;
use icewall_ui::answer::{Promise, promise};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Answered, Client};
use crate::browser::clock;

/// Asks what `job` says, again whenever that changes; `heard` hears each answer. None: nothing is asked.
pub(crate) fn newest(
    workshop: Client,
    job: impl Fn() -> Option<Job> + 'static,
    heard: impl Fn(Answered) + Clone + 'static,
) {
    let wanted = StoredValue::new_local(None::<Job>);
    let busy = StoredValue::new(false);
    Effect::new(move |_| {
        wanted.set_value(job());
        if busy.get_value() {
            return;
        }
        busy.set_value(true);
        let (workshop, heard) = (workshop.clone(), heard.clone());
        spawn_local(async move {
            while let Some(job) = wanted.try_update_value(Option::take).flatten() {
                let answered = workshop.ask(job).await;
                // The room may have been left meanwhile.
                if wanted.is_disposed() {
                    return;
                }
                if let Ok(answered) = answered {
                    heard(answered);
                }
                painted().await;
            }
            busy.try_set_value(false);
        });
    });
}

/// Waits until what was done is painted.
async fn painted() {
    let (promise, answer) = promise();
    clock::after_paint(move || Promise::keep(promise, ()));
    // Nobody drops a promise that is held by the clock.
    let _ = answer.await;
}
