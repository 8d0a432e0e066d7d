//! What the room of milestones knows: the order, the page, the day, and the rows that are shown. It fetches them.
//! Not for showing them.

use std::sync::Arc;

use icewall_protocol::workshop::{
    Job, Made, MilestoneDay, MilestoneJob, MilestoneMade, MilestoneOrder, MilestoneRow,
};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::heads::{Head, Sort};
use crate::desk::Desk;
use crate::tables::{PAGE, Page};
use crate::words;
use crate::workshop::{Answered, Client, Workshops, newest};

/// The state of the room. Cheap to copy.
///
/// What is done on a day stands apart from the rows: it changes with every day that is dragged over, and the
/// rows do not.
#[derive(Clone, Copy)]
pub(super) struct Board {
    pub(super) desk: Desk,
    pub(super) sort: RwSignal<Sort>,
    /// Takes the place whose page is wanted.
    pub(super) wanted: RwSignal<u64>,
    pub(super) page: Memo<Page>,
    /// The last day of the wall; 0 where there is none.
    pub(super) finish: Memo<u64>,
    /// The day that is looked at; the last where none is.
    pub(super) day: Memo<u64>,
    /// The whole wall, then the profiles of the page.
    pub(super) rows: RwSignal<Arc<Vec<MilestoneRow>>>,
    /// What is done of each of them; none before the first rows.
    pub(super) done: RwSignal<Option<Arc<Done>>>,
    /// The profile that was gone to.
    pub(super) sought: RwSignal<Option<u32>>,
    /// What befell the table, in a sentence.
    pub(super) said: RwSignal<String>,
    client: StoredValue<Client, LocalStorage>,
}

/// What is done of the rows on a day.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Done {
    /// The day.
    pub(super) day: MilestoneDay,
    /// Of each row, in per mille.
    pub(super) permille: Vec<u32>,
    /// How long the workshop took, in milliseconds.
    pub(super) ms: f64,
}

impl Board {
    /// Opens the milestones of the wall that is shown, and follows it and its day.
    pub(super) fn open() -> Self {
        let desk = Desk::get();
        let wanted = RwSignal::new(1_u64);
        let finish = Memo::new(move |_| desk.summary(|summary| summary.finish_day));
        let board = Self {
            desk,
            sort: RwSignal::new(Sort::at_first()),
            wanted,
            page: Memo::new(move |_| {
                Page::holding(wanted.get(), desk.summary(|summary| summary.profiles).into())
            }),
            finish,
            day: Memo::new(move |_| desk.day_shown()),
            rows: RwSignal::default(),
            done: RwSignal::new(None),
            sought: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            client: StoredValue::new_local(Workshops::get().views()),
        };
        newest(Workshops::get().views(), move || board.job(), move |answered| board.take(answered));
        board
    }

    /// The order that is in force. Tracks.
    pub(super) fn order(self) -> MilestoneOrder {
        let Sort { column, greatest_first } = self.sort.get();
        MilestoneOrder { by: column, greatest_first, day: self.day.get() }
    }

    /// Sorts by a column, or the other way round, and begins with the first row.
    pub(super) fn press(self, head: Head) {
        self.sort.update(|sort| *sort = sort.pressed(head));
        self.wanted.set(1);
        self.said.set(format!("Sorted by {}.", self.sort.get_untracked().words()));
    }

    /// Goes to the page on which a profile stands, and marks it.
    pub(super) fn seek(self, profile: u64) {
        let Ok(profile) = u32::try_from(profile) else { return };
        let job = Job::Milestones(untrack(move || self.order()), MilestoneJob::Place(profile));
        let answer = self.client.with_value(|client| client.ask(job));
        spawn_local(async move {
            let Ok(Answered { made: Made::Milestones(MilestoneMade::Place(Some(place))), .. }) = answer.await
            else {
                return;
            };
            self.wanted.try_set(place.into());
            self.sought.try_set(Some(profile));
            let [profile, place] = [profile, place].map(|number| words::number(number.into()));
            self.said.try_set(format!("Profile {profile} stands in row {place}."));
        });
    }

    /// Why the workshop stopped, where it did so too often. Tracks.
    pub(super) fn stopped(self) -> Option<String> {
        self.client.with_value(Client::stopped)
    }

    /// Tries again with a workshop that stopped.
    pub(super) fn revive(self) {
        self.client.with_value(Client::revive);
        self.wanted.notify();
    }

    /// The workshop.
    pub(super) fn client(self) -> Client {
        self.client.get_value()
    }

    fn job(self) -> Option<Job> {
        self.wanted.track();
        let page = self.page.get();
        let [from, count] = [page.first, PAGE].map(|amount| u32::try_from(amount).unwrap_or(u32::MAX));
        let job = Job::Milestones(self.order(), MilestoneJob::Rows { from, count });
        self.desk.wall.with(Option::is_some).then_some(job)
    }

    fn take(self, answered: Answered) {
        let Made::Milestones(MilestoneMade::Rows(found)) = answered.made else { return };
        if self.rows.try_with_untracked(|rows| **rows != found.rows) == Some(true) {
            self.rows.set(Arc::new(found.rows));
        }
        let done = Done { day: found.day, permille: found.done, ms: answered.ms };
        self.done.try_set(Some(Arc::new(done)));
    }
}
