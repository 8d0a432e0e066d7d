//! Addresses of the app with the wall that is shown. Pure.

use icewall_protocol::{Setting, View, desk::ShownWall};

use crate::place::encoded;

/// Characters of an address at the most: what every browser still opens.
const LENGTH_MOST: usize = 60_000;

/// How a wall of so many profiles is looked at, as the last parts of a link. The view that suits it is left out.
pub(super) fn looked_at(view: Option<View>, profiles: u32, day: Option<u64>) -> String {
    let view = view.filter(|view| *view != View::suits(profiles));
    let view = view.map(|view| ["&view=", view.name()].concat()).unwrap_or_default();
    let day = day.map(|day| ["&day=", &day.to_string()].concat()).unwrap_or_default();
    view + &day
}

/// The address of the whole app with a wall as it was typed, relative to this page; none where it is a file or too
/// long. `looked_at` is how it is looked at.
pub(super) fn of_wall(shown: &ShownWall, looked_at: &str) -> Option<String> {
    of_text(shown.text.as_deref()?, &shown.settings, looked_at)
}

fn of_text(text: &str, settings: &[Setting], looked_at: &str) -> Option<String> {
    let mut address = format!("./#/wall?text={}", encoded(text));
    for setting in settings.iter().filter(|setting| !setting.value.is_empty()) {
        address.extend(["&", &setting.key, "=", &encoded(&setting.value)]);
    }
    address.push_str(looked_at);
    (address.len() <= LENGTH_MOST).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_stands_in_the_address_as_it_was_typed() {
        let pairs = [("num_teams", "4"), ("start_date", "")];
        let settings = pairs.map(|(key, value)| Setting { key: key.to_owned(), value: value.to_owned() });
        let made = of_text("21 25\n17 # é&", &settings, "&day=5");
        assert_eq!(made.as_deref(), Some("./#/wall?text=21+25%0A17+%23+%C3%A9%26&num_teams=4&day=5"));
    }

    #[test]
    fn a_view_is_named_where_it_is_not_the_one_that_suits() {
        assert_eq!(looked_at(Some(View::Heat), 3, Some(5)), "&view=heat&day=5");
        assert_eq!(looked_at(Some(View::Stacked), 3, None), "");
    }

    #[test]
    fn a_long_text_is_in_no_address() {
        assert_eq!(of_text(&"7 ".repeat(40_000), &[], ""), None);
    }
}
