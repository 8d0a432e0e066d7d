//! The page that a navigation gets.

use icewall_core::routes::{Request, page};

use super::ROUTES;
use super::held::{Held, request};

fn shown(address: &str) -> String {
    let request = Request { accept: "text/html", ..request("GET", address) };
    page(&request, &Held::example().answer(&request), "/icewall/", "style.css", "browse.js")
}

#[test]
fn the_page_links_to_the_neighbours() {
    let day = shown("profiles/1/days/2/");
    for link in [
        "profiles/1/days/1/",
        "profiles/1/days/3/",
        "profiles/1/",
        "profiles/overview/",
        "profiles/logs/",
        "",
    ] {
        assert!(day.contains(&format!("href=\"/icewall/{link}\"")), "{link}: {day}");
    }
    assert!(!shown("profiles/overview/1/").contains("Previous day"));
    assert!(shown("profiles/logs/?limit=2").contains("profiles/logs/?offset=2&amp;limit=2"));
    assert!(shown("profiles/config/").contains("data-path=\"/icewall/profiles/config/\""));
    assert!(shown("profiles/").contains("<span class=\"number\">5928000</span>"));
}

#[test]
fn the_page_holds_no_markup_of_the_request() {
    let page = shown("profiles/<script>alert(1)</script>/?x=\"onload='a'");
    assert!(!page.contains("<script>") && !page.contains("\"onload"), "{page}");
    assert!(page.contains("Not Found"));
    for address in ROUTES {
        let page = shown(address);
        assert!(
            !page.contains(" style=") && !page.contains(" onclick=") && !page.contains(" action="),
            "{address}"
        );
    }
}
