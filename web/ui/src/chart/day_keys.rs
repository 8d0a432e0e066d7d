//! What a key does to the day that is looked at. Not for listening to keys.

/// What becomes of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// This day is looked at.
    To(u64),
    /// No day is looked at any more.
    LetGo,
}

/// What a key does when `day` is looked at, of `days`; none where the key means nothing here.
pub fn press(key: &str, day: Option<u64>, days: u64) -> Option<Move> {
    if key == "Escape" {
        return day.map(|_| Move::LetGo);
    }
    if days == 0 {
        return None;
    }
    let to = match (key, day) {
        ("Home", _) | ("ArrowRight" | "ArrowUp" | "PageUp", None) => 1,
        ("End", _) | ("ArrowLeft" | "ArrowDown" | "PageDown", None) => days,
        ("ArrowRight" | "ArrowUp", Some(day)) => day.saturating_add(1),
        ("ArrowLeft" | "ArrowDown", Some(day)) => day.saturating_sub(1),
        ("PageUp", Some(day)) => day.saturating_add(10),
        ("PageDown", Some(day)) => day.saturating_sub(10),
        _ => return None,
    };
    Some(Move::To(to.clamp(1, days)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_go_a_day_pages_ten_and_none_leaves_the_wall() {
        assert_eq!(press("ArrowRight", Some(5), 13), Some(Move::To(6)));
        assert_eq!(press("ArrowLeft", Some(1), 13), Some(Move::To(1)));
        assert_eq!(press("PageUp", Some(5), 13), Some(Move::To(13)));
        assert_eq!(press("PageDown", Some(5), 13), Some(Move::To(1)));
        assert_eq!(press("Home", Some(5), 13), Some(Move::To(1)));
        assert_eq!(press("End", Some(5), 13), Some(Move::To(13)));
    }

    #[test]
    fn the_first_key_starts_at_an_end() {
        assert_eq!(press("ArrowRight", None, 13), Some(Move::To(1)));
        assert_eq!(press("ArrowLeft", None, 13), Some(Move::To(13)));
    }

    #[test]
    fn escape_lets_go_of_a_day_and_is_left_to_others_without_one() {
        assert_eq!(press("Escape", Some(5), 13), Some(Move::LetGo));
        assert_eq!(press("Escape", None, 13), None);
    }

    #[test]
    fn other_keys_and_finished_walls_do_nothing() {
        assert_eq!(press("a", Some(5), 13), None);
        assert_eq!(press("ArrowRight", None, 0), None);
    }
}
