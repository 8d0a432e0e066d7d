//! The tables of the first page: each chart's figures as text. They stand in places that the page keeps
//! for them. Not for the charts.
//!
//! Rows come from the workshop a page at a time; the old ones stay until the new ones are there.

mod daily;
mod days;
mod pager;
mod pages;
mod profiles;
mod rows;

use icewall_protocol::desk::Tables;
use leptos::prelude::*;

use crate::desk::Desk;
use daily::DailyTables;
use days::{Columns, DaysTable};

pub(crate) use pager::Pager;
pub(crate) use pages::{PAGE, Page};

/// The table of the daily chart, where it is open.
#[component]
pub(crate) fn OfDaily() -> impl IntoView {
    let open = open(|tables| tables.daily);
    view! { <Show when=move || open.get()><DailyTables /></Show> }.into_any()
}

/// The table of the cost until the day, where it is open.
#[component]
pub(crate) fn OfUntil() -> impl IntoView {
    let open = open(|tables| tables.until);
    let columns = Signal::derive(|| Columns::Costs);
    view! { <Show when=move || open.get()><DaysTable columns /></Show> }.into_any()
}

fn open(which: fn(&Tables) -> bool) -> Memo<bool> {
    let desk = Desk::get();
    Memo::new(move |_| desk.tables.with(which))
}
