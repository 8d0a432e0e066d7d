//! The REST interface from outside: every route, method and status, bad requests, and that what a
//! POST takes over is what it said.

mod change;
mod held;
mod log;
mod page;
mod properties;

use icewall_core::config::Key;
use icewall_core::routes::{AtHand, Body, Need, Request, Standing, answer, needs, refused, too_large};
use serde_json::{Value, json};

use held::{Held, header, request, value};

const CASES: &str = include_str!("../fixtures/model_cases.json");

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
fn a_wall_of_one_profile_says_so() {
    let answer = Held::new("21 25", &[]).get("profiles/2/");
    assert_eq!(value(&answer)["detail"], "there is no such profile; the wall has 1, number 1");
}

#[test]
fn a_refusal_has_the_title_of_its_status_and_no_list_where_there_is_none() {
    let wall = Held::example();
    for (answer, status, title) in [
        (wall.get("profiles/?limit=0"), 400, "Bad Request"),
        (wall.get("profile/"), 404, "Not Found"),
        (wall.answer(&request("DELETE", "profiles/")), 405, "Method Not Allowed"),
        (too_large(2_000_001), 413, "Content Too Large"),
        (wall.post(Some("text/html"), b"21"), 415, "Unsupported Media Type"),
        (answer(&request("GET", "profiles/"), AtHand::Nothing), 503, "Service Unavailable"),
    ] {
        let detail = value(&answer)["detail"].clone();
        let expected = json!({"type": "about:blank", "title": title, "status": status, "detail": detail});
        assert_eq!((answer.status, value(&answer)), (status, expected));
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
    for name in ["offset", "limit"] {
        refuses("GET", &format!("profiles/1/?{name}=1"), 400, "allowed: format");
    }
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
fn the_configuration_is_given_by_key_with_its_types() {
    let expected = json!({"volume_ice_per_foot": 195, "cost_per_volume": 1900, "target_height": 30,
        "max_section_count": 2000, "build_rate": 1, "num_teams": null, "cpu_worktime": 0.01, "start_date": null,
        "dispatch": "file_order", "crew_wage": 0, "overhead_per_day": 0,
        "profiles": [[21, 25, 28], [17], [17, 22, 17, 19, 17]]});
    check("profiles/config/", 200, &expected);
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

#[test]
fn the_description_tells_what_each_route_takes_and_gives() {
    let document = value(&Held::example().get("openapi.json"));
    let get = |path: &str| document["paths"][path]["get"].clone();
    let list = |of: &Value, name: &str| -> Vec<Value> {
        of.as_array().expect("a list").iter().map(|one| one[name].clone()).collect()
    };
    for (path, taken) in [
        ("/profiles/", json!(["offset", "limit", "format"])),
        ("/profiles/{profile}/", json!(["profile", "format"])),
        ("/profiles/{profile}/days/{day}/", json!(["profile", "day", "format"])),
        ("/profiles/overview/", json!(["format"])),
    ] {
        assert_eq!(json!(list(&get(path)["parameters"], "name")), taken, "{path}");
    }
    let day = json!({"name": "day", "in": "path", "required": true,
        "schema": {"type": "integer", "minimum": 1, "maximum": 9_007_199_254_740_992_u64}});
    let limit = json!({"name": "limit", "in": "query", "required": false,
        "schema": {"type": "integer", "minimum": 1, "maximum": 10_000, "default": 1000}});
    let format = json!({"name": "format", "in": "query", "required": false,
        "schema": {"type": "string", "enum": ["json", "text", "csv"]}});
    assert_eq!(get("/profiles/overview/{day}/")["parameters"][0], day);
    assert_eq!(
        (&get("/profiles/logs/")["parameters"][1], &get("/profiles/logs/")["parameters"][2]),
        (&limit, &format)
    );
    for path in [
        "/profiles/overview/",
        "/profiles/overview/{day}/",
        "/profiles/{profile}/days/{day}/",
        "/profiles/{profile}/overview/",
        "/profiles/{profile}/overview/{day}/",
    ] {
        let formats =
            get(path)["parameters"].as_array().and_then(|all| all.last().cloned()).expect("a format");
        assert_eq!(formats["schema"]["enum"], json!(["json", "original"]), "{path}");
    }
    let types = |path: &str| {
        let content = get(path)["responses"]["200"]["content"].clone();
        content.as_object().expect("media types").keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(types("/profiles/logs/"), ["application/json", "text/csv", "text/plain"]);
    assert_eq!(types("/profiles/"), ["application/json"]);
}

#[test]
fn what_is_needed_is_told_before_anything_is_computed() {
    for (method, address, need) in [
        ("GET", "nowhere/", Need::Nothing),
        ("PUT", "profiles/", Need::Nothing),
        ("OPTIONS", "profiles/", Need::Nothing),
        ("GET", "openapi.json", Need::Nothing),
        ("GET", "profiles/config/", Need::Config),
        ("POST", "profiles/config/", Need::Config),
        ("GET", "profiles/logs/", Need::Lines),
        ("HEAD", "profiles/1/", Need::Ledger),
    ] {
        assert_eq!(needs(&request(method, address)), need, "{method} {address}");
    }
    let refused = Request { content_type: Some("image/png"), ..request("POST", "profiles/config/") };
    assert_eq!(needs(&refused), Need::Nothing);
    assert_eq!(answer(&request("GET", "profiles/"), AtHand::Nothing).status, 503);
}

#[test]
fn a_wall_is_not_simulated_for_a_request_that_is_refused_anyway() {
    let held = Held::example();
    let standing = Standing { config: held.config(), kind: held.kind, settings: &held.settings };
    let status = |address| refused(&request("GET", address), &standing).map(|answer| answer.status);
    assert_eq!(
        (status("profiles/4/"), status("profiles/overview/0/"), status("profiles/?x")),
        (Some(404), Some(400), Some(400))
    );
    assert_eq!(
        (status("profiles/3/"), status("profiles/config/"), status("profiles/logs/")),
        (None, None, None)
    );
}

#[test]
fn every_example_of_the_description_looks_like_an_answer() {
    let held = Held::example();
    let document = value(&held.get("openapi.json"));
    for route in ROUTES.into_iter().filter(|route| *route != "openapi.json") {
        let template = route.replace("days/1", "days/{day}").replace("overview/1", "overview/{day}");
        let path = format!("/{}", template.replace("profiles/1/", "profiles/{profile}/"));
        let example =
            &document["paths"][&path]["get"]["responses"]["200"]["content"]["application/json"]["example"];
        let (example, answer) = (example.as_object().expect("an example"), value(&held.get(route)));
        assert!(!example.is_empty(), "{path}");
        for (name, told) in example {
            let given = answer.get(name).unwrap_or_else(|| panic!("{path}: {name}"));
            let is_alike = std::mem::discriminant(given) == std::mem::discriminant(told);
            assert!(is_alike || given.is_null() || told.is_null(), "{path}: {name}");
        }
    }
}
