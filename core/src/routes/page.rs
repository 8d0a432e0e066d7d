//! The page that a navigation gets in the place of bare JSON: what was asked, what came of it,
//! links to the neighbours, and a form where the route takes a body.
//!
//! No markup carries a style, a script or an action of its own: the page's policy forbids them.

mod links;
mod markup;

use super::problem::title;
use super::table::Row;
use super::{Answer, Body, Request, path};
use markup::{coloured, escaped};

/// Bytes of an answer that are shown at most: marked up it takes many times as much.
const SHOWN_MOST: usize = 1 << 20;

/// Whether a request is a navigation that gets the page: its `Accept` prefers HTML, and it names no
/// format of a file or of programs.
pub fn wants_page(request: &Request<'_>) -> bool {
    let by_name = |part: &str| matches!(part, "format=json" | "format=text" | "format=csv");
    matches!(request.method, "GET" | "HEAD")
        && !request.query.split('&').any(by_name)
        && quality(request.accept, "text/html") > json_quality(request.accept)
}

fn json_quality(accept: &str) -> u32 {
    quality(accept, "application/json").max(quality(accept, "application/problem+json"))
}

/// The quality of a media type that is named in `Accept`, in thousandths; 0 where it is not.
fn quality(accept: &str, media_type: &str) -> u32 {
    let of = |range: &str| {
        let mut parts = range.split(';').map(str::trim);
        parts.next().filter(|own| own.eq_ignore_ascii_case(media_type))?;
        let quality = parts.find_map(|part| part.strip_prefix("q=").or(part.strip_prefix("Q=")));
        Some(quality.map_or(1000, thousandths))
    };
    accept.split(',').filter_map(of).max().unwrap_or(0)
}

/// `0.85` → 850; what is no such number is 0.
fn thousandths(text: &str) -> u32 {
    let (whole, places) = text.split_once('.').unwrap_or((text, ""));
    let places = places.bytes().chain([b'0'; 3]).take(3);
    let digits = whole.bytes().chain(places).map(|byte| char::from(byte).to_digit(10));
    digits.take(4).try_fold(0, |sum, digit| Some(sum * 10 + digit?)).unwrap_or(0).min(1000)
}

/// The page of a request and its answer, a whole document. `base` leads to the app's folder and ends
/// in a slash; `style` and `script` are the paths of its style sheet and script below it.
pub fn page(request: &Request<'_>, answer: &Answer, base: &str, style: &str, script: &str) -> String {
    let status = answer.status;
    let row = path::find(request.path).ok().map(|found| found.row);
    let heading = row.filter(|_| status == 200).map_or(title(status), |row| row.summary);
    let mark = if request.query.is_empty() { "" } else { "?" };
    let asked = escaped(&[request.path, mark, request.query].concat());
    let (base, style, script) = (escaped(base), escaped(style), escaped(script));
    let links = links::navigation(request, answer, &base);
    let (method, called, body) = (escaped(request.method), title(status), body(answer));
    let form = row.filter(|row| row.posts).map(|row| form(row, &base)).unwrap_or_default();
    format!(
        r#"<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{heading} – Icewall</title>
<link rel="icon" href="{base}icons/icon.svg">
<link rel="stylesheet" href="{base}{style}">
<script src="{base}{script}" defer></script>
</head>
<body class="api">
<header><h1>{heading}</h1></header>
{links}
<main>
<section aria-labelledby="request"><h2 id="request">Request</h2>
<p><code>{method} <span class="path">{asked}</span></code></p></section>
<section aria-labelledby="answer"><h2 id="answer">Answer</h2>
<p>Status <strong class="status">{status}</strong> {called}</p>
<pre tabindex="0" role="region" aria-label="The body"><code>{body}</code></pre></section>
{form}</main>
</body>
</html>
"#
    )
}

fn body(answer: &Answer) -> String {
    match &answer.body {
        Body::Text(text) if text.len() > SHOWN_MOST => {
            format!("{} bytes, too long for this page: see the answer as JSON", text.len())
        }
        Body::Text(text) => coloured(text),
        Body::Empty | Body::Log(_) => String::new(),
    }
}

fn form(row: &Row, base: &str) -> String {
    let path = row.path;
    format!(
        r#"<section aria-labelledby="form"><h2 id="form">Send a body</h2>
<form data-method="POST" data-path="{base}{path}">
<p><label for="body">JSON with any of the keys, an INI file, or bare lines of heights</label></p>
<p><textarea id="body" name="body" rows="10" spellcheck="false"></textarea></p>
<p><button type="submit">Send</button></p>
<p><output for="body" aria-live="polite"></output></p>
</form></section>
"#
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(accept: &str, query: &str, page: bool) {
        let (content_type, body) = (None, &b""[..]);
        let request = Request { method: "GET", path: "profiles/", query, accept, content_type, body };
        assert_eq!(wants_page(&request), page, "{accept} {query}");
    }

    #[test]
    fn a_navigation_gets_the_page_and_a_program_does_not() {
        check("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "", true);
        check("text/html;q=0.5, application/json;q=0.4", "", true);
        check("text/html;q=0.5, application/json", "", false);
        check("text/html", "format=json", false);
        check("text/html", "format=original", true);
        for accept in ["", "*/*", "application/json", "text/html;q=0", "text/html;q=x"] {
            check(accept, "", false);
        }
    }
}
