//! The REST interface from outside: every route, method and status, bad requests, and that what a
//! POST takes over is what it said.

use icewall_core::config::{Config, Key};
use icewall_core::control::Unwatched;
use icewall_core::input::{self, Base, Kind};
use icewall_core::ledger::Ledger;
use icewall_core::log::{CSV_HEADING, Rota, WorkLog};
use icewall_core::output;
use icewall_core::routes::{
    Answer, AtHand, BODY_MOST, Body, Change, LogFormat, LogText, Need, Request, Standing, answer, needs,
    page, too_large,
};
use proptest::prelude::*;
use serde_json::{Value, json};

const CASES: &str = include_str!("../fixtures/model_cases.json");
const STATUSES: [u16; 7] = [200, 204, 400, 404, 405, 413, 415];

/// A wall with its text and settings, as the page holds it.
#[derive(Debug)]
struct Held {
    text: String,
    settings: Vec<(Key, String)>,
    kind: Kind,
    ledger: Ledger,
}

impl Held {
    fn new(text: &str, settings: &[(Key, String)]) -> Self {
        let reading = input::read(text.as_bytes(), &Base { values: settings.to_vec() }, &Unwatched);
        let reading = reading.expect("nobody cancels");
        let config = reading.config.unwrap_or_else(|| panic!("{text}: {:?}", reading.diagnostics));
        let ledger = Ledger::new(config, &Unwatched).expect("nobody cancels");
        Self { text: text.to_owned(), settings: settings.to_vec(), kind: reading.kind, ledger }
    }

    fn example() -> Self {
        Self::new("21 25 28\n17\n17 22 17 19 17\n", &[])
    }

    fn config(&self) -> &Config {
        self.ledger.config()
    }

    /// Answers with no more at hand than is needed.
    fn answer(&self, request: &Request<'_>) -> Answer {
        let standing = Standing { config: self.config(), kind: self.kind, settings: &self.settings };
        answer(
            request,
            match needs(request) {
                Need::Nothing => AtHand::Nothing,
                Need::Config => AtHand::Config(&standing),
                Need::Ledger => AtHand::Ledger(&standing, &self.ledger, None),
            },
        )
    }

    fn get(&self, address: &str) -> Answer {
        self.answer(&request("GET", address))
    }

    fn post(&self, content_type: Option<&str>, body: &[u8]) -> Answer {
        self.answer(&Request { content_type, body, ..request("POST", "profiles/config/") })
    }

    /// The wall after a change.
    fn after(&self, change: &Change) -> Self {
        Self::new(change.text.as_deref().unwrap_or(&self.text), &change.settings)
    }
}

fn request<'a>(method: &'a str, address: &'a str) -> Request<'a> {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    Request { method, path, query, accept: "*/*", content_type: None, body: b"" }
}

fn value(answer: &Answer) -> Value {
    let Body::Text(text) = &answer.body else { panic!("no text: {answer:?}") };
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
    answer.headers.iter().find(|header| header.0 == name).map(|header| header.1.as_str())
}

/// Asks the example.
fn check(address: &str, status: u16, expected: &Value) {
    let answer = Held::example().get(address);
    assert_eq!((answer.status, &value(&answer)), (status, expected), "{address}");
    assert_eq!(header(&answer, "Cache-Control"), Some("no-store"));
}

/// The example refuses, with these words in the detail.
fn refuses(method: &str, address: &str, status: u16, detail: &str) {
    let answer = Held::example().answer(&request(method, address));
    assert_eq!(answer.status, status, "{method} {address}");
    let problem = value(&answer);
    assert_eq!(problem["status"], status);
    assert!(problem["detail"].as_str().expect("a detail").contains(detail), "{address}: {problem}");
    assert_eq!(header(&answer, "Content-Type"), Some("application/problem+json"));
}

