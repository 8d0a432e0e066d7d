//! Addresses of the app with the wall that is shown. Pure.

use icewall_protocol::{Setting, View, desk::ShownWall};

use crate::place::encoded;

/// Characters of an address at the most: what every browser still opens.
const LENGTH_MOST: usize = 60_000;

/// The address of the whole app with a wall as it was typed, as it is looked at, relative to this page; none where
/// it is a file or too long.
pub(super) fn of_wall(shown: &ShownWall, view: Option<View>, day: Option<u64>) -> Option<String> {
    of_text(shown.text.as_deref()?, &shown.settings, view, day)
}

fn of_text(text: &str, settings: &[Setting], view: Option<View>, day: Option<u64>) -> Option<String> {
    let mut address = format!("./#/wall?text={}", encoded(text));
    for setting in settings.iter().filter(|setting| !setting.value.is_empty()) {
        address.extend(["&", &setting.key, "=", &encoded(&setting.value)]);
    }
    if let Some(view) = view {
        address.extend(["&view=", view.name()]);
    }
    if let Some(day) = day {
        address.extend(["&day=", &day.to_string()]);
    }
    (address.len() <= LENGTH_MOST).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wall_stands_in_the_address_as_it_was_typed() {
        let pairs = [("num_teams", "4"), ("start_date", "")];
        let settings = pairs.map(|(key, value)| Setting { key: key.to_owned(), value: value.to_owned() });
        let plain = "./#/wall?text=21+25%0A17+%23+%C3%A9%26&num_teams=4";
        let text = "21 25\n17 # é&";
        assert_eq!(of_text(text, &settings, None, None).as_deref(), Some(plain));
        let looked_at = of_text(text, &settings, Some(View::Heat), Some(5));
        assert_eq!(looked_at, Some(format!("{plain}&view=heat&day=5")));
    }

    #[test]
    fn a_long_text_is_in_no_address() {
        assert_eq!(of_text(&"7 ".repeat(40_000), &[], None, None), None);
    }
}
