//! A link that comes into the address of a page that is open already: each is opened once. Not for opening it, which
//! is the page's to do.

use std::cell::Cell;

use icewall_protocol::desk::Wish;
use wasm_bindgen::JsValue;

use crate::browser::address;
use crate::desk::wish;

/// Which links were opened.
#[derive(Debug, Default)]
pub(crate) struct Links {
    /// Whether the page has told where it is.
    has_begun: Cell<bool>,
}

impl Links {
    /// The visitor has come to a place. Has a link opened that is new; gives the place, without its link where that was
    /// opened before.
    pub(crate) fn come_to(&self, place: String) -> String {
        let is_first = !self.has_begun.replace(true);
        let Some(room) = room_of_link(&place) else { return place };
        if address::is_opened() {
            // The link that the page began with it has opened by itself. One that came later, before the rooms were
            // here to see it, has no mark.
            return if is_first { place } else { room.to_owned() };
        }
        address::mark_opened();
        wish(&Wish::OpenLink, &JsValue::UNDEFINED);
        place
    }
}

/// The room in which a link is shown; none for a place that is no link.
fn room_of_link(place: &str) -> Option<&str> {
    ["wall", "compare"]
        .into_iter()
        .find(|room| place.strip_prefix(room).is_some_and(|rest| rest.starts_with('?')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_or_two_with_a_query_are_links_and_rooms_are_none() {
        assert_eq!(room_of_link("wall?v=1&w=1AB"), Some("wall"));
        assert_eq!(room_of_link("compare?v=1&w=1AB&a=2C"), Some("compare"));
        for place in ["wall", "compare", "plan?by=26", "log", ""] {
            assert_eq!(room_of_link(place), None, "{place}");
        }
    }
}
