//! The rooms' side of a workshop: starts its worker, brings it the wall that is shown, gives it one job
//! after another and hears what comes of them.
//!
//! A job that is not wanted any more is ended by ending the worker; the next one starts another. Each
//! purpose has a workshop of its own, so that a plan being made does not keep a picture waiting.
//!
//! `bench` decides what comes next (pure, tested natively), `client` does it, `brought` is what it brings,
//! `made` what comes back, `newest` asks what changes quickly, `ahead` brings a large wall before it is asked for.

mod ahead;
mod bench;
mod brought;
mod client;
mod made;
mod newest;

use leptos::prelude::*;

use std::sync::Arc;

use crate::compare::Beside;
use crate::desk::{Desk, Wall};

pub(crate) use ahead::AHEAD_MOST;
pub(crate) use brought::Brought;
pub(crate) use client::{Client, Running, State, Step};
pub(crate) use made::{Answered, Sheets};
pub(crate) use newest::newest;

/// The workshops that the rooms share.
#[derive(Clone, Copy)]
pub(crate) struct Workshops {
    views: StoredValue<Client, LocalStorage>,
    planner: StoredValue<Client, LocalStorage>,
    beside: StoredValue<Client, LocalStorage>,
}

impl Workshops {
    /// Makes them; each starts its worker with its first job.
    pub(crate) fn start(desk: Desk, beside: Beside) -> Self {
        let beside = move || beside.plan().map(|plan| plan as Arc<dyn Brought>);
        let client = || StoredValue::new_local(Client::new(move || shown(desk)));
        let workshops =
            Self { views: client(), planner: client(), beside: StoredValue::new_local(Client::new(beside)) };
        ahead::prepare(desk, workshops.views());
        workshops
    }

    /// They, from the context.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// The one that holds the plan beside the wall that is shown.
    pub(crate) fn beside(self) -> Client {
        self.beside.get_value()
    }

    /// The one for plans, which may take long.
    pub(crate) fn planner(self) -> Client {
        self.planner.get_value()
    }

    /// The one for what is looked at: pictures, tables, the log.
    pub(crate) fn views(self) -> Client {
        self.views.get_value()
    }
}

/// A workshop of its own with so many threads, where there can be any, for the wall that is shown.
pub(crate) fn with_threads(desk: Desk, threads: u32) -> Client {
    Client::with_threads(move || shown(desk), threads)
}

/// A workshop of its own, with one thread, for this wall whatever is shown.
pub(crate) fn of(wall: Arc<Wall>) -> Client {
    Client::with_threads(move || Some(Arc::clone(&wall) as Arc<dyn Brought>), 1)
}

/// The wall that is shown.
fn shown(desk: Desk) -> Option<Arc<dyn Brought>> {
    let wall = desk.wall.try_get_untracked().flatten();
    wall.map(|wall| wall as Arc<dyn Brought>)
}
