//! Taking the milestones along, in the order that is shown: into the clipboard, or as a file. Not for making the
//! text: the workshop hands it over piece by piece.

use icewall_protocol::workshop::{Job, Made};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::board::Board;
use crate::browser::clipboard;
use crate::export::Making;
use crate::words;
use crate::workshop::Client;

/// How many profiles are copied at most: more is no text to be pasted.
const COPIED: u32 = 10_000;
/// From so many profiles on the file is a large one.
const LARGE: u32 = 200_000;

/// The buttons.
#[component]
pub(super) fn Files(board: Board) -> impl IntoView {
    let making = Making::start();
    let copying = RwSignal::new(false);
    let said = RwSignal::new(String::new());
    let profiles = move || board.desk.summary(|summary| summary.profiles);
    let job = move |most| Job::MilestonesFile { order: untrack(move || board.order()), most };
    // Both are pieces of the one file that the workshop makes.
    let off = move || making.is_under_way() || copying.get() || profiles() == 0;
    let copy = move |_| {
        copying.set(true);
        said.set(String::new());
        let (client, all) = (board.client(), untrack(profiles));
        spawn_local(async move {
            let words = match whole(client, job(COPIED)).await {
                Some(text) if clipboard::write(&text).await => copied(all),
                Some(_) => "The browser does not let the page copy.".to_owned(),
                None => "It stopped before all was there. Try again.".to_owned(),
            };
            copying.try_set(false);
            said.try_set(words);
        });
    };
    let save = move |_| {
        said.set(String::new());
        making.begin(job(u32::MAX), "milestones.csv", untrack(profiles) >= LARGE);
    };
    let told = move || if said.with(String::is_empty) { making.said() } else { said.get() };
    view! {
        <div class="milestones-files" role="group" aria-label="Take the milestones along">
            <button type="button" prop:disabled=off on:click=copy>"Copy as CSV"</button>
            <button type="button" prop:disabled=off on:click=save>"Save as CSV"</button>
            <button type="button" class="quiet" hidden=move || !making.is_under_way() on:click=move |_| making.cancel()>"Cancel"</button>
            <span class="milestones-saved" role="status">{told}</span>
        </div>
    }
    .into_any()
}

fn copied(all: u32) -> String {
    let profiles = |count: u32| words::counted(count.into(), "profile", "profiles");
    if all > COPIED {
        format!(
            "Copied the first {} of {}; the file has all.",
            words::number(COPIED.into()),
            words::number(all.into())
        )
    } else {
        format!("Copied the wall and {}.", profiles(all))
    }
}

/// The text of all pieces; none where they do not come to an end.
async fn whole(client: Client, mut job: Job) -> Option<String> {
    let mut bytes = Vec::new();
    loop {
        let answered = client.ask(job).await.ok()?;
        match answered.made {
            Made::Piece => bytes.extend(answered.sheets.array(0).to_vec()),
            Made::WholeFile => return String::from_utf8(bytes).ok(),
            _ => return None,
        }
        job = Job::MoreOfExport;
    }
}