#[test]
fn the_example_is_answered_as_the_contract_says() {
    let first = json!({"id": 1, "sections": 3, "start_feet": 74, "feet_to_build": 16, "first_day": 1,
        "last_day": 9, "ice_amount": 3120, "cost": 5_928_000});
    check("profiles/1/", 200, &first);
    check(
        "profiles/?limit=1",
        200,
        &json!({"total": 3, "offset": 0, "next": "profiles/?offset=1&limit=1", "profiles": [first]}),
    );
    check("profiles/?offset=3", 200, &json!({"total": 3, "offset": 3, "next": null, "profiles": []}));
    check("profiles/1/days/1/", 200, &json!({"day": 1, "ice_amount": 585}));
    check("profiles/1/days/1", 200, &json!({"day": 1, "ice_amount": 585}));
    check("profiles/1/overview/1/", 200, &json!({"day": 1, "cost": 1_111_500}));
    check("profiles/1/overview/", 200, &json!({"day": null, "cost": 5_928_000}));
    check("profiles/overview/1/", 200, &json!({"day": 1, "cost": 3_334_500}));
    check("profiles/overview/?format=json", 200, &json!({"day": null, "cost": 32_233_500}));
}

#[test]
fn the_original_s_strings_are_given_when_asked_for() {
    check("profiles/1/days/1/?format=original", 200, &json!({"day": "1", "ice_amount": "585"}));
    check("profiles/1/overview/1/?format=original", 200, &json!({"day": "1", "cost": "1,111,500"}));
    check("profiles/overview/?format=original", 200, &json!({"day": null, "cost": "32,233,500"}));
}

#[test]
fn beyond_the_end_no_ice_is_used_and_the_cost_stays() {
    check("profiles/1/days/14/", 200, &json!({"day": 14, "ice_amount": 0}));
    check(
        "profiles/overview/9007199254740992/",
        200,
        &json!({"day": 9_007_199_254_740_992_u64, "cost": 32_233_500}),
    );
}

#[test]
fn a_profile_that_the_wall_has_not_is_not_found() {
    for profile in ["0", "-1", "4", "999999999999", "99999999999999999999999", "abc", "%31%32"] {
        for rest in ["", "days/1/", "overview/", "overview/0/?nonsense=1"] {
            refuses("GET", &format!("profiles/{profile}/{rest}"), 404, "the wall has 3");
        }
    }
}

#[test]
fn days_start_at_1_and_end_at_2_to_the_53rd() {
    for day in ["0", "-1", "1.5", "abc", "9007199254740993"] {
        for route in ["1/days", "1/overview", "overview"] {
            refuses("GET", &format!("profiles/{route}/{day}/?nonsense=1"), 400, "days start at 1");
        }
    }
}

#[test]
fn a_query_is_refused_where_it_says_what_is_not_allowed() {
    refuses("GET", "profiles/?colour=red", 400, "allowed: offset, limit and format");
    refuses("GET", "profiles/1/?limit=1", 400, "allowed: format");
    refuses("GET", "profiles/?limit=1&limit=1", 400, "twice");
    for bad in ["0", "10001", "-1", "", "1e3"] {
        refuses("GET", &format!("profiles/logs/?limit={bad}"), 400, "from 1 to 10000");
    }
    refuses("GET", "profiles/?offset=-1", 400, "offset must be");
    refuses("GET", "profiles/1/?format=original", 400, "format must be json");
    refuses("GET", "profiles/logs/?format=csv&offset=1", 400, "whole log");
    refuses("POST", "profiles/config/?x=1", 400, "not known");
}

#[test]
fn an_unknown_route_is_not_found_whatever_the_method() {
    for method in ["GET", "OPTIONS", "PATCH"] {
        for path in ["", "profile/", "profiles/1/days/", "profiles/1/2/", "openapi.yaml"] {
            refuses(method, path, 404, "no such route");
        }
    }
}

const ROUTES: [&str; 10] = [
    "profiles/",
    "profiles/1/",
    "profiles/1/days/1/",
    "profiles/1/overview/1/",
    "profiles/1/overview/",
    "profiles/overview/1/",
    "profiles/overview/",
    "profiles/config/",
    "profiles/logs/",
    "openapi.json",
];

