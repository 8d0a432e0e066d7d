//! The plan that is kept beside the wall that is shown, A beside B, and what can be done with both. It lives as
//! long as the page. Not for how the two differ.

use std::sync::Arc;

use icewall_protocol::desk::Wish;
use icewall_protocol::workshop::{CompareJob, CompareMade, Job, Made};
use icewall_protocol::{LinkedWall, Setting};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::link::{self, Parts};
use super::plan::{NAME, Plan};
use super::store;
use crate::browser::dialog;
use crate::browser::files::Held;
use crate::desk::{Desk, Wall, wish};
use crate::workshop::{Brought, Workshops};

/// Texts up to so many bytes are handed over as texts, larger ones as files.
const TEXT_MOST: u64 = 1 << 20;

/// The plan, and what was said last.
#[derive(Clone, Copy)]
pub(crate) struct Beside {
    desk: Desk,
    plan: RwSignal<Option<Arc<Plan>>, LocalStorage>,
    /// What came of the last deed, in a sentence.
    pub(super) said: RwSignal<String>,
    /// Whether the two were too large for a link when one was last wanted.
    pub(super) is_large: RwSignal<bool>,
    /// Whether both plans came with a link and are nobody's yet.
    pub(super) is_linked: RwSignal<bool>,
    /// Whether the plan was looked for where it is kept.
    woken: StoredValue<bool>,
    last: StoredValue<u32>,
}

impl Beside {
    /// None yet: it is looked for when the room is first opened.
    pub(crate) fn start(desk: Desk) -> Self {
        Self {
            desk,
            plan: RwSignal::new_local(None),
            said: RwSignal::new(String::new()),
            is_large: RwSignal::new(false),
            is_linked: RwSignal::new(false),
            woken: StoredValue::new(false),
            last: StoredValue::new(0),
        }
    }

    /// It, from the context.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// The plan.
    pub(crate) fn plan(self) -> Option<Arc<Plan>> {
        self.plan.try_get_untracked().flatten()
    }

    /// Whether there is a plan. Tracks, also where another one takes its place.
    pub(crate) fn is_there(self) -> bool {
        self.plan.with(Option::is_some)
    }

    /// Looks for a plan where it is kept, the first time; and in a link, as long as the room is open. The page tells each
    /// link once: come back to, it is but a place.
    pub(crate) fn wake(self, workshops: Workshops) {
        let link = move || self.desk.place.with(|place| link::parts(place));
        let is_first = !self.woken.get_value();
        self.woken.set_value(true);
        if is_first && untrack(link).is_none() {
            spawn_local(async move {
                let kept = store::read(self.number()).await;
                // What was kept meanwhile is newer.
                if self.plan().is_none() {
                    self.plan.try_set(kept.map(Arc::new));
                }
            });
        }
        Effect::new(move |_| {
            if let Some(parts) = link() {
                self.open(workshops, parts);
            }
        });
    }

    /// Takes the plan of a link, once the page's wall is there.
    fn open(self, workshops: Workshops, Parts { own, other }: Parts) {
        self.is_linked.set(true);
        let job = Job::Compare(CompareJob::Unpack { packed: other, beside: own });
        let opening = StoredValue::new(false);
        Effect::new(move |_| {
            if self.desk.wall.with(Option::is_none) || opening.get_value() {
                return;
            }
            opening.set_value(true);
            let answer = workshops.views().ask(job.clone());
            spawn_local(async move {
                let made = answer.await.map(|answered| answered.made);
                let Ok(Made::Compare(CompareMade::Unpacked(wall))) = made else { return };
                match wall {
                    Ok(wall) => {
                        let plan = Arc::new(self.of_link(wall));
                        self.plan.try_set(Some(plan));
                    }
                    Err(why) => {
                        self.is_linked.try_set(false);
                        let mut why = why;
                        why.get_mut(..1).map(str::make_ascii_uppercase);
                        let instead =
                            if self.plan().is_some() { "A is as it was." } else { "There is no plan A." };
                        self.said.try_set(format!("{why}. {instead}"));
                    }
                }
            });
        });
    }

    fn of_link(self, wall: LinkedWall) -> Plan {
        let settings = wall.settings.into_iter().map(|(key, value)| Setting { key, value }).collect();
        Plan::new(self.number(), settings, Held::from_text(NAME, &wall.text))
    }

    fn number(self) -> u32 {
        self.last.update_value(|last| *last += 1);
        self.last.get_value()
    }

    /// Keeps the wall that is shown as A.
    pub(crate) fn keep(self) {
        self.woken.set_value(true);
        match self.desk.wall.get_untracked() {
            Some(wall) => self.keep_wall(&wall, "It is kept as A. What you change now is B."),
            None => self.said.set("There is no result to keep yet: mend the wall first.".to_owned()),
        }
    }

    fn keep_wall(self, wall: &Wall, said: &'static str) {
        let Some(plan) = Plan::of_wall(self.number(), wall) else { return };
        self.plan.set(Some(Arc::new(plan)));
        self.said.set(said.to_owned());
        if !self.is_linked.get_untracked() {
            self.write();
        }
    }

    /// Keeps the plan over a reload, where the browser lets the page.
    fn write(self) {
        let plan = self.plan();
        spawn_local(async move {
            let written = match plan {
                Some(plan) => store::put(&plan).await,
                None => store::delete().await,
            };
            if let Err(why) = written {
                let said =
                    format!("A is there until the page is left: this browser did not keep it ({why}).");
                self.said.try_set(said);
            }
        });
    }

    /// Lets the plan go.
    pub(super) fn drop_plan(self, workshops: Workshops) {
        self.plan.set(None);
        self.said.set("A is dropped.".to_owned());
        workshops.beside().rest();
        if !self.is_linked.get_untracked() {
            self.write();
        }
    }

    /// Makes A the page's wall; that can be undone.
    pub(super) fn take_back(self) {
        self.take("The wall is as in A again. Undo takes that back.");
    }

    /// Makes A the page's wall, and what was shown A.
    pub(super) fn swap(self) {
        let shown = self.desk.wall.get_untracked();
        self.take("A and B are swapped.");
        if let Some(wall) = shown {
            self.keep_wall(&wall, "A and B are swapped.");
        }
    }

    fn take(self, said: &'static str) {
        let Some(plan) = self.plan() else { return };
        spawn_local(async move {
            let Some(file) = plan.file() else { return };
            let beside = if file.size() <= TEXT_MOST { text_of(file).await.map(JsValue::from) } else { None };
            let take = Wish::Take { name: NAME.to_owned(), settings: plan.settings().to_vec() };
            wish(&take, &beside.unwrap_or_else(|| file.value()));
            self.said.try_set(said.to_owned());
        });
    }

    /// Makes both plans of a link the visitor's own.
    pub(super) fn keep_linked(self) {
        self.is_linked.set(false);
        wish(&Wish::Keep, &JsValue::UNDEFINED);
        self.write();
        dialog::go_to("#/compare");
        self.said.set("Both are yours now.".to_owned());
    }
}

async fn text_of(file: &Held) -> Option<String> {
    String::from_utf8(file.bytes().await.ok()?.to_vec()).ok()
}
