//! From a path to its route, and to the profile and the day that it names.

use super::Answer;
use super::problem::problem;
use super::table::{Row, TABLE};
use crate::units::{AMOUNT_MOST, Day};

/// A route with what stands in the place of its names.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) row: &'static Row,
    profile: Option<String>,
    day: Option<String>,
}

/// The route of a path; a last slash may be missing.
pub(super) fn find(path: &str) -> Result<Found, Answer> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let segments: Option<Vec<String>> = path.split('/').map(decoded).collect();
    let found = segments.and_then(|segments| TABLE.iter().find_map(|row| matched(row, &segments)));
    found.ok_or_else(|| problem(404, "there is no such route; openapi.json lists those there are"))
}

fn matched(row: &'static Row, segments: &[String]) -> Option<Found> {
    let mut found = Found { row, profile: None, day: None };
    let mut names = row.path.trim_end_matches('/').split('/');
    for segment in segments {
        match names.next()? {
            _ if segment.is_empty() => return None,
            "{profile}" => found.profile = Some(segment.clone()),
            "{day}" => found.day = Some(segment.clone()),
            name if name == segment => {}
            _ => return None,
        }
    }
    names.next().is_none().then_some(found)
}

impl Found {
    /// The profile (from 0) of a wall with so many; none where the route names none.
    pub(super) fn profile(&self, profiles: usize) -> Result<Option<usize>, Answer> {
        let Some(found) = &self.profile else { return Ok(None) };
        let number = whole(found).and_then(|number| usize::try_from(number).ok());
        match number.filter(|number| (1..=profiles).contains(number)) {
            Some(number) => Ok(Some(number - 1)),
            None if profiles == 1 => Err(problem(404, "there is no such profile; the wall has 1, number 1")),
            None => {
                let detail = format!(
                    "there is no such profile; the wall has {profiles}, numbered from 1 to {profiles}"
                );
                Err(problem(404, &detail))
            }
        }
    }

    /// The day; none where the route names none.
    pub(super) fn day(&self) -> Result<Option<Day>, Answer> {
        let Some(found) = &self.day else { return Ok(None) };
        let day = whole(found).filter(|day| (1..=AMOUNT_MOST).contains(day));
        let detail = "days start at 1: the day must be a whole number from 1 to 9007199254740992 (2^53)";
        day.map(|day| Some(Day::new(day))).ok_or_else(|| problem(400, detail))
    }
}

/// A number of nothing but ASCII digits; none where it does not fit.
pub(super) fn whole(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// A text with its `%XX` taken for the bytes that they mean; none where that is no text.
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut bytes = text.bytes();
    let mut decoded = Vec::with_capacity(text.len());
    while let Some(byte) = bytes.next() {
        decoded.push(if byte == b'%' { digit(bytes.next()?)? << 4 | digit(bytes.next()?)? } else { byte });
    }
    String::from_utf8(decoded).ok()
}

fn digit(byte: u8) -> Option<u8> {
    char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::routes::table::Route;

    fn check(path: &str, route: Option<Route>) {
        assert_eq!(find(path).ok().map(|found| found.row.route), route, "{path}");
    }

    #[test]
    fn a_last_slash_may_be_missing_and_letters_may_be_encoded() {
        check("profiles/", Some(Route::Profiles));
        check("profiles", Some(Route::Profiles));
        check("profiles/1/d%61ys/2", Some(Route::Day));
        check("profiles/overview/", Some(Route::WallTotal));
        check("profiles/overview/7/", Some(Route::WallUntil));
    }

    #[test]
    fn other_paths_have_no_route() {
        for path in
            ["", "/", "profiles//", "/profiles/", "profiles/1/days/", "profiles%2F1", "%", "%ff", "a/%zz"]
        {
            check(path, None);
        }
    }

    #[test]
    fn a_day_is_a_whole_number_from_1_to_2_to_the_53rd() {
        let day = |day: &str| find(&format!("profiles/overview/{day}/")).expect("a route").day();
        assert_eq!(day("9007199254740992"), Ok(Some(Day::new(1 << 53))));
        for bad in ["0", "-1", "+1", "1.0", "abc", "9007199254740993", "99999999999999999999999", "%20"] {
            assert_eq!(day(bad).expect_err(bad).status, 400);
        }
    }
}