#[test]
fn head_is_get_without_a_body_and_options_tells_what_is_allowed() {
    let wall = Held::example();
    for route in ROUTES {
        let (get, head) = (wall.get(route), wall.answer(&request("HEAD", route)));
        assert_eq!((head.status, &head.headers, &head.body), (200, &get.headers, &Body::Empty), "{route}");
        assert_eq!(header(&get, "Vary"), Some("Accept"));
        let told = wall.answer(&request("OPTIONS", route));
        assert_eq!((told.status, &told.body), (204, &Body::Empty));
        let takes_bodies = route == "profiles/config/";
        assert_eq!(header(&told, "Allow").expect("a header").contains("POST"), takes_bodies, "{route}");
    }
}

#[test]
fn another_method_is_not_allowed_whatever_the_profile() {
    for route in ROUTES.into_iter().chain(["profiles/0/days/0/?x"]) {
        for method in ["PUT", "DELETE", "PATCH", "get", "POST"] {
            if (method, route) != ("POST", "profiles/config/") {
                refuses(method, route, 405, "allows GET, HEAD");
                let answer = Held::example().answer(&request(method, route));
                assert!(header(&answer, "Allow").expect("a header").starts_with("GET"));
            }
        }
    }
}

#[test]
fn every_case_is_answered_with_its_figures() {
    let cases: Vec<Value> = serde_json::from_str(CASES).expect("the fixture is JSON");
    for case in &cases {
        let held = Held::new(&case["config"].to_string(), &[]);
        let rows = |name: &str| case[name].as_array().expect("a list").clone();
        let figure = |address: &str, name: &str| value(&held.get(address))[name].clone();
        for row in rows("ice") {
            assert_eq!(figure(&format!("profiles/{}/days/{}/", row[0], row[1]), "ice_amount"), row[2]);
        }
        for row in rows("cost") {
            assert_eq!(figure(&format!("profiles/{}/overview/{}/", row[0], row[1]), "cost"), row[2]);
        }
        for row in rows("cost_all") {
            assert_eq!(figure(&format!("profiles/overview/{}/", row[0]), "cost"), row[1]);
        }
        assert_eq!(figure("profiles/overview/", "cost"), case["total_cost"]);
    }
}

#[test]
fn the_log_is_listed_page_by_page() {
    let held = Held::new("29 28", &[]);
    let lines = json!([
        "Crew-1 - Added 1 foot to section 1 of profile 1 to reach 30 feet on day 1",
        "Crew-1 - Completed section 1 of profile 1 on day 1",
        "Crew-1 - Relieved on day 1"
    ]);
    let expected = json!({"total": 7, "offset": 0, "logs": lines, "next": "profiles/logs/?offset=3&limit=3"});
    assert_eq!(value(&held.get("profiles/logs/?limit=3")), expected);
    let last = value(&held.get("profiles/logs/?offset=6&limit=1"));
    assert_eq!((&last["next"], last["logs"].as_array().map(Vec::len)), (&Value::Null, Some(1)));
    let past = value(&held.get("profiles/logs/?offset=7"));
    assert_eq!(past, json!({"total": 7, "offset": 7, "logs": [], "next": null}));
}

#[test]
fn the_whole_log_is_written_piece_by_piece() {
    for settings in [vec![], vec![(Key::NumTeams, "2".to_owned())], vec![(Key::NumTeams, "99".to_owned())]] {
        let held = Held::new("21 25 28\n17\n17 22 17 19 17", &settings);
        assert_eq!(held.get("profiles/logs/?format=csv").body, Body::Log(LogFormat::Csv));
        let text = held.get("profiles/logs/?format=text");
        assert_eq!(header(&text, "Content-Type"), Some("text/plain; charset=utf-8"));
        let rota = Rota::new(&held.ledger);
        let log = WorkLog::with(&held.ledger, &rota);
        let lines = log.lines(0, usize::MAX);
        let whole: String = lines.iter().map(|line| line.text(&held.ledger) + "\n").collect();
        for from in [0, 1, 30] {
            let mut pieces = LogText::new(&log, LogFormat::Text, from);
            let pieces: String = std::iter::from_fn(|| pieces.piece(&log, 100)).collect();
            assert!(whole.ends_with(&pieces) && pieces.lines().count() as u64 == log.len() - from);
        }
        let mut records = LogText::new(&log, LogFormat::Csv, 0);
        let first = records.piece(&log, 1).expect("a heading");
        assert_eq!(first.trim_end(), CSV_HEADING);
    }
}

