//! Fetching the rows of a page of a table. Not for showing them.

use std::future::Future;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::pages::Page;
use crate::state::{EngineStatus, Lost, State};

/// The rows of `page`, asked for with `ask`; again with every result, and after the engine was
/// started again. The old rows stay until the new ones are there.
pub(crate) fn rows<T, F>(
    state: State,
    page: impl Fn() -> Page + 'static,
    ask: impl Fn(Page) -> F + 'static,
) -> RwSignal<Arc<Vec<T>>>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<Vec<T>, Lost>> + 'static,
{
    let rows = RwSignal::new(Arc::new(Vec::new()));
    let latest = StoredValue::new(0_u32);
    Effect::new(move |_| {
        let up = matches!(state.engine.get(), EngineStatus::Up(_));
        state.shown.track();
        let page = page();
        let question = latest.get_value().wrapping_add(1);
        latest.set_value(question);
        if page.rows() == 0 {
            rows.set(Arc::default());
            return;
        }
        if !up {
            return;
        }
        let answer = ask(page);
        spawn_local(async move {
            // Where the engine was lost, its restart asks once more.
            let Ok(found) = answer.await else { return };
            if latest.try_get_value() == Some(question) && !found.is_empty() {
                rows.try_set(Arc::new(found));
            }
        });
    });
    rows
}
