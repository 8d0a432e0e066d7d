//! A large wall is brought to the workshop of the views while nobody waits: whatever is opened then finds it there.
//! Not for a small wall, which is brought in no time, nor for one so large that it shall stand in memory twice only
//! where somebody looks at it.

use std::ops::RangeInclusive;

use icewall_protocol::workshop::Job;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Client;
use crate::desk::Desk;
use crate::rest::rested;

/// The most sections of a wall that is brought to a workshop before anybody looks.
pub(crate) const AHEAD_MOST: u32 = 2_000_000;
/// Walls of so many sections are brought ahead.
const LARGE: RangeInclusive<u32> = 20_000..=AHEAD_MOST;
/// How long a result stands before that, in milliseconds: who types or moves a slider has another one by then.
const REST_MS: u32 = 400;

/// Brings every large wall that is shown and rests.
pub(super) fn prepare(desk: Desk, views: Client) {
    let views = StoredValue::new_local(views);
    let rests = rested(move || desk.wall.track(), REST_MS);
    Effect::new(move |_| {
        let is_large = untrack(move || desk.summary(|summary| LARGE.contains(&summary.sections)));
        if rests.get() && is_large {
            let prepared = views.with_value(|views| views.ask(Job::Prepare));
            // Lost with its worker it was for nothing: who opens a view brings the wall again.
            spawn_local(async move { drop(prepared.await) });
        }
    });
}