#[test]
fn the_configuration_is_given_by_key_with_its_types() {
    let expected = json!({"volume_ice_per_foot": 195, "cost_per_volume": 1900, "target_height": 30,
        "max_section_count": 2000, "build_rate": 1, "num_teams": null, "cpu_worktime": 0.01, "start_date": null,
        "dispatch": "file_order", "crew_wage": 0, "overhead_per_day": 0,
        "profiles": [[21, 25, 28], [17], [17, 22, 17, 19, 17]]});
    check("profiles/config/", 200, &expected);
}

/// The change of a body that is taken over.
fn taken(held: &Held, content_type: Option<&str>, body: &str) -> Change {
    let answer = held.post(content_type, body.as_bytes());
    assert_eq!((answer.status, &value(&answer)["status"]), (200, &json!("success")), "{body}");
    answer.change.expect("a change")
}

#[test]
fn a_json_body_changes_what_it_names() {
    let held = Held::new("21 25\n", &[(Key::NumTeams, "4".to_owned()), (Key::CrewWage, "7".to_owned())]);
    let change = taken(&held, Some("application/json; charset=utf-8"), r#"{"num_teams": null}"#);
    assert_eq!(change.text, None);
    let after = held.after(&change);
    assert_eq!((after.config().parameters().crews(), after.config().parameters().crew_wage()), (None, 7));
    let change = taken(&held, None, r#"{"profiles": [[1, 2], [3]]}"#);
    assert_eq!(change.text.as_deref(), Some("1 2\n3\n"));
    assert_eq!(taken(&held, Some("text/plain"), "{}").text, None);
}

#[test]
fn an_ini_or_json_text_gives_way_to_a_json_body() {
    let held = Held::new("[Task]\nnum_workers = 3\n[Profiles]\n21\n", &[]);
    let change = taken(&held, None, r#"{"start_date": "2024-08-11"}"#);
    assert_eq!(change.text.as_deref(), Some("21\n"));
    assert_eq!(held.after(&change).config().parameters().crews(), Some(3));
}

#[test]
fn lines_replace_the_wall_and_an_ini_file_replaces_all() {
    let settings = vec![(Key::NumTeams, "4".to_owned())];
    let held = Held::new("21", &settings);
    let change = taken(&held, Some("text/plain"), "7 # low\n8\n");
    assert_eq!(change.text.as_deref(), Some("7 # low\n8\n"));
    assert_eq!(held.after(&change).config().parameters().crews(), Some(4));
    let change = taken(&held, None, "[Profiles]\n9\n");
    assert_eq!((change.text.as_deref(), &change.settings), (Some("[Profiles]\n9\n"), &settings));
    assert_eq!(held.after(&change).config().parameters().crews(), None);
}

#[test]
fn an_unknown_key_is_a_warning() {
    let answer = Held::example().post(None, br#"{"num_team": 4}"#);
    let warning = &value(&answer)["warnings"][0];
    assert_eq!(
        (&warning["pointer"], &warning["hint"]),
        (&json!("/num_team"), &json!("did you mean num_teams?"))
    );
}

/// The example refuses a body and takes nothing over; its first fault, if it lists any.
fn refused(content_type: Option<&str>, body: &[u8], status: u16) -> Value {
    let answer = Held::example().post(content_type, body);
    assert_eq!((answer.status, &answer.change), (status, &None));
    value(&answer)["errors"][0].clone()
}

#[test]
fn a_faulty_body_is_refused_with_every_place() {
    const JSON: Option<&str> = Some("application/json");
    assert_eq!(refused(JSON, br#"{"profiles": [[21, "3O"]]}"#, 400)["pointer"], "/profiles/0/1");
    assert_eq!(refused(JSON, br#"{"build_rate": 0}"#, 400)["pointer"], "/build_rate");
    assert_eq!(refused(JSON, br#"{"target_height": 27}"#, 400)["pointer"], "");
    assert_eq!(refused(JSON, br#"{"build_rate": 1, "build_rate": 1}"#, 400)["pointer"], "/build_rate");
    assert_eq!(refused(JSON, b"{\"profiles\": [[21", 400)["line"], 1);
    for broken in [&b""[..], b"[[21]]", b"21 25", b"null", b"\xff{}", b"{}x"] {
        assert!(refused(JSON, broken, 400)["line"].is_u64(), "{broken:?}");
    }
    let deep = ["{\"profiles\": ", &"[".repeat(10_000), &"]".repeat(10_000), "}"].concat();
    assert!(refused(JSON, deep.as_bytes(), 400)["detail"].as_str().expect("words").contains("200"));
    let fault = refused(Some("text/plain"), b"21\n25 3O\n", 400);
    assert_eq!((&fault["line"], &fault["column"]), (&json!(2), &json!(4)));
    assert_eq!(fault["hint"], "the letter O; did you mean 30?");
    assert_eq!(refused(None, b"[Task]\nnum_workers = 3\n", 400)["line"], 1);
    assert_eq!(refused(None, b"21 \xff", 400)["column"], 4);
    assert!(refused(None, b"", 400)["detail"].is_string());
}

#[test]
fn a_hundred_faults_are_listed_and_the_rest_is_counted() {
    let problem = value(&Held::example().post(None, "x\n".repeat(250).as_bytes()));
    assert_eq!(
        (problem["errors"].as_array().map(Vec::len), &problem["more_errors"]),
        (Some(100), &json!(150))
    );
}

#[test]
fn another_media_type_and_a_body_over_64_mebibytes_are_refused() {
    for media_type in ["", "text/html", "application/xml", "multipart/form-data; boundary=x"] {
        refused(Some(media_type), b"21", 415);
    }
    refused(Some("TEXT/PLAIN;charset=utf-8"), &vec![b' '; BODY_MOST + 1], 413);
    refused(Some("image/png"), &vec![b' '; BODY_MOST + 1], 415);
}

#[test]
fn a_wall_too_large_for_here_says_what_to_do() {
    let answer = too_large(10_000_000);
    assert_eq!(answer.status, 413);
    let detail = value(&answer)["detail"].as_str().expect("words").to_owned();
    assert!(detail.contains("10,000,000 sections") && detail.contains("open the app"));
}

#[test]
fn the_description_names_every_route_and_every_key() {
    let document = value(&Held::example().get("openapi.json"));
    assert_eq!((&document["openapi"], &document["servers"][0]["url"]), (&json!("3.1.0"), &json!("./")));
    let paths = document["paths"].as_object().expect("paths");
    assert_eq!(paths.len(), ROUTES.len());
    assert!(paths["/profiles/config/"]["post"]["requestBody"].is_object());
    let schemas = document["components"]["schemas"].as_object().expect("schemas");
    for key in Key::ALL {
        assert!(schemas["Config"]["properties"][key.json_name()].is_object());
    }
    for reference in document.to_string().split("#/components/schemas/").skip(1) {
        assert!(schemas.contains_key(reference.split('"').next().expect("a name")), "{reference}");
    }
}

fn shown(address: &str) -> String {
    let request = Request { accept: "text/html", ..request("GET", address) };
    page(&request, &Held::example().answer(&request), "/icewall/", "style.css")
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
    assert!(shown("profiles/config/").contains("data-path=\"profiles/config/\""));
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

fn any_held() -> impl Strategy<Value = Held> {
    let walls = prop::collection::vec(prop::collection::vec(0u16..=30, 1..5), 1..5);
    (walls, prop::option::of(1u32..9), 1u16..9, 0usize..3).prop_map(|(profiles, crews, rate, form)| {
        let crews = crews.map(|crews| crews.to_string()).unwrap_or_default();
        let settings = vec![(Key::NumTeams, crews), (Key::BuildRate, rate.to_string())];
        let rows =
            profiles.iter().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "));
        let lines = Held::new(&rows.collect::<Vec<_>>().join("\n"), &settings);
        match form {
            0 => lines,
            1 => Held::new(&output::ini(lines.config()), &settings),
            _ => Held::new(&output::json(lines.config()), &settings),
        }
    })
}

/// JSON bodies of a few keys that are allowed.
fn any_change() -> impl Strategy<Value = Value> {
    let crews = prop_oneof![Just(Value::Null), (1u32..50).prop_map(Value::from)];
    let date = prop_oneof![Just(Value::Null), Just(Value::from("2024-08-11"))];
    let profiles = prop::collection::vec(prop::collection::vec(0u16..=30, 1..5), 1..5);
    let parts = (crews, date, profiles, 30u16..99, prop::sample::select(vec!["0.25", "3", "0.0001"]));
    (parts, prop::collection::vec(any::<bool>(), 5)).prop_map(
        |((crews, date, profiles, target, time), kept)| {
            let time = serde_json::from_str(time).expect("a number");
            let all = [
                ("num_teams", crews),
                ("start_date", date),
                ("profiles", json!(profiles)),
                ("target_height", json!(target)),
                ("cpu_worktime", time),
            ];
            let kept = all.into_iter().zip(kept).filter(|(_, kept)| *kept);
            kept.map(|((key, value), _)| (key.to_owned(), value)).collect::<serde_json::Map<_, _>>().into()
        },
    )
}

proptest! {
    #[test]
    fn what_is_taken_over_is_the_configuration_with_what_the_body_names(held in any_held(), body in any_change()) {
        let change = taken(&held, None, &body.to_string());
        let (mut expected, after) = (value(&held.get("profiles/config/")), held.after(&change));
        for (key, new) in body.as_object().expect("an object") {
            expected[key] = new.clone();
        }
        prop_assert_eq!(value(&after.get("profiles/config/")), expected);
    }

    #[test]
    fn a_configuration_that_is_sent_as_a_text_is_taken_over_as_it_is(held in any_held(), other in any_held()) {
        let ini = output::ini(other.config());
        let after = held.after(&taken(&held, Some("text/plain"), &ini));
        prop_assert_eq!(after.config(), other.config());
        let json = output::json(other.config());
        let after = held.after(&taken(&held, Some("application/json"), &json));
        prop_assert_eq!(after.config(), other.config());
        let lines = output::lines(other.config().wall());
        let after = held.after(&taken(&held, None, &lines));
        prop_assert_eq!(after.config().wall(), other.config().wall());
        prop_assert_eq!(after.config().parameters(), held.config().parameters());
    }

    #[test]
    fn no_request_is_left_without_an_answer(
        method in prop::sample::select(vec!["GET", "HEAD", "OPTIONS", "POST", "PUT", "", "ü"]),
        path in prop_oneof![
            prop::collection::vec(prop::sample::select(vec![
                "profiles", "1", "0", "days", "overview", "config", "logs", "openapi.json", "", "%", "%31", "ü",
            ]), 0..6).prop_map(|parts| parts.join("/")),
            "\\PC{0,20}",
        ],
        query in prop_oneof![Just(String::new()), "(offset|limit|format|x)=(1|json|csv|original|%ff|){1}(&\\PC{0,5})?", "\\PC{0,20}"],
        accept in prop_oneof![Just("text/html".to_owned()), "\\PC{0,20}"],
        content_type in prop::option::of(prop_oneof![Just("application/json".to_owned()), Just("text/plain".to_owned()), "\\PC{0,20}"]),
        body in prop_oneof![
            prop::collection::vec(any::<u8>(), 0..80),
            "[{}\\[\\]:,\"0-9a-z \n=#]{0,80}".prop_map(String::into_bytes),
            Just(b"{}".to_vec()),
        ],
    ) {
        let held = Held::example();
        let content_type = content_type.as_deref();
        let request = Request { method, path: &path, query: &query, accept: &accept, content_type, body: &body };
        let answer = held.answer(&request);
        prop_assert!(STATUSES.contains(&answer.status), "{:?}", answer);
        if let Body::Text(_) = &answer.body {
            prop_assert!(value(&answer).is_object());
        }
        prop_assert!(answer.change.is_none() || answer.status == 200 && method == "POST");
        prop_assert!(page(&request, &answer, "", "style.css").ends_with("</html>\n"));
    }
}
