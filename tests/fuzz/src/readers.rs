//! Plain lines, INI, JSON. Not for what is read where (that is the core's own tests').

use icewall_core::config::Config;
use icewall_core::control::Unwatched;
use icewall_core::diagnostic::Place;
use icewall_core::input::{self, Base, Kind, Reading};
use icewall_core::output;

/// Any bytes.
pub fn any(data: &[u8]) {
    check(data, &read(data));
}

/// Bytes in an INI file.
pub fn ini(data: &[u8]) {
    let text = [b"[Profiles]\n".as_slice(), data].concat();
    check(&text, &read(&text));
}

/// Bytes in a JSON object.
pub fn json(data: &[u8]) {
    let text = [b"{\"".as_slice(), data].concat();
    check(&text, &read(&text));
}

fn read(text: &[u8]) -> Reading {
    input::read(text, &Base::default(), &Unwatched).expect("nobody cancels")
}

/// What must hold of every reading.
fn check(text: &[u8], reading: &Reading) {
    assert_eq!(reading.config.is_some(), !reading.diagnostics.has_faults(), "a wall, or faults");
    for diagnostic in reading.diagnostics.iter() {
        assert!(!diagnostic.message().is_empty());
        let hint = diagnostic.hint();
        assert!(hint.is_none_or(|hint| !hint.is_empty()));
        let lines = 1 + text.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count();
        if let Place::Text { line, .. } = diagnostic.place {
            assert!((1..=lines).contains(&(line as usize)), "line {line} of {lines}");
        }
    }
    if let Some(config) = &reading.config {
        round(config);
        super::build(config);
    }
}

/// What is written of a configuration reads as the same.
fn round(config: &Config) {
    let again = |text: &str, kind: Kind| {
        let reading = read(text.as_bytes());
        assert_eq!(reading.kind, kind, "{text}");
        reading.config.unwrap_or_else(|| panic!("{text}: {:?}", reading.diagnostics))
    };
    assert_eq!(again(&output::ini(config), Kind::Ini), *config);
    assert_eq!(again(&output::json(config), Kind::Json), *config);
}
