//! One link for both plans: `#/compare?v=1&w=…&a=…`, where `w` is the page's wall as in any other link and `a` the
//! other plan, packed beside it. Making it; opening it is the page's and the plan's to do.

use icewall_protocol::workshop::{CompareJob, CompareMade, Job, Made};
use icewall_protocol::{LINK_LENGTH_MOST, LINK_VERSION};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::Beside;
use crate::browser::{address, clipboard};
use crate::desk::Desk;
use crate::words;
use crate::workshop::Workshops;

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
                Err(why) => why,
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

async fn link(desk: Desk, workshops: Workshops) -> Result<String, String> {
    let none = || "There is no result to share: mend the wall first.".to_owned();
    if desk.stale.get_untracked() {
        return Err(none());
    }
    let packed = workshops.beside().ask(Job::Link).await.map(|answered| answered.made);
    let Ok(Made::Link(other)) = packed else { return Err(none()) };
    within(other.len())?;
    let job = Job::Compare(CompareJob::Pack { other });
    let packed = workshops.views().ask(job).await.map(|answered| answered.made);
    let Ok(Made::Compare(CompareMade::Packed { own, other })) = packed else { return Err(none()) };
    let link = address::without_fragment() + &fragment(&Parts { own, other }, desk.day.get_untracked());
    within(link.len())?;
    Ok(link)
}

/// Whether a link is not too long.
fn within(length: usize) -> Result<(), String> {
    if length <= LINK_LENGTH_MOST {
        return Ok(());
    }
    let most = words::number(LINK_LENGTH_MOST as u64);
    Err(format!(
        "The two are too large for a link: {}, and {most} is the most. Save each as a file and send those.",
        characters(length)
    ))
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
