//! Properties of any request, and of any change.

use icewall_core::config::Key;
use icewall_core::output;
use icewall_core::routes::{Body, Request, page};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::held::{Held, taken, value};

const STATUSES: [u16; 7] = [200, 204, 400, 404, 405, 413, 415];

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
        prop_assert!(page(&request, &answer, "", "style.css", "browse.js").ends_with("</html>\n"));
    }
}
