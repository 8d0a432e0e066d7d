//! The page that a navigation gets.

use icewall_core::routes::{Answer, Body, Request, page};

use super::ROUTES;
use super::held::{Held, request};

fn of(request: &Request<'_>, answer: &Answer) -> String {
    page(request, answer, "/icewall/", "style.css", "browse.js")
}

fn shown(address: &str) -> String {
    let request = Request { accept: "text/html", ..request("GET", address) };
    of(&request, &Held::example().answer(&request))
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

#[test]
fn the_page_is_headed_by_what_was_asked_or_by_the_refusal() {
    let headed = |address: &str, heading: &str| {
        let page = shown(address);
        assert!(page.contains(&format!("<title>{heading} – Icewall</title>")), "{address}: {page}");
        assert!(page.contains(&format!("<h1>{heading}</h1>")), "{address}: {page}");
    };
    headed("profiles/1/days/1/", "The ice that a profile takes on a day");
    headed("profiles/4/days/1/", "Not Found");
    headed("profiles/1/days/0/", "Bad Request");
    headed("profile/", "Not Found");
}

#[test]
fn the_page_names_the_status() {
    for (method, address, status) in [
        ("GET", "profiles/", "200</strong> OK"),
        ("OPTIONS", "profiles/", "204</strong> No Content"),
        ("GET", "profiles/?limit=0", "400</strong> Bad Request"),
        ("DELETE", "profiles/", "405</strong> Method Not Allowed"),
    ] {
        let request = request(method, address);
        let page = of(&request, &Held::example().answer(&request));
        assert!(page.contains(status), "{method} {address}: {page}");
    }
}

#[test]
fn an_answer_of_over_a_mebibyte_is_not_shown() {
    let of_bytes = |bytes: usize| {
        let text = ["\"", &"a".repeat(bytes - 2), "\""].concat();
        let answer = Answer { status: 200, headers: Vec::new(), body: Body::Text(text), change: None };
        of(&request("GET", "profiles/config/"), &answer)
    };
    let (most, more) = (of_bytes(1 << 20), of_bytes((1 << 20) + 1));
    assert!(most.contains("aaa") && !most.contains("too long"));
    assert!(!more.contains("aaa") && more.contains("1048577 bytes, too long for this page"));
}
