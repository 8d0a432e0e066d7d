//! One link for both plans: `#/compare?v=1&w=…&a=…`, where `w` is the page's wall as in any other link and `a` the
//! other plan, packed beside it. Making it; opening it is the page's and the plan's to do.

use icewall_protocol::workshop::{CompareJob, CompareMade, Export, Job, Made};
use icewall_protocol::{LINK_LENGTH_MOST, LINK_VERSION};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Beside;
use crate::browser::{address, clipboard};
use crate::desk::Desk;
use crate::export::Making;
use crate::words;
use crate::workshop::{Client, Workshops};

/// The parts of a link of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The page's wall.
    pub(super) own: String,
    /// The plan beside it.
    pub(super) other: String,
}

/// The parts of the link that a place of the page (`compare?…`) is; none where it is none.
pub(super) fn parts(place: &str) -> Option<Parts> {
    let query = place.strip_prefix("compare?")?;
    let part = |name: &str| query.split('&').find_map(|part| part.strip_prefix(name)?.strip_prefix('='));
    let other = part("a")?.to_owned();
    Some(Parts { own: part("w").unwrap_or_default().to_owned(), other })
}

fn fragment(parts: &Parts, day: Option<u64>) -> String {
    let day = day.map(|day| format!("&day={day}")).unwrap_or_default();
    format!("#/compare?v={LINK_VERSION}&w={}&a={}{day}", parts.own, parts.other)
}

/// The button that makes the link, and what came of it.
#[component]
pub(super) fn ShareBoth() -> impl IntoView {
    let (desk, workshops, beside) = (Desk::get(), Workshops::get(), Beside::get());
    let made = RwSignal::new(None::<String>);
    let share = move |_| {
        beside.is_large.set(false);
        spawn_local(async move {
            let said = match link(desk, workshops).await {
                Ok(link) if clipboard::write(&link).await => {
                    made.try_set(None);
                    format!("The link of both is copied: {}.", characters(link.len()))
                }
                Ok(link) => {
                    made.try_set(Some(link));
                    String::new()
                }
                Err(No::Result) => "There is no result to share: mend the wall first.".to_owned(),
                Err(No::Longer(length)) => {
                    beside.is_large.try_set(true);
                    too_large(length)
                }
            };
            beside.said.try_set(said);
        });
    };
    view! {
        <button type="button" on:click=share>"Share both"</button>
        {move || made.get().map(|link| view! {
            <label class="compare-link">"Copy this link: " <input readonly=true value=link /></label>
        })}
    }
    .into_any()
}

/// Both plans as files, where they are too large for a link.
#[component]
pub(super) fn BothFiles() -> impl IntoView {
    let (workshops, making) = (Workshops::get(), Making::start());
    let button = move |label: &'static str, of: fn(Workshops) -> Client, name: &'static str| {
        let save = move |_| making.begin_in(of(workshops), Job::Export(Export::WallJson), name, false);
        view! { <button type="button" prop:disabled=move || making.is_under_way() on:click=save>{label}</button> }
    };
    view! {
        <div class="compare-do compare-files" role="group" aria-label="Both plans as files">
            {button("Save A as a file", Workshops::beside, "plan-a.json")}
            {button("Save B as a file", Workshops::views, "plan-b.json")}
            <span role="status">{move || making.said()}</span>
        </div>
    }
    .into_any()
}

/// Why there is no link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum No {
    /// There is no result, or none that fits what stands there.
    Result,
    /// It would have so many characters.
    Longer(usize),
}

async fn link(desk: Desk, workshops: Workshops) -> Result<String, No> {
    if desk.stale.get_untracked() {
        return Err(No::Result);
    }
    let packed = workshops.beside().ask(Job::Link).await.map(|answered| answered.made);
    let Ok(Made::Link(other)) = packed else { return Err(No::Result) };
    within(other.len())?;
    let job = Job::Compare(CompareJob::Pack { other });
    let packed = workshops.views().ask(job).await.map(|answered| answered.made);
    let Ok(Made::Compare(CompareMade::Packed { own, other })) = packed else { return Err(No::Result) };
    let link = address::without_fragment() + &fragment(&Parts { own, other }, desk.day.get_untracked());
    within(link.len())?;
    Ok(link)
}

/// Whether a link is not too long.
fn within(length: usize) -> Result<(), No> {
    if length <= LINK_LENGTH_MOST { Ok(()) } else { Err(No::Longer(length)) }
}

fn too_large(length: usize) -> String {
    let most = words::number(LINK_LENGTH_MOST as u64);
    format!(
        "The two are too large for a link: {}, and {most} is the most. Save each as a file and send those.",
        characters(length)
    )
}

fn characters(length: usize) -> String {
    words::counted(length as u64, "character", "characters")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_both_parts_and_the_day() {
        let both = Parts { own: "1AB".to_owned(), other: "2C".to_owned() };
        let made = fragment(&both, Some(5));
        assert_eq!(made, "#/compare?v=1&w=1AB&a=2C&day=5");
        assert_eq!(parts(made.trim_start_matches("#/")), Some(both));
    }

    #[test]
    fn a_room_or_a_link_of_one_wall_is_none_of_both() {
        assert_eq!(parts("compare"), None);
        assert_eq!(parts("compare?v=1&w=1AB"), None);
        assert_eq!(parts("wall?v=1&w=1AB&a=2C"), None);
    }
}
