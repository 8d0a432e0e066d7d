//! What a POST takes over, and what it refuses.

use icewall_core::config::Key;
use icewall_core::routes::BODY_MOST;
use serde_json::{Value, json};

use super::held::{Held, taken, value};

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
fn what_a_get_answers_can_be_posted_back() {
    let settings = [(Key::NumTeams, "4"), (Key::StartDate, "2024-08-11"), (Key::CpuWorktime, "0.25")];
    let settings = settings.map(|(key, value)| (key, value.to_owned()));
    let held = Held::new("21 25 28\n17\n17\n", &settings);
    let sent = value(&held.get("profiles/config/")).to_string();
    let other = Held::new("[Task]\nnum_workers = 2\n[Profiles]\n9\n", &[]);
    assert_eq!(other.after(&taken(&other, Some("application/json"), &sent)).config(), held.config());
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
    let mut most = vec![b' '; BODY_MOST];
    most[..2].copy_from_slice(b"21");
    assert_eq!(Held::example().post(Some("text/plain"), &most).status, 200);
}
