//! Fetching the rows of a page of a table. Not for showing them.

use std::sync::Arc;

use icewall_protocol::workshop::{Job, Made};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::pages::Page;
use crate::desk::Desk;
use crate::workshop::Workshops;

/// The rows of `page`, which `job` asks for and `taken` takes out of the answer; again with every other wall.
/// The old rows stay until the new ones are there.
pub(crate) fn rows<T: Send + Sync + 'static>(
    page: impl Fn() -> Page + 'static,
    job: impl Fn(Page) -> Job + 'static,
    taken: fn(Made) -> Option<Vec<T>>,
) -> RwSignal<Arc<Vec<T>>> {
    let (desk, workshop) = (Desk::get(), Workshops::get().views());
    let rows = RwSignal::new(Arc::new(Vec::new()));
    let latest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        desk.wall.track();
        let page = page();
        let question = latest.get_value().wrapping_add(1);
        latest.set_value(question);
        if page.rows() == 0 {
            rows.set(Arc::default());
            return;
        }
        let answer = workshop.ask(job(page));
        spawn_local(async move {
            let Ok(answered) = answer.await else { return };
            let found = taken(answered.made).unwrap_or_default();
            if latest.try_get_value() == Some(question) && !found.is_empty() {
                rows.try_set(Arc::new(found));
            }
        });
    });
    rows
}
