//! The work log: page by page, and whole.

use icewall_core::config::Key;
use icewall_core::log::{CSV_HEADING, Walk, WorkLog};
use icewall_core::routes::{Body, LogFormat, LogText};
use serde_json::{Value, json};

use super::held::{Held, header, value};

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
        let (log, parameters) = (WorkLog::new(&held.ledger), held.config().parameters());
        let lines = log.lines(0, usize::MAX);
        let whole: String = lines.iter().map(|line| line.text(parameters) + "\n").collect();
        let mut walk = Walk::new(held.config());
        let mut pieces = LogText::new(LogFormat::Text);
        let pieces: String =
            std::iter::from_fn(|| pieces.piece(parameters, || walk.next(held.config()), 100)).collect();
        assert_eq!(pieces, whole);
        let first = LogText::new(LogFormat::Csv).piece(parameters, || None, 1).expect("a heading");
        assert_eq!(first.trim_end(), CSV_HEADING);
    }
}

#[test]
fn a_log_of_a_million_lines_is_written_in_pieces_that_cost_no_pass_over_the_wall() {
    for crews in ["", "1000"] {
        let held = Held::new(&"0\n".repeat(30_000), &[(Key::NumTeams, crews.to_owned())]);
        let (mut text, mut walk) = (LogText::new(LogFormat::Text), Walk::new(held.config()));
        let mut lines = 0;
        while let Some(piece) = text.piece(held.config().parameters(), || walk.next(held.config()), 4096) {
            assert!(piece.len() < 4096 + 256);
            lines += piece.lines().count() as u64;
        }
        assert_eq!((lines, walk.line()), (walk.len(), walk.len()));
    }
}
