//! The rooms' side of a workshop: starts its worker, brings it the wall that is shown, gives it one job
//! after another and hears what comes of them.
//!
//! A job that is not wanted any more is ended by ending the worker; the next one starts another. Each
//! purpose has a workshop of its own, so that a plan being made does not keep a picture waiting.
//!
//! `bench` decides what comes next (pure, tested natively), `client` does it, `made` is what comes back.

mod bench;
mod client;
mod made;

pub(crate) use client::{Client, Running, State, Step};
pub(crate) use made::{Answered, Sheets};
