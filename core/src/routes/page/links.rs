//! Links from one answer to its neighbours.

use super::super::path::{self, Found};
use super::super::table::Route;
use super::super::{Answer, Body, Request};
use super::markup::escaped;
use crate::units::{AMOUNT_MOST, Day};

/// The landmark with every link; `base` is safe for HTML already.
pub(super) fn navigation(request: &Request<'_>, answer: &Answer, base: &str) -> String {
    let mut links = vec![("The app", String::new())];
    if let Ok(found) = path::find(request.path) {
        neighbours(&found, &mut links);
    }
    links.push(("This answer as JSON", as_json(request)));
    if let Some(next) = next_page(answer) {
        links.push(("Next page", next));
    }
    links.extend(
        [
            ("Profiles", "profiles/"),
            ("Cost of the wall", "profiles/overview/"),
            ("Work log", "profiles/logs/"),
            ("Configuration", "profiles/config/"),
            ("OpenAPI", "openapi.json"),
        ]
        .map(|(name, path)| (name, path.to_owned())),
    );
    let items = links.iter().map(|(name, path)| {
        let path = escaped(path);
        format!("<li><a href=\"{base}{path}\">{name}</a></li>\n")
    });
    let items: String = items.collect();
    format!("<nav aria-label=\"Neighbours\"><ul>\n{items}</ul></nav>")
}

/// The days beside this one, and the other answers about the same profile.
fn neighbours(found: &Found, links: &mut Vec<(&'static str, String)>) {
    let profile = found.profile(usize::MAX).ok().flatten().map(|index| format!("profiles/{}/", index + 1));
    if let Ok(Some(day)) = found.day() {
        let folder = match (found.row.route, &profile) {
            (Route::Day, Some(profile)) => [profile, "days/"].concat(),
            (_, Some(profile)) => [profile, "overview/"].concat(),
            _ => "profiles/overview/".to_owned(),
        };
        let at = |day: u64| format!("{folder}{}/", Day::new(day));
        if day.get() > 1 {
            links.push(("Previous day", at(day.get() - 1)));
        }
        if day.get() < AMOUNT_MOST {
            links.push(("Next day", at(day.get() + 1)));
        }
    }
    if let Some(profile) = profile {
        links.push(("Ice of day 1", [&profile, "days/1/"].concat()));
        links.push(("Cost of the profile", [&profile, "overview/"].concat()));
        links.push(("The profile", profile));
    }
    if found.row.route == Route::Logs {
        links.push(("The log as text", "profiles/logs/?format=text".to_owned()));
        links.push(("The log as CSV", "profiles/logs/?format=csv".to_owned()));
    }
}

/// The same address with the format of programs, in the place of any other.
fn as_json(request: &Request<'_>) -> String {
    let others = request.query.split('&').filter(|part| !part.is_empty() && !part.starts_with("format="));
    let parts: Vec<&str> = others.chain(["format=json"]).collect();
    [request.path, "?", &parts.join("&")].concat()
}

/// What the answer itself names as its next page. Our own JSON, so a search is enough; it is never
/// in a line of the log, which holds no quotation mark.
fn next_page(answer: &Answer) -> Option<String> {
    let Body::Text(text) = &answer.body else { return None };
    let (_, next) = text.split_once("\"next\":\"")?;
    Some(next.split_once('"')?.0.to_owned())
}
